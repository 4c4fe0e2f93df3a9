// The determination of an export on a legal day: one finding per rule that comes into question, the gravest heads.
import { Refusal, type LocalDate } from '#kernel';
import { changesBetween } from '../rulebook/law-changes';
import { lawPoint, type LawPoint } from '../rulebook/law-point';
import type { LawOnDay, Rulebook } from '../rulebook/rulebook';
import { candidatesOf, ITEM_KINDS } from './candidates';
import { catalogueCandidates, catalogueFindings } from './catalogue-findings';
import { catchAllFindings } from './catch-all-findings';
import { checkFacts } from './check-facts';
import { destinationFindings } from './destination-findings';
import type { AnswerOnDay, Determination, Finding } from './determination';
import type { ExportFacts } from './facts';
import { byGravity, rankOf } from './gravity';
import { withHoldsUntil, type Undated } from './holds-until';
import { itemFindings, type ItemOutcome } from './item-findings';
import { notChecked } from './not-checked';
import { partyFindings } from './party-findings';
import { pertinentTo, type Pertinence } from './pertinent';
import { reachFindings } from './reach-findings';
import { generalRuleFindings, measureRuleFindings } from './rule-findings';
import { situationOf, statedBy, type Situation } from './situation';
import { withStatementsAsFacts } from './statement-words';
import type { RecordedReading } from './recorded-reading';
import type { Status } from './status';
import { underReadings } from './under-readings';

/**
 * What the loaded law asks of the export on the legal day `on`, as known on `knownOn` (default: everything loaded). `readings` are those recorded of
 * unsettled measures: they change no finding and no headline, they stand beside them.
 * Throws Refusal (kind invalid): `determination.day-before-law` for a day, or a day of knowledge, before the first loaded measure,
 * `determination.facts-malformed` with its faults for facts that cannot be: unknown units, shares over 100 %.
 */
export function determine(
  rulebook: Rulebook,
  facts: ExportFacts,
  on: LocalDate,
  knownOn?: LocalDate,
  readings: readonly RecordedReading[] = [],
): Determination {
  const { situation, pertinence } = asked(rulebook, facts, on, knownOn ?? null);
  const { entered, law, stated } = situation;
  const again = (day: LocalDate) => answerIn({ ...situation, law: pertinence.narrow(rulebook.on(day, law.knownOn, entered)) });
  const readsCatalogue = catalogueCandidates(situation).length > 0;
  const mayChange = (before: LawOnDay, after: LawOnDay) =>
    pertinence.hasClock ||
    readsCatalogue ||
    isBeforeLists({ rulebook, stated, law: before }) !== isBeforeLists({ rulebook, stated, law: after }) ||
    pertinence.isTouchedBy(changesBetween(rulebook, before, after));
  const narrowed = pertinence.narrow(law);
  const answer = withHoldsUntil({ rulebook, entered, answer: answerIn({ ...situation, law: narrowed }), mayChange, again });
  const answerUnder = (read: LawOnDay) => answerIn({ ...situation, law: read });
  return { ...underReadings({ answer, law: narrowed, readings, answerUnder }), notChecked: notChecked(situation) };
}

/**
 * The same answer for the day alone: it does not say until when it holds or what was not checked, and costs a fraction, for who asks about very many
 * exports. Throws as `determine`.
 */
export function answerOn(
  rulebook: Rulebook,
  facts: ExportFacts,
  on: LocalDate,
  knownOn?: LocalDate,
  readings: readonly RecordedReading[] = [],
): AnswerOnDay {
  const { situation, pertinence } = asked(rulebook, facts, on, knownOn ?? null);
  const law = pertinence.narrow(situation.law);
  const answerUnder = (read: LawOnDay) => answerIn({ ...situation, law: read });
  return underReadings({ answer: answerUnder(law), law, readings, answerUnder });
}

/**
 * The answers for the days alone at two points, for who asks what a change of the law does to very many exports. Null where no change of the law between
 * the points touches the facts: headline, codes, papers and every status are the same at both. Throws as `determine`.
 */
export function answersAt(
  rulebook: Rulebook,
  facts: ExportFacts,
  before: LawPoint,
  after: LawPoint,
  readings: readonly RecordedReading[] = [],
): { readonly before: AnswerOnDay; readonly after: AnswerOnDay } | null {
  lawPoint(rulebook, before);
  const { situation, pertinence } = asked(rulebook, facts, after.on, after.knownOn);
  const answerUnder = (law: LawOnDay) => answerIn({ ...situation, law });
  const at = (full: LawOnDay) => {
    const law = pertinence.narrow(full);
    return underReadings({ answer: answerUnder(law), law, readings, answerUnder });
  };
  const earlier = rulebook.on(before.on, before.knownOn, situation.entered);
  const isSame =
    (readings.length === 0 || before.knownOn === after.knownOn) &&
    !pertinence.hasClock &&
    catalogueCandidates(situation).length === 0 &&
    isBeforeLists({ rulebook, stated: situation.stated, law: earlier }) === isBeforeLists(situation) &&
    !pertinence.isTouchedBy(changesBetween(rulebook, earlier, situation.law));
  return isSame ? null : { before: at(earlier), after: at(situation.law) };
}

interface Asked {
  readonly situation: Situation;
  readonly pertinence: Pertinence;
}

function asked(rulebook: Rulebook, facts: ExportFacts, on: LocalDate, knownOn: LocalDate | null): Asked {
  lawPoint(rulebook, { on, knownOn });
  const faults = checkFacts(rulebook, facts);
  if (faults.length > 0) throw new Refusal('invalid', 'determination.facts-malformed', {}, faults);
  const told = withStatementsAsFacts(facts);
  const situation = situationOf(rulebook, told, on, knownOn, statedBy(rulebook, told));
  const pertinence = pertinentTo(situation);
  return { situation, pertinence };
}

function answerIn(situation: Situation): Undated {
  const { law, rulebook } = situation;
  const item = itemFindings(situation);
  const substantive = [
    ...item.findings,
    ...destinationFindings(situation, item),
    ...partyFindings(situation, item),
    ...catalogueFindings(situation, item),
    ...reachFindings(situation),
    ...catchAllFindings(situation, item),
  ];
  const first = byGravity(substantive)[0]?.status ?? null;
  const general = generalRuleFindings({ situation, item, findings: substantive, headline: first });
  const { findings: ruled, unanswered } = measureRuleFindings({ situation, item, findings: substantive, headline: first });
  const heading = headed(byGravity(substantive), general, ruled);
  const findings = [...heading, ...[...substantive, ...general, ...ruled].filter((finding) => !finding.heads)];
  return {
    on: law.day,
    knownOn: law.knownOn,
    rulebookHash: rulebook.hash,
    headline: unanswered && !isBarred(heading) ? 'review' : (heading[0]?.status ?? withoutFinding(situation, item)),
    controlCodes: codesOf(findings),
    documents: documentsOf(heading, findings),
    findings,
  };
}

/**
 * Order of the findings that may head: a procedure answer to its own question, unless the act is barred; a general rule that replaces
 * the headline; then by gravity.
 */
function headed(substantive: readonly Finding[], general: readonly Finding[], ruled: readonly Finding[]): Finding[] {
  const rules = ruled.filter((finding) => finding.heads);
  const replacing = general.filter((finding) => finding.heads && finding.status === 'review');
  const weighed = byGravity([...general.filter((finding) => !replacing.includes(finding)), ...substantive]);
  return isBarred(weighed) ? [...weighed, ...rules, ...replacing] : [...rules, ...replacing, ...weighed];
}

function isBarred([first]: readonly Finding[]): boolean {
  return first !== undefined && rankOf(first.status) <= rankOf('denial-presumption');
}

/**
 * An item with no fact at all is for a person; so is one of a kind that the lists do not tell, one on a day before the first loaded list of its kind,
 * and technology that no entry comes near.
 */
function withoutFinding(situation: Situation, item: ItemOutcome): Status {
  if (situation.stated.isEmpty || !ITEM_KINDS.includes(situation.stated.kind) || isBeforeLists(situation)) return 'review';
  if (situation.stated.kind !== 'technology') return 'not-controlled';
  return item.candidates > 0 || catalogueCandidates(situation).length > 0 || comesIntoCatalogueLater(situation)
    ? 'contract-registration'
    : 'review';
}

const listsBegin = new WeakMap<Rulebook, ReadonlyMap<string, LocalDate>>();

/** No loaded list of the kind had begun on the day: nothing is known of what was listed then. */
function isBeforeLists({ rulebook, law, stated }: Pick<Situation, 'rulebook' | 'law' | 'stated'>): boolean {
  const begin = listsBegin.get(rulebook) ?? firstLists(rulebook);
  listsBegin.set(rulebook, begin);
  const first = begin.get(stated.kind === 'technology' ? 'technology' : 'item');
  return first === undefined || law.day < first;
}

/** The first day of a measure with entries, by the kind of measure. */
function firstLists(rulebook: Rulebook): ReadonlyMap<string, LocalDate> {
  const first = new Map<string, LocalDate>();
  for (const measure of rulebook.instruments.flatMap(({ measures }) => measures)) {
    const day = measure.effectiveFrom ?? measure.effectiveFromNotAfter;
    if (day === undefined || rulebook.rowsOf(measure.id).length === 0) continue;
    const kept = first.get(measure.kind);
    if (kept === undefined || day < kept) first.set(measure.kind, day);
  }
  return first;
}

/** Technology that a later edition of the catalogue names is free on this day. */
function comesIntoCatalogueLater({ rulebook, stated }: Situation): boolean {
  const candidates = candidatesOf(rulebook, stated);
  return rulebook.instruments
    .flatMap((instrument) => instrument.measures)
    .some((measure) => measure.kind === 'technology' && rulebook.rowsOf(measure.id).some((row) => candidates.has(row.id)));
}

/** Codes of met findings, gravest first; suspended and not yet effective ones are named too. */
function codesOf(findings: readonly Finding[]): string[] {
  const named = findings.filter((finding) => finding.conditions?.verdict === 'met' || finding.status === 'licence-required');
  return [
    ...new Set(
      named
        .filter((finding) => finding.status !== 'not-controlled' && finding.status !== 'review')
        .map((finding) => finding.controlCode)
        .filter((code) => code !== null),
    ),
  ];
}

/** Papers of the findings that operate; a prohibition leaves no other application open. */
function documentsOf(heading: readonly Finding[], findings: readonly Finding[]): string[] {
  const barred = heading[0]?.status === 'prohibited' || heading[0]?.status === 'prohibited-technology';
  return [...new Set((barred ? heading.slice(0, 1) : findings).flatMap((finding) => finding.documents))];
}
