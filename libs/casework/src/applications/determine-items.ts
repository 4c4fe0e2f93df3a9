// What the law asks of each item of an application on a day: computed on reading, and kept as a record at submission and at advice.
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Refusal, type Fault, type LocalDate } from '#kernel';
import type { Determination } from '#regulation';
import { caseReach, type Actor } from '../actor';
import { LoadedLaw } from '../ports/loaded-law';
import { Store, type Transaction } from '../ports/store.port';
import type { ApplicationRecord, DeterminationRecord, DeterminationView, ListCheckRecord } from '../records';
import { readingsOnCase } from '../readings/standing-readings';
import { requireApplication } from './case-file';
import { contentFactFaults, itemFactFaults } from './check-item-facts';
import { exportFacts } from './export-facts';
import { determine } from './remembered-determination';

export interface ItemDetermination {
  readonly itemId: string;
  /** The legal day asked. */
  readonly on: LocalDate;
  /** As of the day asked; null where the facts of the item cannot be right, which `faults` say. */
  readonly answer: Determination | null;
  /** What to mend before the item can be judged, by field of the application (`items.0.parameters.1.unit`). */
  readonly faults: readonly Fault[];
  /** As recorded at submission and at advice; the reviewer's stays hidden from an exporter. */
  readonly recorded: readonly DeterminationRecord[];
  /** Comparisons with the official list that people recorded for the item; the authority's stay hidden from an exporter. */
  readonly listChecks: readonly ListCheckRecord[];
}

@Injectable()
export class DetermineItems {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly law: LoadedLaw,
  ) {}

  /** One determination per item on `on` (default: today). Throws Refusal `determination.day-before-law` for a day before the loaded law. */
  execute(actor: Actor, applicationId: string, on?: LocalDate): Promise<readonly ItemDetermination[]> {
    return this.store.run(caseReach(actor), async (tx) => {
      const application = await requireApplication(tx, applicationId);
      const views: DeterminationView[] = actor.organisationKind === 'exporter' ? ['exporter'] : ['exporter', 'reviewer'];
      const recorded: DeterminationRecord[] = [];
      for (const view of views) recorded.push(...(await tx.reviews.determinations(applicationId, view)));
      const checks = (await tx.reviews.listChecks(applicationId)).filter(
        ({ side }) => actor.organisationKind === 'authority' || side === 'applicant',
      );
      const readings = await readingsOnCase(tx, actor, this.clock);
      const { rulebook } = this.law;
      const { content } = application;
      const day = on ?? this.clock.today();
      return content.items.map((item, index) => {
        const faults = itemFactFaults(rulebook, content, index);
        const facts = exportFacts(content, item, rulebook.propertyWords);
        return {
          itemId: item.id,
          on: day,
          answer: faults.length > 0 ? null : determine(rulebook, facts, day, readings),
          faults,
          recorded: recorded.filter((row) => row.itemId === item.id),
          listChecks: checks.filter((row) => row.itemId === item.id),
        };
      });
    });
  }

  /** Records today's determination of each item as the view of one side. Throws Refusal `content-invalid` while the facts of an item cannot be right. */
  async record(tx: Transaction, actor: Actor, application: ApplicationRecord, view: DeterminationView): Promise<void> {
    const { rulebook } = this.law;
    const { content } = application;
    const faults = contentFactFaults(rulebook, content);
    if (faults.length > 0) throw new Refusal('invalid', 'content-invalid', { count: faults.length }, faults);
    const readings = await readingsOnCase(tx, actor, this.clock);
    for (const item of content.items) {
      await tx.reviews.addDetermination({
        id: randomUUID(),
        applicationId: application.id,
        organisationId: application.organisationId,
        itemId: item.id,
        view,
        answer: determine(rulebook, exportFacts(content, item, rulebook.propertyWords), this.clock.today(), readings),
        madeBy: actor.personId,
        madeAt: this.clock.now(),
      });
    }
  }
}
