// The page of the law on a day: what applies, is suspended, unsettled, coming or ended, what comes next, and the picture around the day.
import { may, type Actor } from '#casework';
import { STATE_WORDS, type LawDay, type LawDifference, type MeasureState, type StandingMeasure } from '#regulation';
import type { DescribedFault } from '../../http/refusals';
import type { Field } from '../forms/field';
import { FormBuilder, type FormError } from '../forms/form-builder';
import type { Voice } from '../rendering/voice';
import { timelineView, type TimelineView } from './law-timeline';
import type { Link } from './parts';

export interface InstrumentLine {
  readonly name: string;
  /** Null where it is the name itself. */
  readonly title: string | null;
  /** Null where no address is known. */
  readonly url: string | null;
  readonly why: string;
  readonly measures: readonly { readonly id: string; readonly what: string }[];
  readonly measureCount: string;
}

export interface LawGroup {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly count: number;
  readonly folded: boolean;
  readonly lines: readonly InstrumentLine[];
}

export interface LawDayPageView {
  readonly title: string;
  readonly errors: readonly FormError[];
  readonly fields: readonly Field[];
  /** Null while the days cannot be read. */
  readonly answer: {
    readonly groups: readonly LawGroup[];
    readonly basis: string;
    readonly next: { readonly title: string; readonly sentences: readonly string[]; readonly href: string } | null;
    readonly timeline: TimelineView | null;
    readonly compare: { readonly from: string; readonly knownFrom: string };
  } | null;
  /** Null where the reader keeps no readings. */
  readonly readings: Link | null;
}

interface Scene {
  readonly day: LawDay | null;
  readonly actor: Actor | null;
  readonly voice: Voice;
  readonly valueOf: (name: string) => string;
  readonly faults: readonly DescribedFault[];
}

/** What asks for attention first; the long lists after it. */
const GROUPS: readonly MeasureState[] = ['unsettled', 'suspended', 'not-yet-effective', 'in-force', 'ended'];
/** Shown folded. */
const PAST: MeasureState = 'ended';
/** Characters of the rulebook's hash that a page shows. */
const SHORT_HASH = 12;

export function lawDayPage({ day, actor, voice, valueOf, faults }: Scene): LawDayPageView {
  const { t } = voice;
  const form = new FormBuilder(voice, valueOf, faults);
  const date = { type: 'date', width: 'short' } as const;
  const fields = [
    form.text('on', { label: t('lawDay.on'), ...date }),
    form.text('knownOn', { label: t('lawDay.knownOn'), hint: t('lawDay.knownHint'), optional: true, ...date }),
  ];
  return {
    title: day ? t('lawDay.titleOn', { day: day.on }) : t('lawDay.title'),
    errors: form.errors(fields),
    fields,
    answer: day && {
      groups: GROUPS.map((state) => groupOf(state, day.measures, voice)),
      basis: t('lawDay.basis', {
        asOf: day.asOf,
        known: day.knownOn ?? t('law.knownAll'),
        hash: day.rulebookHash.slice(0, SHORT_HASH),
      }),
      next: day.next && {
        title: t('lawDay.nextOn', { day: day.next.to.on }),
        sentences: day.next.sentences.slice(1).map((line) => voice.say(line)),
        href: differenceHref(day.next),
      },
      timeline: timelineView(day, voice),
      compare: { from: day.on, knownFrom: day.knownOn ?? '' },
    },
    readings: may('reading.list', actor) ? { href: '/law/readings', text: t('readings.title') } : null,
  };
}

/** The address of the page of the difference. */
export function differenceHref({ from, to }: Pick<LawDifference, 'from' | 'to'>): string {
  const query = new URLSearchParams({ from: from.on, to: to.on });
  if (from.knownOn) query.set('knownFrom', from.knownOn);
  if (to.knownOn) query.set('knownTo', to.knownOn);
  return `/law/differences?${query.toString()}`;
}

function groupOf(state: MeasureState, all: readonly StandingMeasure[], voice: Voice): LawGroup {
  const measures = all.filter((row) => row.state === state);
  const lines = new Map<string, StandingMeasure[]>();
  for (const row of measures) {
    const key = `${row.instrument}|${row.why.en}`;
    lines.set(key, [...(lines.get(key) ?? []), row]);
  }
  return {
    id: `law-${state}`,
    title: voice.t(`lawGroup.${state}`),
    about: voice.t(`lawGroupAbout.${state}`),
    count: measures.length,
    folded: state === PAST,
    lines: [...lines.values()].flatMap((rows) => lineOf(rows, voice)),
  };
}

function lineOf(rows: readonly StandingMeasure[], voice: Voice): InstrumentLine[] {
  const [first] = rows;
  if (!first) return [];
  return [
    {
      name: voice.say(first.name),
      title: first.title.en === first.name.en ? null : voice.say(first.title),
      url: /^https?:\/\//.test(first.url) ? first.url : null,
      why: voice.say(first.why),
      measures: rows.map(({ measure, what }) => ({ id: measure, what: voice.say(what) })),
      measureCount: voice.t('lawDay.measures', { count: rows.length }),
    },
  ];
}

/** The words for a state of a measure. */
export function stateText(state: keyof typeof STATE_WORDS, voice: Voice): string {
  return voice.say(STATE_WORDS[state]);
}
