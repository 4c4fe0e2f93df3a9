// The determination of an export on a legal day: one finding per rule that comes into question, the gravest heads.
import { Refusal, type LocalDate } from '#kernel';
import { changesBetween } from '../rulebook/law-changes';
import type { LawOnDay, Rulebook } from '../rulebook/rulebook';
import { candidatesOf, ITEM_KINDS } from './candidates';
import { catalogueCandidates, catalogueFindings } from './catalogue-findings';
import { catchAllFindings } from './catch-all-findings';
import { checkFacts } from './check-facts';
import { destinationFindings } from './destination-findings';
import type { Determination, Finding } from './determination';
import type { ExportFacts } from './facts';
import { byGravity, rankOf } from './gravity';
import { withHoldsUntil, type Undated } from './holds-until';
import { itemFindings, type ItemOutcome } from './item-findings';
import { notChecked } from './not-checked';
import { partyFindings } from './party-findings';
import { pertinentTo } from './pertinent';
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
 * Throws Refusal (kind invalid): `determination.day-before-law` for a day before the first loaded measure,
 * `determination.facts-malformed` with its faults for facts that cannot be: unknown units, shares over 100 %.
 */
export function determine(
  rulebook: Rulebook,
  facts: ExportFacts,
  on: LocalDate,
  knownOn?: LocalDate,
  readings: readonly RecordedReading[] = [],
): Determination {
  if (on < rulebook.firstDay) throw new Refusal('invalid', 'determination.day-before-law', { on, firstDay: rulebook.firstDay });
  const faults = checkFacts(rulebook, facts);
  if (faults.length > 0) throw new Refusal('invalid', 'determination.facts-malformed', {}, faults);
  const known = knownOn ?? null;
  const told = withStatementsAsFacts(facts);
  const stated = statedBy(rulebook, told);
  const situation = situationOf(rulebook, told, on, known, stated);
  const pertinence = pertinentTo(situation);
  const { entered } = situation;
  const lawOn = (day: LocalDate) => pertinence.narrow(rulebook.on(day, known, entered));
  const again = (day: LocalDate) => answerIn({ ...situation, law: lawOn(day) });
  const readsCatalogue = catalogueCandidates(situation).length > 0;
  const mayChange = (before: LawOnDay, after: LawOnDay) =>
    pertinence.hasClock || readsCatalogue || pertinence.isTouchedBy(changesBetween(rulebook, before, after));
  const answer = withHoldsUntil({ rulebook, entered, answer: again(on), mayChange, again });
  const answerUnder = (law: LawOnDay) => answerIn({ ...situation, law });
  return { ...underReadings({ answer, law: lawOn(on), readings, answerUnder }), notChecked: notChecked(situation) };
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

/** An item with no fact at all is for a person; so is one of a kind that the lists do not tell, and technology that no entry comes near. */
function withoutFinding(situation: Situation, item: ItemOutcome): Status {
  if (situation.stated.isEmpty || !ITEM_KINDS.includes(situation.stated.kind)) return 'review';
  if (situation.stated.kind !== 'technology') return 'not-controlled';
  return item.candidates > 0 || catalogueCandidates(situation).length > 0 || comesIntoCatalogueLater(situation)
    ? 'contract-registration'
    : 'review';
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
