// Performs due rows: what the database keeps in one transaction for the slice, row by row after a failure; then each reminder by itself, for a mail cannot be taken back.
import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { isReminderWanted } from '#licensing';
import type { Reach } from '../actor';
import { writeLog } from '../applications/write-log';
import type { JobPayload } from '../jobs/catalogue';
import { JobHandler } from '../jobs/job-handler';
import { Store, type Transaction } from '../ports/store.port';
import type { DueRecord, LicenceRecord } from '../records';
import { RemindOfExpiry } from './remind-of-expiry';

const SYSTEM: Reach = { kind: 'system' };

interface Reminder {
  readonly row: DueRecord;
  readonly licence: LicenceRecord;
}

@Injectable()
export class PerformDueHandler extends JobHandler<'perform-due'> {
  readonly name = 'perform-due';

  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly reminding: RemindOfExpiry,
  ) {
    super();
  }

  /** Rows that were performed or cancelled in the meantime are passed by. Throws AggregateError when some could not be performed; all others are. */
  async handle({ ids }: JobPayload<'perform-due'>): Promise<void> {
    const faults: unknown[] = [];
    const reminders = await this.settle(ids).catch(() => this.settleEach(ids, faults));
    for (const reminder of reminders) await this.remind(reminder).catch((fault: unknown) => faults.push(fault));
    if (faults.length > 0)
      throw new AggregateError(
        faults,
        `${faults.length} of ${ids.length} due rows could not be performed: ${wordsOf(faults[0])}`,
      );
  }

  private async settleEach(ids: readonly string[], faults: unknown[]): Promise<readonly Reminder[]> {
    const reminders: Reminder[] = [];
    for (const id of ids) {
      await this.settle([id]).then(
        (found) => reminders.push(...found),
        (fault: unknown) => faults.push(fault),
      );
    }
    return reminders;
  }

  /** Performs all of the rows that need the database alone, in one transaction, and returns the reminders to send. */
  private settle(ids: readonly string[]): Promise<readonly Reminder[]> {
    return this.store.run(SYSTEM, async (tx) => {
      const rows = await tx.due.takeUp(ids);
      const licences = await licencesOf(tx, rows);
      const turns = rows.filter(({ kind }) => kind !== 'expiry-reminder');
      const fresh = new Set(
        await tx.jobs.receipts(
          turns.map(({ effectKey }) => effectKey),
          this.clock.now(),
        ),
      );
      for (const row of turns) {
        const licence = licences.get(row.subject);
        if (licence && licence.state !== 'revoked' && fresh.has(row.effectKey)) await this.turn(tx, row, licence);
      }
      const reminders: Reminder[] = [];
      for (const row of rows.filter(({ kind }) => kind === 'expiry-reminder')) {
        const licence = licences.get(row.subject);
        if (licence && (await this.isWanted(tx, row, licence))) reminders.push({ row, licence });
      }
      const later = new Set(reminders.map(({ row }) => row.id));
      await tx.due.finish(rows.map(({ id }) => id).filter((id) => !later.has(id)));
      return reminders;
    });
  }

  /** The validity began or ended: the log of the case says so, with the legal day, however late this runs. */
  private async turn(tx: Transaction, row: DueRecord, licence: LicenceRecord): Promise<void> {
    const { number, validFrom, validTo, applicationId, organisationId } = licence;
    const application = { id: applicationId, organisationId };
    await writeLog(
      tx,
      this.clock,
      null,
      row.kind === 'licence-active'
        ? { application, verb: 'licence-became-active', facts: { number, validFrom } }
        : { application, verb: 'licence-expired', facts: { number, validTo } },
    );
  }

  private async isWanted(tx: Transaction, row: DueRecord, licence: LicenceRecord): Promise<boolean> {
    const validity = { from: licence.validFrom, to: licence.validTo };
    return (
      licence.state !== 'revoked' &&
      isReminderWanted(validity, this.clock.dayOf(row.dueAt), this.clock.today()) &&
      !(await tx.jobs.hasReceipt(row.effectKey))
    );
  }

  /** The receipt is written after the sending, so a crash may send twice, never not at all. */
  private async remind({ row, licence }: Reminder): Promise<void> {
    await this.reminding.send(licence);
    await this.store.run(SYSTEM, async (tx) => {
      await tx.jobs.receipt(row.effectKey, this.clock.now());
      await tx.due.finish([row.id]);
    });
  }
}

async function licencesOf(tx: Transaction, rows: readonly DueRecord[]): Promise<Map<string, LicenceRecord>> {
  const licences = await tx.licences.findMany([...new Set(rows.map(({ subject }) => subject))]);
  return new Map(licences.map((licence) => [licence.id, licence]));
}

function wordsOf(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault);
}
