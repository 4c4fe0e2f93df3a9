// A draft that grows out of an earlier application: it amends a filed one, applies again after a refusal or withdrawal, or copies one for another export.
import { Injectable } from '@nestjs/common';
import { Clock, Refusal } from '#kernel';
import { publicStage, type ApplicationStatus } from '#licensing';
import { caseReach, type Actor } from '../actor';
import { Store } from '../ports/store.port';
import type { ApplicationRecord } from '../records';
import { CarryMove } from './carry-move';
import { requireApplicationToChange, requireVersion } from './case-file';
import { draftFrom } from './draft-from';

/** After these an applicant may apply again; any application may be copied. */
const ENDED: readonly ApplicationStatus[] = ['published', 'closed', 'withdrawn'];

@Injectable()
export class GrowApplication {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly moves: CarryMove,
  ) {}

  /**
   * Supersedes the filed application and returns the draft that takes its place; the same draft for everybody who asks again. Throws Refusal:
   * `application-not-found`, `stale-version`, `move-not-open` (conflict: nothing filed, or decided and told).
   */
  amend(actor: Actor, id: string, version: number): Promise<ApplicationRecord> {
    return this.store.run(caseReach(actor), async (tx) => {
      const application = await requireApplicationToChange(tx, id);
      const before = await tx.applications.amendmentOf(id);
      if (before) return before;
      await requireVersion(tx, actor, application, version);
      await this.moves.byPerson(tx, actor, application, 'amend', { version });
      const draft = await tx.applications.amendmentOf(id);
      if (!draft) throw new Error(`Application ${id} is superseded by no draft`);
      return draft;
    });
  }

  /**
   * A draft with the same content, its declaration to be made anew; `copy` leaves the contract and the papers out. While nothing is saved in it, it is given to
   * everybody who asks to apply again, and to whoever asks for another copy after one's own. Throws Refusal: `application-not-found`,
   * `reapply-not-open` (conflict: the application is neither decided nor withdrawn).
   */
  grow(actor: Actor, id: string, kind: 'reapply' | 'copy'): Promise<ApplicationRecord> {
    return this.store.run(caseReach(actor), async (tx) => {
      const application = await requireApplicationToChange(tx, id);
      if (kind === 'reapply' && !mayReapply(application.status))
        throw new Refusal('conflict', 'reapply-not-open', { status: publicStage(application.status) });
      const before = await tx.applications.untouched({ id, kind }, kind === 'copy' ? actor.personId : null);
      return before ?? draftFrom(tx, this.clock, actor, application, kind);
    });
  }
}

/** Decided and told, or withdrawn. */
export function mayReapply(status: ApplicationStatus): boolean {
  return ENDED.includes(status);
}
