// The door for criteria of routing rules: shape, limits, and whether each code, country, currency and amount can be right at all.
import { z } from 'zod';
import { decimal, isCountry, isCurrency, isDecimalText, type Fault } from '#kernel';
import { isControlCode } from '../application/check-content';
import { PARTY_FLAGS, type RoutingCriteria, type ValueCriterion } from './criteria';

/** Limits of criteria from outside, all inclusive. */
export const CRITERIA_LIMITS = {
  procedures: 20,
  codes: 50,
  destinations: 250,
  partyFlags: PARTY_FLAGS.length,
  /** Characters of one text. */
  text: 100,
} as const;

const text = z.string().min(1).max(CRITERIA_LIMITS.text);

/** Unknown keys are refused. */
export const routingCriteriaSchema = z.strictObject({
  procedures: z.array(text).max(CRITERIA_LIMITS.procedures).optional(),
  codes: z.array(text).max(CRITERIA_LIMITS.codes).optional(),
  destinations: z.array(text).max(CRITERIA_LIMITS.destinations).optional(),
  partyFlags: z.array(z.enum(PARTY_FLAGS)).max(CRITERIA_LIMITS.partyFlags).optional(),
  value: z.strictObject({ from: text.optional(), below: text.optional(), currency: text }).optional(),
}) satisfies z.ZodType<RoutingCriteria>;

/** Everything wrong with criteria from outside, each at its path below `criteria`; empty when they may be kept. */
export function checkCriteria(json: unknown): Fault[] {
  const read = routingCriteriaSchema.safeParse(json);
  if (!read.success)
    return read.error.issues.map(({ path, message }) => ({
      code: 'criteria-malformed',
      at: ['criteria', ...path].join('.'),
      facts: { problem: message },
    }));
  const { codes = [], destinations = [], value } = read.data;
  return [
    ...codes.flatMap((code, index) =>
      isControlCode(code) ? [] : [{ code: 'control-code-malformed', at: `criteria.codes.${index}`, facts: { value: code } }],
    ),
    ...destinations.flatMap((country, index) =>
      isCountry(country) ? [] : [{ code: 'unknown-country', at: `criteria.destinations.${index}`, facts: { value: country } }],
    ),
    ...(value ? checkValue(value) : []),
  ];
}

function checkValue(value: ValueCriterion): Fault[] {
  const at = 'criteria.value';
  return [
    ...(isCurrency(value.currency) ? [] : [{ code: 'unknown-currency', at: `${at}.currency`, facts: { value: value.currency } }]),
    ...(value.from === undefined && value.below === undefined ? [{ code: 'field-missing', at: `${at}.from` }] : []),
    ...(['from', 'below'] as const).flatMap((bound): Fault[] => {
      const stated = value[bound];
      if (stated === undefined) return [];
      if (!isDecimalText(stated)) return [{ code: 'not-a-number', at: `${at}.${bound}`, facts: { value: stated } }];
      return decimal(stated).lte(0) ? [{ code: 'not-above-zero', at: `${at}.${bound}`, facts: { value: stated } }] : [];
    }),
  ];
}
