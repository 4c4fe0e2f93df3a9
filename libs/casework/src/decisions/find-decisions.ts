// Earlier decisions by the authority's own code: what the exporter had suggested finds nothing here.
import { Injectable } from '@nestjs/common';
import { caseReach, type Actor } from '../actor';
import { Store } from '../ports/store.port';
import type { DecidedLine } from './decision-records';

/** Most lines of one answer. */
export const MOST_DECISIONS = 100;

@Injectable()
export class FindDecisions {
  constructor(private readonly store: Store) {}

  /** Published lines whose code begins with `code`, newest first; an exporter's own only. */
  byCode(actor: Actor, code: string): Promise<readonly DecidedLine[]> {
    return this.store.run(caseReach(actor), (tx) => tx.decisions.ofCode(code.trim(), MOST_DECISIONS));
  }
}
