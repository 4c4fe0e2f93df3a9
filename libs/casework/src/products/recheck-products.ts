// Which products the law answers differently at two points: two legal days, or two states of knowledge. Read in pages, never all at once.
import { Injectable } from '@nestjs/common';
import { Refusal } from '#kernel';
import { determine, type Determination, type Rulebook } from '#regulation';
import { caseReach, type Actor } from '../actor';
import { LoadedLaw } from '../ports/loaded-law';
import { Store, type PageRequest } from '../ports/store.port';
import { requireProduct } from './keep-products';
import { productExportFacts, productFaults, type ProductFacts } from './product-facts';
import type { ProductRecord } from './product-records';
import type { LawPointAsked } from './read-product';

/** What of an answer people act on. */
export interface AnswerInShort {
  readonly headline: Determination['headline'];
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
  readonly from: LawPointAsked;
  readonly to: LawPointAsked;
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
    private readonly law: LoadedLaw,
  ) {}

  /** One page of the library, newest change first. Throws Refusal `bad-limit`, `bad-cursor`, `determination.day-before-law` (invalid). */
  async page(actor: Actor, recheck: Recheck, page: PageRequest): Promise<RecheckPage> {
    this.requireDays(recheck);
    const { rows, next } = await this.store.run(caseReach(actor), (tx) => tx.products.list(page));
    const sound = rows.filter(({ facts }) => productFaults(this.law.rulebook, facts).length === 0);
    return {
      rows: sound.flatMap((product) => differenceOfProduct(this.law.rulebook, product, recheck)),
      judged: sound.length,
      notJudged: rows.filter((product) => !sound.includes(product)),
      next,
    };
  }

  /** Null when the answer is the same at both points. Throws Refusal `product-not-found` (missing), `product-invalid`, `determination.day-before-law` (invalid). */
  async one(actor: Actor, id: string, recheck: Recheck): Promise<DifferingProduct | null> {
    this.requireDays(recheck);
    const product = await this.store.run(caseReach(actor), (tx) => requireProduct(tx, id));
    const faults = productFaults(this.law.rulebook, product.facts);
    if (faults.length > 0) throw new Refusal('invalid', 'product-invalid', { count: faults.length }, faults);
    return differenceOfProduct(this.law.rulebook, product, recheck)[0] ?? null;
  }

  private requireDays({ from, to }: Recheck): void {
    const { firstDay } = this.law.rulebook;
    for (const { on } of [from, to])
      if (on < firstDay) throw new Refusal('invalid', 'determination.day-before-law', { on, firstDay });
  }
}

function differenceOfProduct(rulebook: Rulebook, product: ProductRecord, { from, to, destination }: Recheck): DifferingProduct[] {
  const at = ({ on, knownOn }: LawPointAsked) => answerFor(rulebook, product.facts, on, knownOn, destination);
  const [before, after] = [at(from), at(to)];
  const [own, other] = [heading(before), heading(after)];
  if (own === other && JSON.stringify(inShort(before)) === JSON.stringify(inShort(after))) return [];
  return [{ product, before: inShort(before), after: inShort(after), measures: differingMeasures(before, after) }];
}

function answerFor(
  rulebook: Rulebook,
  facts: ProductFacts,
  on: LawPointAsked['on'],
  knownOn: LawPointAsked['knownOn'],
  destination?: string,
): Determination {
  return determine(rulebook, productExportFacts(facts, rulebook.propertyWords, destination), on, knownOn ?? undefined);
}

function inShort({ headline, controlCodes, documents }: Determination): AnswerInShort {
  return { headline, controlCodes: [...controlCodes].sort(), documents: [...documents].sort() };
}

function statesOf(answer: Determination): Map<string, string[]> {
  const states = new Map<string, string[]>();
  for (const { heads, measure, controlCode, status } of answer.findings)
    if (heads) states.set(measure, [...(states.get(measure) ?? []), `${controlCode ?? ''}=${status}`]);
  return states;
}

function heading(answer: Determination): string {
  return JSON.stringify([...statesOf(answer)].map(([measure, states]) => [measure, [...states].sort()]).sort());
}

function differingMeasures(before: Determination, after: Determination): string[] {
  const [own, other] = [statesOf(before), statesOf(after)];
  const state = (states: Map<string, string[]>, measure: string) => [...(states.get(measure) ?? [])].sort().join();
  return [...new Set([...own.keys(), ...other.keys()])].filter((measure) => state(own, measure) !== state(other, measure)).sort();
}
