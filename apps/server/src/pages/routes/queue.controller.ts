// The officers' queues as pages: the cases on them, taking the next one, what the officer watches, where the officer is named, and the overview of all.
import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { HoldPlace, ReadQueues, WatchCase, WriteNote, type Actor } from '#casework';
import { addDays, Clock } from '#kernel';
import { NextDto, queueRequest } from '../../api/queues/queue.dto';
import { PageQuery, pageRequest } from '../../http/page-query.dto';
import { Action } from '../../http/security/action';
import { CurrentActor } from '../../http/security/current-actor';
import { validateInput } from '../../http/validate-input';
import { Desk } from '../door/desk';
import { FormAnswers } from '../forms/form-answers';
import { queueQuery } from '../forms/queue-query';
import type { Voice } from '../rendering/voice';
import { mentionsView, overviewView, queueTabs, queueView, watchedView, type TabLink } from '../views/queue-views';

@ApiExcludeController()
@Controller('queue')
export class QueuePages {
  constructor(
    private readonly desk: Desk,
    private readonly queues: ReadQueues,
    private readonly holding: HoldPlace,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Action('queue.read')
  async queue(@CurrentActor() actor: Actor, @Query() query: Record<string, unknown>, @Res() reply: FastifyReply): Promise<void> {
    const asked = queueQuery(query);
    const request = queueRequest(asked);
    const view = queueView(await this.queues.page(actor, request, pageRequest(asked)), request, actor, this.desk.voice(reply));
    this.desk.show(reply, 'queue', view, view.title);
  }

  @Get('overview')
  @Action('queue.read')
  async overview(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const voice = this.desk.voice(reply);
    const loads = await this.queues.overview(actor);
    const tabs = queueTabs({ tabs: loads }, actor, voice, 'overview');
    const view = overviewView(loads, tabs, addDays(this.clock.today(), -1), voice);
    this.desk.show(reply, 'queue-overview', view, voice.t('queue.overview'));
  }

  @Post('take-next')
  @Action('case.take')
  async takeNext(@CurrentActor() actor: Actor, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const answers = new FormAnswers(body);
    const queueId = answers.text('queueId');
    answers.refuseOthers();
    const asked = validateInput(NextDto, queueId ? { queueId } : {});
    const taken = await this.holding.takeNext(actor, asked.queueId);
    if (taken) this.desk.goTo(reply, `/cases/${taken.applicationId}`, 'flash.taken');
    else this.desk.goTo(reply, queueId ? `/queue?queue=${queueId}` : '/queue', 'flash.noneFree');
  }
}

/** What concerns the officer wherever its queues are. */
@ApiExcludeController()
@Controller('queue')
export class OwnQueuePages {
  constructor(
    private readonly desk: Desk,
    private readonly queues: ReadQueues,
    private readonly watching: WatchCase,
    private readonly notes: WriteNote,
  ) {}

  @Get('watched')
  @Action('case.watch')
  async watched(@CurrentActor() actor: Actor, @Query() query: PageQuery, @Res() reply: FastifyReply): Promise<void> {
    const voice = this.desk.voice(reply);
    const page = await this.watching.list(actor, pageRequest(query));
    const view = watchedView(page, await this.tabs(actor, voice, 'watched'), voice);
    this.desk.show(reply, 'queue-watched', view, voice.t('queue.watched'));
  }

  @Get('mentions')
  @Action('queue.read')
  async mentions(@CurrentActor() actor: Actor, @Query() query: PageQuery, @Res() reply: FastifyReply): Promise<void> {
    const voice = this.desk.voice(reply);
    const page = await this.notes.mentioning(actor, pageRequest(query));
    const view = mentionsView(page, await this.tabs(actor, voice, 'mentions'), voice);
    this.desk.show(reply, 'queue-mentions', view, voice.t('queue.mentions'));
  }

  private async tabs(actor: Actor, voice: Voice, current: string): Promise<TabLink[]> {
    return queueTabs({ tabs: await this.queues.own(actor) }, actor, voice, current);
  }
}
