// Which page of a list is wanted.
import type { PageRequest } from '#casework';
import { Text, WholeNumber } from './fields';

const PAGE_SIZE = { usual: 25, most: 100 } as const;
const LONGEST_CURSOR = 400;

export class PageQuery {
  @WholeNumber({ min: 1, max: PAGE_SIZE.most, fromText: true, optional: true })
  limit?: number;
  @Text({ max: LONGEST_CURSOR, optional: true, description: 'The `next` of the page before' })
  after?: string;
}

export function pageRequest({ limit, after }: PageQuery): PageRequest {
  return { limit: limit ?? PAGE_SIZE.usual, ...(after && { after }) };
}
