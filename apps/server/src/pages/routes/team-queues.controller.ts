// The queues of teams as forms of an administrator: what a queue takes, and after which others.
import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ManageTeams, type Actor, type QueueRecord } from '#casework';
import { Refusal } from '#kernel';
import { newQueue, queueChange, QueueChangeDto, QueueDto } from '../../api/administration/team.dto';
import { IdPipe } from '../../http/id.pipe';
import type { DescribedFault } from '../../http/refusals';
import { Action } from '../../http/security/action';
import { CurrentActor } from '../../http/security/current-actor';
import { validateInput } from '../../http/validate-input';
import { Desk } from '../door/desk';
import { faultsOf } from '../door/faults';
import { FormAnswers } from '../forms/form-answers';
import { queueForm, type Given } from '../views/team-views';

const TeamId = () => Param('id', new IdPipe('team-not-found'));
const QueueId = () => Param('id', new IdPipe('queue-not-found'));

@ApiExcludeController()
@Controller('teams')
export class TeamQueuePages {
  constructor(
    private readonly desk: Desk,
    private readonly teams: ManageTeams,
  ) {}

  @Get(':id/queues/new')
  @Action('team.write')
  newPage(@CurrentActor() actor: Actor, @TeamId() id: string, @Res() reply: FastifyReply): Promise<void> {
    return this.show(actor, reply, { teamId: id }, { valueOf: () => '', listOf: () => [] }, []);
  }

  @Post(':id/queues/new')
  @Action('team.write')
  async add(
    @CurrentActor() actor: Actor,
    @TeamId() id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const answers = new FormAnswers(body);
    const given = { teamId: id, name: nameIn(answers), ...workIn(answers) };
    answers.refuseOthers();
    const work = async () => this.teams.addQueue(actor, newQueue(validateInput(QueueDto, given)));
    const faults = await faultsOf(this.desk.voice(reply), work, fieldOf);
    if (!faults) return this.desk.goTo(reply, '/teams', 'flash.saved');
    return this.show(actor, reply, { teamId: id }, written(answers), faults);
  }

  @Get('queues/:id')
  @Action('team.write')
  async page(@CurrentActor() actor: Actor, @QueueId() id: string, @Res() reply: FastifyReply): Promise<void> {
    const queue = await this.queue(actor, id);
    return this.show(actor, reply, queue, stored(queue), []);
  }

  @Post('queues/:id')
  @Action('team.write')
  async change(
    @CurrentActor() actor: Actor,
    @QueueId() id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const answers = new FormAnswers(body);
    const queue = await this.queue(actor, id);
    const given = {
      version: answers.version(),
      teamId: answers.text('teamId'),
      name: nameIn(answers),
      ...(queue.fallback ? {} : { ...workIn(answers), retired: answers.text('retired') === 'yes' }),
    };
    answers.refuseOthers();
    const work = async () => {
      const valid = validateInput(QueueChangeDto, given);
      await this.teams.changeQueue(actor, id, valid.version, queueChange(valid));
    };
    const faults = await faultsOf(this.desk.voice(reply), work, fieldOf);
    if (!faults) return this.desk.goTo(reply, '/teams', 'flash.saved');
    return this.show(actor, reply, { ...queue, version: given.version }, written(answers), faults);
  }

  private async show(
    actor: Actor,
    reply: FastifyReply,
    queue: QueueRecord | { readonly teamId: string },
    given: Pick<Given, 'valueOf' | 'listOf'>,
    faults: readonly DescribedFault[],
  ): Promise<void> {
    const all = await this.teams.teams(actor);
    if (!all.teams.some(({ id }) => id === queue.teamId)) throw new Refusal('missing', 'team-not-found', { id: queue.teamId });
    const view = queueForm({ voice: this.desk.voice(reply), ...given, faults }, all, queue);
    this.desk.show(reply, 'form', view, view.title);
  }

  private async queue(actor: Actor, id: string): Promise<QueueRecord> {
    const queue = (await this.teams.teams(actor)).queues.find((row) => row.id === id);
    if (!queue) throw new Refusal('missing', 'queue-not-found', { id });
    return queue;
  }
}

function nameIn(answers: FormAnswers) {
  return { zh: answers.text('name.zh'), en: answers.text('name.en') };
}

function workIn(answers: FormAnswers) {
  return { kind: answers.text('kind'), stages: [...answers.list('stages')], feederIds: [...answers.list('feederIds')] };
}

function written(answers: FormAnswers): Pick<Given, 'valueOf' | 'listOf'> {
  return { valueOf: (name) => answers.text(name), listOf: (name) => answers.list(name) };
}

function stored({ teamId, name, kind, retired, stages, feederIds }: QueueRecord): Pick<Given, 'valueOf' | 'listOf'> {
  const texts: Readonly<Record<string, string>> = {
    teamId,
    'name.zh': name.zh,
    'name.en': name.en,
    kind,
    retired: retired ? 'yes' : 'no',
  };
  const lists: Readonly<Record<string, readonly string[]>> = { stages, feederIds };
  return { valueOf: (field) => texts[field] ?? '', listOf: (field) => lists[field] ?? [] };
}

/** A fault in one of several choices is shown at their question. */
function fieldOf(at: string): string {
  return at.replace(/^(stages|feederIds)\.\d+$/, '$1');
}
