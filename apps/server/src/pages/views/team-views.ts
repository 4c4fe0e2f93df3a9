// Teams with their members and queues, and the forms by which an administrator keeps them.
import { may, QUEUE_KINDS, type Actor, type QueueRecord, type TeamRecord } from '#casework';
import { APPLICATION_STATUSES, isWithAuthority } from '#licensing';
import type { DescribedFault } from '../../http/refusals';
import { KIND_OF_QUEUE, STATUS_OF_APPLICATION } from '../../http/words';
import { FormBuilder } from '../forms/form-builder';
import type { Field } from '../forms/field';
import type { NamePair, Voice } from '../rendering/voice';
import type { FormView, Link } from './parts';
import { workTabs, type WorkTab } from './work-tabs';

/** Somebody of the authority, by name. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
}

export interface QueueRow {
  readonly name: NamePair;
  readonly kind: string;
  readonly stages: string;
  readonly feeders: string | null;
  readonly fallback: boolean;
  readonly retired: boolean;
  readonly edit: Link | null;
}

export interface TeamCard {
  readonly anchor: string;
  readonly name: NamePair;
  readonly retired: boolean;
  readonly members: string;
  readonly acts: readonly Link[];
  readonly queues: readonly QueueRow[];
}

export interface TeamActLine {
  readonly what: string;
  readonly who: string;
  readonly changes: readonly string[];
}

export interface TeamsView {
  readonly tabs: readonly WorkTab[];
  readonly add: Link | null;
  readonly teams: readonly TeamCard[];
  /** Null for who does not read the record of changes. */
  readonly acts: readonly TeamActLine[] | null;
}

interface Teams {
  readonly teams: readonly TeamRecord[];
  readonly queues: readonly QueueRecord[];
}

/** Teams in use first. */
export function teamsView(
  { teams, queues }: Teams,
  people: readonly Colleague[],
  acts: readonly TeamActLine[] | null,
  actor: Actor,
  voice: Voice,
): TeamsView {
  const { t } = voice;
  const writes = may('team.write', actor);
  const sorted = [...teams].sort((one, other) => Number(one.retired) - Number(other.retired));
  return {
    tabs: workTabs('/teams', actor, voice),
    add: writes ? { href: '/teams/new', text: t('teams.add') } : null,
    acts,
    teams: sorted.map((team) => {
      const name = voice.pair(team.name);
      return {
        anchor: `team-${team.id}`,
        name,
        retired: team.retired,
        members: membersText(team, people, voice),
        acts: writes ? teamActs(team, name.text, voice) : [],
        queues: queues.filter(({ teamId }) => teamId === team.id).map((queue) => queueRow(queue, queues, writes, voice)),
      };
    }),
  };
}

function teamActs({ id, retired }: TeamRecord, name: string, { t }: Voice): Link[] {
  return [
    { href: `/teams/${id}`, text: t('teams.change', { name }) },
    { href: `/teams/${id}/members`, text: t('teams.changeMembers', { name }) },
    ...(retired ? [] : [{ href: `/teams/${id}/queues/new`, text: t('queues.add', { name }) }]),
  ];
}

function membersText({ memberIds }: TeamRecord, people: readonly Colleague[], voice: Voice): string {
  const names = memberIds.map((id) => people.find((person) => person.id === id)?.name);
  const known = names.filter((name) => name !== undefined).sort();
  const left = names.length - known.length;
  const all = [...known, ...(left > 0 ? [voice.t('teams.othersLeft', { count: left })] : [])];
  return all.length > 0 ? voice.list(all) : voice.t('teams.nobody');
}

function queueRow(queue: QueueRecord, queues: readonly QueueRecord[], writes: boolean, voice: Voice): QueueRow {
  const name = voice.pair(queue.name);
  const feeders = queues.filter(({ id }) => queue.feederIds.includes(id)).map((feeder) => voice.pair(feeder.name).text);
  return {
    name,
    kind: voice.say(KIND_OF_QUEUE[queue.kind]),
    stages: stagesText(queue.stages, voice),
    feeders: feeders.length > 0 ? voice.t('queues.after', { queues: voice.list(feeders) }) : null,
    fallback: queue.fallback,
    retired: queue.retired,
    edit: writes ? { href: `/teams/queues/${queue.id}`, text: voice.t('queues.change', { name: name.text }) } : null,
  };
}

/** The stages in words; all of them as one word. */
export function stagesText(stages: readonly (keyof typeof STATUS_OF_APPLICATION)[], voice: Voice): string {
  const all = APPLICATION_STATUSES.filter(isWithAuthority);
  if (all.every((stage) => stages.includes(stage))) return voice.t('stages.all');
  return voice.list(stages.map((stage) => voice.say(STATUS_OF_APPLICATION[stage])));
}

export interface Given {
  readonly voice: Voice;
  readonly valueOf: (name: string) => string;
  readonly listOf: (name: string) => readonly string[];
  readonly faults: readonly DescribedFault[];
}

/** For a new team, or an existing one with whether it is in use. */
export function teamForm({ voice, valueOf, faults }: Given, team: TeamRecord | null): FormView {
  const { t } = voice;
  const form = new FormBuilder(voice, valueOf, faults);
  const fields: Field[] = [...nameFields(form, voice), ...(team ? [usedField(form, voice)] : [])];
  return {
    title: team ? t('teams.change', { name: voice.pair(team.name).text }) : t('teams.add'),
    back: { href: '/teams', text: t('teams.back') },
    action: team ? `/teams/${team.id}` : '/teams/new',
    version: team?.version ?? null,
    errors: form.errors(fields),
    fields,
    submit: t('teams.save'),
  };
}

/** `people` are those who can be members: active or invited officers. */
export function membersForm(
  { voice, valueOf, listOf, faults }: Given,
  team: TeamRecord,
  people: readonly (Colleague & { readonly roles: string })[],
): FormView {
  const { t } = voice;
  const form = new FormBuilder(voice, valueOf, faults);
  const choices = people.map(({ id, name, roles }) => ({ value: id, label: name, hint: roles }));
  const label = t('teams.members');
  const fields = [
    form.choices('personIds', { label, hint: t('hint.members'), type: 'checkbox', chosen: listOf('personIds'), choices }),
  ];
  return {
    title: t('teams.changeMembers', { name: voice.pair(team.name).text }),
    back: { href: '/teams', text: t('teams.back') },
    action: `/teams/${team.id}/members`,
    version: team.version,
    errors: form.errors(fields),
    fields,
    submit: t('teams.save'),
  };
}

/** Stages that some queue can take. */
export function stageChoices(voice: Voice) {
  return APPLICATION_STATUSES.filter(isWithAuthority).map((value) => ({
    value,
    label: voice.say(STATUS_OF_APPLICATION[value]),
    hint: null,
  }));
}

/** For a new queue of the team, or an existing one; the fallback queue keeps its kind and stages. */
export function queueForm(
  { voice, valueOf, listOf, faults }: Given,
  { teams, queues }: Teams,
  queue: QueueRecord | { readonly teamId: string },
): FormView {
  const { t } = voice;
  const form = new FormBuilder(voice, valueOf, faults);
  const present = 'id' in queue ? queue : null;
  const team = form.select('teamId', {
    label: t('queues.team'),
    choices: teams
      .filter(({ retired }) => !retired)
      .map(({ id, name }) => ({ value: id, label: voice.pair(name).text, hint: null })),
  });
  const fields: Field[] = [
    ...nameFields(form, voice),
    ...(present ? [team] : []),
    ...(present?.fallback ? [] : workFields(form, voice, queues, present, listOf)),
    ...(present && !present.fallback ? [usedField(form, voice)] : []),
  ];
  const owner = teams.find(({ id }) => id === queue.teamId);
  return {
    title: present
      ? t('queues.change', { name: voice.pair(present.name).text })
      : t('queues.add', { name: owner ? voice.pair(owner.name).text : '' }),
    back: { href: '/teams', text: t('teams.back') },
    action: present ? `/teams/queues/${present.id}` : `/teams/${queue.teamId}/queues/new`,
    version: present?.version ?? null,
    errors: form.errors(fields),
    fields,
    submit: t('teams.save'),
  };
}

function workFields(
  form: FormBuilder,
  voice: Voice,
  queues: readonly QueueRecord[],
  present: QueueRecord | null,
  listOf: Given['listOf'],
): Field[] {
  const { t } = voice;
  const feeders = queues.filter(({ id, retired, fallback }) => !retired && !fallback && id !== present?.id);
  return [
    form.choices('kind', {
      label: t('queues.kind'),
      type: 'radio',
      choices: QUEUE_KINDS.map((value) => ({ value, label: voice.say(KIND_OF_QUEUE[value]), hint: t(`kindAbout.${value}`) })),
    }),
    form.choices('stages', {
      label: t('queues.stages'),
      hint: t('hint.stages'),
      type: 'checkbox',
      chosen: listOf('stages'),
      choices: stageChoices(voice),
    }),
    ...(feeders.length > 0
      ? [
          form.choices('feederIds', {
            label: t('queues.feeders'),
            hint: t('hint.feeders'),
            type: 'checkbox' as const,
            chosen: listOf('feederIds'),
            choices: feeders.map(({ id, name }) => ({ value: id, label: voice.pair(name).text, hint: null })),
          }),
        ]
      : []),
  ];
}

function nameFields(form: FormBuilder, { t }: Voice): Field[] {
  return [
    form.text('name.zh', { label: t('teams.nameZh'), lang: 'zh', width: 'half' }),
    form.text('name.en', { label: t('teams.nameEn'), lang: 'en', width: 'half' }),
  ];
}

function usedField(form: FormBuilder, { t }: Voice): Field {
  return form.choices('retired', {
    label: t('teams.use'),
    type: 'radio',
    choices: [
      { value: 'no', label: t('teams.used'), hint: null },
      { value: 'yes', label: t('teams.retired'), hint: t('hint.retired') },
    ],
  });
}
