// Where a page of a list ended: the sort keys of its last row, opaque to callers.
import { instant, localDate, Refusal, type Instant } from '#kernel';
import type { PageOf, PageRequest } from '#casework';

/** Most rows of one page, and longest cursor in characters, both inclusive. */
const MOST_ROWS = 100;
const LONGEST_CURSOR = 200;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export interface Position {
  readonly at: Instant;
  readonly id: string;
}

/** In a list ordered by a day first, which is `infinity` for the rows without one. */
export interface DuePosition extends Position {
  readonly due: string;
}

/** True for the text of a UUID; anything else names no row. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** Limit and position that the request asks for. Throws Refusal `bad-limit` or `bad-cursor` (invalid); a cursor serves only the list that gave it. */
export function readPage(list: string, page: PageRequest): { readonly limit: number; readonly after: Position | null } {
  const { limit, keys } = readKeys(list, page, 2);
  return { limit, after: keys && positionOf(keys) };
}

/** As `readPage`, for a list ordered by a day first. */
export function readDuePage(list: string, page: PageRequest): { readonly limit: number; readonly after: DuePosition | null } {
  const { limit, keys } = readKeys(list, page, 3);
  return { limit, after: keys && { due: dueOf(keys[2]), ...positionOf(keys) } };
}

/** The page made of up to `limit` of the rows, which were asked for with one more. */
export function pageOf<Row extends { readonly id: string }>(
  list: string,
  rows: readonly Row[],
  limit: number,
  at: (row: Row) => Instant,
): PageOf<Row> {
  return pageBy(list, rows, limit, (row) => ({ at: at(row), id: row.id }));
}

/** As `pageOf`, for rows that bear their keys under other names. */
export function pageBy<Row>(
  list: string,
  rows: readonly Row[],
  limit: number,
  position: (row: Row) => Position | DuePosition,
): PageOf<Row> {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, next: last !== undefined && rows.length > limit ? cursorOf(list, position(last)) : null };
}

function cursorOf(list: string, position: Position | DuePosition): string {
  const keys = [position.at, position.id, ...('due' in position ? [position.due] : [])];
  return Buffer.from(JSON.stringify([list, ...keys])).toString('base64url');
}

function readKeys(list: string, page: PageRequest, count: number): { limit: number; keys: readonly unknown[] | null } {
  if (!Number.isInteger(page.limit) || page.limit < 1 || page.limit > MOST_ROWS) {
    throw new Refusal('invalid', 'bad-limit', { limit: page.limit, least: 1, most: MOST_ROWS });
  }
  if (page.after === undefined) return { limit: page.limit, keys: null };
  if (page.after.length > LONGEST_CURSOR) throw badCursor();
  const parts = parse(page.after);
  if (!Array.isArray(parts) || parts.length !== count + 1 || parts[0] !== list) throw badCursor();
  return { limit: page.limit, keys: parts.slice(1) as readonly unknown[] };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    throw badCursor();
  }
}

function positionOf([at, id]: readonly unknown[]): Position {
  if (typeof at !== 'string' || typeof id !== 'string' || !isUuid(id)) throw badCursor();
  return { at: orRefuse(() => instant(at)), id };
}

function dueOf(due: unknown): string {
  if (typeof due !== 'string') throw badCursor();
  return due === 'infinity' ? due : orRefuse(() => localDate(due));
}

function orRefuse<T>(read: () => T): T {
  try {
    return read();
  } catch {
    throw badCursor();
  }
}

function badCursor(): Refusal {
  return new Refusal('invalid', 'bad-cursor');
}
