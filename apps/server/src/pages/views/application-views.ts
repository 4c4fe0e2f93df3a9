// What the exporter's pages show: the list, the task list of an editable application, and the read view of a filed one.
import type { ApplicationView, Desk, ExporterView, ItemDetermination, ListedApplication, PageOf, TimelineEntry } from '#casework';
import { countryName } from '#kernel';
import { describeFault } from '../../http/refusals';
import { LIFE_OF_LICENCE, reasonOf, SECTIONS, SIDE, STATE_OF_DOCUMENT, timelineText } from '../../http/words';
import type { NamePair, Voice } from '../rendering/voice';
import { answerCards, declarationCard } from './answers';
import { itemLawLines, type ItemLawLine } from './law';
import { papersView, type PaperLine } from './papers';
import {
  clockView,
  lifeTag,
  moveButtons,
  statusTag,
  type ClockView,
  type Link,
  type MoveButton,
  type SummaryCard,
  type Tag,
} from './parts';
import { missingThings, TASKS, type MissingThing, type Task } from './where-to-fix';

export interface ApplicationLine {
  readonly href: string;
  readonly reference: string;
  readonly item: NamePair;
  readonly moreItems: string | null;
  readonly destination: string;
  readonly status: Tag;
  readonly desk: string;
  readonly clock: ClockView | null;
  readonly updated: string;
}

export interface ApplicationListView {
  readonly rows: readonly ApplicationLine[];
  readonly next: string | null;
  readonly first: string | null;
}

const DESK_OF_STATUS = (status: ListedApplication['status']): Desk =>
  status === 'draft' || status === 'returned'
    ? 'applicant'
    : ['granted', 'refused', 'closed', 'withdrawn'].includes(status)
      ? 'nobody'
      : 'authority';

export function applicationList({ rows, next }: PageOf<ListedApplication>, voice: Voice, onFirst: boolean): ApplicationListView {
  return {
    rows: rows.map((row) => applicationLine(row, voice, `/applications/${row.id}`)),
    next: next && `/applications?after=${encodeURIComponent(next)}`,
    first: onFirst ? null : '/applications',
  };
}

export function applicationLine(row: ListedApplication, voice: Voice, href: string): ApplicationLine {
  const item = voice.pair(row.firstItem);
  return {
    href,
    reference: row.reference,
    item: item.text ? item : { ...item, text: voice.t('list.noItem') },
    moreItems: row.itemCount > 1 ? voice.t('list.moreItems', { count: row.itemCount - 1 }) : null,
    destination: row.destination ? countryName(row.destination, voice.language) : '—',
    status: statusTag(row.status, voice),
    desk: voice.t(`desk.${DESK_OF_STATUS(row.status)}`),
    clock: clockView(row.clock, voice),
    updated: voice.moment(row.updatedAt),
  };
}

export interface TaskLine {
  readonly href: string;
  readonly label: string;
  readonly detail: string | null;
  readonly tag: Tag;
}

export interface TaskListView {
  readonly reference: string;
  readonly heading: NamePair;
  readonly status: Tag;
  readonly reasonGiven: string | null;
  readonly tasks: readonly TaskLine[];
  readonly progress: { readonly done: number; readonly all: number; readonly text: string };
  readonly check: { readonly href: string; readonly open: boolean };
  readonly missing: readonly MissingThing[];
  readonly law: readonly ItemLawLine[];
  readonly withdrawHref: string;
  readonly timeline: readonly TimelineLine[];
}

export function taskList(
  view: ExporterView,
  determinations: readonly ItemDetermination[],
  timeline: readonly TimelineEntry[],
  voice: Voice,
): TaskListView {
  const base = `/applications/${view.id}`;
  const missing = missingThings(view.missing, view.content, base, voice);
  const open = missing.filter(({ task }) => task !== 'check');
  const tasks = TASKS.filter((task) => task !== 'check').map((task) => taskLine(task, view, missing, voice));
  const done = tasks.filter(({ tag }) => tag.tone === 'done').length;
  return {
    reference: view.reference,
    heading: headingOf(view, voice),
    status: statusTag(view.status, voice),
    reasonGiven: view.reasonGiven,
    tasks,
    progress: { done, all: tasks.length, text: voice.t('tasks.progress', { done, all: tasks.length }) },
    check: { href: `${base}/check`, open: open.length === 0 },
    missing: open,
    law: itemLawLines(view.content.items, determinations, voice, (itemId) => `${base}/items/${itemId}/law`),
    withdrawHref: `${base}/moves/withdraw`,
    timeline: timelineLines(timeline, voice),
  };
}

/** What the application is about: its first item, else nothing yet. */
export function headingOf({ content }: Pick<ApplicationView, 'content'>, voice: Voice): NamePair {
  const [first] = content.items;
  const pair = voice.pair({ zh: first?.nameZh ?? '', en: first?.nameEn ?? '' });
  return pair.text ? pair : { text: voice.t('list.noItem'), lang: voice.tag, other: null };
}

const TASK_TITLE: Readonly<Record<Exclude<Task, 'check'>, keyof typeof SECTIONS>> = {
  applicant: 'applicant',
  shipment: 'shipment',
  items: 'items',
  parties: 'parties',
  'end-use': 'endUse',
  contract: 'contract',
  papers: 'papers',
};

function taskLine(task: Exclude<Task, 'check'>, view: ExporterView, missing: readonly MissingThing[], voice: Voice): TaskLine {
  const { t } = voice;
  const left = missing.filter((thing) => thing.task === task).length;
  const counts = { items: view.content.items.length, parties: view.content.parties.length, papers: view.papers.length };
  const count = task === 'items' || task === 'parties' || task === 'papers' ? counts[task] : 0;
  return {
    href: `/applications/${view.id}/${task}`,
    label: voice.say(SECTIONS[TASK_TITLE[task]]),
    detail: count > 0 ? t('tasks.count', { count }) : null,
    tag:
      left === 0
        ? { text: t('tasks.done'), tone: 'done' }
        : { text: t('tasks.left', { count: left }), tone: view.status === 'returned' ? 'attention' : 'info' },
  };
}

export interface TimelineLine {
  readonly at: string;
  readonly text: string;
  readonly who: string;
  readonly reason: string | null;
  readonly side: TimelineEntry['side'];
}

/** Newest first. */
export function timelineLines(entries: readonly TimelineEntry[], voice: Voice): TimelineLine[] {
  return entries
    .map((entry) => ({
      at: voice.moment(entry.at),
      text: timelineText(entry, voice.language),
      who: [entry.who, voice.say(SIDE[entry.side])].filter(Boolean).join(' · '),
      reason: reasonOf(entry),
      side: entry.side,
    }))
    .reverse();
}

export interface LicenceCardView {
  readonly href: string;
  readonly number: string;
  readonly life: Tag;
  readonly validity: string;
  readonly document: string;
  readonly ready: boolean;
  readonly downloadHref: string;
}

export function licenceCard(view: ApplicationView, voice: Voice): LicenceCardView | null {
  const { licence } = view;
  return (
    licence && {
      href: `/licences/${licence.id}`,
      number: licence.number,
      life: { ...lifeTag(licence.life, voice), text: voice.say(LIFE_OF_LICENCE[licence.life]) },
      validity: voice.t('licence.validity', { from: licence.validFrom, to: licence.validTo }),
      document: voice.say(STATE_OF_DOCUMENT[licence.documentState]),
      ready: licence.documentState === 'ready',
      downloadHref: `/licences/${licence.id}/document`,
    }
  );
}

export interface ReadView {
  readonly reference: string;
  readonly heading: NamePair;
  readonly status: Tag;
  readonly stage: string;
  readonly desk: string;
  readonly submitted: string | null;
  readonly reasonGiven: string | null;
  readonly clock: ClockView | null;
  readonly licence: LicenceCardView | null;
  readonly law: readonly ItemLawLine[];
  readonly cards: readonly SummaryCard[];
  readonly papers: readonly PaperLine[];
  readonly timeline: readonly TimelineLine[];
  readonly moves: readonly MoveButton[];
  readonly version: number;
}

export function readView(
  view: ExporterView,
  determinations: readonly ItemDetermination[],
  timeline: readonly TimelineEntry[],
  voice: Voice,
): ReadView {
  const base = `/applications/${view.id}`;
  return {
    reference: view.reference,
    heading: headingOf(view, voice),
    status: statusTag(view.status, voice),
    stage: voice.t(`stage.${view.status}`),
    desk: voice.t(`desk.${view.desk}`),
    submitted: view.submittedAt && voice.moment(view.submittedAt),
    reasonGiven: view.reasonGiven,
    clock: clockView(view.clock, voice),
    licence: licenceCard(view, voice),
    law: itemLawLines(view.content.items, determinations, voice, (itemId) => `${base}/items/${itemId}/law`),
    cards: [...answerCards(view.content, voice, null), declarationCard(view.content, voice)],
    papers: papersView(view, voice, false),
    timeline: timelineLines(timeline, voice),
    moves: moveButtons(view.openMoves, base, voice),
    version: view.version,
  };
}

/** What asks for an explanation, in words. */
export function attentionLines({ attention }: Pick<ApplicationView, 'attention'>, voice: Voice): string[] {
  return attention.map((fault) => describeFault(fault, voice.language).message);
}

export interface CheckView {
  readonly reference: string;
  readonly back: Link;
  readonly version: number;
  readonly cards: readonly SummaryCard[];
  readonly papers: readonly PaperLine[];
  readonly papersChange: Link;
  readonly law: readonly ItemLawLine[];
  readonly missing: readonly MissingThing[];
  readonly attention: readonly string[];
}

/** The answers to be checked before filing; `missing` leaves out the declaration, which is made on this page. */
export function checkView(view: ExporterView, determinations: readonly ItemDetermination[], voice: Voice): CheckView {
  const base = `/applications/${view.id}`;
  const papers = voice.say(SECTIONS.papers);
  return {
    reference: view.reference,
    back: { href: base, text: view.reference },
    version: view.version,
    cards: answerCards(view.content, voice, (place) => `${base}/${place}`),
    papers: papersView(view, voice, false),
    papersChange: { href: `${base}/papers`, text: voice.t('answers.change', { what: papers }) },
    law: itemLawLines(view.content.items, determinations, voice, (itemId) => `${base}/items/${itemId}/law`),
    missing: missingThings(view.missing, view.content, base, voice).filter(({ task }) => task !== 'check'),
    attention: attentionLines(view, voice),
  };
}
