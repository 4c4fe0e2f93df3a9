// Each criterion on both sides of its edge, and what it makes of a fact that nobody knows.
import { isEmptyRange, meets, neverHolds, type RoutingCriteria, type RoutingFacts } from './criteria';

const FACTS: RoutingFacts = {
  procedure: 'dual-use-single',
  stage: 'in-review',
  codes: ['1C905.b', '2B001'],
  destination: 'JP',
  endUserCountries: ['DE'],
  partyFlags: ['near'],
  unknownFlags: [],
  value: '1000',
  currency: 'CNY',
};
const CNY = 'CNY';

test.each<[string, RoutingCriteria, Partial<RoutingFacts>, boolean]>([
  ['nothing asked', {}, {}, true],
  ['the procedure', { procedures: ['other', 'dual-use-single'] }, {}, true],
  ['another procedure', { procedures: ['other'] }, {}, false],
  ['an unknown procedure', { procedures: ['other'] }, { procedure: '' }, true],
  ['no procedure listed', { procedures: [] }, { procedure: '' }, false],
  ['the code itself', { codes: ['1C905.b'] }, {}, true],
  ['a code above', { codes: ['1C905'] }, {}, true],
  ['a code below', { codes: ['1C905.b.1'] }, {}, false],
  ['a sister code', { codes: ['1C905.a'] }, {}, false],
  ['a longer number', { codes: ['1C905'] }, { codes: ['1C9051'] }, false],
  ['a category, which is no code', { codes: ['1C'] }, {}, false],
  ['the second item', { codes: ['2B001'] }, {}, true],
  ['an item without a code', { codes: ['3A001'] }, { codes: ['1C905', ''] }, true],
  ['an item without a code beside one that is met', { codes: ['1C905'] }, { codes: ['', '1C905'] }, true],
  ['no code known at all', { codes: ['3A001'] }, { codes: [] }, true],
  ['no code listed', { codes: [] }, { codes: [] }, false],
  ['the destination', { destinations: ['JP'] }, {}, true],
  ['the country of the end user', { destinations: ['DE'] }, {}, true],
  ['another country', { destinations: ['FR'] }, {}, false],
  ['an unknown destination', { destinations: ['FR'] }, { destination: '' }, true],
  ['an end user of unknown country', { destinations: ['FR'] }, { endUserCountries: [''] }, true],
  ['an unknown destination beside a known end user', { destinations: ['DE'] }, { destination: '' }, true],
  ['no country listed', { destinations: [] }, { destination: '' }, false],
  ['one of the flags', { partyFlags: ['hit', 'near'] }, {}, true],
  ['another flag', { partyFlags: ['hit', 'watch-listed', 'military', 'middleman'] }, {}, false],
  ['no flag found', { partyFlags: ['near'] }, { partyFlags: [] }, false],
  ['an unknown flag', { partyFlags: ['hit'] }, { partyFlags: [], unknownFlags: ['hit', 'near'] }, true],
  ['another flag unknown', { partyFlags: ['military'] }, { partyFlags: [], unknownFlags: ['hit'] }, false],
  ['no flag listed', { partyFlags: [] }, {}, false],
  ['at the lower bound', { value: { from: '1000.00', currency: CNY } }, {}, true],
  ['under the lower bound', { value: { from: '1000.01', currency: CNY } }, {}, false],
  ['at the upper bound', { value: { below: '1000', currency: CNY } }, {}, false],
  ['under the upper bound', { value: { below: '1000.01', currency: CNY } }, {}, true],
  ['between the bounds', { value: { from: '1000', below: '1001', currency: CNY } }, {}, true],
  ['finer than a float', { value: { from: '9007199254740993', currency: CNY } }, { value: '9007199254740992' }, false],
  ['an unknown value', { value: { from: '5', currency: CNY } }, { value: null }, true],
  ['a value that is no number', { value: { from: '5', currency: CNY } }, { value: '' }, true],
  ['another currency', { value: { from: '5000', currency: CNY } }, { currency: 'USD' }, true],
  ['an unknown value in an empty range', { value: { from: '5', below: '5', currency: CNY } }, { value: null }, false],
  ['a range without bounds', { value: { currency: CNY } }, { value: null }, true],
  ['all of them', { codes: ['1C905'], destinations: ['JP'], partyFlags: ['near'] }, {}, true],
  ['all but one', { codes: ['1C905'], destinations: ['FR'], partyFlags: ['near'] }, {}, false],
  ['one unknown and one not met', { destinations: ['FR'], value: { from: '1', currency: CNY } }, { value: null }, false],
  ['one unknown and one met', { destinations: ['JP'], value: { from: '1', currency: CNY } }, { value: null }, true],
])('%s', (_case, criteria, change, expected) => {
  expect(meets({ ...FACTS, ...change }, criteria)).toBe(expected);
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
