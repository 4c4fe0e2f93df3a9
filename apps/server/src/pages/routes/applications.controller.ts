// The exporter's applications as pages: the list, the task list or read view, and check-answers.
import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CreateApplication, KeepAgencies, ListApplications, LoadedProcedures, MakeMove, may, type Actor } from '#casework';
import { Clock, Refusal } from '#kernel';
import { ApplicationId } from '../../api/applications/applications.controller';
import { ContentDoor } from '../../api/applications/content-door';
import { PageQuery, pageRequest } from '../../http/page-query.dto';
import { Action } from '../../http/security/action';
import { CurrentActor } from '../../http/security/current-actor';
import { MOVES } from '../../http/words';
import { CaseReading } from '../door/case-reading';
import { Desk } from '../door/desk';
import { faultsOf } from '../door/faults';
import type { DescribedFault } from '../../http/refusals';
import { FormAnswers } from '../forms/form-answers';
import { storedText } from '../forms/section-forms';
import { principalChoices, type PrincipalChoice } from '../views/agent-views';
import { readView } from '../views/application-page';
import { applicationList, checkView, taskList } from '../views/application-views';
import { checkForm } from '../views/check-form';
import type { Voice } from '../rendering/voice';

@ApiExcludeController()
@Controller('applications')
export class ApplicationListPages {
  constructor(
    private readonly desk: Desk,
    private readonly listing: ListApplications,
    private readonly agencies: KeepAgencies,
    private readonly clock: Clock,
    private readonly procedures: LoadedProcedures,
  ) {}

  @Get()
  @Action('application.list')
  async list(@CurrentActor() actor: Actor, @Query() query: PageQuery, @Res() reply: FastifyReply): Promise<void> {
    const voice = this.desk.voice(reply);
    const listed = await this.listing.own(actor, pageRequest(query));
    const principals = actor.agentId === undefined ? await this.principals(actor, voice) : [];
    const view = applicationList(listed, this.procedures.list(), principals, voice, query.after === undefined);
    this.desk.show(reply, 'applications', view, voice.t('applications.title'));
  }

  private async principals(actor: Actor, voice: Voice): Promise<PrincipalChoice[]> {
    return principalChoices(await this.agencies.list(actor), actor.organisationId, this.clock.today(), voice);
  }
}

@ApiExcludeController()
@Controller('applications')
export class ApplicationPages {
  constructor(
    private readonly desk: Desk,
    private readonly cases: CaseReading,
    private readonly content: ContentDoor,
    private readonly moving: MakeMove,
  ) {}

  @Get(':id')
  @Action('application.read')
  async one(@CurrentActor() actor: Actor, @ApplicationId() id: string, @Res() reply: FastifyReply): Promise<void> {
    if (may('queue.read', actor)) return this.desk.goTo(reply, `/cases/${id}`);
    const voice = this.desk.voice(reply);
    const sheet = await this.cases.exporters(actor, id);
    const { editable, reference } = sheet.view;
    if (editable) this.desk.show(reply, 'task-list', taskList(sheet, voice), reference);
    else this.desk.show(reply, 'application', readView(sheet, voice), reference);
  }

  @Get(':id/check')
  @Action('application.edit')
  check(@CurrentActor() actor: Actor, @ApplicationId() id: string, @Res() reply: FastifyReply): Promise<void> {
    return this.showCheck(actor, id, reply, null, []);
  }

  @Post(':id/check')
  @Action('application.move')
  async submit(
    @CurrentActor() actor: Actor,
    @ApplicationId() id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const answers = new FormAnswers(body);
    const voice = this.desk.voice(reply);
    const view = await this.cases.editable(actor, id);
    const declaration = {
      truthful: answers.text('declaration.truthful') === 'yes',
      signatory: answers.trimmed('declaration.signatory'),
    };
    answers.refuseOthers();
    const faults = await faultsOf(voice, async () => {
      const { version } = await this.content.save(actor, id, { version: answers.version(), declaration });
      await this.moving.execute(actor, id, view.status === 'returned' ? 'resubmit' : 'submit', { version });
    });
    if (!faults) return this.desk.goTo(reply, `/applications/${id}`, 'flash.submitted');
    return this.showCheck(actor, id, reply, answers, faults);
  }

  private async showCheck(
    actor: Actor,
    id: string,
    reply: FastifyReply,
    answers: FormAnswers | null,
    faults: readonly DescribedFault[],
  ): Promise<void> {
    const voice = this.desk.voice(reply);
    const { view, determinations } = await this.cases.exporters(actor, id);
    if (!view.editable) throw new Refusal('conflict', 'application-not-editable', { status: view.status });
    const valueOf = (name: string) =>
      answers ? answers.text(name) : name === 'declaration.truthful' ? '' : storedText(view.content, name);
    const submit = voice.say(MOVES[view.status === 'returned' ? 'resubmit' : 'submit']);
    const form = checkForm(`/applications/${id}/check`, submit, valueOf, faults, voice);
    this.desk.show(reply, 'check', { ...checkView(view, determinations, voice), ...form }, voice.t('check.title'));
  }
}

/** Stands alone, for a constructor takes five things at most. */
@ApiExcludeController()
@Controller('applications')
export class NewApplicationPages {
  constructor(
    private readonly desk: Desk,
    private readonly creating: CreateApplication,
  ) {}

  @Post()
  @Action('application.create')
  async create(@CurrentActor() actor: Actor, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const answers = new FormAnswers(body);
    const procedure = answers.text('procedure');
    answers.refuseOthers();
    const { id } = await this.creating.execute(actor, procedure || undefined);
    this.desk.goTo(reply, `/applications/${id}`, 'flash.created');
  }
}
