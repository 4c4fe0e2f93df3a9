// The state of a measure on a legal day: publication, own dates, suspensions, recorded statuses, and what an operator has entered.
import { addDays, type Bilingual, type LocalDate } from '#kernel';
import type { EnteredKnowledge } from '../determination/facts';
import type { Entry } from './entry-schema';
import type { Instrument, Measure } from './instrument-schema';
import type { MeasureState } from './rulebook';

export interface StateQuestion {
  readonly day: LocalDate;
  /** Null = everything loaded is known. */
  readonly knownOn: LocalDate | null;
  /** Whether a printed last day is still inside its period. */
  readonly lastDayInclusive: boolean;
  readonly entered: readonly EnteredKnowledge[];
}

export interface MeasurePlace {
  readonly instrument: Instrument;
  readonly measure: Measure;
}

export interface StateAnswer {
  readonly state: MeasureState;
  readonly why: Bilingual;
  readonly basis: readonly string[];
}

interface Pause {
  readonly from: LocalDate;
  /** Last day inside, after the reading of printed last days. */
  readonly to: LocalDate | null;
  readonly unconfirmedAfter: boolean;
  readonly basis: string;
}

/** The day from which the instrument could be known: its portal day, else its publication day; null when neither is recorded. */
export function knowableFrom(instrument: Instrument): LocalDate | null {
  return instrument.postedOn ?? instrument.publishedOn;
}

export function isKnown(instrument: Instrument, knownOn: LocalDate | null): boolean {
  const from = knowableFrom(instrument);
  return knownOn === null || from === null || from <= knownOn;
}

/** Last day inside the period; the reading of printed last days applies only where the row says that it is one. */
export function lastDayInside(to: LocalDate, printed: boolean | undefined, lastDayInclusive: boolean): LocalDate {
  return printed === true && !lastDayInclusive ? addDays(to, -1) : to;
}

/** The state of the measure, or null when the instrument is not published on the day or not known. */
export function stateOf(
  place: MeasurePlace,
  question: StateQuestion,
  find: (id: string) => MeasurePlace | undefined,
): StateAnswer | null {
  const { instrument, measure } = place;
  const { day } = question;
  if (!isKnown(instrument, question.knownOn)) return null;
  if (instrument.publishedOn && instrument.publishedOn > day) return null;
  const start = measure.effectiveFrom ?? measure.effectiveFromNotAfter ?? null;
  if (measure.effectiveFrom && day < measure.effectiveFrom)
    return say('not-yet-effective', `自${measure.effectiveFrom}起施行`, `takes effect on ${measure.effectiveFrom}`, [measure.id]);
  const entered = enteredState(place, question, find);
  if (entered) return entered;
  if (start === null || day < start)
    return say('unsettled', '施行日期尚不明确', 'the day on which it takes effect is not known', [measure.id]);
  return afterStart(place, question, find);
}

function afterStart(
  { instrument, measure }: MeasurePlace,
  question: StateQuestion,
  find: (id: string) => MeasurePlace | undefined,
): StateAnswer {
  const { day } = question;
  if (measure.effectiveTo) {
    const last = lastDayInside(measure.effectiveTo, measure.effectiveToInclusive, question.lastDayInclusive);
    if (last < day) return say('ended', `已于${last}届满`, `ended on ${last}`, [measure.id]);
  }
  const records = (measure.status ?? []).filter((record) => statementKnown(record.basis, question, find));
  const stop = records.find((record) => record.state === 'stopped' && record.from <= day);
  if (stop) return say('ended', `自${stop.from}起停止`, `stopped from ${stop.from}`, [measure.id, stop.basis]);
  const pauses: Pause[] = records
    .filter((record) => record.state === 'suspended')
    .map((record) => ({
      from: record.from,
      to: record.to ?? null,
      unconfirmedAfter: record.statusAfterTo === 'unconfirmed',
      basis: record.basis,
    }));
  for (const id of measure.suspendedBy ?? []) {
    const suspension = find(id);
    if (suspension && isKnown(suspension.instrument, question.knownOn)) pauses.push(pauseOf(suspension, question));
  }
  const running = pauses.find((pause) => pause.from <= day && (pause.to === null || day <= pause.to));
  if (running)
    return say(
      'suspended',
      running.to ? `自${running.from}至${running.to}暂停实施` : `自${running.from}起暂停实施`,
      running.to ? `suspended from ${running.from} to ${running.to}` : `suspended from ${running.from}`,
      [measure.id, running.basis],
    );
  const over = pauses
    .filter((pause) => pause.to !== null && pause.to < day)
    .sort((a, b) => (String(a.to) < String(b.to) ? 1 : -1));
  const latest = over[0];
  if (latest?.unconfirmedAfter)
    return say(
      'unsettled',
      `暂停期已于${latest.to ?? ''}届满，其后是否恢复实施尚无公告确认`,
      `its suspension ran to ${latest.to ?? ''}; no numbered notice says what holds since`,
      [measure.id, latest.basis],
    );
  return say(
    'in-force',
    `自${measure.effectiveFrom ?? instrument.publishedOn ?? ''}起施行`,
    `in force since ${measure.effectiveFrom ?? instrument.publishedOn ?? 'a day not known'}`,
    [measure.id],
  );
}

function pauseOf({ instrument, measure }: MeasurePlace, question: StateQuestion): Pause {
  const printed =
    measure.effectiveTo && lastDayInside(measure.effectiveTo, measure.effectiveToInclusive, question.lastDayInclusive);
  const from = measure.effectiveFrom ?? instrument.publishedOn ?? question.day;
  const extension = question.entered.find(
    (row) => row.effect === 'extends-suspension' && row.to && (row.instrument === instrument.id || row.instrument === measure.id),
  );
  if (extension?.to && (!printed || extension.to > printed))
    return { from, to: extension.to as LocalDate, unconfirmedAfter: false, basis: measure.id };
  return { from, to: printed, unconfirmedAfter: measure.statusAfterEffectiveTo === 'unconfirmed', basis: measure.id };
}

/** What a person has recorded as the state of the law; it beats dates and suspensions but not a start that still lies ahead. */
function enteredState(
  { instrument, measure }: MeasurePlace,
  question: StateQuestion,
  find: (id: string) => MeasurePlace | undefined,
): StateAnswer | null {
  const names = new Set([
    instrument.id,
    measure.id,
    ...(measure.suspendedBy ?? []).flatMap((id) => [id, find(id)?.instrument.id ?? id]),
  ]);
  const row = question.entered.find(
    (entry) =>
      entry.effect === 'state' &&
      entry.state !== undefined &&
      names.has(entry.instrument) &&
      (!entry.from || entry.from <= question.day) &&
      (!entry.to || question.day <= entry.to),
  );
  if (!row?.state) return null;
  const words = row.state === 'suspended' ? { zh: '暂停实施', en: 'suspended' } : { zh: '施行中', en: 'in force' };
  return say(
    row.state,
    `经办人员录入：${row.text === undefined ? words.zh : `“${row.text}”`}`,
    `entered by an operator: ${row.text ?? words.en}`,
    [measure.id],
  );
}

function statementKnown(basis: string, question: StateQuestion, find: (id: string) => MeasurePlace | undefined): boolean {
  const statement = find(basis);
  return !statement || isKnown(statement.instrument, question.knownOn);
}

/** True when the entry's own last day lies behind. */
export function entryEnded(entry: Entry, day: LocalDate, lastDayInclusive: boolean): boolean {
  return entry.effectiveTo !== undefined && lastDayInside(entry.effectiveTo, entry.effectiveToInclusive, lastDayInclusive) < day;
}

function say(state: MeasureState, zh: string, en: string, basis: readonly string[]): StateAnswer {
  return { state, why: { zh, en }, basis };
}
