// Each criterion on both sides of its edge, and what it makes of a fact that nobody knows.
import { isEmptyRange, matchOf, neverHolds, type RoutingCriteria, type RoutingFacts } from './criteria';

const FACTS: RoutingFacts = {
  procedure: 'dual-use-single',
  stage: 'in-review',
  codes: ['1C905.b', '2B001'],
  destination: 'JP',
  endUserCountries: ['DE'],
  partyFlags: ['near'],
  value: '1000',
  currency: 'CNY',
};
const met = { uncertain: false };
const perhaps = { uncertain: true };
const CNY = 'CNY';

test.each<[string, RoutingCriteria, Partial<RoutingFacts>, ReturnType<typeof matchOf>]>([
  ['nothing asked', {}, {}, met],
  ['the procedure', { procedures: ['other', 'dual-use-single'] }, {}, met],
  ['another procedure', { procedures: ['other'] }, {}, null],
  ['an unknown procedure', { procedures: ['other'] }, { procedure: '' }, perhaps],
  ['no procedure listed', { procedures: [] }, { procedure: '' }, null],
  ['the code itself', { codes: ['1C905.b'] }, {}, met],
  ['a code above', { codes: ['1C905'] }, {}, met],
  ['a code below', { codes: ['1C905.b.1'] }, {}, null],
  ['a sister code', { codes: ['1C905.a'] }, {}, null],
  ['a longer number', { codes: ['1C905'] }, { codes: ['1C9051'] }, null],
  ['a category, which is no code', { codes: ['1C'] }, {}, null],
  ['the second item', { codes: ['2B001'] }, {}, met],
  ['an item without a code', { codes: ['3A001'] }, { codes: ['1C905', ''] }, perhaps],
  ['an item without a code beside one that is met', { codes: ['1C905'] }, { codes: ['', '1C905'] }, met],
  ['no code known at all', { codes: ['3A001'] }, { codes: [] }, perhaps],
  ['no code listed', { codes: [] }, { codes: [] }, null],
  ['the destination', { destinations: ['JP'] }, {}, met],
  ['the country of the end user', { destinations: ['DE'] }, {}, met],
  ['another country', { destinations: ['FR'] }, {}, null],
  ['an unknown destination', { destinations: ['FR'] }, { destination: '' }, perhaps],
  ['an end user of unknown country', { destinations: ['FR'] }, { endUserCountries: [''] }, perhaps],
  ['an unknown destination beside a known end user', { destinations: ['DE'] }, { destination: '' }, met],
  ['no country listed', { destinations: [] }, { destination: '' }, null],
  ['one of the flags', { partyFlags: ['hit', 'near'] }, {}, met],
  ['another flag', { partyFlags: ['hit', 'watch-listed', 'military', 'middleman'] }, {}, null],
  ['no flag found', { partyFlags: ['near'] }, { partyFlags: [] }, null],
  ['no flag listed', { partyFlags: [] }, {}, null],
  ['at the lower bound', { value: { from: '1000.00', currency: CNY } }, {}, met],
  ['under the lower bound', { value: { from: '1000.01', currency: CNY } }, {}, null],
  ['at the upper bound', { value: { below: '1000', currency: CNY } }, {}, null],
  ['under the upper bound', { value: { below: '1000.01', currency: CNY } }, {}, met],
  ['between the bounds', { value: { from: '1000', below: '1001', currency: CNY } }, {}, met],
  ['finer than a float', { value: { from: '9007199254740993', currency: CNY } }, { value: '9007199254740992' }, null],
  ['an unknown value', { value: { from: '5', currency: CNY } }, { value: null }, perhaps],
  ['a value that is no number', { value: { from: '5', currency: CNY } }, { value: '' }, perhaps],
  ['another currency', { value: { from: '5000', currency: CNY } }, { currency: 'USD' }, perhaps],
  ['an unknown value in an empty range', { value: { from: '5', below: '5', currency: CNY } }, { value: null }, null],
  ['a range without bounds', { value: { currency: CNY } }, { value: null }, met],
  ['all of them', { codes: ['1C905'], destinations: ['JP'], partyFlags: ['near'] }, {}, met],
  ['all but one', { codes: ['1C905'], destinations: ['FR'], partyFlags: ['near'] }, {}, null],
  ['one unknown and one not met', { destinations: ['FR'], value: { from: '1', currency: CNY } }, { value: null }, null],
  ['one unknown and one met', { destinations: ['JP'], value: { from: '1', currency: CNY } }, { value: null }, perhaps],
])('%s', (_case, criteria, change, expected) => {
  expect(matchOf(criteria, { ...FACTS, ...change })).toEqual(expected);
});

test.each([
  [{ from: '10', below: '10' }, true],
  [{ from: '10', below: '9.99' }, true],
  [{ from: '9.99', below: '10' }, false],
  [{ below: '0' }, true],
  [{ below: '0.01' }, false],
  [{ from: '-5', below: '-1' }, true],
  [{ from: '10' }, false],
  [{}, false],
])('the range %j is empty: %p', (range, expected) => {
  expect(isEmptyRange({ ...range, currency: CNY })).toBe(expected);
  expect(neverHolds({ value: { ...range, currency: CNY } })).toBe(expected);
});

test.each(['procedures', 'codes', 'destinations', 'partyFlags'] as const)('an empty list of %s never holds', (list) => {
  expect(neverHolds({ [list]: [] })).toBe(true);
  expect(neverHolds({})).toBe(false);
});
