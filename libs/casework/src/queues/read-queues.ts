// The officers' queues: the cases on them in the order of their due day, with bounded counts for the tabs, and a manager's overview of all.
import { Injectable } from '@nestjs/common';
import { addDays, Clock, Refusal, type LocalDate } from '#kernel';
import type { ApplicationStatus, ReviewClock } from '#licensing';
import { caseReach, type Actor } from '../actor';
import { ClockOfCase } from '../applications/clock-of-case';
import type { PageOf, PageRequest } from '../ports/page';
import { Store, type Transaction } from '../ports/store.port';
import { officersDesk } from './officers-desk';
import type { PlaceSummary, QueueRecord, TeamRecord } from './queue-records';

/** Counts of tabs stop here: the page says "999+". */
export const MOST_COUNTED = 1000;

export const QUEUE_SHELVES = ['mine', 'free', 'all'] as const;
export type QueueShelf = (typeof QUEUE_SHELVES)[number];

export interface QueueRequest {
  readonly shelf: QueueShelf;
  /** One queue; absent: all that the officer works on. */
  readonly queueId?: string;
  readonly status?: ApplicationStatus;
  /** ISO 3166 alpha-2. */
  readonly destination?: string;
  readonly dueBy?: LocalDate;
  readonly text?: string;
}

export interface QueuedCase extends PlaceSummary {
  readonly clock: ReviewClock | null;
}

export interface QueueTab {
  readonly queue: QueueRecord;
  readonly team: TeamRecord | null;
  readonly open: number;
  readonly free: number;
}

export interface QueuePage extends PageOf<QueuedCase> {
  readonly counts: Readonly<Record<QueueShelf, number>>;
  readonly tabs: readonly QueueTab[];
}

/** A queue as its manager looks at it. */
export interface QueueLoad extends QueueTab {
  /** Cases whose last day has passed, counted up to MOST_COUNTED. */
  readonly overdue: number;
  /** The first in line: by due day, then arrival; null for an empty queue. */
  readonly first: Pick<PlaceSummary, 'applicationId' | 'reference' | 'arrivedAt' | 'dueOn'> | null;
}

@Injectable()
export class ReadQueues {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly clocks: ClockOfCase,
  ) {}

  /** The officer's queues; managers and auditors see all. Throws Refusal `queue-not-found` (missing) for a queue that is not the officer's. */
  page(actor: Actor, request: QueueRequest, page: PageRequest): Promise<QueuePage> {
    return this.store.run(caseReach(actor), async (tx) => {
      const { queues, personIds } = await this.sight(tx, actor);
      const { shelf, queueId, ...narrowed } = request;
      const shown = queues.filter(({ id }) => queueId === undefined || id === queueId);
      if (queueId !== undefined && shown.length === 0) throw new Refusal('missing', 'queue-not-found', { id: queueId });
      const queueIds = shown.map(({ id }) => id);
      const filters = {
        mine: { ...narrowed, queueIds, holderIds: personIds },
        free: { ...narrowed, queueIds, free: true },
        all: { ...narrowed, queueIds },
      };
      const { rows, next } = await tx.places.list(filters[shelf], page);
      const counts = {
        mine: await tx.places.count(filters.mine, MOST_COUNTED),
        free: await tx.places.count(filters.free, MOST_COUNTED),
        all: await tx.places.count(filters.all, MOST_COUNTED),
      };
      return {
        rows: rows.map((row) => ({ ...row, clock: this.clocks.ofSummary(row) })),
        next,
        counts,
        tabs: await this.tabs(tx, queues),
      };
    });
  }

  /** The officer's queues with their counts; of managers and auditors all. */
  own(actor: Actor): Promise<readonly QueueTab[]> {
    return this.store.run(caseReach(actor), async (tx) => this.tabs(tx, (await this.sight(tx, actor)).queues));
  }

  /** The queues whose work the officer orders, with their teams: of managers all. */
  led(actor: Actor): Promise<{ readonly teams: readonly TeamRecord[]; readonly queues: readonly QueueRecord[] }> {
    return this.store.run(caseReach(actor), async (tx) => {
      const { ledQueueIds } = await officersDesk(tx, actor, this.clock.today());
      const all = actor.roles.includes('manager');
      return {
        teams: await tx.teams.teams(),
        queues: (await tx.teams.queues()).filter(({ id }) => all || ledQueueIds.includes(id)),
      };
    });
  }

  /** What lies on each queue that the officer sees: managers and auditors all, others their own. */
  overview(actor: Actor): Promise<readonly QueueLoad[]> {
    return this.store.run(caseReach(actor), async (tx) => {
      const { queues } = await this.sight(tx, actor);
      const yesterday = addDays(this.clock.today(), -1);
      const loads: QueueLoad[] = [];
      for (const tab of await this.tabs(tx, queues)) {
        const queueIds = [tab.queue.id];
        const { rows } = await tx.places.list({ queueIds }, { limit: 1 });
        const overdue = await tx.places.count({ queueIds, dueBy: yesterday }, MOST_COUNTED);
        loads.push({ ...tab, overdue, first: rows[0] ?? null });
      }
      return loads;
    });
  }

  private async sight(tx: Transaction, actor: Actor): Promise<{ queues: readonly QueueRecord[]; personIds: readonly string[] }> {
    const { personIds, queueIds } = await officersDesk(tx, actor, this.clock.today());
    const seesAll = actor.roles.some((role) => role === 'manager' || role === 'auditor');
    const queues = (await tx.teams.queues()).filter(({ id, retired }) => !retired && (seesAll || queueIds.includes(id)));
    return { queues, personIds };
  }

  private async tabs(tx: Transaction, queues: readonly QueueRecord[]): Promise<QueueTab[]> {
    const teams = await tx.teams.teams();
    const counts = await tx.places.counts(
      queues.map(({ id }) => id),
      MOST_COUNTED,
    );
    return queues.map((queue) => {
      const { open = 0, free = 0 } = counts.find(({ queueId }) => queueId === queue.id) ?? {};
      return { queue, team: teams.find(({ id }) => id === queue.teamId) ?? null, open, free };
    });
  }
}
