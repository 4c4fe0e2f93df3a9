// Whose absence an officer may record, and which absences cannot be right.
import type { Fault, LocalDate } from '#kernel';
import type { Actor } from '../actor';
import type { PersonRecord } from '../records';
import type { AbsenceRecord, QueueRecord, TeamRecord } from './queue-records';

export type NewAbsence = Pick<AbsenceRecord, 'personId' | 'substituteId' | 'from' | 'to'>;

/**
 * Whose absences the actor records and ends: the own; a team lead those of members of the own teams, managers and administrators anybody's. The team of the
 * fallback queue holds all officers and is no team in this sense.
 */
export function inChargeOf(
  { personId: own, roles }: Actor,
  teams: readonly TeamRecord[],
  queues: readonly QueueRecord[],
): (personId: string) => boolean {
  const ofAll = queues.find(({ fallback }) => fallback)?.teamId;
  const mine = teams.filter(({ id, retired, memberIds }) => !retired && id !== ofAll && memberIds.includes(own));
  const led = new Set(roles.includes('team-lead') ? mine.flatMap(({ memberIds }) => memberIds) : []);
  const wide = roles.includes('manager') || roles.includes('administrator');
  return (personId) => personId === own || wide || led.has(personId);
}

/** `others`: absences that have not ended. Nobody makes themselves the substitute of another, and who is away on one of the days stands in for nobody. */
export function absenceFaults(
  { personId, substituteId, from, to }: NewAbsence,
  { actor, people, others, today }: AbsenceScene,
): Fault[] {
  const active = (id: string) => people.some((person) => person.id === id && person.state === 'active');
  const away = others.find((row) => row.personId === substituteId && row.from <= to && from <= row.to);
  const faults: Fault[] = [];
  if (!active(personId)) faults.push({ code: 'person-unfit', at: 'personId' });
  if (substituteId !== null && (!active(substituteId) || substituteId === personId))
    faults.push({ code: 'person-unfit', at: 'substituteId' });
  else if (substituteId === actor.personId) faults.push({ code: 'substitute-is-you', at: 'substituteId' });
  else if (away) faults.push({ code: 'substitute-away', at: 'substituteId', facts: { from: away.from, to: away.to } });
  if (to < from) faults.push({ code: 'days-reversed', at: 'to' });
  if (to < today) faults.push({ code: 'day-passed', at: 'to' });
  return faults;
}

export interface AbsenceScene {
  readonly actor: Actor;
  readonly people: readonly PersonRecord[];
  readonly others: readonly AbsenceRecord[];
  readonly today: LocalDate;
}
