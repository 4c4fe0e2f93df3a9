// An application is begun and filled in: what cannot be right is refused whole, a stale or foreign write changes nothing.
import { anItem, aParty, completeContent, creditCode } from '../../../../test/builders/content';
import { anApplication, makeMove, present } from '../../../../test/builders/application';
import { house, noSuchId, type House } from '../../../../test/builders/house';
import { race, refusalCode, refused } from '../../../../test/builders/refused';
import { CreateApplication } from './create-application';
import { SaveContent } from './save-content';

let home: House;

beforeAll(async () => {
  home = await house();
});
afterAll(() => home.end());

const create = () => home.get(CreateApplication).execute(home.exporter);
const save = (...args: Parameters<SaveContent['execute']>) => home.get(SaveContent).execute(...args);

test('a new application is a draft with the next reference, and knows its applicant', async () => {
  const first = await create();
  const second = await create();
  expect(first).toMatchObject({
    status: 'draft',
    version: 1,
    round: 1,
    origin: null,
    agentId: null,
    submittedAt: null,
    organisationId: home.exporterOrganisation.id,
  });
  expect(first.reference).toMatch(/^LA-2026-\d{6}$/);
  expect(Number(second.reference.slice(-6))).toBe(Number(first.reference.slice(-6)) + 1);
  const { nameZh, nameEn, creditCode, address } = home.exporterOrganisation;
  expect(first.content.applicant).toMatchObject({ nameZh, nameEn, creditCode, address, handler: home.exporter.name });
  expect((await home.logOf(first.id)).map(({ verb, payload }) => [verb, payload])).toEqual([
    ['create', { side: 'applicant', version: 1 }],
  ]);
});

test('the reference takes the year of the legal day, not of the clock in UTC', async () => {
  const before = home.clock.now();
  home.clock.set('2026-12-31T16:00:00Z');
  expect((await create()).reference).toBe('LA-2027-000001');
  home.clock.set(before);
});

test('one section is replaced, the others stay; the log names the section', async () => {
  const { id } = await create();
  await save(home.exporter, id, 1, { items: [anItem()] });
  const { version } = await save(home.exporter, id, 2, { parties: [aParty()] });
  expect(version).toBe(3);
  const stored = await present(home, id);
  expect(stored.version).toBe(3);
  expect(stored.content).toMatchObject({ items: [anItem()], parties: [aParty()] });
  expect((await home.logOf(id)).at(-1)).toMatchObject({
    verb: 'edit',
    payload: { sections: ['parties'], side: 'applicant', version: 3 },
  });
});

test('wrong fields are each named and nothing is written', async () => {
  const { id } = await create();
  const refusal = await refused(
    save(home.exporter, id, 1, {
      items: [
        anItem({ quantity: '-1', unit: 'stone', controlCode: '9Z999', currency: 'RMB' }),
        anItem({ id: 'item-2', controlCode: '9A999' }),
      ],
      contract: { ...completeContent().contract, deliveryTo: '2026-01-01' as never },
    }),
  );
  expect(refusal).toMatchObject({ kind: 'invalid', code: 'content-invalid', facts: { count: 6 } });
  expect(refusal.faults.map(({ code, at }) => `${code} @ ${String(at)}`)).toEqual([
    'not-above-zero @ items.0.quantity',
    'unknown-currency @ items.0.currency',
    'control-code-malformed @ items.0.controlCode',
    'unknown-unit @ items.0.unit',
    'unknown-control-code @ items.1.controlCode',
    'end-before-start @ contract.deliveryTo',
  ]);
  expect(await present(home, id)).toMatchObject({ version: 1, content: { items: [] } });
  expect(await home.logOf(id)).toHaveLength(1);
});

test('a code is known only from the day its list is in force', async () => {
  const before = home.clock.now();
  home.clock.set('2025-04-03T15:59:59Z');
  const { id } = await create();
  const early = save(home.exporter, id, 1, { items: [anItem()] });
  expect((await refused(early)).faults).toMatchObject([{ code: 'unknown-control-code', at: 'items.0.controlCode' }]);
  home.clock.set('2025-04-03T16:00:00Z');
  expect(await save(home.exporter, id, 1, { items: [anItem()] })).toEqual({ version: 2 });
  home.clock.set(before);
});

test('a fault in one section does not keep another one from being saved', async () => {
  const before = home.clock.now();
  home.clock.set('2025-05-01T00:00:00Z');
  const { id } = await create();
  await save(home.exporter, id, 1, { items: [anItem()] });
  home.clock.set('2025-03-01T00:00:00Z');
  expect(await save(home.exporter, id, 2, { declaration: { truthful: true, signatory: '林一' } })).toEqual({ version: 3 });
  home.clock.set(before);
});

test('a stale version is refused with what changed since', async () => {
  const { id } = await create();
  await save(home.exporter, id, 1, { items: [anItem()] });
  const refusal = await refused(save(home.colleague, id, 1, { items: [] }));
  expect(refusal).toMatchObject({
    kind: 'conflict',
    code: 'stale-version',
    facts: { yours: 1, current: 2, changes: [{ verb: 'edit' }] },
  });
  expect((await present(home, id)).content.items).toHaveLength(1);
});

test('a version from the future is stale too', async () => {
  const { id } = await create();
  expect(await refused(save(home.exporter, id, 7, {}))).toMatchObject({
    code: 'stale-version',
    facts: { yours: 7, current: 1, changes: [] },
  });
});

test('of ten writes at once one wins, the others are stale', async () => {
  const { id } = await create();
  const works = Array.from({ length: 10 }, (_, n) =>
    save(home.exporter, id, 1, { items: [anItem({ quantity: String(n + 1) })] }),
  );
  const { made, codes } = await race(works);
  expect(made).toBe(1);
  expect(new Set(codes)).toEqual(new Set(['conflict: stale-version']));
  expect((await present(home, id)).version).toBe(2);
  expect((await home.logOf(id)).map(({ verb }) => verb)).toEqual(['create', 'edit']);
});

test('someone else’s application and none at all are told alike', async () => {
  const { id } = await create();
  for (const nobody of [noSuchId(), 'not-an-id', '']) {
    expect(await refusalCode(save(home.exporter, nobody, 1, {}))).toBe('missing: application-not-found');
  }
  expect(await refusalCode(save(home.otherExporter, id, 1, {}))).toBe('missing: application-not-found');
  expect(await refusalCode(save(home.reviewer, id, 1, {}))).toBe('missing: application-not-found');
});

test('what is filed is no longer edited; what was returned is', async () => {
  const { id, version } = await anApplication(home).submitted().build();
  expect(await refused(save(home.exporter, id, version, { items: [] }))).toMatchObject({
    code: 'application-not-editable',
    facts: { status: 'submitted' },
  });
  await makeMove(home, home.provincialOfficer, id, 'return', { reason: '合同缺页' });
  expect(await save(home.exporter, id, version + 1, { items: [anItem({ quantity: '40' })] })).toEqual({ version: version + 2 });
});

test('facts that no determination can be made from are refused at their field', async () => {
  const { id } = await create();
  const items = [
    anItem(),
    anItem({
      id: 'item-2',
      composition: [
        { substance: 'Dy', massPercent: '10' },
        { substance: 'Dy', massPercent: '20' },
      ],
      parameters: [
        { property: 'density', value: '1.7', unit: '' },
        { property: 'density', value: '1.7', unit: 'furlong' },
        { property: 'density', value: '1.7', unit: 'mm' },
        { property: 'density', value: 'heavy', unit: 'g/cm3' },
        { property: 'purity', value: '100.01', unit: '%' },
        { property: 'purity', value: '100', unit: '%' },
        { property: 'sintered', value: 'yes', unit: '' },
        { property: 'colour', value: 'grey', unit: '' },
      ],
    }),
  ];
  const refusal = await refused(save(home.exporter, id, 1, { items }));
  expect(refusal).toMatchObject({ kind: 'invalid', code: 'content-invalid' });
  expect(refusal.faults.map(({ code, at }) => `${code} @ ${String(at)}`)).toEqual([
    'parameter-without-unit @ items.1.parameters.0.unit',
    'facts.unit-unknown @ items.1.parameters.1.unit',
    'facts.unit-unfit @ items.1.parameters.2.unit',
    'facts.not-a-number @ items.1.parameters.3.value',
    'facts.share-out-of-range @ items.1.parameters.4.value',
    'facts.composition-contradicts @ items.1.composition.1.massPercent',
  ]);
});

test.each(['nameZh', 'nameEn', 'creditCode'] as const)('nobody files as another company: %s', async (key) => {
  const { id, content } = await create();
  const wrong = { ...content.applicant, [key]: key === 'creditCode' ? creditCode(7) : '冒名公司' };
  expect(await refused(save(home.exporter, id, 1, { applicant: wrong }))).toMatchObject({
    code: 'content-invalid',
    faults: [{ code: 'applicant-not-your-organisation', at: `applicant.${key}` }],
  });
  expect((await present(home, id)).version).toBe(1);
});

test('saving what is there already changes neither version nor log', async () => {
  const { id, content } = await create();
  expect(await save(home.exporter, id, 1, { contract: content.contract })).toEqual({ version: 1 });
  expect(await save(home.exporter, id, 1, {})).toEqual({ version: 1 });
  expect((await home.logOf(id)).map(({ verb }) => verb)).toEqual(['create']);
});
