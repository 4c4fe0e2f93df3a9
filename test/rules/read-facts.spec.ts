// Facts from outside: countries by their codes, and words that nothing reads.
import { readFacts } from '#regulation';
import { shippedRulebook } from './shipped-law';

const rulebook = shippedRulebook();

describe('a country', () => {
  it('is its code of two letters, in either case', () => {
    const { facts } = readFacts(rulebook, { to: 'us', item: { origin: ' cn ' }, parties: [{ country: 'jp' }] });
    expect(facts).toMatchObject({ to: 'US', item: { origin: 'CN' }, parties: [{ country: 'JP' }] });
  });
  it.each([
    ['to', { to: 'USA' }],
    ['from', { from: 'mainland China' }],
    ['exporter.place', { exporter: { place: 'EU' } }],
    ['item.origin', { item: { origin: '中国' } }],
    ['item.madeIn', { item: { madeIn: 'ZZ' } }],
    ['item.contents.0.origin', { item: { contents: [{ origin: 'Germany' }] } }],
    ['item.madeWithTechnology.0.origin', { item: { madeWithTechnology: [{ origin: '1' }] } }],
    ['parties.0.country', { parties: [{ country: 'United States' }] }],
  ])('in other words is a fault at %s: every rule on a destination would miss it', (at, json) => {
    const { facts, faults } = readFacts(rulebook, json);
    expect(facts).toBeNull();
    expect(faults).toMatchObject([{ code: 'facts.malformed', at }]);
  });
});

it('a flag of the end use that no rule knows is named as unread', () => {
  const { unread } = readFacts(rulebook, { endUse: { flags: ['civil', 'peaceful', 'semiconductor-14nm', 'terrorism'] } });
  expect(unread).toEqual(['endUse.flags.1']);
});
