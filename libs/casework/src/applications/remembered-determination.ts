// Remembers determinations for as long as the process lives: a determination is a pure function of rulebook, facts, day and readings, and the same one
// is asked for when the exporter looks, when the exporter files, and when the reviewer looks.
import { createHash } from 'node:crypto';
import type { LocalDate } from '#kernel';
import {
  determine as determineAnew,
  type Determination,
  type ExportFacts,
  type RecordedReading,
  type Rulebook,
} from '#regulation';

/** Answers kept per rulebook; the one that was asked for longest ago goes first. */
export const MOST_REMEMBERED = 200;

const remembered = new WeakMap<Rulebook, Map<string, Determination>>();

/** As `determine` of the regulation room; the answer is shared and frozen. Refusals are not remembered. */
export function determine(
  rulebook: Rulebook,
  facts: ExportFacts,
  on: LocalDate,
  readings: readonly RecordedReading[] = [],
): Determination {
  const answers = remembered.get(rulebook) ?? new Map<string, Determination>();
  remembered.set(rulebook, answers);
  const key = createHash('sha256')
    .update(JSON.stringify([on, facts, readings]))
    .digest('base64');
  const answer = answers.get(key) ?? frozenCopy(determineAnew(rulebook, facts, on, undefined, readings));
  answers.delete(key);
  answers.set(key, answer);
  const [oldest] = answers.keys();
  if (answers.size > MOST_REMEMBERED && oldest !== undefined) answers.delete(oldest);
  return answer;
}

/** Plain data as a copy that nobody can change; the rulebook's own rows stay as they are. */
function frozenCopy<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  const copy = Array.isArray(value)
    ? value.map((one: unknown) => frozenCopy(one))
    : Object.fromEntries(Object.entries(value).map(([key, one]: [string, unknown]) => [key, frozenCopy(one)]));
  return Object.freeze(copy) as T;
}
