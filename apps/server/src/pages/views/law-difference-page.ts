// The page of the difference between the law of two days, or of two states of knowledge: in words first, then row by row.
import type { LawDifference, MeasureDifference, MeasureSide } from '#regulation';
import type { DescribedFault } from '../../http/refusals';
import type { Field } from '../forms/field';
import { FormBuilder, type FormError } from '../forms/form-builder';
import type { Voice } from '../rendering/voice';
import { stateText } from './law-day-page';
import type { Link } from './parts';

export interface SideView {
  readonly state: string;
  readonly why: string;
}

export interface LawDifferencePageView {
  readonly title: string;
  readonly back: Link;
  readonly errors: readonly FormError[];
  readonly fields: readonly Field[];
  /** Null while the days are missing or cannot be read. */
  readonly answer: {
    readonly opening: string;
    readonly sentences: readonly string[];
    readonly basis: string;
    readonly from: string;
    readonly to: string;
    readonly rows: readonly {
      readonly name: string;
      readonly measure: string;
      readonly what: string;
      readonly from: SideView;
      readonly to: SideView;
      readonly basis: string;
      readonly changes: readonly string[];
    }[];
  } | null;
}

interface Scene {
  readonly difference: LawDifference | null;
  readonly voice: Voice;
  readonly valueOf: (name: string) => string;
  readonly faults: readonly DescribedFault[];
}

const SHORT_HASH = 12;

export function lawDifferencePage({ difference, voice, valueOf, faults }: Scene): LawDifferencePageView {
  const { t } = voice;
  const form = new FormBuilder(voice, valueOf, faults);
  const date = { type: 'date', width: 'short' } as const;
  const fields = [
    form.text('from', { label: t('lawDiff.from'), ...date }),
    form.text('to', { label: t('lawDiff.to'), ...date }),
    form.text('knownFrom', { label: t('lawDiff.knownFrom'), optional: true, ...date }),
    form.text('knownTo', { label: t('lawDiff.knownTo'), optional: true, ...date }),
  ];
  return {
    title: t('lawDiff.title'),
    back: { href: '/law', text: t('lawDay.title') },
    errors: form.errors(fields),
    fields,
    answer: difference && answerOf(difference, voice),
  };
}

function answerOf({ sentences, measures, from, to, asOf, rulebookHash }: LawDifference, voice: Voice) {
  const [opening = '', ...rest] = sentences.map((line) => voice.say(line));
  const point = ({ on, knownOn }: LawDifference['from']) =>
    knownOn === null ? on : voice.t('lawDiff.point', { day: on, known: knownOn });
  return {
    opening,
    sentences: rest,
    basis: voice.t('lawDiff.basis', { asOf, hash: rulebookHash.slice(0, SHORT_HASH) }),
    from: point(from),
    to: point(to),
    rows: measures.map((row) => ({
      name: voice.say(row.name),
      measure: row.measure,
      what: voice.say(row.what),
      from: sideView(row.from, voice),
      to: sideView(row.to, voice),
      basis: (row.to.basis.length > 0 ? row.to : row.from).basis.join(', '),
      changes: changesOf(row, voice),
    })),
  };
}

function sideView({ state, why }: MeasureSide, voice: Voice): SideView {
  return { state: stateText(state, voice), why: voice.say(why) };
}

function changesOf({ appear, go, codesAppear, codesGo }: MeasureDifference, voice: Voice): string[] {
  const named = (entries: MeasureDifference['appear']) =>
    voice.list(
      entries.map(({ code, nameZh, nameEn }) => [code, voice.say({ zh: nameZh, en: nameEn })].filter(Boolean).join(' ')),
    );
  return [
    ...(appear.length > 0 ? [voice.t('lawDiff.appear', { count: appear.length, names: named(appear) })] : []),
    ...(go.length > 0 ? [voice.t('lawDiff.go', { count: go.length, names: named(go) })] : []),
    ...(codesAppear.length > 0 ? [voice.t('lawDiff.codesAppear', { names: voice.list(codesAppear) })] : []),
    ...(codesGo.length > 0 ? [voice.t('lawDiff.codesGo', { names: voice.list(codesGo) })] : []),
  ];
}
