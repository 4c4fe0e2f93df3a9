// What a licence is worth on a day. Stored are issued, suspended and revoked; scheduled, active and expired are read from its validity, so no late job can matter.
import { addDays, addMonths, localDate, yearOf, type Fault, type LocalDate } from '#kernel';
import type { LicenceState } from '../lifecycle/transitions';

export type LicenceLife = 'scheduled' | 'active' | 'expired' | 'suspended' | 'revoked';

/** First and last day, both inclusive. */
export interface Validity {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** The licence as read on `day`: revoked before everything, expired before suspended, suspended before scheduled and active. */
export function licenceLifeOn(state: LicenceState, validity: Validity, day: LocalDate): LicenceLife {
  if (state === 'revoked') return 'revoked';
  if (day > validity.to) return 'expired';
  if (state === 'suspended') return 'suspended';
  return day < validity.from ? 'scheduled' : 'active';
}

/** Longest validity of a single licence: one year. Decree 792 Art. 15. */
export const SINGLE_LICENCE_MONTHS = 12;

/** A licence begins within this many days of the decision, inclusive; a rule of the house, not of the law. */
export const FIRST_DAY_WITHIN_DAYS = 180;

/** The calendar ends here; a year that begins in its last one would not fit. */
const LAST_DAY = localDate('2199-12-31');

/** What is wrong with a validity decided on `today`: it may not begin in the past or more than 180 days ahead, end before it begins, or exceed one year. */
export function checkValidity(validity: Validity, today: LocalDate): Fault[] {
  if (validity.from < today) return [{ code: 'validity-in-the-past', at: 'validFrom', facts: { from: validity.from, today } }];
  const latest = addDays(today, FIRST_DAY_WITHIN_DAYS);
  if (validity.from > latest) return [{ code: 'validity-too-far', at: 'validFrom', facts: { from: validity.from, latest } }];
  if (validity.to < validity.from)
    return [{ code: 'end-before-start', at: 'validTo', facts: { from: validity.from, to: validity.to } }];
  const last =
    yearOf(validity.from) === yearOf(LAST_DAY) ? LAST_DAY : addDays(addMonths(validity.from, SINGLE_LICENCE_MONTHS), -1);
  return validity.to > last ? [{ code: 'validity-too-long', at: 'validTo', facts: { to: validity.to, last } }] : [];
}
