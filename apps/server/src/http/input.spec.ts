// What the door takes in: only what is named, nothing converted, every length and count within its bound.
import { LIMITS } from '#licensing';
import { testServer, type SignedIn, type TestServer } from '../../../../test/harness/test-server';

let server: TestServer;
let wang: SignedIn;
let draft: string;

beforeAll(async () => {
  server = await testServer();
  await server.person(server.exporters[0], 'wang', 'exporter');
  wang = await server.signIn('wang');
  draft = `/api/v1/applications/${((await wang.post('/api/v1/applications').expect(201)).body as { id: string }).id}`;
});
afterAll(() => server.end());

describe('input', () => {
  it('an unknown field is refused by name, and nothing of the rest is done', async () => {
    const answer = await wang
      .patch(draft, { version: 1, shipment: { destination: 'JP', route: '', deliveryForm: 'goods', port: '', colour: 'red' } })
      .expect(422);
    expect(answer.body).toMatchObject({ code: 'input-invalid', faults: [{ code: 'unknown-field', at: 'shipment.colour' }] });
    expect((await wang.get(draft).expect(200)).body).toMatchObject({ version: 1, content: { shipment: { destination: '' } } });
  });

  it('a number is a number: text is no version', async () => {
    const answer = await wang.patch(draft, { version: '1', declaration: { truthful: false, signatory: 'Wang' } }).expect(422);
    expect(answer.body).toMatchObject({ faults: [{ code: 'wrong-type', at: 'version' }] });
  });

  it('nothing is converted silently', async () => {
    const answer = await wang.patch(draft, { version: 1, declaration: { truthful: 'yes', signatory: 7 } }).expect(422);
    expect((answer.body as { faults: object[] }).faults).toEqual([
      expect.objectContaining({ code: 'wrong-type', at: 'declaration.truthful' }),
      expect.objectContaining({ code: 'wrong-type', at: 'declaration.signatory' }),
    ]);
  });

  it('faults of rows bear the path of the row, in words of the language', async () => {
    const party = { role: 'end-user', nameZh: '', nameEn: 'A', country: 'XX', address: '', registrationNumber: '' };
    const answer = await wang
      .patch(draft, { version: 1, parties: [{ ...party, role: 'carrier', country: 'JP' }, party] })
      .set('accept-language', 'en')
      .expect(422);
    expect((answer.body as { faults: object[] }).faults).toEqual([
      {
        code: 'unknown-country',
        at: 'parties.1.country',
        message: 'Party 2: Country: "XX" is not an ISO 3166 code of two letters.',
        cure: 'Use two capital letters, such as JP.',
      },
    ]);
  });

  it.each([
    [
      'a name',
      (value: string) => ({ endUse: { zh: '', en: '', placeOfUse: '', finalProduct: value, military: null } }),
      LIMITS.name,
      'endUse.finalProduct',
    ],
    [
      'a long text',
      (value: string) => ({ endUse: { zh: value, en: '', placeOfUse: '', finalProduct: '', military: null } }),
      LIMITS.longText,
      'endUse.zh',
    ],
    [
      'a short text',
      (value: string) => ({ declaration: { truthful: false, signatory: value } }),
      LIMITS.shortText,
      'declaration.signatory',
    ],
  ])('%s may be just as long as the limit', async (_name, section, limit, at) => {
    const { version } = (await wang.get(draft)).body as { version: number };
    const tooLong = await wang.patch(draft, { version, ...section('镝'.repeat(limit + 1)) }).expect(422);
    expect(tooLong.body).toMatchObject({ faults: [{ code: 'text-too-long', at }] });
    await wang.patch(draft, { version, ...section('𠮷'.repeat(limit)) }).expect(200);
  });

  it('lists have their bound', async () => {
    const { version } = (await wang.get(draft)).body as { version: number };
    const party = { role: 'carrier', nameZh: '', nameEn: '', country: '', address: '', registrationNumber: '' };
    const rows = (count: number) => ({ version, parties: Array.from({ length: count }, () => party) });
    const answer = await wang.patch(draft, rows(LIMITS.parties + 1)).expect(422);
    expect(answer.body).toMatchObject({ faults: [{ code: 'list-too-long', at: 'parties' }] });
    await wang.patch(draft, rows(LIMITS.parties)).expect(200);
  });

  it('characters that nobody sees are refused', async () => {
    const { version } = (await wang.get(draft)).body as { version: number };
    for (const value of ['a\u0000b', 'a\u001bb', '\ud800', 'a\ufffd']) {
      const answer = await wang.patch(draft, { version, declaration: { truthful: false, signatory: value } }).expect(422);
      expect(answer.body).toMatchObject({ faults: [{ code: 'text-with-control-characters', at: 'declaration.signatory' }] });
    }
  });
});
