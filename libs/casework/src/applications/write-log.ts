// Writes the append-only log: every entry says which side acted and the version that it made.
import type { Clock } from '#kernel';
import { sideOf, type Actor } from '../actor';
import type { Transaction } from '../ports/store.port';
import type { LogVerb } from '../records';

export interface LogAct {
  readonly application: { readonly id: string; readonly organisationId: string };
  readonly verb: LogVerb;
  /** The version after the act, where the act made one. */
  readonly version?: number;
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** Appends the act of the person, or of the system when there is none; returns the entry's id. */
export function writeLog(tx: Transaction, clock: Clock, actor: Actor | null, act: LogAct): Promise<string> {
  const side = actor === null ? 'system' : sideOf(actor);
  return tx.log.append({
    applicationId: act.application.id,
    organisationId: act.application.organisationId,
    at: clock.now(),
    actorId: actor?.personId ?? null,
    verb: act.verb,
    payload: { ...act.facts, side, ...(act.version === undefined ? {} : { version: act.version }) },
  });
}
