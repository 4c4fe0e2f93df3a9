// The parties of an application: the list, one form per party, and taking one off.
import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Actor, type ExporterView } from '#casework';
import { Refusal } from '#kernel';
import type { Party } from '#licensing';
import { ApplicationId } from '../../api/applications/applications.controller';
import { ContentDoor } from '../../api/applications/content-door';
import { IdPipe } from '../../http/id.pipe';
import type { DescribedFault } from '../../http/refusals';
import { Action } from '../../http/security/action';
import { CurrentActor } from '../../http/security/current-actor';
import { CaseReading } from '../door/case-reading';
import { Desk } from '../door/desk';
import { faultsOf } from '../door/faults';
import { FormAnswers } from '../forms/form-answers';
import { FormBuilder } from '../forms/form-builder';
import { partyFields, readParty } from '../forms/party-form';
import { storedText } from '../forms/section-forms';
import { partyList, removalForm } from '../views/list-pages';

const PartyId = () => Param('partyId', new IdPipe('no-such-place'));

@ApiExcludeController()
@Controller('applications/:id/parties')
export class PartyPages {
  constructor(
    private readonly desk: Desk,
    private readonly cases: CaseReading,
    private readonly content: ContentDoor,
  ) {}

  @Get()
  @Action('application.edit')
  async list(@CurrentActor() actor: Actor, @ApplicationId() id: string, @Res() reply: FastifyReply): Promise<void> {
    const view = partyList(await this.cases.editable(actor, id), this.desk.voice(reply));
    this.desk.show(reply, 'list', view, view.title);
  }

  @Get('new')
  @Action('application.edit')
  async newParty(@CurrentActor() actor: Actor, @ApplicationId() id: string, @Res() reply: FastifyReply): Promise<void> {
    this.show(reply, await this.cases.editable(actor, id), null, () => '', []);
  }

  @Post('new')
  @Action('application.edit')
  add(
    @CurrentActor() actor: Actor,
    @ApplicationId() id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.save(actor, id, null, new FormAnswers(body), reply);
  }

  @Get(':partyId')
  @Action('application.edit')
  async party(
    @CurrentActor() actor: Actor,
    @ApplicationId() id: string,
    @PartyId() partyId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const view = await this.cases.editable(actor, id);
    this.show(reply, view, partyId, (name) => storedText(view.content, name), []);
  }

  @Post(':partyId')
  @Action('application.edit')
  change(
    @CurrentActor() actor: Actor,
    @ApplicationId() id: string,
    @PartyId() partyId: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.save(actor, id, partyId, new FormAnswers(body), reply);
  }

  @Get(':partyId/remove')
  @Action('application.edit')
  async removePage(
    @CurrentActor() actor: Actor,
    @ApplicationId() id: string,
    @PartyId() partyId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const view = await this.cases.editable(actor, id);
    const voice = this.desk.voice(reply);
    const name = voice.t('parties.number', { number: indexOf(view, partyId) + 1 });
    const page = removalForm(view, 'parties', { id: partyId, name }, voice);
    this.desk.show(reply, 'confirm', page, page.title);
  }

  @Post(':partyId/remove')
  @Action('application.edit')
  async remove(
    @CurrentActor() actor: Actor,
    @ApplicationId() id: string,
    @PartyId() partyId: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const view = await this.cases.editable(actor, id);
    const parties = view.content.parties.filter((_party, index) => index !== indexOf(view, partyId));
    const answers = new FormAnswers(body);
    answers.refuseOthers();
    await this.write(actor, id, answers.version(), parties);
    this.desk.goTo(reply, `/applications/${id}/parties`, 'flash.removed');
  }

  private async save(actor: Actor, id: string, partyId: string | null, answers: FormAnswers, reply: FastifyReply): Promise<void> {
    const view = await this.cases.editable(actor, id);
    const index = partyId === null ? view.content.parties.length : indexOf(view, partyId);
    const party = readParty(answers, index, partyId ?? randomUUID());
    const parties =
      partyId === null ? [...view.content.parties, party] : view.content.parties.map((row) => (row.id === partyId ? party : row));
    const version = answers.version();
    // The names bear the place of the party, which a change by somebody else may have moved: that is told as a stale version.
    if (version === view.version) answers.refuseOthers();
    const faults = await faultsOf(this.desk.voice(reply), () => this.write(actor, id, version, parties));
    if (faults) return this.show(reply, { ...view, version }, partyId, (name) => answers.text(name), faults);
    this.desk.goTo(reply, `/applications/${id}/parties`, 'flash.saved');
  }

  private write(actor: Actor, id: string, version: number, parties: readonly Party[]): Promise<unknown> {
    return this.content.save(actor, id, { version, parties });
  }

  private show(
    reply: FastifyReply,
    view: ExporterView,
    partyId: string | null,
    valueOf: (name: string) => string,
    faults: readonly DescribedFault[],
  ): void {
    const voice = this.desk.voice(reply);
    const { t } = voice;
    const index = partyId === null ? view.content.parties.length : indexOf(view, partyId);
    const form = new FormBuilder(voice, valueOf, faults);
    const fields = partyFields(form, voice, index);
    const title = partyId === null ? t('parties.add') : t('parties.number', { number: index + 1 });
    const page = {
      title,
      back: { href: `/applications/${view.id}/parties`, text: t('parties.back') },
      action: `/applications/${view.id}/parties/${partyId ?? 'new'}`,
      version: view.version,
      errors: form.errors(fields),
      fields,
      submit: t('form.save'),
    };
    this.desk.show(reply, 'form', page, title);
  }
}

/** Throws Refusal `no-such-place` (missing). */
function indexOf({ content }: ExporterView, partyId: string): number {
  const index = content.parties.findIndex(({ id }) => id === partyId);
  if (index < 0) throw new Refusal('missing', 'no-such-place');
  return index;
}
