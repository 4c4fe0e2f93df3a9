// Agents as pages: an exporter gives and revokes authority to file in its name; who holds one chooses here for whom to act.
import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { KeepAgencies, type Actor, type AgencyRecord } from '#casework';
import { Clock, Refusal } from '#kernel';
import { AgencyDto } from '../../api/agencies/agency.body';
import { isId } from '../../http/fields';
import { IdPipe } from '../../http/id.pipe';
import { choosePrincipal } from '../../http/security/acting-for';
import { Action } from '../../http/security/action';
import { CurrentActor } from '../../http/security/current-actor';
import { validateInput } from '../../http/validate-input';
import { Desk } from '../door/desk';
import { faultsOf } from '../door/faults';
import { FormAnswers } from '../forms/form-answers';
import { agencyForm, agentsView, revokeForm } from '../views/agent-views';

const AgencyId = () => Param('id', new IdPipe('agency-not-found'));

@ApiExcludeController()
@Controller('agents')
export class AgentPages {
  constructor(
    private readonly desk: Desk,
    private readonly agencies: KeepAgencies,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Action('agency.read')
  async list(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const voice = this.desk.voice(reply);
    const view = agentsView(await this.agencies.list(actor), actor.organisationId, this.clock.today(), voice);
    this.desk.show(reply, 'agents', view, voice.t('agents.title'));
  }

  @Get('new')
  @Action('agency.give')
  givePage(@Res() reply: FastifyReply): void {
    const valueOf = (name: string) => (name === 'from' ? this.clock.today() : '');
    const view = agencyForm({ voice: this.desk.voice(reply), valueOf, faults: [] });
    this.desk.show(reply, 'form', view, view.title);
  }

  @Post('new')
  @Action('agency.give')
  async give(@CurrentActor() actor: Actor, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const answers = new FormAnswers(body);
    const voice = this.desk.voice(reply);
    const given = {
      creditCode: answers.trimmed('creditCode'),
      from: answers.trimmed('from'),
      to: answers.trimmed('to') || null,
      note: answers.text('note'),
    };
    answers.refuseOthers();
    const faults = await faultsOf(voice, async () => this.agencies.give(actor, { ...validateInput(AgencyDto, given) }));
    if (!faults) return this.desk.goTo(reply, '/agents', 'flash.agencyGiven');
    const view = agencyForm({ voice, valueOf: (name) => answers.text(name), faults });
    this.desk.show(reply, 'form', view, view.title);
  }

  @Get(':id/revoke')
  @Action('agency.give')
  async revokePage(@CurrentActor() actor: Actor, @AgencyId() id: string, @Res() reply: FastifyReply): Promise<void> {
    const view = revokeForm(await this.given(actor, id), this.desk.voice(reply));
    this.desk.show(reply, 'confirm', view, view.title);
  }

  @Post(':id/revoke')
  @Action('agency.give')
  async revoke(
    @CurrentActor() actor: Actor,
    @AgencyId() id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    new FormAnswers(body).refuseOthers();
    await this.agencies.revoke(actor, id);
    this.desk.goTo(reply, '/agents', 'flash.agencyRevoked');
  }

  /** From here on every page of the exporter acts for the principal, until the person stops or the authority ends. */
  @Post('act')
  @Action('agency.act')
  async act(@CurrentActor() actor: Actor, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const answers = new FormAnswers(body);
    const principalId = answers.text('principalId');
    answers.refuseOthers();
    if (!isId(principalId)) throw new Refusal('missing', 'agency-not-found', { principalId });
    const { organisationId } = await this.agencies.actFor(actor, principalId);
    const agency = (await this.agencies.list(actor)).find((row) => row.principalId === organisationId);
    if (!agency) throw new Refusal('missing', 'agency-not-found', { principalId });
    choosePrincipal(reply.request, { id: organisationId, ...agency.principalName });
    this.desk.goTo(reply, '/applications', 'flash.acting');
  }

  @Post('stop')
  @Action('agency.act')
  stop(@Res() reply: FastifyReply): void {
    choosePrincipal(reply.request, null);
    this.desk.goTo(reply, '/applications', 'flash.actingStopped');
  }

  private async given(actor: Actor, id: string): Promise<AgencyRecord> {
    const agency = (await this.agencies.list(actor)).find((row) => row.id === id && row.principalId === actor.organisationId);
    if (!agency) throw new Refusal('missing', 'agency-not-found', { id });
    return agency;
  }
}
