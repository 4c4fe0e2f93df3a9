// What came in with a form: flat dotted names read by name, with limits; nothing is converted or trimmed away here.
import { Refusal } from '#kernel';

/** Most fields in one form, and longest name, inclusive. */
export const FORM_LIMITS = { fields: 2000, nameLength: 120, depth: 6 } as const;

/** Names that the frame of the page adds and that are no answers. */
const FRAME_FIELDS = new Set(['_csrf', 'version', 'add', 'send']);
const NAME = /^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/;
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** The answers of a form by dotted name; repeated names are lists. */
export class FormAnswers {
  private readonly flat: ReadonlyMap<string, string | readonly string[]>;
  private readonly asked = new Set<string>();

  /** Throws Refusal `malformed-request` (invalid) for more fields, longer names or other names than a form of ours can hold. */
  constructor(body: unknown) {
    const entries = Object.entries(typeof body === 'object' && body !== null ? body : {});
    if (entries.length > FORM_LIMITS.fields) throw new Refusal('invalid', 'malformed-request');
    this.flat = new Map(entries.map(([name, value]) => [checkName(name), valueOf(value)]));
  }

  /** The text of a field; empty when it did not come. Line ends are `\n`. */
  text(name: string): string {
    const value = this.valueOf(name);
    return (typeof value === 'string' ? value : (value?.[0] ?? '')).replaceAll('\r\n', '\n');
  }

  /** The text without spaces at its ends. */
  trimmed(name: string): string {
    return this.text(name).trim();
  }

  has(name: string): boolean {
    return this.flat.has(name);
  }

  list(name: string): readonly string[] {
    const value = this.valueOf(name);
    return value === undefined || value === '' ? [] : typeof value === 'string' ? [value] : value;
  }

  /** The version that the person saw. Throws Refusal `malformed-request` (invalid) when it is no whole number. */
  version(): number {
    const text = this.text('version');
    if (!/^\d{1,9}$/.test(text)) throw new Refusal('invalid', 'malformed-request');
    return Number(text);
  }

  /** How many rows came under the dotted prefix (`items.0.composition`): one more than the highest row number, at most `most`. */
  rowCount(prefix: string, most: number): number {
    let count = 0;
    for (const name of this.flat.keys()) {
      if (!name.startsWith(`${prefix}.`)) continue;
      const row = Number(name.slice(prefix.length + 1).split('.')[0]);
      if (Number.isInteger(row)) count = Math.max(count, row + 1);
    }
    return Math.min(count, most);
  }

  /**
   * Call it when the whole form was read and before anything is done. Throws Refusal `unknown-field` (invalid) for an answer that nobody asked for, rows
   * beyond the last included.
   */
  refuseOthers(): void {
    for (const name of this.flat.keys())
      if (!this.asked.has(name) && !FRAME_FIELDS.has(name)) throw new Refusal('invalid', 'unknown-field', { at: name });
  }

  private valueOf(name: string): string | readonly string[] | undefined {
    this.asked.add(name);
    return this.flat.get(name);
  }

  /** The answers without the frame's own fields, for showing them to their writer again. */
  written(): { name: string; text: string }[] {
    return [...this.flat.keys()]
      .filter((name) => !FRAME_FIELDS.has(name) && !name.toLowerCase().includes('password'))
      .map((name) => ({ name, text: this.list(name).join(', ') }))
      .filter(({ text }) => text.trim() !== '');
  }
}

function checkName(name: string): string {
  const steps = name.split('.');
  const fit =
    name.length <= FORM_LIMITS.nameLength && steps.length <= FORM_LIMITS.depth && !steps.some((step) => FORBIDDEN.has(step));
  if (!fit || !(name === '_csrf' || NAME.test(name)))
    throw new Refusal('invalid', 'unknown-field', { at: name.slice(0, FORM_LIMITS.nameLength) });
  return name;
}

function valueOf(value: unknown): string | readonly string[] {
  if (Array.isArray(value)) return value.map((one) => (typeof one === 'string' ? one : ''));
  return typeof value === 'string' ? value : '';
}
