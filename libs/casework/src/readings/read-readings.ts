// The readings of one's own organisation, and the unsettled measures that could take one.
import { Injectable } from '@nestjs/common';
import { Clock, Refusal, type Bilingual, type LocalDate } from '#kernel';
import { distinctName, measureWords } from '#regulation';
import { caseReach, type Actor } from '../actor';
import { LoadedLaw } from '../ports/loaded-law';
import { Store, type PageOf, type PageRequest } from '../ports/store.port';
import { readingView, unsettledFrom, type ReadingView } from './reading-view';

export interface UnsettledMeasure {
  readonly measure: string;
  readonly instrument: Bilingual;
  /** What the measure does. */
  readonly what: Bilingual;
  /** Today, or the later day on which it becomes unsettled. */
  readonly from: LocalDate;
}

@Injectable()
export class ReadReadings {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly law: LoadedLaw,
  ) {}

  /** Newest first, withdrawn ones too. Throws Refusal `bad-cursor` (invalid). */
  list(actor: Actor, page: PageRequest): Promise<PageOf<ReadingView>> {
    return this.store.run(caseReach(actor), async (tx) => {
      const { rows, next } = await tx.readings.list(page);
      return { rows: rows.map((row) => readingView(row, this.law.rulebook, this.clock.today())), next };
    });
  }

  /** Throws Refusal `reading-not-found` (missing). */
  async one(actor: Actor, id: string): Promise<ReadingView> {
    const reading = await this.store.run(caseReach(actor), (tx) => tx.readings.find(id));
    if (!reading) throw new Refusal('missing', 'reading-not-found', { id });
    return readingView(reading, this.law.rulebook, this.clock.today());
  }

  /** Measures that are unsettled today or on a later day that is known, in the order of the instruments. */
  unsettled(): readonly UnsettledMeasure[] {
    const { rulebook } = this.law;
    const today = this.clock.today();
    return rulebook.instruments.flatMap((instrument) =>
      instrument.measures.flatMap((measure) => {
        const from = unsettledFrom(rulebook, measure.id, today);
        if (from === null) return [];
        return [{ measure: measure.id, instrument: distinctName(instrument), what: measureWords(measure), from }];
      }),
    );
  }
}
