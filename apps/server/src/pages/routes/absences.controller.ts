// Absences as pages: everybody records their own with a substitute; team leads their members', managers and administrators anybody's.
import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { inChargeOf, ManageTeams, type Actor } from '#casework';
import { Clock } from '#kernel';
import { AbsenceDto } from '../../api/administration/team.dto';
import { IdPipe } from '../../http/id.pipe';
import type { DescribedFault } from '../../http/refusals';
import { Action } from '../../http/security/action';
import { CurrentActor } from '../../http/security/current-actor';
import { validateInput } from '../../http/validate-input';
import { Colleagues } from '../door/colleagues';
import { Desk } from '../door/desk';
import { faultsOf } from '../door/faults';
import { FormAnswers } from '../forms/form-answers';
import { absenceForm, absencesView, mayRecordForOthers, type Charge } from '../views/absence-views';

@ApiExcludeController()
@Controller('absences')
export class AbsencePages {
  constructor(
    private readonly desk: Desk,
    private readonly teams: ManageTeams,
    private readonly colleagues: Colleagues,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Action('absence.write')
  async list(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const voice = this.desk.voice(reply);
    const absences = await this.teams.absences(actor);
    const people = await this.colleagues.of(actor);
    const view = absencesView(absences, people, actor, await this.charge(actor), this.clock.today(), voice);
    this.desk.show(reply, 'absences', view, voice.t('absences.title'));
  }

  @Get('new')
  @Action('absence.write')
  newPage(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    return this.show(actor, reply, (name) => (name === 'from' ? this.clock.today() : ''), []);
  }

  @Post('new')
  @Action('absence.write')
  async add(@CurrentActor() actor: Actor, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const answers = new FormAnswers(body);
    const given = {
      personId: mayRecordForOthers(actor) ? answers.text('personId') : actor.personId,
      substituteId: answers.text('substituteId') || null,
      from: answers.trimmed('from'),
      to: answers.trimmed('to'),
    };
    answers.refuseOthers();
    const faults = await faultsOf(this.desk.voice(reply), async () =>
      this.teams.addAbsence(actor, { ...validateInput(AbsenceDto, given) }),
    );
    if (!faults) return this.desk.goTo(reply, '/absences', 'flash.saved');
    return this.show(actor, reply, (name) => answers.text(name), faults);
  }

  @Post(':id/end')
  @Action('absence.write')
  async end(
    @CurrentActor() actor: Actor,
    @Param('id', new IdPipe('absence-not-found')) id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    new FormAnswers(body).refuseOthers();
    await this.teams.endAbsence(actor, id);
    this.desk.goTo(reply, '/absences', 'flash.absenceEnded');
  }

  private async charge(actor: Actor): Promise<Charge> {
    const { teams, queues } = await this.teams.teams(actor);
    return inChargeOf(actor, teams, queues);
  }

  private async show(
    actor: Actor,
    reply: FastifyReply,
    valueOf: (name: string) => string,
    faults: readonly DescribedFault[],
  ): Promise<void> {
    const people = await this.colleagues.of(actor);
    const view = absenceForm(
      { voice: this.desk.voice(reply), valueOf, listOf: () => [], faults },
      people,
      actor,
      await this.charge(actor),
    );
    this.desk.show(reply, 'form', view, view.title);
  }
}
