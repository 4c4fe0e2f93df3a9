// What the officers' pages show: the queue, the case with its advice and moves, and the advice form.
import {
  may,
  type Actor,
  type AdviceRecord,
  type CountersignatureRecord,
  type ItemDetermination,
  type ListedApplication,
  type OfficerView,
  type PageOf,
  type QueueShelf,
  type TimelineEntry,
} from '#casework';
import { RECOMMENDATION } from '../../http/words';
import type { FormError } from '../forms/form-builder';
import type { ChoiceField, RowsField, TextAreaField, TextField } from '../forms/field';
import type { NamePair, Voice } from '../rendering/voice';
import { answerCards, declarationCard } from './answers';
import {
  applicationLine,
  attentionLines,
  headingOf,
  licenceCard,
  timelineLines,
  type ApplicationLine,
  type LicenceCardView,
  type TimelineLine,
} from './application-views';
import { itemLawLines, namePairOf, type ItemLawLine } from './law';
import { papersView, type PaperLine } from './papers';
import {
  clockView,
  moveButtons,
  statusTag,
  type ClockView,
  type Link,
  type MoveButton,
  type SummaryCard,
  type Tag,
  type Tone,
} from './parts';

export interface QueueLine extends ApplicationLine {
  readonly exporter: NamePair;
  readonly holder: string | null;
  readonly mine: boolean;
  readonly submitted: string | null;
  /** Set where the reader may take the case. */
  readonly take: { readonly action: string; readonly version: number; readonly label: string } | null;
}

export interface QueueView {
  readonly tabs: readonly { readonly href: string; readonly label: string; readonly count: number; readonly current: boolean }[];
  readonly rows: readonly QueueLine[];
  readonly empty: string;
  readonly canTakeNext: boolean;
  readonly next: string | null;
}

const SHELVES: readonly QueueShelf[] = ['mine', 'free', 'all'];

export function isShelf(text: unknown): text is QueueShelf {
  return (SHELVES as readonly unknown[]).includes(text);
}

export function queueView(
  listed: PageOf<ListedApplication> & { counts: Readonly<Record<QueueShelf, number>> },
  shelf: QueueShelf,
  actor: Actor,
  voice: Voice,
): QueueView {
  const { t } = voice;
  return {
    tabs: SHELVES.map((name) => ({
      href: `/queue?filter=${name}`,
      label: t(`shelf.${name}`),
      count: listed.counts[name],
      current: name === shelf,
    })),
    rows: listed.rows.map((row) => ({
      ...applicationLine(row, voice, `/cases/${row.id}`),
      exporter: voice.pair(row.organisation),
      holder: row.holderName,
      mine: row.holderId === actor.personId,
      submitted: row.submittedAt && voice.moment(row.submittedAt),
      take:
        row.holderId === null
          ? { action: `/cases/${row.id}/take`, version: row.version, label: t('queue.takeNamed', { reference: row.reference }) }
          : null,
    })),
    empty: t(`shelfEmpty.${shelf}`),
    canTakeNext: listed.counts.free > 0,
    next: listed.next && `/queue?filter=${shelf}&after=${encodeURIComponent(listed.next)}`,
  };
}

export interface AdviceView {
  readonly recommendation: Tag;
  readonly by: string;
  readonly reasons: string;
  readonly conditions: readonly { readonly zh: string; readonly en: string }[];
  readonly items: readonly {
    readonly number: number;
    readonly name: NamePair;
    readonly code: string;
    readonly statedCode: string;
    readonly differs: boolean;
  }[];
  readonly standing: boolean;
  readonly signatures: readonly {
    readonly text: string;
    readonly who: string;
    readonly at: string;
    readonly reason: string | null;
    readonly signed: boolean;
  }[];
}

const RECOMMENDATION_TONE: Readonly<Record<AdviceRecord['recommendation'], Tone>> = {
  approve: 'done',
  'approve-with-conditions': 'attention',
  refuse: 'danger',
};

/** All advice, the newest first; only the newest of a case past review stands. */
export function adviceViews({ advice, countersignatures, content, status }: OfficerView, voice: Voice): AdviceView[] {
  const newest = advice.at(-1)?.id;
  const reviewOpen = status === 'in-review';
  return [...advice].reverse().map((row) => ({
    recommendation: { text: voice.say(RECOMMENDATION[row.recommendation]), tone: RECOMMENDATION_TONE[row.recommendation] },
    by: voice.t('advice.by', { name: row.adviserName ?? '—', at: voice.moment(row.at) }),
    reasons: row.reasons,
    conditions: row.conditions,
    items: content.items.map((item, index) => {
      const code = row.items.find(({ itemId }) => itemId === item.id)?.controlCode ?? '—';
      return {
        number: index + 1,
        name: namePairOf(item, voice),
        code,
        statedCode: item.controlCode || '—',
        differs: code !== item.controlCode,
      };
    }),
    standing: row.id === newest && !reviewOpen,
    signatures: countersignatures
      .filter(({ adviceId }) => adviceId === row.id)
      .map((signature) => signatureView(signature, voice)),
  }));
}

function signatureView({ outcome, signerName, at, reason }: CountersignatureRecord, voice: Voice) {
  const signed = outcome === 'signed';
  return {
    text: voice.t(signed ? 'advice.signed' : 'advice.sentBack'),
    who: signerName ?? '—',
    at: voice.moment(at),
    reason: reason || null,
    signed,
  };
}

export interface CaseView {
  readonly reference: string;
  readonly heading: NamePair;
  readonly exporter: NamePair;
  readonly status: Tag;
  readonly stage: string;
  readonly version: number;
  readonly holder: string | null;
  readonly take: string | null;
  readonly release: string | null;
  readonly clock: ClockView | null;
  readonly licence: LicenceCardView | null;
  readonly submitted: string | null;
  readonly reasonGiven: string | null;
  readonly attention: readonly string[];
  readonly moves: readonly MoveButton[];
  readonly law: readonly ItemLawLine[];
  readonly cards: readonly SummaryCard[];
  readonly papers: readonly PaperLine[];
  readonly advice: readonly AdviceView[];
  readonly timeline: readonly TimelineLine[];
}

/** Moves that show the case's advice before they are made. */
const SHOWN_FIRST = ['countersign'];

export function caseView(
  view: OfficerView,
  determinations: readonly ItemDetermination[],
  timeline: readonly TimelineEntry[],
  actor: Actor,
  voice: Voice,
): CaseView {
  const base = `/cases/${view.id}`;
  const { holder } = view;
  return {
    reference: view.reference,
    heading: headingOf(view, voice),
    exporter: voice.pair(view.organisation),
    status: statusTag(view.status, voice),
    stage: voice.t(`stage.${view.status}`),
    version: view.version,
    holder: holder ? (holder.id === actor.personId ? voice.t('case.heldByYou', { name: holder.name }) : holder.name) : null,
    take: !holder && view.openMoves.length > 0 && may('case.take', actor) ? `${base}/take` : null,
    release: holder?.id === actor.personId ? `${base}/release` : null,
    clock: clockView(view.clock, voice),
    licence: licenceCard(view, voice),
    submitted: view.submittedAt && voice.moment(view.submittedAt),
    reasonGiven: view.reasonGiven,
    attention: attentionLines(view, voice),
    moves: moveButtons(view.openMoves, base, voice, SHOWN_FIRST),
    law: itemLawLines(view.content.items, determinations, voice, (itemId) => `/applications/${view.id}/items/${itemId}/law`),
    cards: [...answerCards(view.content, voice, null), declarationCard(view.content, voice)],
    papers: papersView(view, voice, false),
    advice: adviceViews(view, voice),
    timeline: timelineLines(timeline, voice),
  };
}

export interface AdviseItem {
  readonly number: number;
  readonly name: NamePair;
  readonly statedCode: string;
  readonly law: ItemLawLine | null;
  readonly field: TextField;
}

export interface AdviseView {
  readonly title: string;
  readonly back: Link;
  readonly action: string;
  readonly version: number;
  readonly errors: readonly FormError[];
  readonly items: readonly AdviseItem[];
  readonly recommendation: ChoiceField;
  readonly reasons: TextAreaField;
  readonly conditions: RowsField;
  readonly submit: string;
}
