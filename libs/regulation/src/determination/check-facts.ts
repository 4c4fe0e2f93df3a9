// Facts that cannot be: unknown units, figures without number, shares over 100 per cent, compositions that contradict themselves.
import { decimal, isDecimalText, type Fault } from '#kernel';
import { acceptedUnits, isUnit, sameDimension } from '../condition/units';
import type { PropertyWord } from '../rulebook/law';
import type { Rulebook } from '../rulebook/rulebook';
import type { ExportFacts, StatedParameter } from './facts';

const WORD_UNITS = new Set([
  'text',
  'boolean',
  'chemical formula',
  'substance name',
  'element symbol',
  'control code',
  'HS code',
  'class of GB 7247.1-2012',
]);

/**
 * The unit of a parameter that is stated without one: the property's own where that is a word, `text` for a property that the law does
 * not name, and none (`''`, a fault) where a number needs one.
 */
export function unitWithout(word: PropertyWord | undefined): string {
  if (!word) return 'text';
  return acceptedUnits(word.unit).find((unit) => WORD_UNITS.has(unit)) ?? '';
}

/** The faults of the facts; empty when they can be. Properties that the law does not name are let through: they decide nothing. */
export function checkFacts(rulebook: Rulebook, facts: ExportFacts): Fault[] {
  return [
    ...(facts.item?.parameters ?? []).flatMap((row, i) => parameterFaults(rulebook, row, `item.parameters.${i}`)),
    ...(facts.endUse?.parameters ?? []).flatMap((row, i) => parameterFaults(rulebook, row, `endUse.parameters.${i}`)),
    ...compositionFaults(facts),
    ...(facts.item?.contents ?? []).flatMap((row, i) => shareFaults(row.valuePercent, `item.contents.${i}.valuePercent`)),
    ...(facts.parties ?? []).flatMap((party, p) =>
      (party.ownedBy ?? []).flatMap((owner, i) => shareFaults(owner.percent, `parties.${p}.ownedBy.${i}.percent`)),
    ),
  ];
}

function parameterFaults(rulebook: Rulebook, { property, value, unit }: StatedParameter, at: string): Fault[] {
  if (!unit) return [{ code: 'facts.unit-missing', at, facts: { property } }];
  if (!isUnit(unit)) return [{ code: 'facts.unit-unknown', at, facts: { property, unit } }];
  const word = rulebook.propertyWords[property];
  if (!word) return [];
  const units = acceptedUnits(word.unit);
  if (!units.some((accepted) => sameDimension(accepted, unit)))
    return [{ code: 'facts.unit-unfit', at, facts: { property, unit, units } }];
  if (WORD_UNITS.has(unit) || property === 'size') return [];
  if (typeof value === 'boolean' || !isDecimalText(String(value)))
    return [{ code: 'facts.not-a-number', at, facts: { property, value } }];
  return unit.startsWith('%') || unit.startsWith('wt') ? shareFaults(value, at) : [];
}

function compositionFaults(facts: ExportFacts): Fault[] {
  const parts = facts.item?.composition ?? [];
  const faults = parts.flatMap((part, i) => shareFaults(part.massPercent, `item.composition.${i}.massPercent`));
  if (faults.length > 0) return faults;
  const total = parts.reduce((sum, part) => sum.plus(decimal(part.massPercent ?? 0)), decimal(0));
  if (total.gt(100))
    faults.push({ code: 'facts.composition-over-100', at: 'item.composition', facts: { total: total.toFixed() } });
  const shares = new Map<string, string>();
  parts.forEach((part, i) => {
    const share = part.massPercent === undefined ? undefined : decimal(part.massPercent).toFixed();
    const before = shares.get(part.substance);
    if (share !== undefined && before !== undefined && before !== share)
      faults.push({ code: 'facts.composition-contradicts', at: `item.composition.${i}`, facts: { substance: part.substance } });
    if (share !== undefined) shares.set(part.substance, share);
  });
  return faults;
}

function shareFaults(value: string | number | undefined, at: string): Fault[] {
  if (value === undefined) return [];
  if (!isDecimalText(String(value))) return [{ code: 'facts.not-a-number', at, facts: { value } }];
  const share = decimal(value);
  return share.lt(0) || share.gt(100) ? [{ code: 'facts.share-out-of-range', at, facts: { value, least: 0, most: 100 } }] : [];
}
