// How many countersignatures a case needs, and the versions of the rules that ask them.
import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { countersignaturesAsked, type AdviceLine, type CountersignaturesAsked } from '#licensing';
import { LoadedLaw } from '../ports/loaded-law';
import type { Transaction } from '../ports/store.port';
import { routingFacts } from '../queues/routing-facts';
import { standingRules } from '../queues/standing-rules';
import type { CaseFile } from './case-file';

@Injectable()
export class AskSignatures {
  constructor(
    private readonly clock: Clock,
    private readonly law: LoadedLaw,
  ) {}

  /** By the rules of today; `lines` are those of the final advice. */
  async of(
    tx: Transaction,
    { application, procedure }: Pick<CaseFile, 'application' | 'procedure'>,
    lines: readonly Pick<AdviceLine, 'controlCode'>[],
  ): Promise<CountersignaturesAsked> {
    const today = this.clock.today();
    const codes = lines.map(({ controlCode }) => controlCode);
    const facts = routingFacts(this.law.rulebook, application, codes, today);
    return countersignaturesAsked(await standingRules(tx), facts, today, procedure.countersignatures);
  }
}

/** What the log of the act keeps; no applicant reads it. */
export function askedFacts({ count, rules }: CountersignaturesAsked) {
  return { signaturesAsked: count, rules };
}
