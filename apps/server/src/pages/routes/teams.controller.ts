// Teams and their queues as pages: officers read them, an administrator keeps them.
import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ManagePeople, ManageTeams, may, type Actor, type TeamRecord } from '#casework';
import { Refusal } from '#kernel';
import { MembersDto, nameOf, TeamChangeDto, TeamDto } from '../../api/administration/team.dto';
import { IdPipe } from '../../http/id.pipe';
import type { DescribedFault } from '../../http/refusals';
import { Action } from '../../http/security/action';
import { CurrentActor } from '../../http/security/current-actor';
import { validateInput } from '../../http/validate-input';
import { ROLE } from '../../http/words';
import { Colleagues } from '../door/colleagues';
import { Desk } from '../door/desk';
import { faultsOf } from '../door/faults';
import { FormAnswers } from '../forms/form-answers';
import { MOST_ACTS_SHOWN, teamActLines } from '../views/team-act-views';
import { membersForm, teamForm, teamsView } from '../views/team-views';

const TeamId = () => Param('id', new IdPipe('team-not-found'));

@ApiExcludeController()
@Controller('teams')
export class TeamPages {
  constructor(
    private readonly desk: Desk,
    private readonly teams: ManageTeams,
    private readonly colleagues: Colleagues,
    private readonly people: ManagePeople,
  ) {}

  @Get()
  @Action('team.read')
  async list(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const voice = this.desk.voice(reply);
    const [all, people] = [await this.teams.teams(actor), await this.colleagues.of(actor)];
    const acts = may('team.acts.read', actor) ? (await this.teams.acts(actor, { limit: MOST_ACTS_SHOWN })).rows : null;
    const view = teamsView(all, people, acts && teamActLines(acts, { ...all, people }, voice), actor, voice);
    this.desk.show(reply, 'teams', view, voice.t('teams.title'));
  }

  @Get('new')
  @Action('team.write')
  newPage(@Res() reply: FastifyReply): void {
    this.showTeam(reply, null, () => '', []);
  }

  @Post('new')
  @Action('team.write')
  async add(@CurrentActor() actor: Actor, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const answers = new FormAnswers(body);
    const name = { zh: answers.text('name.zh'), en: answers.text('name.en') };
    answers.refuseOthers();
    const faults = await faultsOf(this.desk.voice(reply), async () =>
      this.teams.addTeam(actor, nameOf(validateInput(TeamDto, { name }).name)),
    );
    if (!faults) return this.desk.goTo(reply, '/teams', 'flash.saved');
    this.showTeam(reply, null, (field) => answers.text(field), faults);
  }

  @Get(':id')
  @Action('team.write')
  async page(@CurrentActor() actor: Actor, @TeamId() id: string, @Res() reply: FastifyReply): Promise<void> {
    const team = await this.team(actor, id);
    const stored: Readonly<Record<string, string>> = {
      'name.zh': team.name.zh,
      'name.en': team.name.en,
      retired: team.retired ? 'yes' : 'no',
    };
    this.showTeam(reply, team, (field) => stored[field] ?? '', []);
  }

  @Post(':id')
  @Action('team.write')
  async change(
    @CurrentActor() actor: Actor,
    @TeamId() id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const answers = new FormAnswers(body);
    const given = {
      version: answers.version(),
      name: { zh: answers.text('name.zh'), en: answers.text('name.en') },
      retired: answers.text('retired') === 'yes',
    };
    answers.refuseOthers();
    const team = await this.team(actor, id);
    const faults = await faultsOf(this.desk.voice(reply), async () => {
      const { version, name, retired } = validateInput(TeamChangeDto, given);
      await this.teams.changeTeam(actor, id, version, {
        ...(name && { name: nameOf(name) }),
        ...(retired !== undefined && { retired }),
      });
    });
    if (!faults) return this.desk.goTo(reply, '/teams', 'flash.saved');
    this.showTeam(reply, { ...team, version: given.version }, (field) => answers.text(field), faults);
  }

  @Get(':id/members')
  @Action('team.write')
  async membersPage(@CurrentActor() actor: Actor, @TeamId() id: string, @Res() reply: FastifyReply): Promise<void> {
    const team = await this.team(actor, id);
    return this.showMembers(actor, reply, team, team.memberIds, []);
  }

  @Post(':id/members')
  @Action('team.write')
  async setMembers(
    @CurrentActor() actor: Actor,
    @TeamId() id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const answers = new FormAnswers(body);
    const given = { version: answers.version(), personIds: [...answers.list('personIds')] };
    answers.refuseOthers();
    const team = await this.team(actor, id);
    const work = async () => {
      const { version, personIds } = validateInput(MembersDto, given);
      await this.teams.setMembers(actor, id, version, personIds);
    };
    const faults = await faultsOf(this.desk.voice(reply), work, (at) => at.replace(/\.\d+$/, ''));
    if (!faults) return this.desk.goTo(reply, '/teams', 'flash.saved');
    return this.showMembers(actor, reply, { ...team, version: given.version }, given.personIds, faults);
  }

  private showTeam(
    reply: FastifyReply,
    team: TeamRecord | null,
    valueOf: (name: string) => string,
    faults: readonly DescribedFault[],
  ): void {
    const view = teamForm({ voice: this.desk.voice(reply), valueOf, listOf: () => [], faults }, team);
    this.desk.show(reply, 'form', view, view.title);
  }

  private async showMembers(
    actor: Actor,
    reply: FastifyReply,
    team: TeamRecord,
    chosen: readonly string[],
    faults: readonly DescribedFault[],
  ): Promise<void> {
    const voice = this.desk.voice(reply);
    const people = (await this.people.people(actor))
      .filter(({ organisationId, state }) => organisationId === team.organisationId && state !== 'deactivated')
      .map(({ id, name, roles }) => ({ id, name, roles: voice.list(roles.map((role) => voice.say(ROLE[role]))) }));
    const view = membersForm({ voice, valueOf: () => '', listOf: () => chosen, faults }, team, people);
    this.desk.show(reply, 'form', view, view.title);
  }

  private async team(actor: Actor, id: string): Promise<TeamRecord> {
    const team = (await this.teams.teams(actor)).teams.find((row) => row.id === id);
    if (!team) throw new Refusal('missing', 'team-not-found', { id });
    return team;
  }
}
