// What of the law can matter to one set of facts: candidate and named entries, listings that a name hits, rules that fit the question.
// Narrowing leaves out only what every finding passes over, so that many days are cheap to ask.
import type { Instrument, LawNote, LawRule, Measure } from '../rulebook/law';
import type { LawChanges } from '../rulebook/law-changes';
import type { EntryRow, LawOnDay, MeasureOnDay, Rulebook } from '../rulebook/rulebook';
import { candidatesOf, codeCovers } from './candidates';
import type { ExportFacts } from './facts';
import { namesEntry } from './classify';
import { isAnswered } from './rule-conditions';
import { fitsQuestion } from './rule-findings';
import { listedRows } from './screen';
import { destinationsOf, isAbroad, type Situation } from './situation';
import { namesMeasure, refsOf } from './statement-words';

/** Kinds that speak through their entries. */
const LISTS = new Set<Measure['kind']>(['item', 'technology', 'entity-list']);
/** Kinds that speak through their rules, or through the state that they give to other measures. */
const SILENT = new Set<Measure['kind']>(['procedure', 'statement', 'suspension', 'repeal']);

export interface Pertinence {
  /** A rule that fits the question turns on the day itself. */
  readonly hasClock: boolean;
  /** The law of a day without what cannot matter; `measure` still finds every measure. */
  narrow(law: LawOnDay): LawOnDay;
  /** False when the changes leave every status, code and paper of the findings as it is. */
  isTouchedBy(changes: LawChanges): boolean;
}

export function pertinentTo(situation: Situation): Pertinence {
  const { rulebook, facts, stated } = situation;
  const rows = new Set([...candidatesOf(rulebook, stated).keys(), ...namedRows(rulebook, facts), ...hitRows(rulebook, facts)]);
  const near = byMeasure(rulebook, rows);
  const asked = askedStates(rulebook, facts);
  const heading = facts.procedure?.['headingSought'];
  const listed = situation.statements('falls-under', 'item').flatMap(refsOf);
  const kept = new Map<string, ReadonlySet<string> | 'all'>();
  const guidance = new Set<string>();
  for (const instrument of rulebook.instruments) {
    const reached = isReached(instrument, situation, rows);
    for (const measure of instrument.measures) {
      const all = rulebook.rowsOf(measure.id);
      const own =
        typeof heading === 'string'
          ? all.filter((row) => rows.has(row.id) || isUnder(row, heading))
          : (near.get(measure.id) ?? []);
      const always =
        measure.codeFormat !== undefined ||
        asked.has(measure.id) ||
        listed.some((ref) => namesMeasure(ref, instrument.id, measure.id)) ||
        (measure.controlHeading !== undefined && measure.controlHeading === heading) ||
        (measure.rules ?? []).some((rule) => fitsQuestion(rule, facts));
      if (LISTS.has(measure.kind)) {
        if (own.length > 0 || always) kept.set(measure.id, new Set(own.map((row) => row.id)));
        for (const row of own) rows.add(row.id);
        for (const note of own.length > 0 ? [...own.map(({ entry }) => entry), measure, instrument].flatMap(notesOf) : [])
          if (note.citation.guidance) guidance.add(note.citation.guidance);
      } else if (always || (!SILENT.has(measure.kind) && mayConcern(measure, situation, reached))) {
        kept.set(measure.id, 'all');
        for (const row of all) rows.add(row.id);
        for (const note of [...all.map(({ entry }) => entry), measure, instrument].flatMap(notesOf))
          if (note.citation.guidance) guidance.add(note.citation.guidance);
      }
    }
  }
  return {
    hasClock: rulesOf(rulebook).some((rule) => rule.otherwise !== undefined && fitsQuestion(rule, facts)),
    narrow(law) {
      const measures: MeasureOnDay[] = [];
      for (const [id, own] of kept) {
        const place = law.measure(id);
        if (!place) continue;
        measures.push(own === 'all' ? place : { ...place, entries: place.entries.filter((row) => own.has(row.id)) });
      }
      return { ...law, measures };
    },
    isTouchedBy({ measures, rows: changedRows, guidance: changedGuidance }) {
      return (
        some(measures, (id) => kept.has(id)) ||
        some(changedRows, (id) => rows.has(id)) ||
        some(changedGuidance, (id) => guidance.has(id))
      );
    },
  };
}

const measuresByRow = new WeakMap<Rulebook, ReadonlyMap<string, { readonly measure: string; readonly row: EntryRow }>>();

/** The rows by their measure. */
function byMeasure(rulebook: Rulebook, ids: Iterable<string>): ReadonlyMap<string, EntryRow[]> {
  const index =
    measuresByRow.get(rulebook) ??
    new Map(
      rulebook.instruments
        .flatMap(({ measures }) => measures)
        .flatMap(({ id }) => rulebook.rowsOf(id).map((row) => [row.id, { measure: id, row }] as const)),
    );
  measuresByRow.set(rulebook, index);
  const grouped = new Map<string, EntryRow[]>();
  for (const id of ids) {
    const found = index.get(id);
    if (found) grouped.set(found.measure, [...(grouped.get(found.measure) ?? []), found.row]);
  }
  return grouped;
}

function some(ids: ReadonlySet<string>, test: (id: string) => boolean): boolean {
  for (const id of ids) if (test(id)) return true;
  return false;
}

function notesOf(row: { inclusions?: readonly LawNote[] | undefined; exclusions?: readonly LawNote[] | undefined }): LawNote[] {
  return [...(row.inclusions ?? []), ...(row.exclusions ?? [])];
}

/** Entries that a statement names by code or number. */
function namedRows(rulebook: Rulebook, { statements }: ExportFacts): string[] {
  const of = (...predicates: string[]) =>
    (statements ?? []).filter(({ predicate }) => predicates.includes(predicate)).flatMap(refsOf);
  const codes = new Set(of('falls-under', 'does-not-fall-under', 'meets-control-points-of'));
  if (codes.size === 0) return [];
  const words = of('meets-control-points-of');
  return rulebook.instruments
    .flatMap(({ measures }) => measures)
    .flatMap(({ id }) => rulebook.rowsOf(id))
    .filter(
      ({ entry }) => codes.has(entry.controlCode ?? entry.catalogueNumber ?? '') || words.some((said) => namesEntry(said, entry)),
    )
    .map(({ id }) => id);
}

/** Listings under a name of a party or of its owner. */
function hitRows(rulebook: Rulebook, { parties }: ExportFacts): string[] {
  return (parties ?? [])
    .flatMap(({ name, nameZh, ownedBy }) => [name, nameZh, ...(ownedBy ?? []).map((owner) => owner.name)])
    .flatMap((name) => (name === undefined ? [] : [...listedRows(rulebook, name)]));
}

function isUnder({ entry }: EntryRow, heading: unknown): boolean {
  return typeof heading === 'string' && entry.controlCode !== undefined && codeCovers(heading, entry.controlCode);
}

/** A rule on destinations, risks or reach abroad that the facts come near. */
function mayConcern({ kind, legalEffect, scope }: Measure, situation: Situation, reached: boolean): boolean {
  if (isAbroad(situation)) return true;
  if (reached && (kind === 'de-minimis' || kind === 'foreign-produced' || legalEffect === 'disclosure-duty')) return true;
  if (kind !== 'end-use') return false;
  const { destinations } = scope;
  if (Array.isArray(destinations) && destinationsOf(situation).some((country) => destinations.includes(country))) return true;
  return allegesRisk(situation.facts);
}

/** The item comes near the annex of a rule that reaches abroad. */
function isReached({ id, measures }: Instrument, { rulebook, facts }: Situation, rows: ReadonlySet<string>): boolean {
  return (
    measures.some(
      ({ id: measure, kind }) =>
        (kind === 'de-minimis' || kind === 'foreign-produced') && rulebook.rowsOf(measure).some((row) => rows.has(row.id)),
    ) || (facts.statements ?? []).some((row) => refsOf(row).some((ref) => ref.startsWith(id)))
  );
}

function allegesRisk({ endUse, statements }: ExportFacts): boolean {
  return (statements ?? []).length > 0 || (endUse?.flags ?? []).some((flag) => flag !== 'civil');
}

const STATE_OF = 'finding.measureState:';

/** Measures whose state a rule asks for, of the rules that the facts can meet. */
function askedStates(rulebook: Rulebook, facts: ExportFacts): ReadonlySet<string> {
  const fitting: LawRule[] = [
    ...rulebook.rules.filter((rule) => Object.keys(rule.conditions).every((path) => isAnswered(path, facts))),
    ...rulesOf(rulebook).filter((rule) => fitsQuestion(rule, facts)),
  ];
  return new Set(
    fitting
      .flatMap(({ conditions, needs }) => [...Object.keys(conditions), ...Object.keys(needs ?? {})])
      .filter((path) => path.startsWith(STATE_OF))
      .map((path) => path.slice(STATE_OF.length)),
  );
}

const rulesByRulebook = new WeakMap<Rulebook, readonly LawRule[]>();

/** The rules of all measures. */
function rulesOf(rulebook: Rulebook): readonly LawRule[] {
  const known = rulesByRulebook.get(rulebook);
  if (known) return known;
  const rules = rulebook.instruments.flatMap(({ measures }) => measures).flatMap((measure) => measure.rules ?? []);
  rulesByRulebook.set(rulebook, rules);
  return rules;
}
