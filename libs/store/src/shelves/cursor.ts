// Where a page of a list ended: the sort moment and the id of its last row, opaque to callers.
import { instant, Refusal, type Instant } from '#kernel';
import type { PageOf, PageRequest } from '#casework';

/** Most rows of one page, and longest cursor in characters, both inclusive. */
const MOST_ROWS = 100;
const LONGEST_CURSOR = 200;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export interface Place {
  readonly at: Instant;
  readonly id: string;
}

/** True for the text of a UUID; anything else names no row. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** Limit and place that the request asks for. Throws Refusal `bad-limit` or `bad-cursor` (invalid); a cursor serves only the list that gave it. */
export function readPage(list: string, page: PageRequest): { readonly limit: number; readonly after: Place | null } {
  if (!Number.isInteger(page.limit) || page.limit < 1 || page.limit > MOST_ROWS) {
    throw new Refusal('invalid', 'bad-limit', { limit: page.limit, least: 1, most: MOST_ROWS });
  }
  return { limit: page.limit, after: page.after === undefined ? null : readCursor(list, page.after) };
}

/** The page made of up to `limit` of the rows, which were asked for with one more. */
export function pageOf<Row extends { readonly id: string }>(
  list: string,
  rows: readonly Row[],
  limit: number,
  at: (row: Row) => Instant,
): PageOf<Row> {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const more = last !== undefined && rows.length > limit;
  return { rows: page, next: more ? Buffer.from(JSON.stringify([list, at(last), last.id])).toString('base64url') : null };
}

function readCursor(list: string, text: string): Place {
  try {
    if (text.length > LONGEST_CURSOR) throw new RangeError('too long');
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (!Array.isArray(parts) || parts.length !== 3) throw new RangeError('not three parts');
    const [from, at, id] = parts as readonly unknown[];
    if (from !== list || typeof at !== 'string' || typeof id !== 'string' || !isUuid(id))
      throw new RangeError('not of this list');
    return { at: instant(at), id };
  } catch {
    throw new Refusal('invalid', 'bad-cursor');
  }
}
