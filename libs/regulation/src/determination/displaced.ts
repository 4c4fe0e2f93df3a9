// Which met entries give way to narrower ones: an entry with an added condition goes before the wider one.
import { decimal, type Bilingual } from '#kernel';
import type { Verdict } from '../condition/evaluated-node';
import type { Entry } from '../rulebook/law';
import type { EntryRow, MeasureOnDay } from '../rulebook/rulebook';
import type { Situation } from './situation';

/** An evaluated entry among others. */
interface Rival {
  readonly place: MeasureOnDay;
  readonly row: EntryRow;
  readonly verdict: Verdict;
  readonly because: readonly Bilingual[];
}

/**
 * An entry with an added condition displaces the wider one, and one on a shape or function the one on the material it is made of; among alloys of
 * one measure the one with the main other metal stays.
 */
export function withoutDisplaced<T extends Rival>(found: readonly T[], situation: Situation): T[] {
  const met = found.filter((row) => row.verdict === 'met' && row.row.entry.controlCode);
  const displacedBy = (row: T): T | undefined =>
    met.find(
      (other) =>
        other !== row &&
        other.place.instrument.id === row.place.instrument.id &&
        isNarrower(other.row.entry, row.row.entry, situation),
    );
  return found.map((row) => {
    const other = row.verdict === 'met' ? displacedBy(row) : undefined;
    if (!other) return row;
    const code = other.row.entry.controlCode ?? '';
    return {
      ...row,
      verdict: 'not-met',
      because: [...row.because, { zh: `由更具体的 ${code} 列明`, en: `the narrower entry ${code} goes first` }],
    };
  });
}

function isNarrower(entry: Entry, than: Entry, situation: Situation): boolean {
  const own = elementsAndKinds(entry);
  const other = elementsAndKinds(than);
  if (!own || !other) return false;
  if (own.property !== 'material' && other.property === 'material')
    return other.elements.every((symbol) => own.elements.includes(symbol));
  if (own.kind !== other.kind) return false;
  if (own.elements.length > other.elements.length && other.elements.every((symbol) => own.elements.includes(symbol))) return true;
  const main = mainMetal(situation);
  const shared = own.elements.filter((symbol) => other.elements.includes(symbol));
  return (
    main !== null &&
    shared.length > 0 &&
    own.elements.length === other.elements.length &&
    own.elements.includes(main) &&
    !other.elements.includes(main)
  );
}

/** Elements and kind of entries of the form "contains these elements and is of this material, form or function", exceptions aside. */
function elementsAndKinds(entry: Entry): { elements: string[]; kind: string; property: string } | null {
  const tests = entry.parameters?.allOf?.filter((test) => test.not === undefined);
  if (tests?.length !== 2) return null;
  const element = tests.find((test) => test.property === 'element' && test.op === 'contains');
  const kind = tests.find(({ property }) => property === 'material' || property === 'form' || property === 'function');
  if (!element || !kind?.property || !Array.isArray(element.value)) return null;
  return {
    elements: element.value.map(String),
    kind: `${kind.property}=${JSON.stringify(kind.value)}`,
    property: kind.property,
  };
}

/** The metal named before "alloy", else the one with the greatest share. */
function mainMetal({ facts, stated }: Situation): string | null {
  const shares = (facts.item?.composition ?? []).filter(
    (part) => part.massPercent !== undefined && stated.elements.includes(part.substance),
  );
  const share = (part: { readonly massPercent?: number | string }) => decimal(part.massPercent ?? 0);
  const total = shares.reduce((sum, part) => sum.plus(share(part)), decimal(0));
  const unshared = stated.elements.filter((symbol) => !(facts.item?.composition ?? []).some((part) => part.substance === symbol));
  if (unshared.length === 1 && total.lt(50)) return unshared[0] ?? null;
  return shares.sort((a, b) => share(b).cmp(share(a)))[0]?.substance ?? null;
}
