// Loads what verbs and readers need of one application, and what the transition table's guards look at.
import { Refusal, type LocalDate } from '#kernel';
import { isEditable, missingForSubmission, type GuardFacts } from '#licensing';
import type { Actor } from '../actor';
import type { Transaction } from '../ports/store.port';
import type { AdviceRecord, ApplicationRecord, CountersignatureRecord, PaperRecord } from '../records';
import { isHiddenFromApplicant } from './applicant-sight';

export interface CaseFile {
  readonly application: ApplicationRecord;
  readonly papers: readonly PaperRecord[];
  readonly advice: readonly AdviceRecord[];
  readonly countersignatures: readonly CountersignatureRecord[];
}

/** The application. Throws Refusal `application-not-found` (missing), also for someone else's: who may not see it does not learn that it exists. */
export async function requireApplication(tx: Transaction, id: string): Promise<ApplicationRecord> {
  return found(await tx.applications.find(id), id);
}

/** As `requireApplication`, and every other change of the application or its papers waits until this transaction ends. */
export async function requireApplicationToChange(tx: Transaction, id: string): Promise<ApplicationRecord> {
  return found(await tx.applications.findToChange(id), id);
}

function found(application: ApplicationRecord | null, id: string): ApplicationRecord {
  if (!application) throw new Refusal('missing', 'application-not-found', { id });
  return application;
}

/** The case with its papers and, for an officer, its reviews. */
export async function openCaseFile(tx: Transaction, id: string, actor: Actor): Promise<CaseFile> {
  return withPapers(tx, await requireApplication(tx, id), actor);
}

/** As `openCaseFile`, held as by `requireApplicationToChange`: nothing that a guard looked at changes before the commit. */
export async function openCaseFileToChange(tx: Transaction, id: string, actor: Actor): Promise<CaseFile> {
  return withPapers(tx, await requireApplicationToChange(tx, id), actor);
}

async function withPapers(tx: Transaction, application: ApplicationRecord, actor: Actor): Promise<CaseFile> {
  const { id } = application;
  const papers = await tx.papers.ofApplication(id);
  if (actor.organisationKind === 'exporter') return { application, papers, advice: [], countersignatures: [] };
  return { application, papers, advice: await tx.reviews.advice(id), countersignatures: await tx.reviews.countersignatures(id) };
}

/** The advice of the present round, or null. */
export function standingAdvice(file: CaseFile): AdviceRecord | null {
  return file.advice.findLast((advice) => advice.round === file.application.round) ?? null;
}

/** What the guards look at on the day. */
export function guardFacts(file: CaseFile, actor: Actor, today: LocalDate): GuardFacts {
  const advice = standingAdvice(file);
  const signature = advice && file.countersignatures.findLast((row) => row.adviceId === advice.id && row.outcome === 'signed');
  return {
    actorId: actor.personId,
    holderId: file.application.holderId,
    missing: isEditable(file.application.status) ? missingForSubmission(file.application.content, file.papers, today) : [],
    advice: advice && { adviserId: advice.adviserId, recommendation: advice.recommendation },
    countersignerId: signature?.signerId ?? null,
  };
}

/** Throws Refusal `stale-version` (conflict) with what changed since, unless `version` is the stored one. */
export async function requireVersion(
  tx: Transaction,
  actor: Actor,
  application: ApplicationRecord,
  version: number,
): Promise<void> {
  if (version !== application.version) throw await staleVersion(tx, actor, application.id, version);
}

/** The refusal of a write that came too late: the current version and the acts since the one the writer had seen, as far as the actor may know them. */
export async function staleVersion(tx: Transaction, actor: Actor, applicationId: string, yours: number): Promise<Refusal> {
  const { version: current } = await requireApplication(tx, applicationId);
  const log = await tx.log.ofApplication(applicationId);
  const changes = log
    .filter((entry) => typeof entry.payload['version'] === 'number' && entry.payload['version'] > yours)
    .filter((entry) => actor.organisationKind === 'authority' || !isHiddenFromApplicant(entry))
    .map((entry) => ({ at: entry.at, verb: entry.verb }));
  return new Refusal('conflict', 'stale-version', { yours, current, changes });
}
