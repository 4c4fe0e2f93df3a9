// Parses and checks the law files; a malformed law loads not at all, and every fault is told at once.
import { localDate, type LocalDate } from '#kernel';
import type { EnteredKnowledge } from '../determination/facts';
import type { WorkingCalendarData } from './calendar';
import { canonicalHash } from './canonical-hash';
import { changePointsOf } from './change-points';
import { checkReferences } from './check-references';
import type { Entry, Instrument } from './law';
import { LawError, type LawFault, type LawText } from './law-text';
import { entryEnded, stateOf, type MeasurePlace } from './measure-state';
import { MAX_LAW_FILES, readLaw, SINGLE_KINDS, type LawContent, type LawDocument, type LawKind } from './read-law';
import type { EntryRow, LawOnDay, MeasureOnDay, Rulebook } from './rulebook';
import type { Calendar } from './side-file-schema';

export interface RulebookSettings {
  /** Whether a printed last day is still inside its period; default true. */
  readonly lastDayInclusive?: boolean;
}

/** The rulebook of the texts. Throws LawError listing every fault when a text is malformed. */
export function loadRulebook(texts: readonly LawText[], settings: RulebookSettings = {}): Rulebook {
  const faults: LawFault[] = [];
  const whole = (what: string, cure: string) => faults.push({ file: '(law)', line: 1, row: '-', what, cure });
  if (texts.length > MAX_LAW_FILES) whole(`${texts.length} files are more than ${MAX_LAW_FILES}`, 'load fewer files');
  const documents = readLaw(texts.slice(0, MAX_LAW_FILES), faults);
  for (const kind of SINGLE_KINDS) {
    const found = documents.filter((document) => document.kind === kind);
    if (found.length === 0) whole(`the file with "${kind}" is missing`, 'add it');
    for (const extra of found.slice(1)) faults.push(extra.fault([], `a second file with "${kind}"`, 'keep one of them'));
  }
  if (!documents.some((document) => document.kind === 'instrument'))
    whole('there is no instrument', 'add the files of the instruments');
  checkReferences(documents, faults);
  if (faults.length > 0)
    throw new LawError(faults.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1)));
  return new LoadedRulebook(documents, settings.lastDayInclusive ?? true);
}

/** Days of law that are remembered; the law of a day is that of the last change point before it. */
const MOST_DAYS = 1_024;

function only<K extends Exclude<LawKind, 'instrument'>>(documents: readonly LawDocument[], kind: K): LawContent<K> {
  return documents.find((document) => document.kind === kind)?.content as LawContent<K>;
}

class LoadedRulebook implements Rulebook {
  readonly hash: string;
  readonly asOf: LocalDate;
  readonly jurisdiction: string;
  readonly firstDay: LocalDate;
  readonly instruments: readonly Instrument[];
  readonly propertyWords;
  readonly guidance;
  readonly openQuestions;
  readonly rules;
  readonly calendar: WorkingCalendarData;
  readonly technologyCatalogue;
  readonly changePoints: readonly LocalDate[];
  private readonly places = new Map<string, MeasurePlace>();
  private readonly rows = new Map<string, readonly EntryRow[]>();
  private readonly days = new Map<string, LawOnDay>();

  constructor(
    documents: readonly LawDocument[],
    readonly lastDayInclusive: boolean,
  ) {
    this.instruments = documents
      .filter((document) => document.kind === 'instrument')
      .map((document) => document.content as Instrument)
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    for (const instrument of this.instruments)
      for (const measure of instrument.measures) {
        this.places.set(measure.id, { instrument, measure });
        this.rows.set(measure.id, rowsOf(measure.id, measure.entries));
      }
    const conventions = only(documents, 'conventions');
    this.asOf = conventions.asOf;
    this.jurisdiction = conventions.jurisdiction;
    this.propertyWords = only(documents, 'propertyWords').propertyWords;
    this.guidance = only(documents, 'guidance').guidance;
    this.openQuestions = only(documents, 'openQuestions').openQuestions;
    this.rules = only(documents, 'rules').rules;
    this.calendar = calendarOf(only(documents, 'calendar').calendar);
    this.technologyCatalogue = only(documents, 'technologyCatalogue').technologyCatalogue.entries;
    this.changePoints = changePointsOf(this.instruments, this.guidance, this.technologyCatalogue, lastDayInclusive);
    this.firstDay = this.firstEffect();
    this.hash = canonicalHash({
      settings: { lastDayInclusive },
      law: documents.map((document) => canonicalHash(document.raw)).sort(),
    });
  }

  instrumentOf(id: string): Instrument | undefined {
    return this.places.get(id)?.instrument ?? this.instruments.find((instrument) => instrument.id === id);
  }

  on(day: LocalDate, knownOn: LocalDate | null = null, entered: readonly EnteredKnowledge[] = []): LawOnDay {
    const from = entered.length > 0 ? day : (this.changePoints.findLast((point) => point <= day) ?? day);
    const key = `${from}|${knownOn ?? ''}|${entered.length > 0 ? JSON.stringify(entered) : ''}`;
    const kept = this.days.get(key) ?? this.build(from, knownOn, entered);
    if (this.days.size >= MOST_DAYS) this.days.clear();
    this.days.set(key, kept);
    return kept.day === day ? kept : { ...kept, day };
  }

  rowsOf(measureId: string): readonly EntryRow[] {
    return this.rows.get(measureId) ?? [];
  }

  private build(day: LocalDate, knownOn: LocalDate | null, entered: readonly EnteredKnowledge[]): LawOnDay {
    const question = { day, knownOn, lastDayInclusive: this.lastDayInclusive, entered };
    const find = (id: string): MeasurePlace | undefined => this.places.get(id) ?? this.firstMeasureOf(id);
    const measures: MeasureOnDay[] = [];
    for (const place of this.places.values()) {
      const answer = stateOf(place, question, find);
      if (!answer) continue;
      const entries = (this.rows.get(place.measure.id) ?? []).filter((row) => !entryEnded(row.entry, day, this.lastDayInclusive));
      measures.push({ ...place, ...answer, entries });
    }
    const byId = new Map(measures.map((row) => [row.measure.id, row]));
    const published = new Set(
      this.guidance
        .filter((row) => row.publishedOn <= day && (knownOn === null || row.publishedOn <= knownOn))
        .map((row) => row.id),
    );
    return { day, knownOn, measures, measure: (id) => byId.get(id), guidancePublished: (id) => published.has(id) };
  }

  /** For references that name an instrument where a measure is looked up. */
  private firstMeasureOf(instrumentId: string): MeasurePlace | undefined {
    const instrument = this.instruments.find((row) => row.id === instrumentId);
    const measure = instrument?.measures[0];
    return instrument && measure ? { instrument, measure } : undefined;
  }

  private firstEffect(): LocalDate {
    const starts = [...this.places.values()]
      .map(({ measure }) => measure.effectiveFrom ?? measure.effectiveFromNotAfter)
      .filter((day): day is LocalDate => Boolean(day));
    return starts.sort()[0] ?? localDate('2199-12-31');
  }
}

function rowsOf(measureId: string, entries: readonly Entry[]): EntryRow[] {
  const used = new Map<string, number>();
  return entries.map((entry) => {
    const name = entry.controlCode ?? entry.catalogueNumber ?? (entry.ordinal === undefined ? entry.nameEn : `p${entry.ordinal}`);
    const count = (used.get(name) ?? 0) + 1;
    used.set(name, count);
    return { id: count === 1 ? `${measureId}/${name}` : `${measureId}/${name}~${count}`, entry };
  });
}

function calendarOf(calendar: Calendar): WorkingCalendarData {
  return {
    jurisdiction: calendar.jurisdiction,
    timeZone: calendar.timezone.split(' ')[0] ?? calendar.timezone,
    years: Object.entries(calendar.years)
      .sort(([a], [b]) => Number(a) - Number(b))
      .map(([year, row]) => ({
        year: Number(year),
        status: row.status,
        holidays: row.holidays.map((day) => day.date).sort(),
        makeUpDays: row.makeUpWorkingDays.map((day) => day.date).sort(),
        noticeUrls: row.noticeUrls ?? [],
      })),
  };
}
