// Builds findings: status from state and verdict, citation, coverage, confidence, readings.
import type { Bilingual } from '#kernel';
import type { EvaluatedNode, Verdict } from '../condition/evaluated-node';
import { instrumentName, instrumentTitle } from '../rulebook/instrument-name';
import type { Entry, Instrument } from '../rulebook/law';
import { missingWords } from '../rulebook/measure-words';
import type { MeasureOnDay } from '../rulebook/rulebook';
import { testsOf } from '../rulebook/walk-conditions';
import { CONFIDENCES, type Confidence } from '../rulebook/words';
import type { Citation, Coverage, Finding, Reading, Regime } from './determination';
import { statusOfEffect } from './gravity';
import type { StatusWord } from './status';

export interface Draft {
  readonly regime: Regime;
  readonly place: MeasureOnDay;
  readonly verdict: Verdict;
  /** Unknown because of something that the facts allege; an unknown that nothing alleges never heads. */
  readonly alleged: boolean;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly controlCode?: string | null;
  readonly reasons: readonly Bilingual[];
  readonly conditions?: EvaluatedNode | null;
  readonly rows: readonly string[];
  readonly confidence?: readonly (Confidence | undefined)[];
  /** Stands in place of what the instrument is said to lack. */
  readonly missing?: Bilingual | null;
  readonly point?: string | null;
  /** Papers beside those that the measure names. */
  readonly documents?: readonly string[];
  /** Status where the measure operates and is met, when the effect of the measure does not say it. */
  readonly status?: StatusWord;
}

/** The finding of a rule: what its state and the verdict on its conditions make of the effect. */
export function findingOf(draft: Draft): Finding {
  const { place } = draft;
  const { measure, instrument } = place;
  const effect = draft.status ?? statusOfEffect(measure.legalEffect, measure.kind);
  const { status, heads, readings } = outcome(draft, effect);
  return {
    regime: draft.regime,
    instrument: instrument.id,
    measure: measure.id,
    status,
    heads,
    readings,
    underReading: null,
    controlCode: draft.controlCode ?? null,
    effect: measure.legalEffect,
    nameZh: draft.nameZh,
    nameEn: draft.nameEn,
    reasons: [...draft.reasons, ...stateReasons(place)],
    conditions: draft.conditions ?? null,
    documents:
      place.state === 'in-force' && draft.verdict === 'met' ? [...(measure.documents ?? []), ...(draft.documents ?? [])] : [],
    citation: citationOf(place, draft.point ?? null),
    confidence: weakest([measure.confidence, ...(draft.confidence ?? [])]),
    coverage: coverageOf(instrument, draft.missing),
    holdsUntil: null,
    rows: [...new Set([...place.basis, ...draft.rows])],
  };
}

const IF_MET: Bilingual = { zh: '条件均满足时', en: 'if the conditions are met' };
const NOT_MET: Reading = { status: 'not-controlled', when: { zh: '条件不满足时', en: 'if they are not met' } };
const IF_LAPSED: Bilingual = { zh: '若暂停已届满而恢复实施', en: 'if the suspension has lapsed' };
const EXTENDED: Reading = { status: 'suspended', when: { zh: '若暂停已获延长', en: 'if the suspension was extended' } };

function outcome(
  { place, verdict, alleged }: Draft,
  effect: StatusWord | null,
): { status: StatusWord; heads: boolean; readings: readonly Reading[] } {
  if (verdict === 'not-met' || effect === null) return { status: 'not-controlled', heads: false, readings: [] };
  const met = verdict === 'met';
  switch (place.state) {
    case 'in-force':
      return met
        ? { status: effect, heads: true, readings: [] }
        : { status: 'review', heads: alleged, readings: [{ status: effect, when: IF_MET }, NOT_MET] };
    case 'unsettled': {
      const lapsed: Reading = { status: effect, when: IF_LAPSED };
      return { status: 'undetermined', heads: met || alleged, readings: met ? [lapsed, EXTENDED] : [lapsed, EXTENDED, NOT_MET] };
    }
    case 'suspended':
      return { status: 'suspended', heads: met, readings: [] };
    case 'not-yet-effective':
      return { status: 'not-yet-effective', heads: met, readings: [] };
    case 'ended':
      return { status: 'not-controlled', heads: false, readings: [] };
  }
}

function stateReasons(place: MeasureOnDay): Bilingual[] {
  const { instrument, why } = place;
  return [{ zh: `${instrumentTitle(instrument).zh}：${why.zh}`, en: `${instrumentName(instrument).en}: ${why.en}` }];
}

export function citationOf({ instrument, measure }: MeasureOnDay, point: string | null): Citation {
  const where = point ?? measure.articles?.join(', ') ?? null;
  return {
    instrument: instrument.id,
    number: instrument.number,
    numberZh: instrumentName(instrument).zh,
    titleZh: instrument.titleZh,
    titleEn: instrument.titleEn,
    url: instrument.sourceUrl,
    publishedOn: instrument.publishedOn,
    ...(where ? { point: where } : {}),
  };
}

/** How far the instrument is loaded; `missing` goes before what the instrument itself is said to lack. */
export function coverageOf(instrument: Instrument, missing: Bilingual | null = null): Coverage {
  const words = missing ?? missingWords(instrument);
  return { state: instrument.coverage.state, missing: words?.en ?? null, missingZh: words?.zh ?? null };
}

/** The weakest of the marks; read when there is none. */
export function weakest(marks: readonly (Confidence | undefined)[]): Confidence {
  return marks.reduce<Confidence>(
    (low, mark) => (mark && CONFIDENCES.indexOf(mark) > CONFIDENCES.indexOf(low) ? mark : low),
    'read',
  );
}

const markByEntry = new WeakMap<Entry, Confidence>();

/** The weakest mark on an entry that a finding on it rests on. */
export function markOf(entry: Entry): Confidence {
  const kept = markByEntry.get(entry);
  if (kept) return kept;
  const mark = weakest([
    entry.confidence,
    entry.controlCode ? entry.codeConfidence : undefined,
    ...(entry.parameters ? testsOf(entry.parameters).map((test) => test.confidence) : []),
  ]);
  markByEntry.set(entry, mark);
  return mark;
}
