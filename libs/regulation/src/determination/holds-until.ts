// Until when an answer holds: the first later day on which anything known changes it, and what changes.
import type { LocalDate } from '#kernel';
import { enteredChangePoints } from '../rulebook/change-points';
import type { EnteredKnowledge } from './facts';
import type { LawOnDay, Rulebook } from '../rulebook/rulebook';
import type { Determination, Finding } from './determination';

/** A determination before it is known until when it holds. */
export type Undated = Omit<Determination, 'holdsUntil' | 'notChecked'>;

interface Question {
  readonly rulebook: Rulebook;
  readonly entered: readonly EnteredKnowledge[];
  readonly answer: Undated;
  /** The same determination on another day. */
  again(day: LocalDate): Undated;
}

/** The answer with the day of its first change on it and on each finding. */
export function withHoldsUntil({ rulebook, entered, answer, again }: Question): Undated & Pick<Determination, 'holdsUntil'> {
  const days = [...new Set([...rulebook.changePoints, ...enteredChangePoints(entered)])].filter((day) => day > answer.on).sort();
  const changed = new Map<string, LocalDate>();
  let first: Determination['holdsUntil'] = null;
  for (const day of days) {
    if (first && changed.size === answer.findings.length) break;
    const later = again(day);
    const states = new Map(later.findings.map((finding) => [keyOf(finding), signature(finding)]));
    for (const finding of answer.findings)
      if (!changed.has(keyOf(finding)) && states.get(keyOf(finding)) !== signature(finding)) changed.set(keyOf(finding), day);
    if (!first && summary(later) !== summary(answer)) first = { day, because: reasonFor(rulebook, answer, later, day, entered) };
  }
  return {
    ...answer,
    findings: answer.findings.map((finding) => ({ ...finding, holdsUntil: changed.get(keyOf(finding)) ?? null })),
    holdsUntil: first,
  };
}

function keyOf(finding: Finding): string {
  return `${finding.regime}|${finding.measure}|${finding.nameEn}|${finding.controlCode ?? ''}`;
}

function signature(finding: Finding): string {
  return `${finding.status}|${String(finding.heads)}`;
}

/** Headline, codes, papers and every finding that may head. */
function summary(answer: Undated): string {
  const heading = answer.findings.filter((finding) => finding.heads).map((finding) => `${keyOf(finding)}=${finding.status}`);
  return JSON.stringify([answer.headline, [...answer.controlCodes].sort(), [...answer.documents].sort(), heading.sort()]);
}

function reasonFor(
  rulebook: Rulebook,
  before: Undated,
  after: Undated,
  day: LocalDate,
  entered: readonly EnteredKnowledge[],
): string {
  const old = new Map(before.findings.map((finding) => [keyOf(finding), finding]));
  const moved = after.findings.filter((finding) => old.get(keyOf(finding))?.status !== finding.status);
  const gone = before.findings.filter((finding) => !after.findings.some((row) => keyOf(row) === keyOf(finding)));
  const measures = [...new Set([...moved, ...gone].map((finding) => finding.measure))];
  const law: LawOnDay = rulebook.on(day, before.knownOn, entered);
  const words = measures.map((id) => {
    const place = law.measure(id);
    return place ? `${place.instrument.number} (${id}): ${place.why.en}` : id;
  });
  return words.length > 0 ? words.join('; ') : `the law changes on ${day}`;
}
