// Lists: an exporter's own applications, and the officers' queue with the clock of each case.
import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import {
  applicationMoves,
  reviewClock,
  type ApplicationMove,
  type ApplicationStatus,
  type ReviewClock,
  type Role,
} from '#licensing';
import { caseReach, type Actor } from '../actor';
import { LoadedLaw } from '../ports/loaded-law';
import { Store, type ApplicationFilter, type PageOf, type PageRequest } from '../ports/store.port';
import type { ApplicationSummary } from '../records';

export interface ListedApplication extends ApplicationSummary {
  readonly clock: ReviewClock | null;
}

export type QueueShelf = 'mine' | 'free' | 'all';

@Injectable()
export class ListApplications {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly law: LoadedLaw,
  ) {}

  /** The organisation's applications, newest change first. */
  own(actor: Actor, page: PageRequest, statuses?: readonly ApplicationStatus[]): Promise<PageOf<ListedApplication>> {
    return this.store.run(caseReach(actor), async (tx) =>
      this.withClocks(await tx.applications.list(statuses ? { statuses } : {}, page, 'newest')),
    );
  }

  /** Cases on which the officer has a move, oldest submission first, with the counts of all three shelves. */
  queue(
    actor: Actor,
    shelf: QueueShelf,
    page: PageRequest,
  ): Promise<PageOf<ListedApplication> & { counts: Readonly<Record<QueueShelf, number>> }> {
    return this.store.run(caseReach(actor), async (tx) => {
      const filters = queueFilters(actor);
      const listed = this.withClocks(await tx.applications.list(filters[shelf], page, 'oldest'));
      const counts = {
        mine: await tx.applications.count(filters.mine),
        free: await tx.applications.count(filters.free),
        all: await tx.applications.count(filters.all),
      };
      return { ...listed, counts };
    });
  }

  private withClocks({ rows, next }: PageOf<ApplicationSummary>): PageOf<ListedApplication> {
    return { rows: rows.map((row) => ({ ...row, clock: this.clockOf(row) })), next };
  }

  private clockOf({ acceptedAt, decidedAt }: ApplicationSummary): ReviewClock | null {
    if (!acceptedAt) return null;
    const events = [
      { move: 'accept' as const, day: this.clock.dayOf(acceptedAt) },
      ...(decidedAt ? [{ move: 'grant' as const, day: this.clock.dayOf(decidedAt) }] : []),
    ];
    return reviewClock(events, this.law.calendar, this.clock.today());
  }
}

/** The statuses out of which one of the roles has a move. */
export function statusesFor(roles: readonly Role[]): ApplicationStatus[] {
  const rows = (applicationMoves as readonly ApplicationMove[]).filter((move) => move.by.some((role) => roles.includes(role)));
  return [...new Set(rows.flatMap((move) => move.from))];
}

export function queueFilters(actor: Actor): Record<QueueShelf, ApplicationFilter> {
  const statuses = statusesFor(actor.roles);
  return { mine: { statuses, holderId: actor.personId }, free: { statuses, free: true }, all: { statuses } };
}
