// Reads one application as its reader may see it, with the moves that are open and what blocks them.
import { Injectable } from '@nestjs/common';
import { Clock, type Bilingual } from '#kernel';
import {
  advisoriesOf,
  applicationMove,
  isEditable,
  isTerminal,
  licenceLifeOn,
  missingForSubmission,
  openMoves,
  reviewClock,
  type ApplicationMoveName,
  type ReviewClock,
} from '#licensing';
import { caseReach, type Actor } from '../actor';
import { LoadedLaw } from '../ports/loaded-law';
import { Store, type Transaction } from '../ports/store.port';
import type { ApplicationRecord, LicenceRecord, LogEntry } from '../records';
import type { ApplicationView, Desk, LicenceGlimpse } from './application-view';
import { guardFacts, openCaseFile } from './case-file';

@Injectable()
export class ReadApplication {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly law: LoadedLaw,
  ) {}

  /** Throws Refusal `application-not-found` (missing), also for someone else's. */
  execute(actor: Actor, id: string): Promise<ApplicationView> {
    return this.store.run(caseReach(actor), (tx) => this.view(tx, actor, id));
  }

  private async view(tx: Transaction, actor: Actor, id: string): Promise<ApplicationView> {
    const file = await openCaseFile(tx, id, actor);
    const { application, papers } = file;
    const today = this.clock.today();
    const log = await tx.log.ofApplication(id);
    const organisation = await tx.people.organisation(application.organisationId);
    const licence = await tx.licences.ofApplication(id);
    const shared = {
      id,
      reference: application.reference,
      status: application.status,
      version: application.version,
      organisation: { zh: organisation?.nameZh ?? '', en: organisation?.nameEn ?? '' } satisfies Bilingual,
      content: application.content,
      attention: advisoriesOf(application.content),
      papers,
      openMoves: openMoves('application', application.status, actor.roles, guardFacts(file, actor, today)),
      clock: this.readClock(log),
      desk: deskOf(application),
      createdAt: application.createdAt,
      submittedAt: application.submittedAt,
      updatedAt: application.updatedAt,
      licence: licence && this.glimpse(licence),
      reasonGiven: reasonGiven(application, log),
    };
    if (actor.organisationKind === 'exporter') {
      const editable = isEditable(application.status);
      return {
        ...shared,
        for: 'exporter',
        editable,
        missing: editable ? missingForSubmission(application.content, papers, today) : [],
      };
    }
    const holder = application.holderId === null ? null : await tx.people.find(application.holderId);
    return {
      ...shared,
      for: 'officer',
      holder: holder && { id: holder.id, name: holder.name },
      advice: file.advice,
      countersignatures: file.countersignatures,
    };
  }

  private readClock(log: readonly LogEntry[]): ReviewClock | null {
    const events = log
      .filter((entry) => applicationMove(entry.verb) !== undefined)
      .map((entry) => ({ move: entry.verb as ApplicationMoveName, day: this.clock.dayOf(entry.at) }));
    return reviewClock(events, this.law.calendar, this.clock.today());
  }

  private glimpse(licence: LicenceRecord): LicenceGlimpse {
    const { id, number, state, validFrom, validTo, document } = licence;
    const life = licenceLifeOn(state, { from: validFrom, to: validTo }, this.clock.today());
    return { id, number, life, validFrom, validTo, documentState: document.state };
  }
}

function deskOf({ status }: ApplicationRecord): Desk {
  if (isEditable(status)) return 'applicant';
  return isTerminal(status) || status === 'granted' || status === 'refused' ? 'nobody' : 'authority';
}

/** The reason of the last return or refusal while it matters. */
function reasonGiven({ status }: ApplicationRecord, log: readonly LogEntry[]): string | null {
  const verbs = status === 'returned' ? ['return'] : ['refuse'];
  const entry = log.findLast(({ verb }) => verbs.includes(verb));
  return typeof entry?.payload['reason'] === 'string' ? entry.payload['reason'] : null;
}
