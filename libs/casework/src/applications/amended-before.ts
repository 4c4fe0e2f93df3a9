// Which application an amendment is compared with, and what carries over from it: the newest one before it that was assessed, as it stood when it was superseded.
import { proposal, standing, type AdviceLine, type ApplicationStatus } from '#licensing';
import type { Transaction } from '../ports/store.port';
import type { ApplicationRecord } from '../records';
import { finalAdvice } from './case-file';

export interface AmendedBefore {
  readonly application: ApplicationRecord;
  /** Whose lines they are: the final advice where it stood, else what the teams of the round agree on; null where nobody had advised. */
  readonly level: 'final' | 'team' | null;
  readonly lines: readonly AdviceLine[];
}

/** Null for an application that amends none; the one amended last where none before was assessed. */
export async function amendedBefore(tx: Transaction, amendment: ApplicationRecord): Promise<AmendedBefore | null> {
  let last: AmendedBefore | null = null;
  for (let one = await amendedBy(tx, amendment); one !== null; one = await amendedBy(tx, one)) {
    const assessed = await assessmentOf(tx, one);
    if (assessed.level !== null) return assessed;
    last ??= assessed;
  }
  return last;
}

async function amendedBy(tx: Transaction, { origin }: ApplicationRecord): Promise<ApplicationRecord | null> {
  return origin?.kind === 'amend' ? tx.applications.find(origin.id) : null;
}

async function assessmentOf(tx: Transaction, application: ApplicationRecord): Promise<AmendedBefore> {
  const advice = await tx.reviews.advice(application.id);
  const then = { ...application, status: await statusBefore(tx, application) };
  const final = finalAdvice({ application: then, advice });
  if (final) return { application, level: 'final', lines: final.lines };
  const rows = standing(advice, application.round);
  const advised = rows.some(({ level }) => level === 'team');
  return { application, level: advised ? 'team' : null, lines: proposal(rows, 'final').lines };
}

/** The status out of which it was superseded. */
async function statusBefore(tx: Transaction, { id, status }: ApplicationRecord): Promise<ApplicationStatus> {
  const amended = (await tx.log.ofApplication(id)).findLast(({ verb }) => verb === 'amend');
  return (amended?.payload['from'] as ApplicationStatus | undefined) ?? status;
}
