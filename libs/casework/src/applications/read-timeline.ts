// The log of an application as its reader may see it: an exporter learns each stage and who holds the case by class, never the authority's inner words.
import { Injectable } from '@nestjs/common';
import { caseReach, type Actor } from '../actor';
import { Store } from '../ports/store.port';
import type { LogEntry } from '../records';
import { payloadToApplicant } from './applicant-sight';
import type { TimelineEntry } from './application-view';
import { requireApplication } from './case-file';

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
  if (entry.audience === 'internal') return [];
  const line = entryOf(entry);
  return [{ ...line, who: line.side === 'applicant' ? entry.actorName : null, payload: payloadToApplicant(entry) }];
}
