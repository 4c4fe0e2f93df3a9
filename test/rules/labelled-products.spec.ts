// Labelled products of the Chinese list: no wrong "not controlled" within the loaded law, and "loaded in part" said outside it.
import { localDate } from '#kernel';
import { determine, statedCode } from '#regulation';
import { itemOf, products, whereLabelled } from './labelled-pairs';
import { shippedRulebook } from './shipped-law';

whereLabelled.describe('labelled products of the Chinese list', () => {
  const rulebook = shippedRulebook();
  it.each(products().map((product) => [product.id, product] as const))('%s', (_id, product) => {
    const day = localDate(product.as_of);
    const answer = determine(rulebook, { item: itemOf(product), from: 'CN', to: 'KR', endUse: { flags: ['civil'] } }, day);
    const loaded = rulebook.instruments.some((instrument) =>
      instrument.measures.some((measure) => measure.entries.some((entry) => entry.controlCode?.startsWith(product.code))),
    );
    if (product.code === 'NOT_LISTED') expect(answer.headline).not.toBe('licence-required');
    else if (product.status === 'in_force' && (loaded || statedCode(rulebook, product.code, day).length > 0))
      expect(answer.headline).not.toBe('not-controlled');
    else expect(answer.notChecked.map((row) => row.en).join(' ')).toContain('loaded in part only');
  });
});
