// Which products the law answers differently at two points: two legal days, or two states of knowledge. Read in pages, never all at once.
import { Injectable } from '@nestjs/common';
import { Clock, Refusal } from '#kernel';
import { answersAt, lawPoint, type AnswerOnDay, type LawPoint, type RecordedReading, type Rulebook } from '#regulation';
import { caseReach, type Actor } from '../actor';
import { LoadedLaw } from '../ports/loaded-law';
import { Store, type PageRequest } from '../ports/store.port';
import { readingsFor } from '../readings/standing-readings';
import { requireProduct } from './keep-products';
import { productExportFacts, productFaults } from './product-facts';
import type { ProductRecord } from './product-records';

/** What of an answer people act on. */
export interface AnswerInShort {
  readonly headline: AnswerOnDay['headline'];
  readonly workingStatus: AnswerOnDay['workingStatus'];
  readonly controlCodes: readonly string[];
  readonly documents: readonly string[];
}

export interface DifferingProduct {
  readonly product: ProductRecord;
  readonly before: AnswerInShort;
  readonly after: AnswerInShort;
  /** Measures whose findings may head in one of the answers and differ in the other. */
  readonly measures: readonly string[];
}

export interface Recheck {
  readonly from: LawPoint;
  readonly to: LawPoint;
  readonly destination?: string;
}

export interface RecheckPage {
  readonly rows: readonly DifferingProduct[];
  /** Products of this page that were judged at both points. */
  readonly judged: number;
  /** Products of this page whose facts cannot be right: a person has to mend them. */
  readonly notJudged: readonly ProductRecord[];
  /** The place to go on from; null when every product was looked at. */
  readonly next: string | null;
}

@Injectable()
export class RecheckProducts {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly law: LoadedLaw,
  ) {}

  /** One page of the library, newest change first. Throws Refusal `bad-limit`, `bad-cursor`, `determination.day-before-law` (invalid). */
  async page(actor: Actor, recheck: Recheck, page: PageRequest): Promise<RecheckPage> {
    this.requireDays(recheck);
    const [{ rows, next }, readings] = await this.store.run(caseReach(actor), async (tx) => [
      await tx.products.list(page),
      await readingsFor(tx, actor, this.clock),
    ]);
    const sound = rows.filter(({ facts }) => productFaults(this.law.rulebook, facts).length === 0);
    return {
      rows: sound.flatMap((product) => differenceOfProduct(this.law.rulebook, product, recheck, readings)),
      judged: sound.length,
      notJudged: rows.filter((product) => !sound.includes(product)),
      next,
    };
  }

  /** Null when the answer is the same at both points. Throws Refusal `product-not-found` (missing), `product-invalid`, `determination.day-before-law` (invalid). */
  async one(actor: Actor, id: string, recheck: Recheck): Promise<DifferingProduct | null> {
    this.requireDays(recheck);
    const [product, readings] = await this.store.run(caseReach(actor), async (tx) => [
      await requireProduct(tx, id),
      await readingsFor(tx, actor, this.clock),
    ]);
    const faults = productFaults(this.law.rulebook, product.facts);
    if (faults.length > 0) throw new Refusal('invalid', 'product-invalid', { count: faults.length }, faults);
    return differenceOfProduct(this.law.rulebook, product, recheck, readings)[0] ?? null;
  }

  private requireDays({ from, to }: Recheck): void {
    for (const point of [from, to]) lawPoint(this.law.rulebook, point);
  }
}

function differenceOfProduct(
  rulebook: Rulebook,
  product: ProductRecord,
  { from, to, destination }: Recheck,
  readings: readonly RecordedReading[],
): DifferingProduct[] {
  const asked = productExportFacts(product.facts, rulebook.propertyWords, destination);
  const answers = answersAt(rulebook, asked, from, to, readings);
  if (!answers) return [];
  const { before, after } = answers;
  const [own, other] = [heading(before), heading(after)];
  if (own === other && JSON.stringify(inShort(before)) === JSON.stringify(inShort(after))) return [];
  return [{ product, before: inShort(before), after: inShort(after), measures: differingMeasures(before, after) }];
}

function inShort({ headline, workingStatus, controlCodes, documents }: AnswerOnDay): AnswerInShort {
  return { headline, workingStatus, controlCodes: [...controlCodes].sort(), documents: [...documents].sort() };
}

function statesOf(answer: AnswerOnDay): Map<string, string[]> {
  const states = new Map<string, string[]>();
  for (const { heads, measure, controlCode, status } of answer.findings)
    if (heads) states.set(measure, [...(states.get(measure) ?? []), `${controlCode ?? ''}=${status}`]);
  return states;
}

function heading(answer: AnswerOnDay): string {
  return JSON.stringify([...statesOf(answer)].map(([measure, states]) => [measure, [...states].sort()]).sort());
}

function differingMeasures(before: AnswerOnDay, after: AnswerOnDay): string[] {
  const [own, other] = [statesOf(before), statesOf(after)];
  const state = (states: Map<string, string[]>, measure: string) => [...(states.get(measure) ?? [])].sort().join();
  return [...new Set([...own.keys(), ...other.keys()])].filter((measure) => state(own, measure) !== state(other, measure)).sort();
}
