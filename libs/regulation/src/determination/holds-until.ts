// Until when an answer holds: the first later day on which anything known changes it, and what changes.
import type { Bilingual, LocalDate } from '#kernel';
import { enteredChangePoints } from '../rulebook/change-points';
import { instrumentName } from '../rulebook/instrument-name';
import type { EnteredKnowledge } from './facts';
import type { LawOnDay, Rulebook } from '../rulebook/rulebook';
import type { Determination, Finding } from './determination';

/** A determination before it is known until when it holds. */
export type Undated = Omit<Determination, 'holdsUntil' | 'notChecked' | 'workingStatus'>;

interface Question {
  readonly rulebook: Rulebook;
  readonly entered: readonly EnteredKnowledge[];
  readonly answer: Undated;
  /** False when the change of the law from one day to the next leaves every status, code and paper as it is. */
  mayChange(before: LawOnDay, after: LawOnDay): boolean;
  /** The same determination on another day. */
  again(day: LocalDate): Undated;
}

/** The answer with the day of its first change on it and on each finding. */
export function withHoldsUntil(question: Question): Undated & Pick<Determination, 'holdsUntil'> {
  const { rulebook, entered, answer } = question;
  const days = [...new Set([...rulebook.changePoints, ...enteredChangePoints(entered)])].filter((day) => day > answer.on).sort();
  const own = byKey(answer.findings);
  const ownSummary = summary(answer);
  let law = rulebook.on(answer.on, answer.knownOn, entered);
  const changed = new Map<Finding, LocalDate>();
  let first: Determination['holdsUntil'] = null;
  for (const day of days) {
    if (first && changed.size === answer.findings.length) break;
    const before = law;
    law = rulebook.on(day, answer.knownOn, entered);
    if (!question.mayChange(before, law)) continue;
    const later = question.again(day);
    const states = byKey(later.findings);
    for (const [key, finding] of own) {
      const then = states.get(key);
      if (!changed.has(finding) && (!then || signature(then) !== signature(finding))) changed.set(finding, day);
    }
    if (!first && summary(later) !== ownSummary) first = { day, because: reasonFor(own, states, law) };
  }
  return {
    ...answer,
    findings: answer.findings.map((finding) => ({ ...finding, holdsUntil: changed.get(finding) ?? null })),
    holdsUntil: first,
  };
}

function keyOf(finding: Finding): string {
  return `${finding.regime}|${finding.measure}|${finding.nameEn}|${finding.controlCode ?? ''}`;
}

/** The findings by what they are about; a second one about the same is told apart by its place. */
export function byKey(findings: readonly Finding[]): Map<string, Finding> {
  const keyed = new Map<string, Finding>();
  for (const finding of findings) {
    let key = keyOf(finding);
    while (keyed.has(key)) key = `${key}+`;
    keyed.set(key, finding);
  }
  return keyed;
}

function signature(finding: Finding): string {
  return `${finding.status}|${String(finding.heads)}`;
}

/** Headline, codes, papers and every finding that may head. */
function summary(answer: Undated): string {
  const heading = answer.findings.filter((finding) => finding.heads).map((finding) => `${keyOf(finding)}=${finding.status}`);
  return JSON.stringify([answer.headline, [...answer.controlCodes].sort(), [...answer.documents].sort(), heading.sort()]);
}

/** The measures whose findings come, go or change, with their state on the day. */
function reasonFor(before: ReadonlyMap<string, Finding>, after: ReadonlyMap<string, Finding>, law: LawOnDay): Bilingual {
  const moved = [...after].filter(([key, finding]) => before.get(key)?.status !== finding.status);
  const gone = [...before].filter(([key]) => !after.has(key));
  const measures = [...new Set([...moved, ...gone].map(([, finding]) => finding.measure))];
  const words = measures.map((id): Bilingual => {
    const place = law.measure(id);
    if (!place) return { zh: id, en: id };
    const name = instrumentName(place.instrument);
    return { zh: `${name.zh}（${id}）：${place.why.zh}`, en: `${name.en} (${id}): ${place.why.en}` };
  });
  if (words.length === 0) return { zh: `法规于${law.day}有变`, en: `the law changes on ${law.day}` };
  return { zh: words.map(({ zh }) => zh).join('；'), en: words.map(({ en }) => en).join('; ') };
}
