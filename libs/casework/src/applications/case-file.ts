// Loads what verbs and readers need of one application: the case with its papers and, for officers, its reviews, places and prepared documents.
import { Refusal } from '#kernel';
import { finalAdviceStands, standing, type Procedure } from '#licensing';
import type { Actor } from '../actor';
import type { PreparedDocumentRecord } from '../decisions/decision-records';
import type { LoadedProcedures } from '../ports/loaded-procedures';
import type { Transaction } from '../ports/store.port';
import type { PlaceRecord } from '../queues/queue-records';
import type { AdviceRecord, ApplicationRecord, CountersignatureRecord, PaperRecord } from '../records';

/** What an exporter's file holds of the authority's own records is empty. */
export interface CaseFile {
  readonly application: ApplicationRecord;
  readonly procedure: Procedure;
  readonly papers: readonly PaperRecord[];
  readonly advice: readonly AdviceRecord[];
  readonly countersignatures: readonly CountersignatureRecord[];
  readonly places: readonly (PlaceRecord & { readonly holderName: string | null })[];
  readonly prepared: readonly PreparedDocumentRecord[];
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

/** The file of a case that the caller has loaded; `actor` null for Licet itself, which sees all. */
export async function caseFileOf(
  tx: Transaction,
  procedures: LoadedProcedures,
  application: ApplicationRecord,
  actor: Actor | null,
): Promise<CaseFile> {
  const { id } = application;
  const bare = { application, procedure: procedures.of(application), papers: await tx.papers.ofApplication(id) };
  if (actor?.organisationKind === 'exporter') return { ...bare, advice: [], countersignatures: [], places: [], prepared: [] };
  return {
    ...bare,
    advice: await tx.reviews.advice(id),
    countersignatures: await tx.reviews.countersignatures(id),
    places: await tx.places.ofApplication(id),
    prepared: await tx.decisions.prepared(id),
  };
}

/** The final advice that stands, or null. */
export function finalAdvice(file: Pick<CaseFile, 'advice' | 'application'>): AdviceRecord | null {
  return finalAdviceStands(file.application.status) ? newestFinal(file) : null;
}

/** The newest final advice of the present round, or null; whether it stands, `finalAdvice` says. */
export function newestFinal({ advice, application }: Pick<CaseFile, 'advice' | 'application'>): AdviceRecord | null {
  const [newest] = standing(advice, application.round).filter(({ level }) => level === 'final');
  return advice.find(({ id }) => id === newest?.id) ?? null;
}

/** The signatures under the advice, in order. */
export function signaturesOf(file: Pick<CaseFile, 'countersignatures'>, adviceId: string): CountersignatureRecord[] {
  return file.countersignatures.filter((row) => row.adviceId === adviceId && row.outcome === 'signed');
}

/** The newest of each kind that was prepared for the advice. */
export function preparedFor({ prepared }: Pick<CaseFile, 'prepared'>, adviceId: string): PreparedDocumentRecord[] {
  const rows = prepared.filter((row) => row.adviceId === adviceId);
  return rows.filter((row) => !rows.some((other) => other.kind === row.kind && other.version > row.version));
}

/** The places on which the case stands now. */
export function openPlaces<Place extends PlaceRecord>({ places }: { readonly places: readonly Place[] }): Place[] {
  return places.filter(({ leftAt }) => leftAt === null);
}

/** The version as the actor knows it: an applicant is told of no inner act, and is not late by one. */
export function versionFor(actor: Actor, { version, toldVersion }: ApplicationRecord): number {
  return actor.organisationKind === 'exporter' ? toldVersion : version;
}

/** Throws Refusal `stale-version` (conflict) with what changed since, unless `version` is the one that the actor would read now. */
export async function requireVersion(
  tx: Transaction,
  actor: Actor,
  application: ApplicationRecord,
  version: number,
): Promise<void> {
  if (version !== versionFor(actor, application)) throw await staleVersion(tx, actor, application.id, version);
}

/** The refusal of a write that came too late: the current version and the acts since the one the writer had seen, as far as the actor may know them. */
export async function staleVersion(tx: Transaction, actor: Actor, applicationId: string, yours: number): Promise<Refusal> {
  const current = versionFor(actor, await requireApplication(tx, applicationId));
  const made = (await tx.log.ofApplication(applicationId)).filter((entry) => typeof entry.payload['version'] === 'number');
  const told = made.filter(({ audience }) => audience === 'applicant');
  const missed =
    actor.organisationKind === 'authority'
      ? made.filter((entry) => Number(entry.payload['version']) > yours)
      : told.slice(Math.max(0, told.length - Math.max(0, current - yours)));
  const changes = missed.map(({ at, verb }) => ({ at, verb }));
  return new Refusal('conflict', 'stale-version', { yours, current, changes });
}
