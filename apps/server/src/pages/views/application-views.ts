// What the exporter's pages of an application to be filed show: the list, the task list, and the answers to be checked.
import type { ExporterView, ItemDetermination, ListedApplication, PageOf } from '#casework';
import { countryName } from '#kernel';
import { holderClass, type Procedure } from '#licensing';
import { HOLDER_CLASS, SECTIONS } from '../../http/words';
import type { NamePair, Voice } from '../rendering/voice';
import type { PrincipalChoice } from './agent-views';
import { answerCards } from './answers';
import { attentionLines, headingOf, timelineLines, type TimelineLine } from './case-parts';
import { kinViews, type KinView } from './kinship';
import { itemLawLines, type ItemLawLine } from './law';
import { noteLines, type NoteLine } from './notes';
import { papersView, type PaperLine } from './papers';
import { clockView, statusTag, type ClockView, type Link, type SummaryCard, type Tag } from './parts';
import { stageLine, type StageLine } from './stage-line';
import { missingThings, TASKS, type MissingThing, type Task } from './where-to-fix';
import type { CaseSheet } from '../door/case-reading';

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
  /** A button for each procedure under which an application may be begun. */
  readonly begin: readonly { readonly procedure: string; readonly label: string }[];
  /** For whom the person may act as agent; empty while doing so. */
  readonly principals: readonly PrincipalChoice[];
  readonly rows: readonly ApplicationLine[];
  readonly next: string | null;
  readonly first: string | null;
}

export function applicationList(
  { rows, next }: PageOf<ListedApplication>,
  procedures: readonly Procedure[],
  principals: readonly PrincipalChoice[],
  voice: Voice,
  onFirst: boolean,
): ApplicationListView {
  return {
    begin: procedures.map(({ id, name }) => ({
      procedure: id,
      label: procedures.length > 1 ? voice.t('applications.newOf', { procedure: voice.say(name) }) : voice.t('applications.new'),
    })),
    principals,
    rows: rows.map((row) => applicationLine(row, voice)),
    next: next && `/applications?after=${encodeURIComponent(next)}`,
    first: onFirst ? null : '/applications',
  };
}

function applicationLine(row: ListedApplication, voice: Voice): ApplicationLine {
  const item = voice.pair(row.firstItem);
  return {
    href: `/applications/${row.id}`,
    reference: row.reference,
    item: item.text ? item : { ...item, text: voice.t('list.noItem') },
    moreItems: row.itemCount > 1 ? voice.t('list.moreItems', { count: row.itemCount - 1 }) : null,
    destination: row.destination ? countryName(row.destination, voice.language) : '—',
    status: statusTag(row.status, voice),
    desk: voice.say(HOLDER_CLASS[holderClass(row.status)]),
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
  readonly stages: StageLine;
  readonly kin: readonly KinView[];
  readonly agent: string | null;
  readonly reasonGiven: string | null;
  readonly tasks: readonly TaskLine[];
  readonly progress: { readonly done: number; readonly all: number; readonly text: string };
  readonly check: { readonly href: string; readonly open: boolean };
  readonly missing: readonly MissingThing[];
  readonly law: readonly ItemLawLine[];
  readonly withdrawHref: string;
  readonly copies: string;
  readonly notes: readonly NoteLine[];
  readonly writeNote: string;
  readonly timeline: readonly TimelineLine[];
}

export function taskList(sheet: CaseSheet<ExporterView>, voice: Voice): TaskListView {
  const { view, determinations, timeline } = sheet;
  const base = `/applications/${view.id}`;
  const missing = missingThings(view.missing, view.content, base, voice);
  const open = missing.filter(({ task }) => task !== 'check');
  const tasks = TASKS.filter((task) => task !== 'check').map((task) => taskLine(task, view, missing, voice));
  const done = tasks.filter(({ tag }) => tag.tone === 'done').length;
  return {
    reference: view.reference,
    heading: headingOf(view, voice),
    status: statusTag(view.status, voice),
    stages: stageLine(view, timeline, voice),
    kin: kinViews(view, '/applications', voice),
    agent: agentText(view, voice),
    reasonGiven: view.reasonGiven,
    tasks,
    progress: { done, all: tasks.length, text: voice.t('tasks.progress', { done, all: tasks.length }) },
    check: { href: `${base}/check`, open: open.length === 0 },
    missing: open,
    law: itemLawLines(view.content.items, determinations, voice, (itemId) => `${base}/items/${itemId}/law`),
    withdrawHref: `${base}/moves/withdraw`,
    copies: `${base}/copies`,
    notes: noteLines(sheet, voice),
    writeNote: `${base}/notes`,
    timeline: timelineLines(timeline, voice),
  };
}

/** Who files it in the owner's name; null for the owner itself. */
export function agentText({ agent }: Pick<ExporterView, 'agent'>, voice: Voice): string | null {
  return agent && voice.t('application.byAgent', { agent: voice.pair(agent).text });
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
