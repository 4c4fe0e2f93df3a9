// The codes that an application names: control codes, customs codes with their year, trade modes.
import { anItem, completeContent } from '../../../../test/builders/content';
import { shippedRulebook } from '../../../../test/rules/shipped-law';
import { checkContent, isControlCode, type KnownCodes } from './check-content';
import type { ApplicationItem } from './content';

const known: KnownCodes = {
  country: () => true,
  currency: () => true,
  controlCode: (code) => ['1C905.b', '6A004'].includes(code),
};

const faultsOf = (change: Partial<ApplicationItem>) =>
  checkContent(completeContent({ items: [anItem(change)] }), known).map(({ code, at }) => `${code} @ ${String(at)}`);
const fineItem = (change: Partial<ApplicationItem>) => expect(faultsOf(change)).toEqual([]);

describe('control code', () => {
  test.each([
    '1c905.b',
    '1F905',
    '1C90',
    '1C9055',
    '1C905.B',
    '1C905.b.a',
    '1C905b',
    '1C905.',
    ' 1C905.b',
    '1C905.b\n',
    '1C905.bb',
    '氧化镝',
  ])('%j is malformed, whatever edition is named', (controlCode) => {
    expect(faultsOf({ controlCode })).toEqual(['control-code-malformed @ items.0.controlCode']);
    expect(faultsOf({ controlCode, codeEdition: '2026' })).toEqual(['control-code-malformed @ items.0.controlCode']);
  });

  test('every code of the loaded law is well-formed', () => {
    const entries = shippedRulebook().instruments.flatMap(({ measures }) => measures.flatMap((measure) => measure.entries ?? []));
    const codes = entries.flatMap(({ controlCode }) => controlCode ?? []);
    expect(codes.length).toBeGreaterThan(100);
    expect(codes.filter((code) => !isControlCode(code))).toEqual([]);
  });

  test('one that the loaded law does not hold needs the edition in which it was read', () => {
    expect(faultsOf({ controlCode: '2B001.a.1.b' })).toEqual(['unknown-control-code @ items.0.controlCode']);
    fineItem({ controlCode: '2B001.a.1.b', codeEdition: 'List of 2024, in force since 2024-12-01' });
    fineItem({ controlCode: '6A004' });
  });
});

test.each([
  ['284690', true],
  ['2846901600', true],
  ['28469', false],
  ['28469016001', false],
  ['2846.90', false],
  ['２８４６９０', false],
])('customs code %s: %p', (hsCode, fine) => {
  expect(faultsOf({ hsCode })).toEqual(fine ? [] : ['hs-code-wrong @ items.0.hsCode']);
});

test.each([
  ['2000', true],
  ['2026', true],
  ['2100', true],
  ['1999', false],
  ['2101', false],
  ['26', false],
  ['２０２６', false],
])('year %s of the customs code: %p', (hsYear, fine) => {
  expect(faultsOf({ hsYear })).toEqual(fine ? [] : ['hs-year-wrong @ items.0.hsYear']);
});

test.each([
  ['0110', true],
  ['9999', true],
  ['110', false],
  ['01100', false],
  ['一般贸易', false],
])('trade mode %s: %p', (tradeMode, fine) => {
  const content = completeContent({ shipment: { ...completeContent().shipment, tradeMode } });
  expect(checkContent(content, known).map(({ code, at }) => [code, at])).toEqual(
    fine ? [] : [['trade-mode-wrong', 'shipment.tradeMode']],
  );
});
