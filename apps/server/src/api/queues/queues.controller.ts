// The officers' queues: which there are, the cases on them, the next free one, and what an officer watches.
import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { HoldPlace, ManageTeams, ReadQueues, WatchCase, type Actor } from '#casework';
import { PageQuery, pageRequest } from '../../http/page-query.dto';
import { Action } from '../../http/security/action';
import { CurrentActor } from '../../http/security/current-actor';
import { ApplicationId } from '../applications/applications.controller';
import { Refuses } from '../openapi/refuses';
import { QueuePageBody, queuePageBody, QueuesBody, queuesBody, TakenBody, WatchedPageBody, watchedPageBody } from './queue.body';
import { NextDto, QueueQuery, queueRequest } from './queue.dto';

@ApiTags('queue')
@Controller('api/v1')
export class QueuesController {
  constructor(
    private readonly reading: ReadQueues,
    private readonly teams: ManageTeams,
    private readonly holding: HoldPlace,
    private readonly watching: WatchCase,
  ) {}

  @Get('queues')
  @Action('queue.read')
  @ApiOperation({ summary: 'The queues that you see, with what lies on them: managers and auditors all, others their own' })
  @ApiOkResponse({ type: QueuesBody })
  @Refuses('not-signed-in', 'role-missing')
  async queues(@CurrentActor() actor: Actor): Promise<QueuesBody> {
    const { teams } = await this.teams.teams(actor);
    return queuesBody(await this.reading.overview(actor), teams);
  }

  @Get('queue')
  @Action('queue.read')
  @ApiOperation({ summary: 'Cases on your queues, or on one of them, by their last day and then by arrival' })
  @ApiOkResponse({ type: QueuePageBody })
  @Refuses('not-signed-in', 'role-missing', 'input-invalid', 'bad-cursor', 'queue-not-found')
  async read(@CurrentActor() actor: Actor, @Query() query: QueueQuery): Promise<QueuePageBody> {
    return queuePageBody(await this.reading.page(actor, queueRequest(query), pageRequest(query)));
  }

  @Post('queue/next')
  @HttpCode(200)
  @Action('case.take')
  @ApiOperation({ summary: 'Take the first free case of your queues, or of one of them' })
  @ApiOkResponse({ type: TakenBody })
  @Refuses('not-signed-in', 'role-missing', 'form-token-wrong', 'input-invalid', 'not-on-your-queue')
  async next(@CurrentActor() actor: Actor, @Body() { queueId }: NextDto): Promise<TakenBody> {
    return { taken: await this.holding.takeNext(actor, queueId) };
  }

  @Get('watched')
  @Action('case.watch')
  @ApiOperation({ summary: 'The cases that you watch, latest change first' })
  @ApiOkResponse({ type: WatchedPageBody })
  @Refuses('not-signed-in', 'role-missing', 'input-invalid', 'bad-cursor')
  async watched(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<WatchedPageBody> {
    return watchedPageBody(await this.watching.list(actor, pageRequest(query)));
  }

  @Put('applications/:id/watch')
  @HttpCode(204)
  @Action('case.watch')
  @ApiOperation({ summary: 'Watch the case' })
  @ApiNoContentResponse()
  @Refuses('not-signed-in', 'role-missing', 'form-token-wrong', 'application-not-found')
  async watch(@CurrentActor() actor: Actor, @ApplicationId() id: string): Promise<void> {
    await this.watching.set(actor, id, true);
  }

  @Delete('applications/:id/watch')
  @HttpCode(204)
  @Action('case.watch')
  @ApiOperation({ summary: 'Watch the case no more' })
  @ApiNoContentResponse()
  @Refuses('not-signed-in', 'role-missing', 'form-token-wrong', 'application-not-found')
  async unwatch(@CurrentActor() actor: Actor, @ApplicationId() id: string): Promise<void> {
    await this.watching.set(actor, id, false);
  }
}
