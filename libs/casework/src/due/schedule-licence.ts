// Writes what falls due in the life of a licence, in the transaction that issues it.
import { randomUUID } from 'node:crypto';
import type { Clock } from '#kernel';
import { licenceSchedule, type Validity } from '#licensing';
import type { Transaction } from '../ports/store.port';

/** Each event is due at the first moment of its legal day. */
export async function scheduleLicence(
  tx: Transaction,
  clock: Clock,
  licence: { readonly id: string; readonly organisationId: string; readonly validity: Validity },
): Promise<void> {
  await tx.due.add(
    licenceSchedule(licence.validity, clock.today()).map(({ event, on, daysBefore }) => ({
      id: randomUUID(),
      dueAt: clock.startOf(on),
      kind: event,
      subject: licence.id,
      organisationId: licence.organisationId,
      effectKey: [event, licence.id, daysBefore].filter((part) => part !== undefined).join(':'),
    })),
  );
}
