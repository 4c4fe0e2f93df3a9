// What differs between the law of two days, or between two states of knowledge: measures, entries, control codes and guidance, in rows and in words.
import type { LocalDate } from '#kernel';
import type { EntryMention, GuidanceDifference, LawDifference, MeasureDifference, MeasureSide } from './difference-rows';
import { sentencesOf } from './difference-words';
import { distinctName, instrumentTitle } from './instrument-name';
import type { Guidance, Instrument, Measure } from './law';
import { lawPoint } from './law-point';
import { isKnown, knowableFrom } from './measure-state';
import { measureWords } from './measure-words';
import type { EntryRow, LawOnDay, MeasureOnDay, Rulebook } from './rulebook';

/** Throws Refusal `determination.day-before-law` (invalid) for a day before the first loaded measure. */
export function differenceOf(
  rulebook: Rulebook,
  from: { readonly on: LocalDate; readonly knownOn?: LocalDate | null },
  to: { readonly on: LocalDate; readonly knownOn?: LocalDate | null },
): LawDifference {
  const points = { from: lawPoint(rulebook, from), to: lawPoint(rulebook, to) };
  const before = rulebook.on(points.from.on, points.from.knownOn);
  const after = rulebook.on(points.to.on, points.to.knownOn);
  const measures = rulebook.instruments.flatMap((instrument) =>
    instrument.measures.flatMap((measure) => {
      const row = measureDifference(instrument, measure, before, after);
      return row ? [row] : [];
    }),
  );
  const guidance = rulebook.guidance.flatMap((row) => guidanceDifference(row, before, after));
  const rows = { ...points, measures, guidance };
  const sizes = new Map(rulebook.instruments.map(({ id, measures: own }) => [id, own.length]));
  return { ...rows, rulebookHash: rulebook.hash, asOf: rulebook.asOf, sentences: sentencesOf(rows, sizes) };
}

function measureDifference(
  instrument: Instrument,
  measure: Measure,
  before: LawOnDay,
  after: LawOnDay,
): MeasureDifference | null {
  const old = before.measure(measure.id);
  const now = after.measure(measure.id);
  if (!old && !now) return null;
  const [had, has] = [standingRows(old), standingRows(now)];
  const [hadCodes, hasCodes] = [codesOf(had, before.day), codesOf(has, after.day)];
  const difference: MeasureDifference = {
    measure: measure.id,
    what: measureWords(measure),
    effect: measure.legalEffect,
    instrument: instrument.id,
    name: distinctName(instrument),
    title: instrumentTitle(instrument),
    url: instrument.sourceUrl,
    from: sideOf(instrument, old, before),
    to: sideOf(instrument, now, after),
    appear: without(has, had).map(mention),
    go: without(had, has).map(mention),
    codesAppear: hasCodes.filter((code) => !hadCodes.includes(code)),
    codesGo: hadCodes.filter((code) => !hasCodes.includes(code)),
  };
  return differs(difference) ? difference : null;
}

function differs({ from, to, ...lists }: MeasureDifference): boolean {
  const changed = [lists.appear, lists.go, lists.codesAppear, lists.codesGo].some((list) => list.length > 0);
  return changed || from.state !== to.state || from.why.en !== to.why.en || from.basis.join() !== to.basis.join();
}

function standingRows(place: MeasureOnDay | undefined): readonly EntryRow[] {
  return place && place.state !== 'ended' ? place.entries : [];
}

function without(rows: readonly EntryRow[], others: readonly EntryRow[]): EntryRow[] {
  const ids = new Set(others.map(({ id }) => id));
  return rows.filter(({ id }) => !ids.has(id));
}

/** Codes of the entries, without those that are printed later. */
function codesOf(rows: readonly EntryRow[], day: LocalDate): string[] {
  const coded = rows.filter(({ entry }) => entry.controlCodeSince === undefined || entry.controlCodeSince <= day);
  return [...new Set(coded.flatMap(({ entry }) => entry.controlCode ?? []))];
}

function mention({ id, entry }: EntryRow): EntryMention {
  return { id, nameZh: entry.nameZh, nameEn: entry.nameEn, code: entry.controlCode ?? entry.catalogueNumber ?? null };
}

function sideOf(instrument: Instrument, place: MeasureOnDay | undefined, law: LawOnDay): MeasureSide {
  if (place) return { state: place.state, why: place.why, basis: place.basis };
  const known = isKnown(instrument, law.knownOn);
  const day = (known ? instrument.publishedOn : knowableFrom(instrument)) ?? '';
  const why = known ? { zh: `于${day}公布`, en: `published on ${day}` } : { zh: `自${day}起可知`, en: `known from ${day}` };
  return { state: 'absent', why, basis: [] };
}

function guidanceDifference(row: Guidance, before: LawOnDay, after: LawOnDay): GuidanceDifference[] {
  const [had, has] = [before.guidancePublished(row.id), after.guidancePublished(row.id)];
  if (had === has) return [];
  const title = { zh: row.titleZh, en: row.titleEn };
  return [{ id: row.id, title, url: row.sourceUrl, change: has ? 'appears' : 'goes' }];
}
