// Checks that rows fit each other: ids are unique, references lead somewhere, suspensions are named at both ends, dates are in order.
import type { ConditionNode } from './condition-schema';
import type { Entry, LawNote } from './entry-schema';
import type { Instrument, Measure } from './instrument-schema';
import { walkConditions } from './walk-conditions';
import type { LawFault } from './law-text';
import type { LawContent, LawDocument } from './read-law';
import type { LawRule } from './rule-schema';
import { acceptedUnits, isUnit } from '../condition/units';

type Path = readonly PropertyKey[];

/** What references may lead to; filled from the raw files, so that one broken file does not make others dangle. */
interface Index {
  readonly instruments: Map<string, number>;
  readonly measures: Map<string, { suspends: readonly string[]; kind: unknown; instrument: string }>;
  readonly suspendedBy: Map<string, readonly string[]>;
  readonly guidance: Set<string>;
  readonly codes: Set<string>;
  readonly words: Map<string, string>;
  readonly rules: Set<string>;
}

/** Adds the faults of the references between the documents. */
export function checkReferences(documents: readonly LawDocument[], faults: LawFault[]): void {
  const index = indexOf(documents, faults);
  for (const document of documents) {
    if (!document.content) continue;
    if (document.kind === 'instrument') new InstrumentCheck(document, document.content as Instrument, index, faults).run();
    if (document.kind === 'rules') {
      const { rules } = document.content as LawContent<'rules'>;
      rules.forEach((rule, i) => {
        checkRule(rule, ['rules', i], document, index, faults);
      });
    }
  }
}

function indexOf(documents: readonly LawDocument[], faults: LawFault[]): Index {
  const index: Index = {
    instruments: new Map(),
    measures: new Map(),
    suspendedBy: new Map(),
    guidance: new Set(),
    codes: new Set(),
    words: new Map(),
    rules: new Set(),
  };
  for (const document of documents) {
    if (document.kind === 'guidance' || document.kind === 'propertyWords') {
      const raw = document.raw as { guidance?: { id?: string }[]; propertyWords?: Record<string, { unit?: string }> };
      (raw.guidance ?? []).forEach((row, i) => {
        if (index.guidance.has(String(row.id)))
          faults.push(
            document.fault(['guidance', i, 'id'], `id "${String(row.id)}" stands twice`, 'give one of the rows another id'),
          );
        index.guidance.add(String(row.id));
      });
      for (const [word, row] of Object.entries(raw.propertyWords ?? {})) index.words.set(word, String(row.unit));
    }
    if (document.kind === 'instrument') indexInstrument(document, index, faults);
  }
  return index;
}

function indexInstrument(document: LawDocument, index: Index, faults: LawFault[]): void {
  const raw = document.raw as { id?: string; measures?: Partial<Measure>[] };
  const id = String(raw.id);
  if (index.instruments.has(id))
    faults.push(document.fault(['id'], `id "${id}" stands twice`, 'give one of the instruments another id'));
  index.instruments.set(id, 1);
  (Array.isArray(raw.measures) ? raw.measures : []).forEach((measure, i) => {
    const measureId = String(measure.id);
    if (index.measures.has(measureId))
      faults.push(document.fault(['measures', i, 'id'], `id "${measureId}" stands twice`, 'give one of the measures another id'));
    index.measures.set(measureId, { suspends: measure.scope?.suspends ?? [], kind: measure.kind, instrument: id });
    index.suspendedBy.set(measureId, measure.suspendedBy ?? []);
    for (const entry of measure.entries ?? []) if (entry.controlCode) index.codes.add(entry.controlCode);
    for (const code of measure.reservedCodes ?? []) index.codes.add(code);
  });
}

class InstrumentCheck {
  constructor(
    private readonly document: LawDocument,
    private readonly instrument: Instrument,
    private readonly index: Index,
    private readonly faults: LawFault[],
  ) {}

  run(): void {
    this.notes(this.instrument, []);
    this.instrument.measures.forEach((measure, i) => {
      this.measure(measure, ['measures', i]);
    });
  }

  private add(at: Path, what: string, cure: string): void {
    this.faults.push(this.document.fault(at, what, cure));
  }

  private measure(measure: Measure, at: Path): void {
    if (!measure.id.startsWith(`${this.instrument.id}.`))
      this.add(
        [...at, 'id'],
        `id "${measure.id}" does not begin with the id of its instrument`,
        `begin it with "${this.instrument.id}."`,
      );
    if (measure.effectiveFrom && measure.effectiveTo && measure.effectiveTo < measure.effectiveFrom)
      this.add([...at, 'effectiveTo'], 'the last day lies before the first', 'correct one of the two days');
    this.suspensions(measure, at);
    (measure.status ?? []).forEach((record, i) => {
      if (record.to && record.to < record.from)
        this.add([...at, 'status', i, 'to'], 'the last day lies before the first', 'correct one of the two days');
      if (!this.known(record.basis)) this.dangling([...at, 'status', i, 'basis'], record.basis);
    });
    const { scope } = measure;
    for (const [key, ids] of Object.entries({
      concerns: scope.concerns,
      replaces: scope.replaces && [scope.replaces],
      partlyCancels: scope.partlyCancels && [scope.partlyCancels],
    }))
      (ids || []).forEach((id) => {
        if (!this.known(id)) this.dangling([...at, 'scope', key], id);
      });
    this.notes(measure, at);
    this.tree(measure.parameters, [...at, 'parameters']);
    if (measure.threshold) this.word(measure.threshold.property, measure.threshold.unit, [...at, 'threshold', 'property']);
    (measure.rules ?? []).forEach((rule, i) => {
      if (!rule.id.startsWith(`${measure.id}#`))
        this.add(
          [...at, 'rules', i, 'id'],
          `id "${rule.id}" does not begin with the id of its measure`,
          `begin it with "${measure.id}#"`,
        );
      checkRule(rule, [...at, 'rules', i], this.document, this.index, this.faults);
    });
    measure.entries.forEach((entry, i) => {
      this.entry(entry, [...at, 'entries', i]);
    });
  }

  private suspensions(measure: Measure, at: Path): void {
    (measure.suspendedBy ?? []).forEach((id, i) => {
      const place = [...at, 'suspendedBy', i];
      const suspension = this.index.measures.get(id);
      if (!suspension) this.dangling(place, id);
      else if (suspension.kind !== 'suspension') this.add(place, `"${id}" is no suspension`, 'name a measure of kind suspension');
      else if (!suspension.suspends.includes(measure.id) && !suspension.suspends.includes(this.instrument.id))
        this.add(
          place,
          `"${id}" does not name this measure among those that it suspends`,
          'add the measure or its instrument to scope.suspends there',
        );
    });
    (measure.scope.suspends ?? []).forEach((id, i) => {
      const place = [...at, 'scope', 'suspends', i];
      if (!this.known(id)) {
        this.dangling(place, id);
        return;
      }
      const covered = this.index.measures.has(id)
        ? [id]
        : [...this.index.measures].filter(([, row]) => row.instrument === id).map(([key]) => key);
      for (const target of covered)
        if (!this.index.suspendedBy.get(target)?.includes(measure.id))
          this.add(place, `"${target}" does not name this suspension`, 'add it to suspendedBy there');
    });
  }

  private entry(entry: Entry, at: Path): void {
    this.notes(entry, at);
    this.tree(entry.parameters, [...at, 'parameters']);
    for (const code of [...(entry.technologyFor ?? []), ...(entry.sameItemAs ? [entry.sameItemAs] : [])])
      if (!this.codeExists(code)) this.add(at, `control code "${code}" stands in no entry`, 'correct the code or load its entry');
  }

  private notes(
    row: { inclusions?: LawNote[] | undefined; exclusions?: LawNote[] | undefined; crossChecks?: LawNote[] | undefined },
    at: Path,
  ): void {
    for (const key of ['inclusions', 'exclusions', 'crossChecks'] as const)
      (row[key] ?? []).forEach((note, i) => {
        const place = [...at, key, i];
        const { guidance, instrument } = note.citation;
        if (guidance !== undefined && !this.index.guidance.has(guidance))
          this.dangling([...place, 'citation', 'guidance'], guidance);
        if (instrument !== undefined && !this.index.instruments.has(instrument))
          this.dangling([...place, 'citation', 'instrument'], instrument);
        this.tree(note.match, [...place, 'match']);
      });
  }

  private tree(root: ConditionNode | undefined, at: Path): void {
    if (!root) return;
    walkConditions(root, at, (node, place) => {
      if (node.property === undefined || node.unit === undefined) return;
      this.word(node.property, node.unit, [...place, 'property']);
      if (node.unit !== 'control code') return;
      for (const code of Array.isArray(node.value) ? node.value : [node.value])
        if (!this.codeExists(String(code)))
          this.add(
            [...place, 'value'],
            `control code "${String(code)}" stands in no entry`,
            'correct the code or load its entry',
          );
    });
  }

  private word(property: string, unit: string, at: Path): void {
    const printed = this.index.words.get(property);
    if (printed === undefined)
      this.add(at, `property "${property}" is not among the property words`, 'use a word of the property words or add it there');
    else if (!acceptedUnits(printed).includes(unit))
      this.add(at, `unit "${unit}" is not the unit of "${property}"`, `use: ${acceptedUnits(printed).join(' or ')}`);
    else if (!isUnit(unit))
      this.add(at, `unit "${unit}" is not known`, 'use a unit that the program can convert, or add it to its units');
  }

  private codeExists(code: string): boolean {
    return this.index.codes.has(code) || [...this.index.codes].some((known) => known.startsWith(`${code}.`));
  }

  private known(id: string): boolean {
    return this.index.instruments.has(id) || this.index.measures.has(id);
  }

  private dangling(at: Path, id: string): void {
    this.add(at, `"${id}" leads nowhere`, 'correct the id or load the row');
  }
}

function checkRule(rule: LawRule, at: Path, document: LawDocument, index: Index, faults: LawFault[]): void {
  const add = (place: Path, what: string, cure: string) => faults.push(document.fault(place, what, cure));
  if (index.rules.has(rule.id)) add([...at, 'id'], `id "${rule.id}" stands twice`, 'give one of the rules another id');
  index.rules.add(rule.id);
  if (rule.status === 'YYYY-MM-DD' && (rule.days === undefined || !rule.unit || !rule.startEvent))
    add([...at, 'status'], 'a deadline lacks days, unit or startEvent', 'add them');
  for (const [path, wanted] of Object.entries(rule.conditions)) {
    const ids = path.startsWith('finding.measureState:')
      ? [path.slice('finding.measureState:'.length)]
      : path === 'finding.measureMet' && Array.isArray(wanted)
        ? wanted
        : [];
    for (const id of ids)
      if (!index.measures.has(id)) add([...at, 'conditions', path], `"${id}" leads nowhere`, 'correct the id or load the row');
  }
}
