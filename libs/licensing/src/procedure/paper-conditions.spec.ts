// Each condition on both sides, and what it makes of things that are not stated.
import { anItem, aParty, completeContent } from '../../../../test/builders/content';
import { emptyContent, PARTY_ROLES } from '../application/content';
import { QUANTITY_UNITS } from '../application/units';
import { PAPER_CONDITIONS } from './paper-conditions';

const signed = (signatory: string, legalRepresentative: string) => {
  const content = completeContent();
  return { ...content, applicant: { ...content.applicant, legalRepresentative }, declaration: { truthful: true, signatory } };
};

test('a paper that is always asked is asked of an empty draft', () => {
  expect(PAPER_CONDITIONS.always()).toBe(true);
});

const converted = (unit: string, kgQuantity = '12') => ({ ...completeContent(), items: [anItem({ unit, kgQuantity })] });

test('the conversion of units: asked where a line in no unit of mass states kilograms', () => {
  const asked = Object.keys(QUANTITY_UNITS).filter((unit) => PAPER_CONDITIONS['converted-to-kilograms'](converted(unit)));
  expect(asked).toEqual(['l', 'm', 'm2', 'pcs', 'set', 'licence']);
});

test.each([
  ['no kilograms stated', 'pcs', ''],
  ['grams', 'g', '12'],
  ['no unit yet', ' ', '12'],
])('the conversion of units is not asked: %s', (_what, unit, kilograms) => {
  expect(PAPER_CONDITIONS['converted-to-kilograms'](converted(unit, kilograms))).toBe(false);
});

test.each([
  ['陈立', '陈立', false],
  ['陈 立', '陈立　', false],
  ['Ｃhen Li', 'CHEN LI', false],
  ['林一', '陈立', true],
  ['', '陈立', false],
  ['林一', ' ', false],
])('signed by "%s" for the legal representative "%s"', (signatory, representative, asked) => {
  expect(PAPER_CONDITIONS['signed-by-another'](signed(signatory, representative))).toBe(asked);
});

test.each(PARTY_ROLES)('a party in the role %s', (role) => {
  const parties = [aParty(), aParty({ id: 'party-3', role })];
  expect(PAPER_CONDITIONS['with-middleman'](completeContent({ parties }))).toBe(role === 'middleman');
});

test('nothing stated asks for nothing but what is always asked', () => {
  const asked = Object.entries(PAPER_CONDITIONS).filter(([, holds]) => holds(emptyContent()));
  expect(asked.map(([name]) => name)).toEqual(['always']);
});
