// Money, percentages, quantities and limits are exact decimals; a binary float never decides.
import Big from 'big.js';

export type Decimal = Big;

const PLAIN = /^-?\d{1,30}(\.\d{1,18})?$/;

/** True for plain decimal notation: up to 30 digits before and 18 after the point, no exponent. */
export function isDecimalText(text: unknown): text is string {
  return typeof text === 'string' && PLAIN.test(text);
}

/** The exact decimal of the text or of the shortest notation of the number. Throws RangeError when it is not one. */
export function decimal(value: string | number | Decimal): Decimal {
  try {
    return new Big(value);
  } catch {
    throw new RangeError(`"${String(value)}" is not a decimal number; write digits with a point, such as 99.95`);
  }
}

/** Plain notation without exponent and without trailing zeros. */
export function decimalText(value: Decimal): string {
  return value.toFixed();
}
