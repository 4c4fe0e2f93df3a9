// What routing looks at in a case: parties as the lists know them, and what nobody can tell stays unknown.
import { localDate } from '#kernel';
import { completeContent, anItem, aParty } from '../../../../test/builders/content';
import { shippedRulebook } from '../../../../test/rules/shipped-law';
import { routingFacts } from './routing-facts';

const DAY = localDate('2026-03-02');
const rulebook = shippedRulebook();

function facts(change: Partial<ReturnType<typeof completeContent>> = {}, codes: readonly string[] = []) {
  const application = { procedure: 'dual-use-single', status: 'submitted', content: completeContent(change) } as const;
  return routingFacts(rulebook, application, codes, DAY);
}

test('the authority’s codes stand beside the exporter’s', () => {
  expect(facts({}, ['3A001', '', '1C905.b']).codes).toEqual(['3A001', '1C905.b']);
});

test('parties on no list bear no flag, and none is unknown', () => {
  expect(facts()).toMatchObject({ partyFlags: [], unknownFlags: [] });
});

test.each([
  ['IHI Power Systems Co., Ltd.', ['hit']],
  ['IHI Power Systems Inc.', ['near']],
  ['SUBARU CORPORATION', ['hit', 'watch-listed']],
])('%s bears %j', (nameEn, flags) => {
  expect(facts({ parties: [aParty({ nameZh: '', nameEn })] }).partyFlags).toEqual(flags);
});

test('where no item can be judged, nobody knows whether a party stands on a list', () => {
  const unfit = anItem({ parameters: [{ property: 'particle size', value: '3', unit: 'furlong' }] });
  for (const items of [[], [unfit]])
    expect(facts({ items, parties: [aParty({ role: 'middleman' })] })).toMatchObject({
      partyFlags: ['middleman'],
      unknownFlags: ['hit', 'near', 'watch-listed'],
    });
  expect(facts({ items: [unfit, anItem({ id: 'item-2' })] })).toMatchObject({ partyFlags: [], unknownFlags: [] });
});

test('an end use of which nobody said whether it is military', () => {
  const { endUse } = completeContent();
  expect(facts({ endUse: { ...endUse, military: null } })).toMatchObject({ partyFlags: [], unknownFlags: ['military'] });
  expect(facts({ endUse: { ...endUse, military: true } })).toMatchObject({ partyFlags: ['military'], unknownFlags: [] });
});

test('a rule about technology that no list of parties bears is no close name', () => {
  const { shipment } = completeContent();
  const technology = anItem({
    nameZh: '',
    nameEn: 'gene editing technology',
    controlCode: '',
    hsCode: '',
    composition: [],
    parameters: [{ property: 'technology subject', value: 'human cell cloning or gene editing', unit: 'text' }],
  });
  expect(facts({ items: [technology], shipment: { ...shipment, deliveryForm: 'data', destination: 'SG' } })).toMatchObject({
    partyFlags: [],
    unknownFlags: [],
  });
});
