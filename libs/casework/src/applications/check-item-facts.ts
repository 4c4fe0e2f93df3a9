// The faults that make an item's facts unfit for a determination, each at the field of the application that a person can mend.
import type { Fault } from '#kernel';
import type { ApplicationContent } from '#licensing';
import { checkFacts, type Rulebook } from '#regulation';
import { exportFacts } from './export-facts';

/** Faults on `items.N…`; empty when every item can be judged. */
export function contentFactFaults(rulebook: Rulebook, content: ApplicationContent): Fault[] {
  return content.items.flatMap((_item, index) => itemFactFaults(rulebook, content, index));
}

/** The faults of the item at the index of the content's items. */
export function itemFactFaults(rulebook: Rulebook, content: ApplicationContent, index: number): Fault[] {
  const item = content.items[index];
  if (!item) return [];
  return checkFacts(rulebook, exportFacts(content, item, rulebook.propertyWords)).map((fault) => ({
    ...fault,
    at: fieldOf(fault, index),
  }));
}

/** `item.parameters.0` of the facts is `items.N.parameters.0.unit` or `.value` of the application; a contradiction stands at its share. */
function fieldOf({ code, at = 'item' }: Fault, index: number): string {
  const place = at.replace(/^item(?=\.|$)/, `items.${index}`);
  if (/\.parameters\.\d+$/.test(place)) return `${place}.${code.startsWith('facts.unit-') ? 'unit' : 'value'}`;
  return /\.composition\.\d+$/.test(place) ? `${place}.massPercent` : place;
}
