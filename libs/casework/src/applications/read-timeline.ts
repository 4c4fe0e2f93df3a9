// The log of an application as its reader may see it: an exporter learns each stage and who holds the case by class, never the authority's inner words.
import { Injectable } from '@nestjs/common';
import { caseReach, type Actor } from '../actor';
import { Store } from '../ports/store.port';
import type { LogEntry, LogVerb } from '../records';
import type { TimelineEntry } from './application-view';
import { requireApplication } from './case-file';

/** Acts of the authority that an exporter does not see at all, and those of which only the fact is shown. */
const HIDDEN: readonly LogVerb[] = ['take', 'release', 'hand-over', 'render-failed'];
const BARE: readonly LogVerb[] = ['advise', 'countersign', 'send-back', 'reconsider', 'grant'];

@Injectable()
export class ReadTimeline {
  constructor(private readonly store: Store) {}

  /** Oldest first. Throws Refusal `application-not-found` (missing). */
  execute(actor: Actor, applicationId: string): Promise<readonly TimelineEntry[]> {
    return this.store.run(caseReach(actor), async (tx) => {
      await requireApplication(tx, applicationId);
      const log = await tx.log.ofApplication(applicationId);
      return actor.organisationKind === 'exporter' ? log.flatMap(forExporter) : log.map(entryOf);
    });
  }
}

function sideOf(entry: LogEntry): TimelineEntry['side'] {
  const side = entry.payload['side'];
  return side === 'applicant' || side === 'authority' ? side : 'system';
}

function entryOf(entry: LogEntry): TimelineEntry {
  return { id: entry.id, at: entry.at, verb: entry.verb, side: sideOf(entry), who: entry.actorName, payload: entry.payload };
}

function forExporter(entry: LogEntry): TimelineEntry[] {
  const side = sideOf(entry);
  if (HIDDEN.includes(entry.verb) || (entry.verb === 'confirm-list-check' && side === 'authority')) return [];
  const bare = BARE.includes(entry.verb);
  return [{ ...entryOf(entry), who: side === 'applicant' ? entry.actorName : null, payload: bare ? {} : entry.payload }];
}
