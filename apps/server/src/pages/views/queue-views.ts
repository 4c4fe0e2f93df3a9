// The officers' queues as pages: the cases in the order of their due day, what the officer watches, where colleagues named the officer, and a manager's overview.
import {
  may,
  MOST_COUNTED,
  QUEUE_SHELVES,
  type Actor,
  type NoteRecord,
  type PageOf,
  type QueuedCase,
  type QueueLoad,
  type QueuePage,
  type QueueRequest,
} from '#casework';
import { countryName, type LocalDate } from '#kernel';
import { applicationMoves, type ApplicationStatus } from '#licensing';
import { KIND_OF_QUEUE, OTHER_FIELDS, STATUS_OF_APPLICATION } from '../../http/words';
import type { Field } from '../forms/field';
import { FormBuilder } from '../forms/form-builder';
import { MARKED, markOf } from '../forms/marked-cases';
import { QUEUE_FILTERS, QUEUE_STAGES, queueHref } from '../forms/queue-query';
import { countryChoices } from '../forms/section-forms';
import type { NamePair, Voice } from '../rendering/voice';
import type { OneClick } from './asked-of-you';
import { audienceTag } from './case-views-notes';
import { clockView, statusTag, type ClockView, type Link, type Tag } from './parts';

export interface TabLink {
  readonly href: string;
  readonly label: string;
  readonly count: string | null;
  readonly current: boolean;
}

export interface QueueLine {
  readonly href: string;
  readonly reference: string;
  readonly submitted: string | null;
  readonly exporter: NamePair;
  readonly item: NamePair;
  readonly moreItems: string | null;
  readonly destination: string;
  readonly status: Tag;
  readonly queue: string;
  readonly clock: ClockView | null;
  readonly since: string;
  readonly holder: string | null;
  readonly mine: boolean;
  readonly take: OneClick | null;
  readonly release: OneClick | null;
  /** The box by which the row is marked for an act on many; null where the reader has none. */
  readonly mark: { readonly id: string; readonly name: string; readonly value: string; readonly label: string } | null;
}

export interface QueueView {
  readonly title: string;
  readonly tabs: readonly TabLink[];
  readonly shelves: readonly TabLink[];
  readonly filters: readonly Field[];
  readonly kept: readonly { readonly name: string; readonly value: string }[];
  readonly filtered: boolean;
  readonly clear: string;
  readonly rows: readonly QueueLine[];
  readonly empty: string;
  readonly takeNext: { readonly queueId: string; readonly label: string; readonly open: boolean } | null;
  readonly bulk: { readonly back: string; readonly acts: readonly { readonly value: string; readonly label: string }[] } | null;
  readonly next: string | null;
}

/** Acts on many cases at once. */
export const BULK_ACTS = ['assign', 'move'] as const;

export function queueView(page: QueuePage, request: QueueRequest, actor: Actor, voice: Voice): QueueView {
  const { t } = voice;
  const { shelf, queueId } = request;
  const tab = page.tabs.find(({ queue }) => queue.id === queueId);
  const filtered = QUEUE_FILTERS.some((name) => request[name] !== undefined);
  const form = new FormBuilder(voice, (name) => request[name as (typeof QUEUE_FILTERS)[number]] ?? '');
  return {
    title: tab ? voice.say(tab.queue.name) : t('queue.title'),
    tabs: queueTabs(page, actor, voice, queueId ?? 'queue'),
    shelves: QUEUE_SHELVES.map((name) => ({
      href: queueHref({ ...request, shelf: name }),
      label: t(`shelf.${name}`),
      count: countText(page.counts[name]),
      current: name === shelf,
    })),
    filters: filterFields(form, voice),
    kept: [{ name: 'shelf', value: shelf }, ...(queueId ? [{ name: 'queue', value: queueId }] : [])],
    filtered,
    clear: queueHref({ shelf, ...(queueId && { queueId }) }),
    rows: page.rows.map((row) => queueLine(row, page, actor, voice)),
    empty: t(filtered ? 'shelfEmpty.filtered' : `shelfEmpty.${shelf}`),
    takeNext: may('case.take', actor)
      ? {
          queueId: queueId ?? '',
          label: tab ? t('queue.takeNextOf', { queue: voice.say(tab.queue.name) }) : t('queue.takeNext'),
          open: page.counts.free > 0,
        }
      : null,
    bulk: may('case.bulk', actor) && page.rows.length > 0 ? { back: queueHref(request), acts: bulkActs(actor, voice) } : null,
    next: page.next && queueHref(request, page.next),
  };
}

/** `current`: a queue's id, or which of the other pages is shown. */
export function queueTabs({ tabs }: Pick<QueuePage, 'tabs'>, actor: Actor, voice: Voice, current: string): TabLink[] {
  const { t } = voice;
  const page = (href: string, label: string, name: string): TabLink => ({ href, label, count: null, current: name === current });
  return [
    page('/queue', t('queue.all'), 'queue'),
    ...tabs.map(({ queue, open }) => ({
      href: queueHref({ shelf: 'all', queueId: queue.id }),
      label: voice.say(queue.name),
      count: countText(open),
      current: queue.id === current,
    })),
    ...(may('case.watch', actor) ? [page('/queue/watched', t('queue.watched'), 'watched')] : []),
    ...(may('note.write', actor) ? [page('/queue/mentions', t('queue.mentions'), 'mentions')] : []),
    ...(seesAll(actor) ? [page('/queue/overview', t('queue.overview'), 'overview')] : []),
  ];
}

/** Managers and auditors look at every queue. */
export function seesAll({ roles }: Actor): boolean {
  return roles.includes('manager') || roles.includes('auditor');
}

/** A bounded count: it stops at "999+". */
export function countText(count: number): string {
  return count >= MOST_COUNTED ? `${MOST_COUNTED - 1}+` : String(count);
}

function bulkActs(actor: Actor, { t }: Voice) {
  return BULK_ACTS.filter((act) => act === 'move' || may('case.assign', actor)).map((value) => ({
    value,
    label: t(`bulk.${value}`),
  }));
}

function filterFields(form: FormBuilder, voice: Voice): Field[] {
  const { t, language } = voice;
  return [
    form.select('status', {
      label: t('column.status'),
      choices: QUEUE_STAGES.map((value) => ({ value, label: STATUS_OF_APPLICATION[value][language], hint: null })),
    }),
    form.select('destination', { label: OTHER_FIELDS['destination'] ?? '', choices: countryChoices(voice) }),
    form.text('dueBy', { label: t('queue.dueBy'), type: 'date', width: 'short' }),
    form.text('text', { label: t('queue.text'), width: 'half' }),
  ];
}

function queueLine(row: QueuedCase, { tabs }: QueuePage, actor: Actor, voice: Voice): QueueLine {
  const { t } = voice;
  const { placeId, applicationId, reference, version, status } = row;
  const item = voice.pair(row.firstItem);
  const queue = tabs.find((tab) => tab.queue.id === row.queueId)?.queue;
  const base = `/cases/${applicationId}/places/${placeId}`;
  const takes = may('case.take', actor);
  return {
    href: `/cases/${applicationId}`,
    reference,
    submitted: row.submittedAt && voice.moment(row.submittedAt),
    exporter: voice.pair(row.organisation),
    item: item.text ? item : { ...item, text: t('list.noItem') },
    moreItems: row.itemCount > 1 ? t('list.moreItems', { count: row.itemCount - 1 }) : null,
    destination: row.destination ? countryName(row.destination, voice.language) : '—',
    status: statusTag(status, voice),
    queue: queue ? voice.say(queue.name) : '—',
    clock: clockView(row.clock, voice),
    since: t('place.since', { at: voice.moment(row.arrivedAt) }),
    holder: row.holderId === null ? null : (row.holderName ?? t('advice.somebody')),
    mine: row.holderId === actor.personId,
    take: takes && row.holderId === null ? { action: `${base}/take`, label: t('queue.takeNamed', { reference }) } : null,
    release:
      takes && row.holderId === actor.personId
        ? { action: `${base}/release`, label: t('queue.releaseNamed', { reference }) }
        : null,
    mark: may('case.bulk', actor)
      ? {
          id: `mark-${placeId}`,
          name: MARKED,
          value: markOf({ placeId, applicationId, version, status, reference }),
          label: t('bulk.mark', { reference }),
        }
      : null,
  };
}

export interface WatchedView {
  readonly tabs: readonly TabLink[];
  readonly rows: readonly { readonly link: Link; readonly status: Tag }[];
  readonly next: string | null;
}

export function watchedView(
  { rows, next }: PageOf<{ readonly id: string; readonly reference: string; readonly status: ApplicationStatus }>,
  tabs: readonly TabLink[],
  voice: Voice,
): WatchedView {
  return {
    tabs,
    rows: rows.map(({ id, reference, status }) => ({
      link: { href: `/cases/${id}`, text: reference },
      status: statusTag(status, voice),
    })),
    next: next && `/queue/watched?after=${encodeURIComponent(next)}`,
  };
}

export interface MentionsView {
  readonly tabs: readonly TabLink[];
  readonly rows: readonly { readonly link: Link; readonly audience: Tag; readonly text: string; readonly by: string }[];
  readonly next: string | null;
}

export function mentionsView(
  { rows, next }: PageOf<NoteRecord & { readonly reference: string }>,
  tabs: readonly TabLink[],
  voice: Voice,
): MentionsView {
  return {
    tabs,
    rows: rows.map(({ applicationId, reference, audience, text, authorName, at }) => ({
      link: { href: `/cases/${applicationId}#notes`, text: reference },
      audience: audienceTag(audience, voice),
      text,
      by: voice.t('note.by', { name: authorName ?? voice.t('note.applicant'), at: voice.moment(at) }),
    })),
    next: next && `/queue/mentions?after=${encodeURIComponent(next)}`,
  };
}

export interface OverviewView {
  readonly tabs: readonly TabLink[];
  readonly rows: readonly {
    readonly queue: Link;
    readonly team: string;
    readonly kind: string;
    readonly open: Link;
    readonly free: Link;
    readonly overdue: Link;
    readonly late: boolean;
    readonly first: Link | null;
    readonly firstNote: string | null;
  }[];
}

/** `yesterday` is the last day that has passed. */
export function overviewView(
  loads: readonly QueueLoad[],
  tabs: readonly TabLink[],
  yesterday: LocalDate,
  voice: Voice,
): OverviewView {
  return {
    tabs,
    rows: loads.map(({ queue, team, open, free, overdue, first }) => {
      const all = { shelf: 'all', queueId: queue.id } as const;
      return {
        queue: { href: queueHref(all), text: voice.say(queue.name) },
        team: team ? voice.say(team.name) : '—',
        kind: voice.say(KIND_OF_QUEUE[queue.kind]),
        open: { href: queueHref(all), text: countText(open) },
        free: { href: queueHref({ ...all, shelf: 'free' }), text: countText(free) },
        overdue: { href: queueHref({ ...all, dueBy: yesterday }), text: countText(overdue) },
        late: overdue > 0,
        first: first && { href: `/cases/${first.applicationId}`, text: first.reference },
        firstNote:
          first &&
          (first.dueOn
            ? voice.t('clock.due', { day: first.dueOn })
            : voice.t('place.since', { at: voice.moment(first.arrivedAt) })),
      };
    }),
  };
}

/** Moves that many cases may make at once: made by the officer's roles from one of the stages, and asking for no more than a reason. */
export function bulkMoves(actor: Actor, stages: readonly ApplicationStatus[], shownFirst: readonly string[]) {
  return applicationMoves.filter(
    ({ name, from, by, asks }) =>
      actor.roles.some((role) => (by as readonly string[]).includes(role)) &&
      stages.some((stage) => (from as readonly string[]).includes(stage)) &&
      (asks as readonly string[]).every((ask) => ask === 'reason') &&
      !shownFirst.includes(name),
  );
}
