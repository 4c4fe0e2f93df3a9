// The shelves of products and of the law texts that determinations rest on; part of the Store port.
import type { Instant } from '#kernel';
import type {
  EarlierDecision,
  KeptLaw,
  ProductDeterminationRecord,
  ProductDeterminationSummary,
  ProductRecord,
  ProductUse,
  ProductVersionRecord,
} from '../products/product-records';
import type { ProductFacts } from '../products/product-facts';
import type { PageOf, PageRequest } from './page';

export interface ProductShelf {
  /** Adds the product with its version 1. */
  create(row: { id: string; organisationId: string; facts: ProductFacts; by: string; at: Instant }): Promise<void>;
  /** Adds the version after `version` if that is still the latest; false when it is not. */
  addVersion(row: {
    id: string;
    organisationId: string;
    version: number;
    facts: ProductFacts;
    by: string;
    at: Instant;
  }): Promise<boolean>;
  find(id: string): Promise<ProductRecord | null>;
  findVersion(id: string, version: number): Promise<ProductVersionRecord | null>;
  /** Newest first, at most `limit`. */
  versions(id: string, limit: number): Promise<readonly ProductVersionRecord[]>;
  /** Newest change first. Throws Refusal `bad-limit` or `bad-cursor` (invalid). */
  list(page: PageRequest): Promise<PageOf<ProductRecord>>;
  /** Newest first. */
  addDetermination(
    row: Omit<ProductDeterminationRecord, 'document' | 'madeByName'> & { documentId: string; documentView: unknown },
  ): Promise<void>;
  findDetermination(id: string): Promise<ProductDeterminationRecord | null>;
  /** Of all versions of the product, newest first, at most `limit`. */
  determinations(productId: string, limit: number): Promise<readonly ProductDeterminationSummary[]>;
  /** The authority's decisions under the codes, which are its own, in applications of the organisation, newest first, at most `limit`. */
  decisions(organisationId: string, codes: readonly string[], limit: number): Promise<readonly EarlierDecision[]>;
  addUse(row: ProductUse & { organisationId: string; at: Instant }): Promise<void>;
  /** The products that items of the application were taken from. */
  uses(applicationId: string): Promise<readonly ProductUse[]>;
}

export interface LawShelf {
  has(hash: string): Promise<boolean>;
  /** Keeps the texts once; what is kept never changes. */
  keep(law: KeptLaw, at: Instant): Promise<void>;
  find(hash: string): Promise<KeptLaw | null>;
}
