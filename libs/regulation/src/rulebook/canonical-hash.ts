// The fingerprint of a rulebook: the same content gives the same hash, whatever the order of files, keys and the layout of the YAML.
import { createHash } from 'node:crypto';

/** SHA-256 of the canonical JSON of the value (keys sorted, arrays in their order), hex. */
export function canonicalHash(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const pairs = Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`);
    return `{${pairs.join(',')}}`;
  }
  return JSON.stringify(value);
}
