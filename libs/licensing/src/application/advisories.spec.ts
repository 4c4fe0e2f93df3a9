// What asks for an explanation: an end user outside the country of destination.
import { aParty, completeContent } from '../../../../test/builders/content';
import { advisoriesOf } from './advisories';
import { emptyContent } from './content';

const endUserIn = (country: string, destination = 'JP') =>
  advisoriesOf(
    completeContent({
      parties: [aParty({ role: 'importer', country: 'SG' }), aParty({ id: 'party-2', country })],
      shipment: { ...completeContent().shipment, destination },
    }),
  );

test('an end user in another country than the destination is worth a look', () => {
  expect(endUserIn('KR')).toEqual([{ code: 'end-user-elsewhere', at: 'endUse.zh', facts: { destination: 'JP', country: 'KR' } }]);
});

test('one in the country of destination is not, wherever the importer sits; nor is one of whom a country is not stated', () => {
  expect(endUserIn('JP')).toEqual([]);
  expect(endUserIn('')).toEqual([]);
  expect(endUserIn('KR', '')).toEqual([]);
  expect(advisoriesOf(emptyContent())).toEqual([]);
});
