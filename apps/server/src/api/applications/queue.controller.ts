// The officers' queue.
import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { HoldCase, ListApplications, type Actor } from '#casework';
import { pageRequest } from '../../http/page-query.dto';
import { Action } from '../../http/security/action';
import { CurrentActor } from '../../http/security/current-actor';
import { Refuses } from '../openapi/refuses';
import { QueueQuery } from './acts.dto';
import { applicationPageBody, QueuePageBody, TakenBody } from './lists.body';

@ApiTags('queue')
@Controller('api/v1/queue')
export class QueueController {
  constructor(
    private readonly listing: ListApplications,
    private readonly holding: HoldCase,
  ) {}

  @Get()
  @Action('queue.read')
  @ApiOperation({ summary: 'Cases on which you have a move, oldest submission first' })
  @ApiOkResponse({ type: QueuePageBody })
  @Refuses('not-signed-in', 'role-missing', 'input-invalid', 'bad-cursor')
  async read(@CurrentActor() actor: Actor, @Query() query: QueueQuery): Promise<QueuePageBody> {
    const { counts, ...page } = await this.listing.queue(actor, query.filter ?? 'all', pageRequest(query));
    return { ...applicationPageBody(page), counts };
  }

  @Post('take')
  @HttpCode(200)
  @Action('case.take')
  @ApiOperation({ summary: 'Take the oldest free case' })
  @ApiOkResponse({ type: TakenBody })
  @Refuses('not-signed-in', 'role-missing', 'form-token-wrong')
  async take(@CurrentActor() actor: Actor): Promise<TakenBody> {
    return { taken: await this.holding.takeNext(actor) };
  }
}
