// What belongs to a case besides its content: the log, determinations, comparisons with the official list.
import { Body, Controller, Get, HttpCode, Post, Query, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ConfirmListCheck, DetermineItems, ReadTimeline, type Actor } from '#casework';
import { languageOf } from '../../http/request-language';
import { Action } from '../../http/security/action';
import { CurrentActor } from '../../http/security/current-actor';
import { Refuses } from '../openapi/refuses';
import { DeterminationQuery, ListCheckDto } from './acts.dto';
import { ApplicationId } from './applications.controller';
import { ItemDeterminationBody, itemDeterminationBody } from './determination.body';
import { TimelineEntryBody, timelineEntryBody } from './lists.body';

@ApiTags('applications')
@Controller('api/v1/applications/:id')
export class CaseFileController {
  constructor(
    private readonly timeline: ReadTimeline,
    private readonly determining: DetermineItems,
    private readonly confirming: ConfirmListCheck,
  ) {}

  @Get('log')
  @Action('application.read')
  @ApiOperation({ summary: 'What happened, oldest first' })
  @ApiOkResponse({ type: [TimelineEntryBody] })
  @Refuses('not-signed-in', 'role-missing', 'application-not-found')
  async log(
    @CurrentActor() actor: Actor,
    @ApplicationId() id: string,
    @Req() request: FastifyRequest,
  ): Promise<TimelineEntryBody[]> {
    const language = languageOf(request);
    return (await this.timeline.execute(actor, id)).map((entry) => timelineEntryBody(entry, language));
  }

  @Get('determinations')
  @Action('determination.read')
  @ApiOperation({ summary: 'What the law asks of each item on a day (today unless `on` is given)' })
  @ApiOkResponse({ type: [ItemDeterminationBody] })
  @Refuses('not-signed-in', 'role-missing', 'application-not-found', 'input-invalid', 'determination.day-before-law')
  async determinations(
    @CurrentActor() actor: Actor,
    @ApplicationId() id: string,
    @Query() { on }: DeterminationQuery,
  ): Promise<ItemDeterminationBody[]> {
    return (await this.determining.execute(actor, id, on)).map(itemDeterminationBody);
  }

  @Post('list-checks')
  @HttpCode(204)
  @Action('determination.confirm')
  @ApiOperation({ summary: 'Record that an item was compared with the official list' })
  @ApiNoContentResponse()
  @Refuses(
    'not-signed-in',
    'role-missing',
    'form-token-wrong',
    'input-invalid',
    'application-not-found',
    'item-not-found',
    'case-read-only',
  )
  async confirm(@CurrentActor() actor: Actor, @ApplicationId() id: string, @Body() check: ListCheckDto): Promise<void> {
    await this.confirming.execute(actor, id, { ...check });
  }
}
