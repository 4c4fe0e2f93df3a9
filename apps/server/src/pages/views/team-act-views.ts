// The record of what was done to teams, members, queues and absences, in words: who, when, what, and each field before and after.
import { QUEUE_KINDS, type QueueRecord, type TeamActRecord, type TeamRecord } from '#casework';
import { APPLICATION_STATUSES } from '#licensing';
import { KIND_OF_QUEUE } from '../../http/words';
import type { Voice } from '../rendering/voice';
import { stagesText, type Colleague, type TeamActLine } from './team-views';

/** Acts that the page shows, the newest ones; the API pages through all. */
export const MOST_ACTS_SHOWN = 20;

export interface Known {
  readonly teams: readonly TeamRecord[];
  readonly queues: readonly QueueRecord[];
  readonly people: readonly Colleague[];
}

/** Fields in the order in which a line names them. */
const FIELDS = [
  'name',
  'teamId',
  'kind',
  'stages',
  'feederIds',
  'memberIds',
  'personId',
  'substituteId',
  'from',
  'to',
  'retired',
] as const;
type Field = (typeof FIELDS)[number];

export function teamActLines(acts: readonly TeamActRecord[], known: Known, voice: Voice): TeamActLine[] {
  const { t } = voice;
  return acts.map((act) => {
    const by = act.personName ?? t('absences.somebody');
    return {
      what: t(`teamAct.${act.act}`, { name: subjectOf(act, known, voice) }),
      who: t('teamAct.by', { name: by, at: voice.moment(act.at) }),
      changes: FIELDS.filter((field) => JSON.stringify(act.before?.[field]) !== JSON.stringify(act.after?.[field])).map((field) =>
        t('teamAct.field', {
          field: t(`teamActField.${field}`),
          before: textOf(field, act.before?.[field], known, voice),
          after: textOf(field, act.after?.[field], known, voice),
        }),
      ),
    };
  });
}

function subjectOf({ subjectId, before, after }: TeamActRecord, { teams, queues, people }: Known, voice: Voice): string {
  const named = teams.find(({ id }) => id === subjectId) ?? queues.find(({ id }) => id === subjectId);
  return named ? voice.say(named.name) : nameOf((after ?? before)?.['personId'], people, voice);
}

function nameOf(id: unknown, people: readonly Colleague[], { t }: Voice): string {
  return people.find((person) => person.id === id)?.name ?? t('absences.somebody');
}

function textOf(field: Field, value: unknown, { teams, queues, people }: Known, voice: Voice): string {
  const { t } = voice;
  if (value === undefined || value === null) return t('teamAct.nothing');
  const list = Array.isArray(value) ? value.map(String) : [];
  const queuesNamed = () => queues.filter(({ id }) => list.includes(id)).map(({ name }) => voice.say(name));
  const kind = QUEUE_KINDS.find((one) => one === value);
  const name = value as { zh?: unknown; en?: unknown };
  const texts: Readonly<Record<Field, () => string>> = {
    name: () => [name.zh, name.en].filter((text) => typeof text === 'string').join(' · '),
    teamId: () => [...teams.filter(({ id }) => id === value).map((team) => voice.say(team.name))].join(''),
    kind: () => (kind ? voice.say(KIND_OF_QUEUE[kind]) : ''),
    stages: () =>
      stagesText(
        APPLICATION_STATUSES.filter((status) => list.includes(status)),
        voice,
      ),
    feederIds: () => voice.list(queuesNamed()),
    memberIds: () => voice.list(list.map((id) => nameOf(id, people, voice))),
    personId: () => nameOf(value, people, voice),
    substituteId: () => nameOf(value, people, voice),
    from: () => String(value),
    to: () => String(value),
    retired: () => t(value === true ? 'teams.retired' : 'teams.used'),
  };
  return texts[field]() || t('teamAct.nothing');
}
