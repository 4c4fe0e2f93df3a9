// What the guards of the transition table look at in a case: papers and moves by the procedure's manifest, places by the officer's desk, signatures by the rules.
import { Injectable } from '@nestjs/common';
import { Clock, type Fault } from '#kernel';
import {
  countersignaturesAsked,
  decisionOf,
  documentsFor,
  isEditable,
  missingForSubmission,
  missingPapers,
  papersFor,
  standing,
  type ApplicationStatus,
  type GuardFacts,
} from '#licensing';
import type { Actor } from '../actor';
import { LoadedLaw } from '../ports/loaded-law';
import type { Transaction } from '../ports/store.port';
import { officersDesk } from '../queues/officers-desk';
import { routingFacts } from '../queues/routing-facts';
import { standingRules } from '../queues/standing-rules';
import type { AdviceRecord } from '../records';
import { finalAdvice, openPlaces, preparedFor, signaturesOf, type CaseFile } from './case-file';

/** Stages at which signatures are asked for or relied on. */
const SIGNED: readonly ApplicationStatus[] = ['advised', 'signed-once', 'countersigned', 'decided'];

@Injectable()
export class ReadGuardFacts {
  constructor(
    private readonly clock: Clock,
    private readonly law: LoadedLaw,
  ) {}

  /** `actor` null: Licet itself. */
  async of(tx: Transaction, actor: Actor | null, file: CaseFile): Promise<GuardFacts> {
    const { application } = file;
    const advice = finalAdvice(file);
    return {
      actorId: actor?.personId ?? '',
      holders: actor ? await this.holders(tx, actor, file) : [],
      missing: isEditable(application.status) ? this.missing(file) : [],
      missingPapers: isEditable(application.status) ? [] : this.missingPapers(file),
      openReviews: openPlaces(file).length,
      adviserIds: standing(file.advice, application.round).map(({ adviserId }) => adviserId),
      signerIds: advice ? signaturesOf(file, advice.id).map(({ signerId }) => signerId) : [],
      signaturesAsked: await this.signaturesAsked(tx, actor, file),
      unpreparedDocuments: advice ? unprepared(file, advice) : [],
    };
  }

  /** What the application still lacks before it may be filed, by the procedure's list of papers. */
  missing({ application, procedure, papers }: Pick<CaseFile, 'application' | 'procedure' | 'papers'>): readonly Fault[] {
    const required = papersFor(procedure, application.content, 'submitted');
    return missingForSubmission(application.content, papers, this.clock.today(), required);
  }

  private missingPapers({ application, procedure, papers }: CaseFile): readonly Fault[] {
    return missingPapers(papers, papersFor(procedure, application.content, application.status));
  }

  private async holders(tx: Transaction, actor: Actor, file: CaseFile): Promise<(string | null)[]> {
    const desk = await officersDesk(tx, actor, this.clock.today());
    return openPlaces(file)
      .filter(({ queueId }) => desk.queueIds.includes(queueId))
      .map(({ holderId }) => (holderId !== null && desk.personIds.includes(holderId) ? actor.personId : holderId));
  }

  private async signaturesAsked(tx: Transaction, actor: Actor | null, file: CaseFile): Promise<number> {
    const { application, procedure } = file;
    const { least, most } = procedure.countersignatures;
    if (!SIGNED.includes(application.status) || actor?.organisationKind === 'exporter') return least;
    const today = this.clock.today();
    const codes = finalAdvice(file)?.lines.map(({ controlCode }) => controlCode) ?? [];
    const facts = routingFacts(this.law.rulebook, application, codes, today);
    return Math.min(most, countersignaturesAsked(await standingRules(tx), facts, today, least).count);
  }
}

function unprepared(file: CaseFile, advice: AdviceRecord): string[] {
  const ready = preparedFor(file, advice.id).map(({ kind }) => kind);
  return documentsFor(decisionOf(advice.lines))
    .map(({ kind }) => kind)
    .filter((kind) => !ready.includes(kind));
}
