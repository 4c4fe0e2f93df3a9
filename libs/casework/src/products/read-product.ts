// A product as it is read on a day: its classification with the next question, the law's answer, earlier determinations and decisions.
import { Injectable } from '@nestjs/common';
import { Clock, Refusal, type Fault, type LocalDate } from '#kernel';
import {
  classifyItem,
  determine,
  type Classification,
  type Determination,
  type ExportFacts,
  type LawPoint,
  type RecordedReading,
  type Rulebook,
} from '#regulation';
import { caseReach, type Actor } from '../actor';
import { LoadedLaw } from '../ports/loaded-law';
import { Store } from '../ports/store.port';
import { readingsFor } from '../readings/standing-readings';
import { requireProduct } from './keep-products';
import { productExportFacts, productFaults, type ProductFacts } from './product-facts';
import type {
  EarlierDecision,
  ProductDeterminationSummary,
  ProductRecord,
  ProductUse,
  ProductVersionRecord,
} from './product-records';
import { searchEntries } from './search-entries';

/** Rows that a reading lists, inclusive: versions, earlier determinations, earlier decisions. */
export const PRECEDENT_LIMITS = { versions: 50, determinations: 20, decisions: 20 } as const;

/** What a product is found to be and what the law asks of it. */
export interface Judged {
  readonly facts: ExportFacts;
  readonly answer: Determination;
  readonly classification: Classification;
}

export interface ProductReading {
  readonly product: ProductRecord;
  readonly versions: readonly ProductVersionRecord[];
  readonly point: LawPoint;
  /** ISO 3166 alpha-2, empty where none is asked about. */
  readonly destination: string;
  /** Null where the facts cannot be right, which `faults` say. */
  readonly judged: Judged | null;
  readonly faults: readonly Fault[];
  readonly determinations: readonly ProductDeterminationSummary[];
  readonly decisions: readonly EarlierDecision[];
}

export interface ProductQuestion {
  readonly on?: LocalDate;
  readonly knownOn?: LocalDate | null;
  /** ISO 3166 alpha-2. */
  readonly destination?: string;
  /** Facts beside the item: parties, end use, statements. */
  readonly beside?: ExportFacts;
}

@Injectable()
export class ReadProduct {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly law: LoadedLaw,
  ) {}

  /** Throws Refusal `product-not-found` (missing), `determination.day-before-law` (invalid). */
  execute(actor: Actor, id: string, asked: ProductQuestion = {}): Promise<ProductReading> {
    const point = { on: asked.on ?? this.clock.today(), knownOn: asked.knownOn ?? null };
    const destination = asked.destination ?? '';
    return this.store.run(caseReach(actor), async (tx) => {
      const product = await requireProduct(tx, id);
      const determinations = await tx.products.determinations(id, PRECEDENT_LIMITS.determinations);
      const { rulebook } = this.law;
      const faults = productFaults(rulebook, product.facts);
      const decided = determinations[0]?.controlCodes ?? [];
      const readings = await readingsFor(tx, actor, this.clock);
      const judged = faults.length > 0 ? null : judge(rulebook, product.facts, point, { destination, decided, readings });
      const codes = [
        ...new Set([product.facts.controlCode, ...decided, ...(judged ? codesOf(judged) : [])].filter((code) => code !== '')),
      ];
      return {
        product,
        versions: await tx.products.versions(id, PRECEDENT_LIMITS.versions),
        point,
        destination,
        judged,
        faults,
        determinations,
        decisions: await tx.products.decisions(product.organisationId, codes, PRECEDENT_LIMITS.decisions),
      };
    });
  }

  /** The products that items of the application were taken from; those that the actor may see. */
  uses(actor: Actor, applicationId: string): Promise<readonly ProductUse[]> {
    return this.store.run(caseReach(actor), (tx) => tx.products.uses(applicationId));
  }

  /** One version as it was stated. Throws Refusal `product-not-found` (missing). */
  version(actor: Actor, id: string, version: number): Promise<ProductVersionRecord> {
    return this.store.run(caseReach(actor), async (tx) => {
      const found = await tx.products.findVersion(id, version);
      if (!found) throw new Refusal('missing', 'product-not-found', { id });
      return found;
    });
  }
}

interface JudgedWith extends Pick<ProductQuestion, 'destination' | 'beside'> {
  /** Codes of earlier determinations. */
  readonly decided?: readonly string[];
  /** How the organisation of whoever asks reads what the law leaves open. */
  readonly readings?: readonly RecordedReading[];
}

/** Classification and determination of the facts on the point of the law. */
export function judge(
  rulebook: Rulebook,
  product: ProductFacts,
  { on, knownOn }: LawPoint,
  { destination = '', decided = [], beside = {}, readings = [] }: JudgedWith = {},
): Judged {
  const facts = { ...productExportFacts(product, rulebook.propertyWords, destination), ...beside };
  return {
    facts,
    answer: determine(rulebook, facts, on, knownOn ?? undefined, readings),
    classification: classifyItem(rulebook, facts, on, { knownOn, decided, found: foundFor(rulebook, product) }),
  };
}

function foundFor(rulebook: Rulebook, { nameZh, nameEn, form }: ProductFacts): string[] {
  return searchEntries(rulebook, [nameZh, nameEn, form].join(' \n ')).map(({ row }) => row);
}

function codesOf({ answer, classification }: Judged): string[] {
  const near = [...classification.met, ...classification.open].map(({ controlCode }) => controlCode ?? '');
  return [...answer.controlCodes, ...near];
}
