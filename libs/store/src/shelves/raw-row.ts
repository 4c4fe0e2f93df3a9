// Rows as a plain statement answers them: moments come as Date and leave as Instant.
import { instant, type Instant } from '#kernel';

export type Raw<Row> = { [Key in keyof Row]: Row[Key] extends Instant | null ? Date | Extract<Row[Key], null> : Row[Key] };

/** The raw row, which becomes the record. */
export function fromRaw<Row>(raw: Raw<Row>): Row {
  const row = raw as Record<string, unknown>;
  for (const key in row) {
    const value = row[key];
    if (value instanceof Date) row[key] = instant(value);
  }
  return row as Row;
}

/** The single row of a statement that always answers one. */
export function onlyRow<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (row === undefined) throw new Error('The database answered without the row it was asked for');
  return row;
}
