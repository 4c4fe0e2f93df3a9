// An exporter's own applications, each with its clock.
import { Injectable } from '@nestjs/common';
import { APPLICATION_STATUSES, publicStage, type PublicStage, type ReviewClock } from '#licensing';
import { caseReach, type Actor } from '../actor';
import { Store, type PageOf, type PageRequest } from '../ports/store.port';
import type { ApplicationSummary } from '../records';
import { ClockOfCase } from './clock-of-case';

/** Version and moment are those that the applicant knows. */
export interface ListedApplication extends Omit<ApplicationSummary, 'status' | 'toldVersion' | 'toldAt'> {
  readonly status: PublicStage;
  readonly clock: ReviewClock | null;
}

@Injectable()
export class ListApplications {
  constructor(
    private readonly store: Store,
    private readonly clocks: ClockOfCase,
  ) {}

  /** The organisation's applications, newest change first; `stage` as an applicant sees it. */
  own(actor: Actor, page: PageRequest, stage?: PublicStage): Promise<PageOf<ListedApplication>> {
    return this.store.run(caseReach(actor), async (tx) => {
      const statuses = APPLICATION_STATUSES.filter((status) => publicStage(status) === stage);
      const { rows, next } = await tx.applications.list(stage ? { statuses } : {}, page, 'newest');
      const listed = rows.map(({ toldVersion: version, toldAt: updatedAt, ...row }) => ({
        ...row,
        version,
        updatedAt,
        status: publicStage(row.status),
        clock: this.clocks.ofSummary(row),
      }));
      return { rows: listed, next };
    });
  }
}
