// Whether an earlier decision on the same product speaks of the same goods: an exporter may state an item anew after it was taken from the product.
import { emptyContent, type ApplicationItem } from '../application/content';
import { differenceBetween, type DifferenceRow } from '../application/difference';

/** The item as it was decided on, or as it stands now. */
export interface ProductItem {
  readonly item: ApplicationItem;
  /** The version of the product that it was taken from. */
  readonly productVersion: number;
}

/** Amounts, prices and where a code was read: what the goods are does not turn on them. Every other field may decide the code. */
const BESIDE_THE_GOODS: readonly string[] = [
  'quantity',
  'unit',
  'kgQuantity',
  'unitPrice',
  'value',
  'currency',
  'codeEdition',
  'hsYear',
] satisfies (keyof ApplicationItem)[];

export interface PrecedentFit {
  /** Rows `items.<place>.…` with the place of the item as it stands now, and `productVersion`. */
  readonly difference: readonly DifferenceRow[];
  /** The goods differ, or another version of the product was judged: the decision may be read, its line not taken over. */
  readonly barred: boolean;
}

/** `place`: of the item now, from 0. */
export function precedentFit(decided: ProductItem, present: ProductItem, place: number): PrecedentFit {
  const only = (item: ApplicationItem) => ({ ...emptyContent(), items: [{ ...item, id: '' }] });
  const rows = differenceBetween(only(decided.item), only(present.item)).map(({ at, kind, before, after }): DifferenceRow => ({
    at: at.replace('items.0', `items.${place}`),
    kind,
    before,
    after,
  }));
  const versions: DifferenceRow[] =
    decided.productVersion === present.productVersion
      ? []
      : [
          {
            at: 'productVersion',
            kind: 'changed',
            before: String(decided.productVersion),
            after: String(present.productVersion),
          },
        ];
  const barred = versions.length > 0 || rows.some(({ at }) => !BESIDE_THE_GOODS.includes(at.split('.')[2] ?? ''));
  return { difference: [...rows, ...versions], barred };
}
