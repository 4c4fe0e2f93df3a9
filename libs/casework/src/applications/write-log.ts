// Writes the append-only log: every entry says which side acted, the version that it made, and who may read it.
import type { Clock } from '#kernel';
import { sideOf, type Actor } from '../actor';
import type { Transaction } from '../ports/store.port';
import type { LogVerb } from '../records';
import { audienceOf } from './applicant-sight';

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
  const payload = { ...act.facts, side, ...(act.version === undefined ? {} : { version: act.version }) };
  const audience = audienceOf(act.verb, payload);
  const entry = {
    applicationId: act.application.id,
    organisationId: act.application.organisationId,
    at: clock.now(),
    actorId: actor?.personId ?? null,
    verb: act.verb,
    audience,
    payload,
  };
  if (side === 'applicant' && audience === 'internal') return tx.as({ kind: 'system' }, (wide) => wide.log.append(entry));
  return tx.log.append(entry);
}
