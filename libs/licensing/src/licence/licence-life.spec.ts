// What a licence is worth: every stored state on every side of its validity, and the bounds of a validity.
import fc from 'fast-check';
import { addDays, addMonths, localDate } from '#kernel';
import { checkValidity, licenceLifeOn } from './licence-life';

const day = localDate;
const VALIDITY = { from: day('2026-06-01'), to: day('2027-05-31') };

test.each([
  ['issued', '2026-05-31', 'scheduled'],
  ['issued', '2026-06-01', 'active'],
  ['issued', '2026-12-24', 'active'],
  ['issued', '2027-05-31', 'active'],
  ['issued', '2027-06-01', 'expired'],
  ['suspended', '2026-05-31', 'suspended'],
  ['suspended', '2026-06-01', 'suspended'],
  ['suspended', '2027-05-31', 'suspended'],
  ['suspended', '2027-06-01', 'expired'],
  ['revoked', '2026-05-31', 'revoked'],
  ['revoked', '2026-06-01', 'revoked'],
  ['revoked', '2027-06-01', 'revoked'],
] as const)('%s on %s is %s', (state, on, life) => {
  expect(licenceLifeOn(state, VALIDITY, day(on))).toBe(life);
});

test('only an issued licence inside its validity is ever active', () => {
  fc.assert(
    fc.property(fc.constantFrom('issued', 'suspended', 'revoked' as const), fc.integer({ min: -40, max: 400 }), (state, days) => {
      const on = addDays(VALIDITY.from, days);
      const inside = on >= VALIDITY.from && on <= VALIDITY.to;
      expect(licenceLifeOn(state, VALIDITY, on) === 'active').toBe(state === 'issued' && inside);
    }),
  );
});

const TODAY = day('2026-03-02');
const check = (from: string, to: string, today = TODAY) => checkValidity({ from: day(from), to: day(to) }, today);

test('it may begin today, and for one day only', () => {
  expect(check('2026-03-02', '2026-03-02')).toEqual([]);
  expect(check('2026-03-01', '2026-04-01')).toEqual([
    { code: 'validity-in-the-past', at: 'validFrom', facts: { from: '2026-03-01', today: '2026-03-02' } },
  ]);
});

test('it may not end before it begins', () => {
  expect(check('2026-04-01', '2026-03-31')).toEqual([
    { code: 'end-before-start', at: 'validTo', facts: { from: '2026-04-01', to: '2026-03-31' } },
  ]);
});

test.each([
  ['2026-06-01', '2027-05-31', '2027-06-01'],
  ['2027-03-01', '2028-02-29', '2028-03-01'],
  ['2027-03-02', '2028-03-01', '2028-03-02'],
  ['2028-02-29', '2029-02-27', '2029-02-28'],
  ['2027-02-28', '2028-02-27', '2028-02-28'],
  ['2026-12-31', '2027-12-30', '2027-12-31'],
  ['2027-01-01', '2027-12-31', '2028-01-01'],
])('from %s it may last until %s, not until %s', (from, last, tooLong) => {
  expect(check(from, last, day(from))).toEqual([]);
  expect(check(from, tooLong, day(from))).toEqual([{ code: 'validity-too-long', at: 'validTo', facts: { to: tooLong, last } }]);
});

test('a year and no more, wherever it begins', () => {
  fc.assert(
    fc.property(fc.nat(2000), fc.nat(180), fc.nat(500), (later, start, length) => {
      const today = addDays(TODAY, later);
      const from = addDays(today, start);
      const to = addDays(from, length);
      expect(checkValidity({ from, to }, today).length === 0).toBe(addDays(to, 1) <= addMonths(from, 12));
    }),
  );
});

test('it may begin 180 days ahead and no later', () => {
  expect(check('2026-08-29', '2026-12-31')).toEqual([]);
  expect(check('2026-08-30', '2026-12-31')).toEqual([
    { code: 'validity-too-far', at: 'validFrom', facts: { from: '2026-08-30', latest: '2026-08-29' } },
  ]);
});

test('days at the end of the calendar are judged, not stumbled over', () => {
  expect(check('2199-06-01', '2199-12-31', day('2199-06-01'))).toEqual([]);
  expect(check('2198-06-01', '2199-06-01', day('2198-06-01'))).toEqual([
    { code: 'validity-too-long', at: 'validTo', facts: { to: '2199-06-01', last: '2199-05-31' } },
  ]);
});
