// Whether whatever meets one rule's criteria meets another's too. Sound and not complete: true is certain, false may only mean not seen.
import { decimal } from '#kernel';
import { codeCovers } from './code-covers';
import { neverHolds, type RoutingCriteria, type ValueCriterion } from './criteria';

/** True only when every case that meets `narrow` meets `wide`, cases of unknown facts included. */
export function implies(narrow: RoutingCriteria, wide: RoutingCriteria): boolean {
  return (
    neverHolds(narrow) ||
    (within(narrow.procedures, wide.procedures) &&
      within(narrow.codes, wide.codes, codeCovers) &&
      within(narrow.destinations, wide.destinations) &&
      within(narrow.partyFlags, wide.partyFlags) &&
      valueWithin(narrow.value, wide.value))
  );
}

function within(
  narrow: readonly string[] | undefined,
  wide: readonly string[] | undefined,
  covers = (one: string, other: string) => one === other,
): boolean {
  return wide === undefined || (narrow?.every((each) => wide.some((one) => covers(one, each))) ?? false);
}

/** Ranges of different currencies are not compared: what is unknown to the one is known to the other. */
function valueWithin(narrow: ValueCriterion | undefined, wide: ValueCriterion | undefined): boolean {
  if (wide === undefined || (wide.from === undefined && wide.below === undefined)) return true;
  if (narrow?.currency !== wide.currency) return false;
  return (
    (wide.from === undefined || (narrow.from !== undefined && decimal(narrow.from).gte(wide.from))) &&
    (wide.below === undefined || (narrow.below !== undefined && decimal(narrow.below).lte(wide.below)))
  );
}
