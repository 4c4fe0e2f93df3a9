// Classification of the labelled products: nothing controlled is ruled out within the loaded law, and the right entry is among the first candidates.
import { searchEntries } from '#casework';
import { localDate } from '#kernel';
import { classifyItem, type Classification, type Rulebook } from '#regulation';
import { itemOf, products, whereLabelled, type Product } from './labelled-pairs';
import { shippedRulebook } from './shipped-law';

const TOP = 5;

function classified(rulebook: Rulebook, product: Product): Classification {
  const found = searchEntries(rulebook, product.description).map(({ row }) => row);
  return classifyItem(rulebook, { item: itemOf(product) }, localDate(product.as_of), { found });
}

const isUnder = (code: string, asked: string) => code === asked || code.startsWith(`${asked}.`) || asked.startsWith(`${code}.`);

const codeOfRow = (rulebook: Rulebook, row: string) =>
  rulebook.instruments
    .flatMap(({ measures }) => measures)
    .flatMap(({ id }) => rulebook.rowsOf(id))
    .find(({ id }) => id === row)?.entry.controlCode ?? '';

const covered = (rulebook: Rulebook) =>
  products().filter(({ code }) =>
    rulebook.instruments.some(({ measures }) =>
      measures.some(({ entries }) => entries.some(({ controlCode }) => controlCode && isUnder(controlCode, code))),
    ),
  );

whereLabelled.describe('classification of the labelled products', () => {
  const rulebook = shippedRulebook();

  it.each(products().map((product) => [product.id, product] as const))('%s', (_id, product) => {
    const answer = classified(rulebook, product);
    const within = covered(rulebook).some(({ id }) => id === product.id);
    if (product.code === 'NOT_LISTED') expect(answer.met.map(({ controlCode }) => controlCode)).toEqual([]);
    else if (within && product.status === 'in_force') expect(answer.outcome).not.toBe('ruled-out');
    expect(answer.notChecked.map(({ en }) => en).join(' ')).toContain('loaded in part only');
  });

  it('finds the right entry among the first five', () => {
    const asked = covered(rulebook);
    const isFound = (codes: readonly string[], { code }: Product) => codes.slice(0, TOP).some((own) => own && isUnder(own, code));
    const bySearch = asked.filter((product) =>
      isFound(
        searchEntries(rulebook, product.description).map(({ row }) => codeOfRow(rulebook, row)),
        product,
      ),
    );
    const byAll = asked.filter((product) => {
      const { met, open, leads, ruledOut } = classified(rulebook, product);
      return isFound(
        [...met, ...open, ...leads, ...ruledOut].map(({ row }) => codeOfRow(rulebook, row)),
        product,
      );
    });
    console.info(
      `recall in the first ${TOP}, of ${asked.length} labelled products within the loaded law: full text ${bySearch.length}, all sources ${byAll.length}`,
    );
    expect(bySearch.length / asked.length).toBeGreaterThanOrEqual(0.8);
    expect(byAll.length / asked.length).toBeGreaterThanOrEqual(0.9);
  });
});
