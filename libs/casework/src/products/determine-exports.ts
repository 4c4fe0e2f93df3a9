// Answers facts from outside, one or many, without storing anything, unless a version of a product is named: then the answer is a record of it.
import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Clock, Refusal, type LocalDate } from '#kernel';
import {
  classifyItem,
  determine,
  readFacts,
  type Classification,
  type Determination,
  type ExportFacts,
  type RecordedReading,
} from '#regulation';
import { caseReach, type Actor } from '../actor';
import { LoadedLaw } from '../ports/loaded-law';
import { Store } from '../ports/store.port';
import { readingsFor } from '../readings/standing-readings';
import { DetermineProduct } from './determine-product';
import { searchEntries } from './search-entries';

/** Most inputs of one request, inclusive. */
export const MOST_INPUTS = 100;

export interface ExportQuestion {
  /** Parsed JSON in the shape of facts about an export. */
  readonly input: unknown;
  readonly on?: LocalDate;
  readonly knownOn?: LocalDate | null;
}

export interface ExportAnswer {
  readonly answer: Determination;
  /** Null where nothing about an item is stated. */
  readonly classification: Classification | null;
  /** Paths of fields that nothing reads. */
  readonly unread: readonly string[];
}

@Injectable()
export class DetermineExports {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly law: LoadedLaw,
    private readonly products: DetermineProduct,
  ) {}

  /** Throws Refusal (invalid): `determination.facts-malformed` with its faults, `determination.day-before-law`. */
  async one(actor: Actor, question: ExportQuestion): Promise<ExportAnswer> {
    return this.answer(question, await this.readings(actor));
  }

  /** One answer or refusal for each question, in their order; other requests are served in between. */
  async many(actor: Actor, questions: readonly ExportQuestion[]): Promise<readonly (ExportAnswer | Refusal)[]> {
    const readings = await this.readings(actor);
    const answers: (ExportAnswer | Refusal)[] = [];
    for (const question of questions) {
      try {
        answers.push(this.answer(question, readings));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        answers.push(error);
      }
      await setImmediate();
    }
    return answers;
  }

  /**
   * Records the answer for the version of the product; the other facts come from the input. Returns the id of the record and what was not read.
   * Throws Refusal as `one`, `product-and-item` (invalid) when the input states an item too, and as DetermineProduct does.
   */
  async record(
    actor: Actor,
    product: { readonly id: string; readonly version: number },
    { input, on, knownOn = null }: ExportQuestion,
  ): Promise<{ readonly id: string; readonly unread: readonly string[] }> {
    const { facts, unread } = this.read(input);
    if (facts.item) throw new Refusal('invalid', 'product-and-item');
    const beside = { ...facts };
    const { id } = await this.products.execute(actor, product.id, product.version, { ...(on && { on }), knownOn, beside });
    return { id, unread };
  }

  private readings(actor: Actor): Promise<readonly RecordedReading[]> {
    return this.store.run(caseReach(actor), (tx) => readingsFor(tx, actor, this.clock));
  }

  private answer(
    { input, on = this.clock.today(), knownOn = null }: ExportQuestion,
    readings: readonly RecordedReading[],
  ): ExportAnswer {
    const { rulebook } = this.law;
    const { facts, unread } = this.read(input);
    const words = [facts.item?.nameZh, facts.item?.name, facts.item?.form].filter(Boolean).join(' \n ');
    const found = searchEntries(rulebook, words).map(({ row }) => row);
    return {
      answer: determine(rulebook, facts, on, knownOn ?? undefined, readings),
      classification: facts.item ? classifyItem(rulebook, facts, on, { knownOn, found }) : null,
      unread,
    };
  }

  private read(input: unknown): { facts: ExportFacts; unread: readonly string[] } {
    const { facts, unread, faults } = readFacts(this.law.rulebook, input);
    if (!facts) throw new Refusal('invalid', 'determination.facts-malformed', {}, faults);
    return { facts, unread };
  }
}
