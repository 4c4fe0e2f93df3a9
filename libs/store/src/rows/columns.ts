// How moments, days and JSON stand in a row.
import { instant } from '#kernel';
import type { ColumnOptions } from 'typeorm';

const moments = {
  to: (value: unknown) => value,
  from: (value: Date | null) => (value === null ? null : instant(value)),
};

/** A moment as `Instant`. */
export function moment(name: string, nullable = false): ColumnOptions {
  return { name, type: 'timestamptz', nullable, transformer: moments };
}

/** A column that the database computes or numbers: read, never written. */
export function computed(name: string, type: 'text' | 'integer' | 'bigint'): ColumnOptions {
  return { name, type, insert: false, update: false };
}

/** A JSON document as it was put in, but for the order of its keys. */
export function json(name: string): ColumnOptions {
  return { name, type: 'jsonb' };
}
