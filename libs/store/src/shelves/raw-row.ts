// Rows as a plain statement answers them: moments come as Date and leave as Instant.
import { instant, type Instant } from '#kernel';

export type Raw<Row> = { [Key in keyof Row]: Row[Key] extends Instant | null ? Date | Extract<Row[Key], null> : Row[Key] };

/** The record of a raw row. */
export function fromRaw<Row>(raw: Raw<Row>): Row {
  const entries = Object.entries(raw).map(([key, value]: [string, unknown]) => [
    key,
    value instanceof Date ? instant(value) : value,
  ]);
  return Object.fromEntries(entries) as Row;
}

/** The single row of a statement that always answers one. */
export function onlyRow<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (row === undefined) throw new Error('The database answered without the row it was asked for');
  return row;
}
