// Grant: number, frozen view, render job and log in one transaction; numbers without gaps whatever happens at once.
import { addDays, addMonths } from '#kernel';
import { adviceOn, anApplication, makeMove, present } from '../../../../../test/builders/application';
import { anItem, completeContent } from '../../../../../test/builders/content';
import { house, type House } from '../../../../../test/builders/house';
import { race, refusalCode, refused } from '../../../../../test/builders/refused';
import { MakeMove } from '../make-move';

let home: House;

beforeAll(async () => {
  home = await house();
});
afterAll(() => home.end());

const licenceOf = (id: string) => home.store.run({ kind: 'system' }, (tx) => tx.licences.ofApplication(id));
const validity = (days = 100) => ({ from: home.clock.today(), to: addDays(home.clock.today(), days) });
const grant = (id: string, period = validity()) => makeMove(home, home.manager, id, 'grant', { validity: period });

test('the licence is issued with number, validity, frozen view, one render job and its log', async () => {
  const items = [
    anItem(),
    anItem({ id: 'item-2', nameZh: '氧化铽', nameEn: 'Terbium oxide', quantity: '0.1', unit: 't', unitPrice: '2', value: '0.2' }),
  ];
  const { id, content } = await anApplication(home)
    .with(...items)
    .inReview()
    .build();
  const advice = {
    ...adviceOn(content, 'approve-with-conditions'),
    items: [
      { itemId: 'item-1', controlCode: '1C905.b' },
      { itemId: 'item-2', controlCode: '1C904.b' },
    ],
  };
  await makeMove(home, home.reviewer, id, 'advise', { advice });
  await makeMove(home, home.countersigner, id, 'countersign');
  await grant(id);
  const licence = await licenceOf(id);
  expect(licence).toMatchObject({
    number: 'SP-2026-000001',
    state: 'issued',
    version: 1,
    validFrom: '2026-03-02',
    validTo: '2026-06-10',
    issuedAt: home.clock.now(),
    issuedBy: home.manager.personId,
    document: { kind: 'licence', state: 'waiting', attempts: 0, sha256: null, fileKey: null },
  });
  expect(licence?.document.view).toMatchObject({
    specimen: true,
    number: 'SP-2026-000001',
    authority: { zh: '示范出口管制局', en: 'Specimen Export Control Office' },
    destination: { iso: 'JP', zh: '日本', en: 'Japan' },
    totalValue: '14500.20',
    currency: 'USD',
    conditions: [{ zh: '仅限民用', en: 'Civil use only' }],
    items: [
      { line: 1, code: '1C905.b', nameZh: '氧化镝', quantity: '50', unit: { zh: '千克', en: 'kg' } },
      { line: 2, code: '1C904.b', nameZh: '氧化铽', hsYear: '2026', quantity: '0.1', kgQuantity: '100', unitPrice: '2' },
    ],
    tradeMode: '0110',
    importer: { nameEn: 'Hokuto Trading K.K.' },
    endUser: { nameZh: '青叶磁材株式会社' },
    issuedOn: '2026-03-02',
    decidedBy: { name: '孙决' },
  });
  const { items: lines } = licence?.document.view as { items: object[] };
  expect(lines[0]).not.toHaveProperty('kgQuantity');
  expect(lines[0]).not.toHaveProperty('unitPrice');
  const jobs = await home.store.run({ kind: 'system' }, (tx) => tx.jobs.claim(100));
  expect(jobs.map(({ job }) => job).filter(({ name }) => name === 'render-licence')).toEqual([
    { name: 'render-licence', payload: { licenceId: licence?.id } },
  ]);
  expect((await home.logOf(id)).slice(-2)).toMatchObject([
    { verb: 'issue-licence', payload: { number: 'SP-2026-000001', validFrom: '2026-03-02', validTo: '2026-06-10' } },
    { verb: 'grant', payload: { from: 'countersigned', to: 'granted', number: 'SP-2026-000001' } },
  ]);
});

test('the exporter’s later words do not reach the frozen view', async () => {
  const { id } = await anApplication(home).granted().build();
  const view = JSON.stringify((await licenceOf(id))?.document.view);
  expect(view).toContain('CQ-2026-017');
  expect(view).not.toContain(adviceOn(completeContent()).reasons);
});

test.each([
  ['a day before today', -1, 10, 'validity-in-the-past', 'validFrom'],
  ['an end before the start', 5, 4, 'end-before-start', 'validTo'],
] as const)('%s is refused', async (_case, from, to, code, at) => {
  const { id } = await anApplication(home).countersigned().build();
  const today = home.clock.today();
  const refusal = await refused(grant(id, { from: addDays(today, from), to: addDays(today, to) }));
  expect(refusal).toMatchObject({ kind: 'invalid', code: 'validity-invalid', faults: [{ code, at }] });
  expect(await licenceOf(id)).toBeNull();
  expect(await present(home, id)).toMatchObject({ status: 'countersigned' });
});

test('one year is granted, one day more is not', async () => {
  const { id } = await anApplication(home).countersigned().build();
  const from = addDays(home.clock.today(), 3);
  const afterOneYear = addMonths(from, 12);
  expect((await refused(grant(id, { from, to: afterOneYear }))).faults).toMatchObject([
    { code: 'validity-too-long', facts: { last: addDays(afterOneYear, -1) } },
  ]);
  await grant(id, { from, to: addDays(afterOneYear, -1) });
  expect(await licenceOf(id)).toMatchObject({ validFrom: from, validTo: addDays(afterOneYear, -1) });
});

test('advice to refuse is not turned into a licence', async () => {
  const { id } = await anApplication(home).recommending('refuse').countersigned().build();
  expect(await refusalCode(grant(id))).toBe('conflict: advice-does-not-favour-grant');
});

test('a refused grant takes no number: twenty at once, some refused, leave a series without gaps', async () => {
  const before = await lastNumber();
  const cases = await buildMany(20);
  const tooLong = { from: home.clock.today(), to: addMonths(home.clock.today(), 12) };
  const works = cases.flatMap(({ id, version }, index) => {
    const move = (period: typeof tooLong) => home.get(MakeMove).execute(home.manager, id, 'grant', { version, validity: period });
    return index % 4 === 0 ? [move(tooLong), move(validity()), move(validity())] : [move(validity())];
  });
  const { made, codes } = await race(works);
  expect(made).toBe(20);
  expect(codes.filter((code) => !['invalid: validity-invalid', 'conflict: stale-version'].includes(code))).toEqual([]);
  const licences = await Promise.all(cases.map(({ id }) => licenceOf(id)));
  const numbers = licences.map((licence) => Number(licence?.number.slice('SP-2026-'.length))).sort((a, b) => a - b);
  const first = before + 1;
  expect(numbers).toEqual(Array.from({ length: 20 }, (_, n) => first + n));
});

test('each legal year has its own series', async () => {
  const before = await lastNumber();
  const [first, second] = await buildMany(2);
  home.clock.set('2026-12-31T15:59:59Z');
  await grant(first?.id ?? '', validity());
  home.clock.set('2026-12-31T16:00:00Z');
  await grant(second?.id ?? '', validity());
  expect((await licenceOf(first?.id ?? ''))?.number).toBe(`SP-2026-${String(before + 1).padStart(6, '0')}`);
  expect((await licenceOf(second?.id ?? ''))?.number).toBe('SP-2027-000001');
});

async function buildMany(count: number) {
  const made = [];
  for (let n = 0; n < count; n += 1) made.push(await anApplication(home).countersigned().build());
  return made;
}

/** The newest running number of the year, 0 before the first. */
async function lastNumber(): Promise<number> {
  const { rows } = await home.store.run({ kind: 'system' }, (tx) => tx.licences.list({ limit: 100 }));
  return Math.max(0, ...rows.map(({ number }) => Number(number.slice('SP-2026-'.length))));
}
