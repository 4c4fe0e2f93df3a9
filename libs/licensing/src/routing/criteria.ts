// Whether the criteria of a routing rule hold for a case. What nobody knows counts as holding, for routing must not lose a case.
import { decimal, isDecimalText } from '#kernel';
import type { ApplicationStatus } from '../lifecycle/transitions';
import { codeCovers } from './code-covers';

/** hit: the very name stands on a party list · near: a close name · watch-listed · military: military end use is stated · middleman: one takes part. */
export const PARTY_FLAGS = ['hit', 'near', 'watch-listed', 'military', 'middleman'] as const;
export type PartyFlag = (typeof PARTY_FLAGS)[number];

/** What routing looks at. An empty text, an empty list of codes and a null value mean unknown. */
export interface RoutingFacts {
  readonly procedure: string;
  readonly stage: ApplicationStatus;
  /** Control codes of the items, the exporter's and the authority's: a rule for either fires. '' for an item without a code. */
  readonly codes: readonly string[];
  /** ISO 3166 alpha-2 of the country of final destination. */
  readonly destination: string;
  /** ISO 3166 alpha-2 of each end user. */
  readonly endUserCountries: readonly string[];
  readonly partyFlags: readonly PartyFlag[];
  /** Flags of which nobody knows whether they hold; what stands in neither list does not. */
  readonly unknownFlags: readonly PartyFlag[];
  /** Value of all items in `currency`, decimal text, 0 or above; null where the lines differ in currency or one has no value. */
  readonly value: string | null;
  /** ISO 4217. */
  readonly currency: string;
}

/** At least one bound, above 0; both are decimal text in `currency` (ISO 4217). */
export interface ValueCriterion {
  /** Inclusive. */
  readonly from?: string;
  /** Exclusive. */
  readonly below?: string;
  readonly currency: string;
}

/** All that is stated must hold; of a list, one member is enough. What is not stated asks nothing; an empty list never holds. */
export interface RoutingCriteria {
  readonly procedures?: readonly string[];
  /** A code stands for itself and all below it: `1C905` for `1C905.b`, not for `1C9051`. */
  readonly codes?: readonly string[];
  /** Countries of final destination or of an end user. */
  readonly destinations?: readonly string[];
  readonly partyFlags?: readonly PartyFlag[];
  readonly value?: ValueCriterion;
}

/** The lists of the criteria. */
export const CRITERIA_LISTS = [
  'procedures',
  'codes',
  'destinations',
  'partyFlags',
] as const satisfies readonly (keyof RoutingCriteria)[];

type Answer = 'met' | 'not-met' | 'unknown';

/** No criterion fails; what is unknown does not fail. An amount in another currency than the criterion's is unknown. */
export function meets(facts: RoutingFacts, criteria: RoutingCriteria): boolean {
  return TESTS.every((test) => test(criteria, facts) !== 'not-met');
}

const TESTS: readonly ((criteria: RoutingCriteria, facts: RoutingFacts) => Answer)[] = [
  ({ procedures }, { procedure }) => oneOf(procedures, [procedure]),
  ({ codes }, facts) => oneOf(codes, facts.codes, codeCovers),
  ({ destinations }, { destination, endUserCountries }) => oneOf(destinations, [destination, ...endUserCountries]),
  ({ partyFlags }, facts) => (partyFlags ? flagged(partyFlags, facts) : 'met'),
  (criteria, { value, currency }) => valued(criteria.value, value, currency),
];

function oneOf(
  asked: readonly string[] | undefined,
  found: readonly string[],
  covers = (one: string, other: string) => one === other,
): Answer {
  if (asked === undefined) return 'met';
  if (asked.length === 0) return 'not-met';
  if (found.some((fact) => fact !== '' && asked.some((one) => covers(one, fact)))) return 'met';
  return found.length === 0 || found.includes('') ? 'unknown' : 'not-met';
}

function flagged(asked: readonly PartyFlag[], { partyFlags, unknownFlags }: RoutingFacts): Answer {
  if (asked.some((flag) => partyFlags.includes(flag))) return 'met';
  return asked.some((flag) => unknownFlags.includes(flag)) ? 'unknown' : 'not-met';
}

function valued(asked: ValueCriterion | undefined, value: string | null, currency: string): Answer {
  if (asked === undefined || (asked.from === undefined && asked.below === undefined)) return 'met';
  if (isEmptyRange(asked)) return 'not-met';
  if (!isDecimalText(value) || currency !== asked.currency) return 'unknown';
  const amount = decimal(value);
  if (asked.from !== undefined && amount.lt(asked.from)) return 'not-met';
  return asked.below !== undefined && amount.gte(asked.below) ? 'not-met' : 'met';
}

/** No amount of 0 or above lies in the range. */
export function isEmptyRange({ from = '0', below }: ValueCriterion): boolean {
  return below !== undefined && (decimal(below).lte(0) || decimal(below).lte(from));
}

/** No case can meet the criteria: a list is empty, or the range of values is. */
export function neverHolds(criteria: RoutingCriteria): boolean {
  return (
    CRITERIA_LISTS.some((list) => criteria[list]?.length === 0) || (criteria.value !== undefined && isEmptyRange(criteria.value))
  );
}
