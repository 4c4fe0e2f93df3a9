// What of the law can matter to one set of facts: candidate and named entries, listings that a name hits, rules that fit the question.
// Narrowing leaves out only what every finding passes over, so that many days are cheap to ask.
import type { Instrument, LawNote, LawRule, Measure } from '../rulebook/law';
import type { LawChanges } from '../rulebook/law-changes';
import type { EntryRow, LawOnDay, MeasureOnDay, Rulebook } from '../rulebook/rulebook';
import { codeCovers } from '../rulebook/stated-code';
import { candidatesOf } from './candidates';
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
  const byName = typeof heading === 'string' || listed.length > 0;
  const concerns = nearness(situation);
  const reach = new Map<Instrument, boolean>();
  for (const { instrument, measure, reaches, allGuidance } of byName
    ? outlineOf(rulebook).all
    : spoken(rulebook, facts, new Set([...near.keys(), ...asked]))) {
    const reached = reaches && (reach.get(instrument) ?? isReached(instrument, situation, near));
    if (reaches) reach.set(instrument, reached);
    const all = rulebook.rowsOf(measure.id);
    const own =
      typeof heading === 'string' ? all.filter((row) => rows.has(row.id) || isUnder(row, heading)) : (near.get(measure.id) ?? []);
    const always =
      measure.codeFormat !== undefined ||
      asked.has(measure.id) ||
      listed.some((ref) => namesMeasure(ref, instrument.id, measure.id)) ||
      (measure.controlHeading !== undefined && measure.controlHeading === heading) ||
      (measure.rules ?? []).some((rule) => fitsQuestion(rule, facts));
    if (LISTS.has(measure.kind)) {
      if (own.length > 0 || always) kept.set(measure.id, new Set(own.map((row) => row.id)));
      for (const row of own) rows.add(row.id);
      if (own.length > 0) for (const id of guidanceOf([...own.map(({ entry }) => entry), measure, instrument])) guidance.add(id);
    } else if (always || (!SILENT.has(measure.kind) && concerns(measure, reached))) {
      kept.set(measure.id, 'all');
      for (const row of all) rows.add(row.id);
      for (const id of allGuidance) guidance.add(id);
    }
  }
  return {
    hasClock: rulesOf(rulebook).withClock.some((rule) => fitsQuestion(rule, facts)),
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

interface Outlined {
  readonly instrument: Instrument;
  readonly measure: Measure;
  /** It may speak even where no entry of it is near and nobody names it. */
  readonly speaks: boolean;
  /** It may so speak where no question of procedure is asked. */
  readonly speaksUnasked: boolean;
  /** Whether nearness to an annex of the instrument can matter to one of its measures. */
  readonly reaches: boolean;
  /** The guidance that notes of the instrument, the measure and its entries rest on. */
  readonly allGuidance: readonly string[];
}

interface Outline {
  readonly all: readonly Outlined[];
  readonly byRow: ReadonlyMap<string, { readonly measure: string; readonly row: EntryRow }>;
}

const outlines = new WeakMap<Rulebook, Outline>();

function outlineOf(rulebook: Rulebook): Outline {
  const kept = outlines.get(rulebook);
  if (kept) return kept;
  const speaks = ({ kind, codeFormat }: Measure, rules: readonly LawRule[]) =>
    codeFormat !== undefined || rules.length > 0 || !(LISTS.has(kind) || SILENT.has(kind));
  const all = rulebook.instruments.flatMap((instrument) => {
    const reaches = instrument.measures.some(
      ({ kind, legalEffect }) => kind === 'de-minimis' || kind === 'foreign-produced' || legalEffect === 'disclosure-duty',
    );
    return instrument.measures.map((measure): Outlined => {
      const { rules = [], entries } = measure;
      return {
        instrument,
        measure,
        speaks: speaks(measure, rules),
        speaksUnasked: speaks(
          measure,
          rules.filter((rule) => fitsQuestion(rule, {})),
        ),
        reaches,
        allGuidance: guidanceOf([...entries, measure, instrument]),
      };
    });
  });
  const made: Outline = {
    all,
    byRow: new Map(
      all.flatMap(({ measure: { id } }) => rulebook.rowsOf(id).map((row) => [row.id, { measure: id, row }] as const)),
    ),
  };
  outlines.set(rulebook, made);
  return made;
}

/** The measures that speak by themselves and those of the ids, in the order of the law. */
function spoken(rulebook: Rulebook, { procedure }: ExportFacts, ids: ReadonlySet<string>): readonly Outlined[] {
  return outlineOf(rulebook).all.filter(
    ({ measure, speaks, speaksUnasked }) => (procedure === undefined ? speaksUnasked : speaks) || ids.has(measure.id),
  );
}

/** The rows by their measure. */
function byMeasure(rulebook: Rulebook, ids: Iterable<string>): ReadonlyMap<string, EntryRow[]> {
  const { byRow } = outlineOf(rulebook);
  const grouped = new Map<string, EntryRow[]>();
  for (const id of ids) {
    const found = byRow.get(id);
    if (!found) continue;
    const rows = grouped.get(found.measure);
    if (rows) rows.push(found.row);
    else grouped.set(found.measure, [found.row]);
  }
  return grouped;
}

function some(ids: ReadonlySet<string>, test: (id: string) => boolean): boolean {
  for (const id of ids) if (test(id)) return true;
  return false;
}

interface Noted {
  readonly inclusions?: readonly LawNote[] | undefined;
  readonly exclusions?: readonly LawNote[] | undefined;
}

/** The guidance that the notes rest on. */
function guidanceOf(rows: readonly Noted[]): string[] {
  const ids: string[] = [];
  for (const { inclusions, exclusions } of rows)
    for (const notes of [inclusions, exclusions])
      for (const { citation } of notes ?? []) if (citation.guidance) ids.push(citation.guidance);
  return ids;
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

/** Whether a rule on destinations, risks or reach abroad is one that the facts come near. */
function nearness(situation: Situation): (measure: Measure, reached: boolean) => boolean {
  const abroad = isAbroad(situation);
  const countries = destinationsOf(situation);
  const risky = allegesRisk(situation.facts);
  return ({ kind, legalEffect, scope: { destinations } }, reached) => {
    if (abroad) return true;
    if (reached && (kind === 'de-minimis' || kind === 'foreign-produced' || legalEffect === 'disclosure-duty')) return true;
    if (kind !== 'end-use') return false;
    return risky || (Array.isArray(destinations) && countries.some((country) => destinations.includes(country)));
  };
}

/** The item comes near the annex of a rule that reaches abroad. */
function isReached({ id, measures }: Instrument, { facts }: Situation, near: ReadonlyMap<string, unknown>): boolean {
  return (
    measures.some(({ id: measure, kind }) => (kind === 'de-minimis' || kind === 'foreign-produced') && near.has(measure)) ||
    (facts.statements ?? []).some((row) => refsOf(row).some((ref) => ref.startsWith(id)))
  );
}

function allegesRisk({ endUse, statements }: ExportFacts): boolean {
  return (statements ?? []).length > 0 || (endUse?.flags ?? []).some((flag) => flag !== 'civil');
}

const STATE_OF = 'finding.measureState:';

/** Measures whose state a rule asks for, of the rules that the facts can meet. */
function askedStates(rulebook: Rulebook, facts: ExportFacts): ReadonlySet<string> {
  const { general, ofMeasures } = rulesOf(rulebook);
  const states = new Set<string>();
  for (const { rule, states: asked } of general)
    if (asked.length > 0 && Object.keys(rule.conditions).every((path) => isAnswered(path, facts)))
      for (const state of asked) states.add(state);
  for (const { rule, states: asked } of ofMeasures)
    if (asked.length > 0 && fitsQuestion(rule, facts)) for (const state of asked) states.add(state);
  return states;
}

interface AskingRule {
  readonly rule: LawRule;
  /** Measures whose state it asks for. */
  readonly states: readonly string[];
}

interface AskingRules {
  readonly general: readonly AskingRule[];
  readonly ofMeasures: readonly AskingRule[];
  /** Rules of measures that turn on the day itself. */
  readonly withClock: readonly LawRule[];
}

const rulesByRulebook = new WeakMap<Rulebook, AskingRules>();

function rulesOf(rulebook: Rulebook): AskingRules {
  const known = rulesByRulebook.get(rulebook);
  if (known) return known;
  const ofMeasures = rulebook.instruments.flatMap(({ measures }) => measures).flatMap((measure) => measure.rules ?? []);
  const made = {
    general: rulebook.rules.map(asking),
    ofMeasures: ofMeasures.map(asking),
    withClock: ofMeasures.filter((rule) => rule.otherwise !== undefined),
  };
  rulesByRulebook.set(rulebook, made);
  return made;
}

function asking(rule: LawRule): AskingRule {
  const paths = [...Object.keys(rule.conditions), ...Object.keys(rule.needs ?? {})];
  return { rule, states: paths.filter((path) => path.startsWith(STATE_OF)).map((path) => path.slice(STATE_OF.length)) };
}
