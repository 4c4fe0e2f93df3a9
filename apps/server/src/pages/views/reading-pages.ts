// Readings of unsettled measures as pages: the list with what may be done, the proposal, and the withdrawal.
import { may, type Actor, type PageOf, type ReadingView, type UnsettledMeasure } from '#casework';
import { READING_WORDS } from '#regulation';
import type { DescribedFault } from '../../http/refusals';
import { READING, STATE_OF_READING } from '../../http/words';
import { FormBuilder } from '../forms/form-builder';
import type { Voice } from '../rendering/voice';
import type { FormView, Link, Tag, Tone } from './parts';

export interface ReadingListView {
  readonly back: Link;
  readonly propose: Link | null;
  readonly rows: readonly {
    readonly name: string;
    readonly measure: string;
    /** Null where the loaded law has no such measure. */
    readonly what: string | null;
    readonly reading: string;
    readonly state: Tag;
    readonly reason: string;
    readonly proposed: string;
    readonly confirmed: string | null;
    readonly withdrawn: string | null;
    readonly withdrawalReason: string | null;
    /** Null where the reader may not, or it is not to be done. */
    readonly confirm: { readonly action: string; readonly label: string } | null;
    readonly withdraw: Link | null;
    /** Said to the proposer while another person is waited for. */
    readonly waits: boolean;
  }[];
  readonly next: string | null;
}

const TONE: Readonly<Record<ReadingView['state'], Tone>> = {
  proposed: 'info',
  standing: 'attention',
  early: 'neutral',
  'no-longer-needed': 'neutral',
  withdrawn: 'neutral',
};

export function readingList({ rows, next }: PageOf<ReadingView>, actor: Actor, voice: Voice): ReadingListView {
  const { t } = voice;
  return {
    back: { href: '/law', text: t('lawDay.title') },
    propose: may('reading.propose', actor) ? { href: '/law/readings/new', text: t('readings.propose') } : null,
    rows: rows.map((row) => rowOf(row, actor, voice)),
    next: next && `/law/readings?after=${encodeURIComponent(next)}`,
  };
}

function rowOf(row: ReadingView, actor: Actor, voice: Voice): ReadingListView['rows'][number] {
  const { t } = voice;
  const what = voice.say(row.instrument);
  const act = (name: string | null, at: NonNullable<ReadingView['confirmedAt']>) =>
    t('readings.byAt', { name: name ?? t('case.nobody'), at: voice.moment(at) });
  const open = row.state === 'proposed';
  const own = row.proposedBy === actor.personId;
  return {
    name: what,
    measure: row.measure,
    what: row.what && voice.say(row.what),
    reading: voice.say(READING[row.reading]),
    state: { text: voice.say(STATE_OF_READING[row.state]), tone: TONE[row.state] },
    reason: row.reason,
    proposed: act(row.proposedByName, row.proposedAt),
    confirmed: row.confirmedAt && act(row.confirmedByName, row.confirmedAt),
    withdrawn: row.withdrawnAt && act(row.withdrawnByName, row.withdrawnAt),
    withdrawalReason: row.withdrawalReason,
    confirm:
      open && !own && may('reading.confirm', actor)
        ? { action: `/law/readings/${row.id}/confirmation`, label: t('readings.confirmNamed', { what }) }
        : null,
    withdraw:
      row.withdrawnAt === null && may('reading.withdraw', actor)
        ? { href: `/law/readings/${row.id}/withdrawal`, text: t('readings.withdraw') }
        : null,
    waits: open && own,
  };
}

interface Scene {
  readonly voice: Voice;
  readonly valueOf: (name: string) => string;
  readonly faults: readonly DescribedFault[];
}

export function readingForm({ voice, valueOf, faults }: Scene, measures: readonly UnsettledMeasure[]): FormView {
  const { t } = voice;
  const form = new FormBuilder(voice, valueOf, faults);
  const fields = [
    form.select('measure', {
      label: t('readings.measure'),
      hint: t('readings.measureHint'),
      choices: measures.map(({ measure, instrument }) => ({
        value: measure,
        label: `${voice.say(instrument)} · ${measure}`,
        hint: null,
      })),
    }),
    form.choices('reading', {
      label: t('readings.reading'),
      hint: t('readings.readingHint'),
      type: 'radio',
      choices: READING_WORDS.map((value) => ({ value, label: voice.say(READING[value]), hint: null })),
    }),
    form.area('reason', { label: t('readings.reason'), hint: t('readings.reasonHint') }),
  ];
  return {
    title: t('readings.propose'),
    back: { href: '/law/readings', text: t('readings.title') },
    action: '/law/readings',
    version: null,
    errors: form.errors(fields),
    fields,
    submit: t('readings.send'),
  };
}

export function withdrawalForm(reading: ReadingView, { voice, valueOf, faults }: Scene): FormView {
  const { t } = voice;
  const form = new FormBuilder(voice, valueOf, faults);
  const fields = [form.area('reason', { label: t('readings.withdrawalReason'), hint: t('readings.withdrawHint') })];
  return {
    title: t('readings.withdrawNamed', { what: voice.say(reading.instrument) }),
    back: { href: '/law/readings', text: t('readings.title') },
    action: `/law/readings/${reading.id}/withdrawal`,
    version: null,
    errors: form.errors(fields),
    fields,
    submit: t('readings.withdraw'),
  };
}
