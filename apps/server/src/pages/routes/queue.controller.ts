// The officers' queue as pages: its shelves, taking a case, taking the next, letting one go.
import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { HoldCase, ListApplications, type Actor, type QueueShelf } from '#casework';
import { ApplicationId } from '../../api/applications/applications.controller';
import { QueueQuery } from '../../api/applications/acts.dto';
import { pageRequest } from '../../http/page-query.dto';
import { Action } from '../../http/security/action';
import { CurrentActor } from '../../http/security/current-actor';
import { Desk } from '../door/desk';
import { FormAnswers } from '../forms/form-answers';
import { queueView } from '../views/case-views';

@ApiExcludeController()
@Controller()
export class QueuePages {
  constructor(
    private readonly desk: Desk,
    private readonly listing: ListApplications,
    private readonly holding: HoldCase,
  ) {}

  @Get('queue')
  @Action('queue.read')
  async queue(@CurrentActor() actor: Actor, @Query() query: QueueQuery, @Res() reply: FastifyReply): Promise<void> {
    const shelf: QueueShelf = query.filter ?? 'all';
    const voice = this.desk.voice(reply);
    const view = queueView(await this.listing.queue(actor, shelf, pageRequest(query)), shelf, actor, voice);
    this.desk.show(reply, 'queue', view, voice.t('queue.title'));
  }

  @Post('queue/take-next')
  @Action('case.take')
  async takeNext(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const taken = await this.holding.takeNext(actor);
    if (taken) this.desk.goTo(reply, `/cases/${taken.id}`, 'flash.taken');
    else this.desk.goTo(reply, '/queue', 'flash.noneFree');
  }

  @Post('cases/:id/take')
  @Action('case.take')
  async take(
    @CurrentActor() actor: Actor,
    @ApplicationId() id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.holding.take(actor, id, versionOf(body));
    this.desk.goTo(reply, `/cases/${id}`, 'flash.taken');
  }

  @Post('cases/:id/release')
  @Action('case.take')
  async release(
    @CurrentActor() actor: Actor,
    @ApplicationId() id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.holding.release(actor, id, versionOf(body));
    this.desk.goTo(reply, '/queue', 'flash.released');
  }
}

/** The version, of a form that has nothing else. */
function versionOf(body: unknown): number {
  const answers = new FormAnswers(body);
  answers.refuseOthers();
  return answers.version();
}
