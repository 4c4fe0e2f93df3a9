// What the guards of the transition table look at in a case: papers and moves by the procedure's manifest, places by the officer's desk, signatures by the rules.
import { Injectable } from '@nestjs/common';
import { Clock, type Fault } from '#kernel';
import {
  decisionOf,
  documentsFor,
  finalAdviceStands,
  isEditable,
  isWithAuthority,
  missingForSubmission,
  missingPapers,
  moveOf,
  papersFor,
  standing,
  type GuardFacts,
} from '#licensing';
import type { Actor } from '../actor';
import type { Transaction } from '../ports/store.port';
import { officersDesk } from '../queues/officers-desk';
import type { AdviceRecord } from '../records';
import { AskSignatures } from './ask-signatures';
import { finalAdvice, openPlaces, preparedFor, signaturesOf, type CaseFile } from './case-file';

@Injectable()
export class ReadGuardFacts {
  constructor(
    private readonly clock: Clock,
    private readonly signatures: AskSignatures,
  ) {}

  /** `actor` null: Licet itself. */
  async of(tx: Transaction, actor: Actor | null, file: CaseFile): Promise<GuardFacts> {
    const { application } = file;
    const advice = finalAdvice(file);
    return {
      actorId: actor?.personId ?? '',
      holders: actor ? await this.holders(tx, actor, file) : [],
      missing: isEditable(application.status) ? this.missing(file) : [],
      missingPapers: (move) => papersMissingFor(file, move),
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

  private async holders(tx: Transaction, actor: Actor, file: CaseFile): Promise<(string | null)[]> {
    const desk = await officersDesk(tx, actor, this.clock.today());
    return openPlaces(file)
      .filter(({ queueId }) => desk.queueIds.includes(queueId))
      .map(({ holderId }) => (holderId !== null && desk.personIds.includes(holderId) ? actor.personId : holderId));
  }

  private async signaturesAsked(tx: Transaction, actor: Actor | null, file: CaseFile): Promise<number> {
    const { status } = file.application;
    if (!finalAdviceStands(status) || !isWithAuthority(status) || actor?.organisationKind === 'exporter')
      return file.procedure.countersignatures.least;
    return (await this.signatures.of(tx, file, finalAdvice(file)?.lines ?? [])).count;
  }
}

/** Of the papers that the case must hold where the move leads, those that it does not. */
function papersMissingFor({ application, procedure, papers }: CaseFile, move: string): readonly Fault[] {
  const row = moveOf(procedure, move);
  return row ? missingPapers(papers, papersFor(procedure, application.content, row.to)) : [];
}

function unprepared(file: CaseFile, advice: AdviceRecord): string[] {
  const ready = preparedFor(file, advice.id).map(({ kind }) => kind);
  return documentsFor(decisionOf(advice.lines))
    .map(({ kind }) => kind)
    .filter((kind) => !ready.includes(kind));
}
