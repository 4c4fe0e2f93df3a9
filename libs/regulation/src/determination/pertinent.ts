// What of the law can matter to one set of facts: candidate and named entries, listings that a name hits, rules that fit the question.
// Narrowing leaves out only what every finding passes over, so that many days are cheap to ask.
import type { StatedItem } from '../condition/stated';
import type { LawNote, LawRule, Measure } from '../rulebook/law';
import type { EntryRow, LawOnDay, MeasureOnDay, Rulebook } from '../rulebook/rulebook';
import { candidatesOf, codeCovers } from './candidates';
import type { ExportFacts } from './facts';
import { fitsQuestion } from './rule-findings';
import { listedRows } from './screen';
import { refsOf } from './situation';

/** Kinds that speak through their entries. */
const LISTS = new Set<Measure['kind']>(['item', 'technology', 'entity-list']);
/** Kinds that speak through their rules, or through the state that they give to other measures. */
const SILENT = new Set<Measure['kind']>(['procedure', 'statement', 'suspension', 'repeal']);

export interface Pertinence {
  /** The law of a day without what cannot matter; `measure` still finds every measure. */
  narrow(law: LawOnDay): LawOnDay;
  /** The same text for two days of the narrowed law means the same statuses, codes and papers. */
  fingerprint(narrowed: LawOnDay): string;
}

export function pertinentTo(rulebook: Rulebook, facts: ExportFacts, stated: StatedItem): Pertinence {
  const rows = new Set([...candidatesOf(rulebook, stated).keys(), ...namedRows(rulebook, facts), ...hitRows(rulebook, facts)]);
  const asked = askedAbout(rulebook);
  const heading = facts.procedure?.['headingSought'];
  const kept = new Map<string, ReadonlySet<string> | 'all'>();
  const guidance = new Set<string>();
  for (const instrument of rulebook.instruments)
    for (const measure of instrument.measures) {
      const own = rulebook.rowsOf(measure.id).filter((row) => rows.has(row.id) || isUnder(row, heading));
      for (const note of [...own.map(({ entry }) => entry), measure, instrument].flatMap(notesOf))
        if (own.length > 0 && note.citation.guidance) guidance.add(note.citation.guidance);
      if (!LISTS.has(measure.kind)) {
        if (!SILENT.has(measure.kind) || isAlwaysAsked(measure, asked, facts)) kept.set(measure.id, 'all');
      } else if (own.length > 0 || isAlwaysAsked(measure, asked, facts) || measure.controlHeading === heading)
        kept.set(measure.id, new Set(own.map((row) => row.id)));
    }
  return {
    narrow(law) {
      const measures = law.measures.flatMap((place): MeasureOnDay[] => {
        const own = kept.get(place.measure.id);
        if (!own) return [];
        return own === 'all' ? [place] : [{ ...place, entries: place.entries.filter((row) => own.has(row.id)) }];
      });
      return { ...law, measures };
    },
    fingerprint(law) {
      const states = law.measures.map((place) => `${place.measure.id}=${place.state}${rowsText(place, law)}`);
      const published = [...guidance].filter((id) => law.guidancePublished(id));
      // A rule's clock may turn on the day itself.
      return [facts.procedure ? law.day : '', ...states, ...published].join('\n');
    },
  };
}

function rowsText({ entries, measure }: MeasureOnDay, { day }: LawOnDay): string {
  if (!LISTS.has(measure.kind) && entries.length === 0) return '';
  return entries
    .map(({ id, entry }) => `|${id}${entry.controlCodeSince !== undefined && entry.controlCodeSince > day ? '-' : '+'}`)
    .join('');
}

function notesOf(row: { inclusions?: readonly LawNote[] | undefined; exclusions?: readonly LawNote[] | undefined }): LawNote[] {
  return [...(row.inclusions ?? []), ...(row.exclusions ?? [])];
}

/** Entries that a statement names by code or number. */
function namedRows(rulebook: Rulebook, { statements }: ExportFacts): string[] {
  const refs = new Set(
    (statements ?? [])
      .filter(({ predicate }) => predicate === 'falls-under' || predicate === 'does-not-fall-under')
      .flatMap(refsOf),
  );
  if (refs.size === 0) return [];
  return rulebook.instruments
    .flatMap(({ measures }) => measures)
    .flatMap(({ id }) => rulebook.rowsOf(id))
    .filter(({ entry }) => refs.has(entry.controlCode ?? entry.catalogueNumber ?? ''))
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

function isAlwaysAsked(measure: Measure, asked: ReadonlySet<string>, facts: ExportFacts): boolean {
  return (
    measure.codeFormat !== undefined ||
    measure.legalEffect === 'liability' ||
    measure.legalEffect === 'disclosure-duty' ||
    asked.has(measure.id) ||
    (measure.rules ?? []).some((rule) => fitsQuestion(rule, facts))
  );
}

const askedByRulebook = new WeakMap<Rulebook, ReadonlySet<string>>();

/** Measures whose state a rule asks for. */
function askedAbout(rulebook: Rulebook): ReadonlySet<string> {
  const known = askedByRulebook.get(rulebook);
  if (known) return known;
  const rules: LawRule[] = [
    ...rulebook.rules,
    ...rulebook.instruments.flatMap(({ measures }) => measures).flatMap(({ rules }) => rules ?? []),
  ];
  const prefix = 'finding.measureState:';
  const made = new Set(
    rules
      .flatMap(({ conditions, needs }) => [...Object.keys(conditions), ...Object.keys(needs ?? {})])
      .filter((path) => path.startsWith(prefix))
      .map((path) => path.slice(prefix.length)),
  );
  askedByRulebook.set(rulebook, made);
  return made;
}
