// The door for criteria: each limit on both sides, each wrong word at its place.
import { COUNTRY_CODES } from '#kernel';
import { checkCriteria, CRITERIA_LIMITS, routingCriteriaSchema } from './check-criteria';
import { PARTY_FLAGS } from './criteria';

const codes = (count: number) => Array.from({ length: count }, (_, index) => `1C${String(100 + index)}`);
const names = (count: number) => Array.from({ length: count }, (_, index) => `procedure-${index}`);
const places = (count: number) => Array.from({ length: count }, (_, index) => COUNTRY_CODES[index % COUNTRY_CODES.length]);
const flags = (count: number) => Array.from({ length: count }, (_, index) => PARTY_FLAGS[index % PARTY_FLAGS.length]);

test('criteria of every kind pass as they are', () => {
  const criteria = {
    procedures: ['dual-use-single'],
    codes: ['1C905', '1C905.b.2.a'],
    destinations: ['JP', 'KP'],
    partyFlags: [...PARTY_FLAGS],
    value: { from: '1000000', below: '2000000.50', currency: 'USD' },
  };
  expect(checkCriteria(criteria)).toEqual([]);
  expect(routingCriteriaSchema.parse(criteria)).toEqual(criteria);
  expect(checkCriteria({})).toEqual([]);
});

test.each([
  ['procedures', names, CRITERIA_LIMITS.procedures, 20],
  ['codes', codes, CRITERIA_LIMITS.codes, 50],
  ['destinations', places, CRITERIA_LIMITS.destinations, 250],
  ['partyFlags', flags, CRITERIA_LIMITS.partyFlags, 5],
] as const)('%s: as many as the limit and not one more', (list, many, limit, stated) => {
  expect(limit).toBe(stated);
  expect(checkCriteria({ [list]: many(limit) })).toEqual([]);
  expect(checkCriteria({ [list]: many(limit + 1) })).toEqual([
    { code: 'criteria-malformed', at: `criteria.${list}`, facts: { problem: expect.any(String) } },
  ]);
});

test('a text may be 100 characters long and not one more', () => {
  expect(checkCriteria({ procedures: ['p'.repeat(100)] })).toEqual([]);
  expect(checkCriteria({ procedures: ['p'.repeat(101)] })).toMatchObject([{ at: 'criteria.procedures.0' }]);
});

test.each([
  ['no object', null, 'criteria'],
  ['a key that nobody knows', { colour: 'red' }, 'criteria'],
  ['a text for a list', { codes: '1C905' }, 'criteria.codes'],
  ['an empty text', { procedures: [''] }, 'criteria.procedures.0'],
  ['an unknown flag', { partyFlags: ['hit', 'suspicious'] }, 'criteria.partyFlags.1'],
  ['a value without a currency', { value: { from: '1' } }, 'criteria.value.currency'],
  ['a value that is a float', { value: { from: 1.5, currency: 'CNY' } }, 'criteria.value.from'],
])('%s is malformed', (_case, json, at) => {
  expect(checkCriteria(json)).toEqual([{ code: 'criteria-malformed', at, facts: { problem: expect.any(String) } }]);
  expect(routingCriteriaSchema.safeParse(json).success).toBe(false);
});

const valued = (bounds: object) => ({ value: { currency: 'CNY', ...bounds } });

test.each([
  [{ codes: ['1C905', '1C'] }, 'control-code-malformed', 'criteria.codes.1', '1C'],
  [{ codes: ['1c905'] }, 'control-code-malformed', 'criteria.codes.0', '1c905'],
  [{ destinations: ['JP', 'XX'] }, 'unknown-country', 'criteria.destinations.1', 'XX'],
  [valued({ from: '1', currency: 'RMB' }), 'unknown-currency', 'criteria.value.currency', 'RMB'],
  [valued({ from: '1e6' }), 'not-a-number', 'criteria.value.from', '1e6'],
  [valued({ below: '1,000' }), 'not-a-number', 'criteria.value.below', '1,000'],
  [valued({ from: '0' }), 'not-above-zero', 'criteria.value.from', '0'],
  [valued({ below: '-1' }), 'not-above-zero', 'criteria.value.below', '-1'],
])('%j: %s', (criteria, code, at, value) => {
  expect(checkCriteria(criteria)).toEqual([{ code, at, facts: { value } }]);
});

test('a value criterion states a bound', () => {
  expect(checkCriteria(valued({}))).toEqual([{ code: 'field-missing', at: 'criteria.value.from' }]);
});

test('every fault is named at once', () => {
  const faults = checkCriteria({ codes: ['x'], destinations: ['x'], ...valued({ from: 'x', below: 'x' }) });
  expect(faults.map(({ at }) => at)).toEqual([
    'criteria.codes.0',
    'criteria.destinations.0',
    'criteria.value.from',
    'criteria.value.below',
  ]);
});
