// Reads one application as its reader may see it, with the moves that are open and what blocks them.
import { Injectable } from '@nestjs/common';
import { Clock, type Bilingual } from '#kernel';
import {
  advisoriesOf,
  decisionOf,
  holderClass,
  isEditable,
  licenceLifeOn,
  movesOf,
  openMoves,
  papersFor,
  publicStage,
  type DecisionOutcome,
} from '#licensing';
import { caseReach, type Actor } from '../actor';
import type { DecisionRecord } from '../decisions/decision-records';
import { LoadedProcedures } from '../ports/loaded-procedures';
import { Store, type Transaction } from '../ports/store.port';
import type { ApplicationOrigin, ApplicationRecord, LicenceRecord, LogEntry, OrganisationRecord } from '../records';
import type { ApplicationView, LicenceGlimpse, PublishedDecision, Relative } from './application-view';
import { caseFileOf, requireApplication, versionFor } from './case-file';
import { ClockOfCase } from './clock-of-case';
import { mayReapply } from './grow-application';
import { ReadGuardFacts } from './guard-facts';
import { OfficersCase } from './officers-case';

@Injectable()
export class ReadApplication {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly clocks: ClockOfCase,
    private readonly procedures: LoadedProcedures,
    private readonly guardFacts: ReadGuardFacts,
    private readonly officers: OfficersCase,
  ) {}

  /** Throws Refusal `application-not-found` (missing), also for someone else's. */
  execute(actor: Actor, id: string): Promise<ApplicationView> {
    return this.store.run(caseReach(actor), (tx) => this.view(tx, actor, id));
  }

  private async view(tx: Transaction, actor: Actor, id: string): Promise<ApplicationView> {
    const file = await caseFileOf(tx, this.procedures, await requireApplication(tx, id), actor);
    const { application, papers, procedure } = file;
    const { content, status } = application;
    const log = await tx.log.ofApplication(id);
    const licence = await tx.licences.ofApplication(id);
    const decision = await tx.decisions.find(id);
    const letters = await tx.decisions.letters(id);
    const facts = await this.guardFacts.of(tx, actor, file);
    const shared = {
      id,
      reference: application.reference,
      procedure: { id: procedure.id, name: procedure.name },
      version: versionFor(actor, application),
      organisation: nameOf(await tx.people.organisation(application.organisationId)),
      agent: application.agentId === null ? null : nameOf(await tx.people.organisation(application.agentId)),
      content,
      attention: advisoriesOf(content),
      papers,
      requiredPapers: papersFor(procedure, content, isEditable(status) ? 'submitted' : status),
      openMoves: openMoves(movesOf(procedure), status, actor.roles, facts),
      clock: this.clocks.read(procedure, log),
      desk: holderClass(status),
      createdAt: application.createdAt,
      submittedAt: application.submittedAt,
      updatedAt: actor.organisationKind === 'exporter' ? application.toldAt : application.updatedAt,
      origin: await this.origin(tx, application),
      amendment: relative(await tx.applications.amendmentOf(id), 'amend'),
      decision: decision && published(decision),
      licence: licence && this.glimpse(licence),
      letters: letters.map(({ id: letterId, number, kind, issuedAt, document }) => ({
        id: letterId,
        number,
        kind,
        issuedAt,
        documentState: document.state,
      })),
      reasonGiven: reasonGiven(application, log),
    };
    if (actor.organisationKind === 'exporter') {
      return {
        ...shared,
        for: 'exporter',
        status: publicStage(status),
        editable: isEditable(status),
        missing: facts.missing,
        mayReapply: mayReapply(status),
      };
    }
    return { ...shared, for: 'officer', status, ...(await this.officers.of(tx, actor, file, facts)) };
  }

  private async origin(tx: Transaction, { origin }: ApplicationRecord): Promise<Relative | null> {
    return origin && relative(await tx.applications.find(origin.id), origin.kind);
  }

  private glimpse(licence: LicenceRecord): LicenceGlimpse {
    const { id, number, state, validFrom, validTo, document } = licence;
    const life = licenceLifeOn(state, { from: validFrom, to: validTo }, this.clock.today());
    return { id, number, life, validFrom, validTo, documentState: document.state };
  }
}

function nameOf(organisation: OrganisationRecord | null): Bilingual {
  return { zh: organisation?.nameZh ?? '', en: organisation?.nameEn ?? '' };
}

function relative(application: ApplicationRecord | null, kind: ApplicationOrigin['kind']): Relative | null {
  return application && { id: application.id, reference: application.reference, kind };
}

function published({ lines, publishedAt }: DecisionRecord): PublishedDecision {
  const outcome: DecisionOutcome = decisionOf(lines).outcome;
  return { outcome, lines, publishedAt };
}

/** The reason of the last return while it matters. */
function reasonGiven({ status }: ApplicationRecord, log: readonly LogEntry[]): string | null {
  if (status !== 'returned') return null;
  const entry = log.findLast(({ verb }) => verb === 'return' || verb === 'return-from-ministry');
  return typeof entry?.payload['reason'] === 'string' ? entry.payload['reason'] : null;
}
