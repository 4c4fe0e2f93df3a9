// An administrator's pages: people and organisations.
import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ManagePeople, type Actor } from '#casework';
import { Refusal } from '#kernel';
import { DeactivationDto, InvitationDto, OrganisationDto } from '../../api/people/people.dto';
import { IdPipe } from '../../http/id.pipe';
import type { DescribedFault } from '../../http/refusals';
import { Action } from '../../http/security/action';
import { CurrentActor } from '../../http/security/current-actor';
import { validateInput } from '../../http/validate-input';
import { Desk } from '../door/desk';
import { faultsOf } from '../door/faults';
import { FormAnswers } from '../forms/form-answers';
import { deactivateForm, inviteForm, organisationForm, organisationsView, peopleView } from '../views/admin-views';

const PersonId = () => Param('id', new IdPipe('person-not-found'));
const noAnswers = () => '';

@ApiExcludeController()
@Controller('admin')
export class AdminPages {
  constructor(
    private readonly desk: Desk,
    private readonly managing: ManagePeople,
  ) {}

  @Get('people')
  @Action('person.list')
  async people(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const voice = this.desk.voice(reply);
    const view = peopleView(await this.managing.people(actor), await this.managing.organisations(actor), actor.personId, voice);
    this.desk.show(reply, 'people', view, voice.t('nav.people'));
  }

  @Get('people/invite')
  @Action('person.invite')
  async invitePage(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const view = inviteForm(
      { voice: this.desk.voice(reply), valueOf: noAnswers, faults: [] },
      await this.managing.organisations(actor),
      [],
    );
    this.desk.show(reply, 'form', view, view.title);
  }

  @Post('people/invite')
  @Action('person.invite')
  async invite(@CurrentActor() actor: Actor, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const answers = new FormAnswers(body);
    const voice = this.desk.voice(reply);
    const invited = {
      organisationId: answers.text('organisationId'),
      email: answers.text('email'),
      name: answers.text('name'),
      roles: [...answers.list('roles')],
    };
    answers.refuseOthers();
    const faults = await faultsOf(voice, () => {
      return this.managing.invite(actor, { ...validateInput(InvitationDto, invited) });
    });
    if (!faults) return this.desk.goTo(reply, '/admin/people', 'flash.invited');
    const given = { voice, valueOf: (name: string) => answers.text(name), faults };
    const view = inviteForm(given, await this.managing.organisations(actor), answers.list('roles'));
    this.desk.show(reply, 'form', view, view.title);
  }

  @Post('people/:id/invite-again')
  @Action('person.invite')
  async inviteAgain(@CurrentActor() actor: Actor, @PersonId() id: string, @Res() reply: FastifyReply): Promise<void> {
    await this.managing.inviteAgain(actor, id);
    this.desk.goTo(reply, '/admin/people', 'flash.invited');
  }

  @Get('people/:id/deactivate')
  @Action('person.deactivate')
  deactivatePage(@CurrentActor() actor: Actor, @PersonId() id: string, @Res() reply: FastifyReply): Promise<void> {
    return this.showDeactivate(actor, id, reply, null, []);
  }

  @Post('people/:id/deactivate')
  @Action('person.deactivate')
  async deactivate(
    @CurrentActor() actor: Actor,
    @PersonId() id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const answers = new FormAnswers(body);
    const given = { version: answers.version(), handOverTo: answers.text('handOverTo') || null };
    answers.refuseOthers();
    const faults = await faultsOf(this.desk.voice(reply), () => {
      const { version, handOverTo } = validateInput(DeactivationDto, given);
      return this.managing.deactivate(actor, id, version, handOverTo ?? null);
    });
    if (!faults) return this.desk.goTo(reply, '/admin/people', 'flash.deactivated');
    return this.showDeactivate(actor, id, reply, answers, faults);
  }

  @Get('organisations')
  @Action('organisation.list')
  async organisations(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const voice = this.desk.voice(reply);
    this.desk.show(
      reply,
      'organisations',
      organisationsView(await this.managing.organisations(actor), voice),
      voice.t('nav.organisations'),
    );
  }

  @Get('organisations/new')
  @Action('organisation.create')
  organisationPage(@Res() reply: FastifyReply): void {
    const view = organisationForm({ voice: this.desk.voice(reply), valueOf: noAnswers, faults: [] });
    this.desk.show(reply, 'form', view, view.title);
  }

  @Post('organisations/new')
  @Action('organisation.create')
  async createOrganisation(@CurrentActor() actor: Actor, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const answers = new FormAnswers(body);
    const voice = this.desk.voice(reply);
    const names = ['kind', 'nameZh', 'nameEn', 'creditCode', 'address', 'province'];
    const given = Object.fromEntries(names.map((name) => [name, answers.text(name)]));
    answers.refuseOthers();
    const faults = await faultsOf(voice, () => {
      return this.managing.createOrganisation(actor, { ...validateInput(OrganisationDto, given) });
    });
    if (!faults) return this.desk.goTo(reply, '/admin/organisations', 'flash.organisationCreated');
    const view = organisationForm({ voice, valueOf: (name) => answers.text(name), faults });
    this.desk.show(reply, 'form', view, view.title);
  }

  private async showDeactivate(
    actor: Actor,
    id: string,
    reply: FastifyReply,
    answers: FormAnswers | null,
    faults: readonly DescribedFault[],
  ): Promise<void> {
    const people = await this.managing.people(actor);
    const person = people.find((one) => one.id === id);
    if (!person) throw new Refusal('missing', 'person-not-found', { id });
    const version = answers?.version() ?? person.version;
    const given = { voice: this.desk.voice(reply), valueOf: (name: string) => answers?.text(name) ?? '', faults };
    const view = deactivateForm(given, { ...person, version }, people);
    this.desk.show(reply, 'confirm', view, view.title);
  }
}
