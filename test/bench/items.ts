// Products drawn by lot from the shipped law: near an entry, on either side of its limits, or far from any.
import { emptyProduct, productFaults, type ProductFacts } from '#casework';
import type { Entry, EntryRow, Rulebook } from '#regulation';
import { testsOf } from '../../libs/regulation/src/rulebook/walk-conditions';
import { Lot } from './lot';

/** One product in so many is far from any entry. */
const ONE_IN_FAR = 4;
/** What a stated number is of the limit. */
const SHARES = [0.5, 0.9, 0.99, 1, 1.01, 1.1, 2];
const FAR = [
  ['不锈钢合页', 'Stainless steel door hinge'],
  ['棉质衬衫', 'Cotton shirt'],
  ['陶瓷茶杯', 'Ceramic tea cup'],
  ['木制餐椅', 'Wooden dining chair'],
  ['塑料水管', 'Plastic water pipe'],
  ['自行车链条', 'Bicycle chain'],
  ['玻璃花瓶', 'Glass vase'],
  ['电热水壶', 'Electric kettle'],
] as const;

/** The entries of goods and technology that have a condition tree. */
export function itemEntries(rulebook: Rulebook): (EntryRow & { parameters: NonNullable<Entry['parameters']> })[] {
  return rulebook.instruments
    .flatMap(({ measures }) => measures)
    .filter(({ kind }) => kind === 'item' || kind === 'technology')
    .flatMap(({ id }) => rulebook.rowsOf(id))
    .flatMap((row) => (row.entry.parameters ? [{ ...row, parameters: row.entry.parameters }] : []));
}

/** Draws products without end, the same for the same seed; each can be judged. */
export function* products(rulebook: Rulebook, seed: number): Generator<ProductFacts, never> {
  const lot = new Lot(seed);
  const entries = itemEntries(rulebook);
  for (let number = 1; ;) {
    const product = lot.below(ONE_IN_FAR) === 0 ? far(lot, number) : near(lot.of(entries).entry, lot, number);
    if (productFaults(rulebook, product).length > 0) continue;
    number += 1;
    yield product;
  }
}

function far(lot: Lot, number: number): ProductFacts {
  const [zh, en] = lot.of(FAR);
  return { ...emptyProduct(), nameZh: `${zh} ${number}`, nameEn: `${en}, model ${number}` };
}

function near({ nameZh, nameEn, itemKind, parameters }: Entry, lot: Lot, number: number): ProductFacts {
  const named = lot.below(3);
  const facts: ProductFacts = {
    ...emptyProduct(),
    kind: itemKind === 'technology' || itemKind === 'service' ? itemKind : 'goods',
    nameZh: named === 1 ? '' : nameZh.slice(0, 80),
    nameEn: named === 0 ? `grade ${number}` : `${nameEn.slice(0, 80)}, grade ${number}`,
  };
  const stated = new Map<string, ProductFacts['parameters'][number]>();
  const held = new Set<string>();
  for (const { property, value, unit } of parameters ? testsOf(parameters) : []) {
    if (property === undefined || unit === undefined || lot.below(5) === 0) continue;
    const [first] = Array.isArray(value) ? (value as readonly (string | number)[]) : [value];
    if (property === 'element') held.add(String(first));
    else if (typeof first === 'number') stated.set(property, { property, value: decimalText(first * lot.of(SHARES)), unit });
    else if (typeof first === 'boolean') stated.set(property, { property, value: lot.below(4) === 0 ? 'no' : 'yes', unit });
  }
  return {
    ...facts,
    composition: [...held].slice(0, 6).map((substance) => ({ substance, massPercent: '' })),
    parameters: [...stated.values()].slice(0, 8),
  };
}

function decimalText(value: number): string {
  return String(Number(value.toPrecision(6)));
}
