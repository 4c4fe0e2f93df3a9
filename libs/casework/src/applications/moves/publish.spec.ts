// Publication: licence and letters with their numbers, frozen views, render jobs and log in one transaction; a licence lists exactly the approved lines; numbers without gaps whatever happens at once.
import { addDays, addMonths } from '#kernel';
import type { AdviceLine, Verdict } from '#licensing';
import {
  anApplication,
  compareItems,
  linesOn,
  makeMove,
  prepareDocuments,
  present,
} from '../../../../../test/builders/application';
import { anItem, completeContent } from '../../../../../test/builders/content';
import { house, type House } from '../../../../../test/builders/house';
import { race, refused } from '../../../../../test/builders/refused';
import { PrepareDocument } from '../../decisions/prepare-document';
import { MakeMove } from '../make-move';

let home: House;

beforeAll(async () => {
  home = await house();
});
afterAll(() => home.end());

const licenceOf = (id: string) => home.store.run({ kind: 'system' }, (tx) => tx.licences.ofApplication(id));
const lettersOf = (id: string) => home.store.run({ kind: 'system' }, (tx) => tx.decisions.letters(id));
const decisionOf = (id: string) => home.store.run({ kind: 'system' }, (tx) => tx.decisions.find(id));
const validity = (days = 100) => ({ from: home.clock.today(), to: addDays(home.clock.today(), days) });
const publish = (id: string) => makeMove(home, home.manager, id, 'publish');

/** A decided case whose lines have the verdicts in turn. */
async function decided(...verdicts: readonly Verdict[]) {
  const items = verdicts.map((_, index) =>
    anItem({ id: `item-${index + 1}`, nameZh: `物项${index + 1}`, value: '100.10', unitPrice: '', quantity: '2' }),
  );
  const { id, content } = await anApplication(home)
    .with(...items)
    .reviewed()
    .build();
  const lines = verdicts.map((verdict, index) => linesOn(content, verdict)[index] as AdviceLine);
  await compareItems(home, id);
  await makeMove(home, home.caseOfficer, id, 'advise', { advice: { lines } });
  await makeMove(home, home.countersigner, id, 'countersign');
  await prepareDocuments(home, id);
  await makeMove(home, home.manager, id, 'finalise');
  return { id, lines };
}

test('the licence is issued with number, validity, frozen view, one render job and its log', async () => {
  const items = [
    anItem(),
    anItem({ id: 'item-2', nameZh: '氧化铽', nameEn: 'Terbium oxide', quantity: '0.1', unit: 't', unitPrice: '2', value: '0.2' }),
  ];
  const { id, content } = await anApplication(home)
    .with(...items)
    .withPapers('A2', 'A3', 'A4', 'A5', 'A9')
    .reviewed()
    .build();
  const lines = linesOn(content, 'approve-with-conditions').map((line, index) =>
    index === 1 ? { ...line, controlCode: '1C904.b' } : line,
  );
  await makeMove(home, home.caseOfficer, id, 'advise', { advice: { lines } });
  const { version } = await makeMove(home, home.countersigner, id, 'countersign');
  await home.get(PrepareDocument).execute(home.caseOfficer, id, { version, kind: 'licence', facts: { validity: validity() } });
  await makeMove(home, home.manager, id, 'finalise');
  await publish(id);
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
  const { items: listed } = licence?.document.view as { items: object[] };
  expect(listed[0]).not.toHaveProperty('kgQuantity');
  expect(listed[0]).not.toHaveProperty('unitPrice');
  const jobs = await home.store.run({ kind: 'system' }, (tx) => tx.jobs.claim(100));
  expect(jobs.map(({ job }) => job).filter(({ name }) => name === 'render-licence')).toEqual([
    { name: 'render-licence', payload: { licenceId: licence?.id } },
  ]);
  expect((await home.logOf(id)).slice(-2)).toMatchObject([
    { verb: 'issue-licence', payload: { number: 'SP-2026-000001', validFrom: '2026-03-02', validTo: '2026-06-10' } },
    { verb: 'publish', payload: { from: 'decided', to: 'published', numbers: ['SP-2026-000001'] } },
  ]);
});

test('a mixed decision: the licence lists exactly the approved lines, letters tell the others, and no reason of an officer is told', async () => {
  const { id, lines } = await decided('approve-with-conditions', 'refuse', 'approve', 'not-controlled');
  await publish(id);
  const [licence, letters, decision] = [await licenceOf(id), await lettersOf(id), await decisionOf(id)];
  expect(licence?.document.view).toMatchObject({
    items: [
      { line: 1, nameZh: '物项1' },
      { line: 3, nameZh: '物项3' },
    ],
    totalValue: '200.20',
    conditions: [{ zh: '仅适用于序号1：仅限民用', en: 'For line 1 only: Civil use only' }],
  });
  expect((licence?.document.view as { items: unknown[] }).items).toHaveLength(2);
  expect([...letters].sort((a, b) => (a.kind < b.kind ? -1 : 1))).toMatchObject([
    { kind: 'not-controlled-letter', number: 'SP-N-2026-000001', document: { state: 'waiting', view: { items: [{ line: 4 }] } } },
    {
      kind: 'refusal-letter',
      number: 'SP-R-2026-000001',
      document: { view: { items: [{ line: 2 }], criteria: [{ en: 'End user and end use' }] } },
    },
  ]);
  expect(decision).toMatchObject({
    publishedBy: home.manager.personId,
    lines: lines.map(({ itemId, verdict }) => ({ itemId, verdict })),
  });
  for (const told of [licence?.document.view, letters, decision]) expect(JSON.stringify(told)).not.toContain('内部意见');
  const jobs = await home.store.run({ kind: 'system' }, (tx) => tx.jobs.claim(1000));
  expect(
    jobs
      .map(({ job }) => job)
      .filter(
        ({ name, payload }) =>
          name === 'render-letter' && letters.some((row) => 'letterId' in payload && row.id === payload.letterId),
      ),
  ).toHaveLength(2);
  expect((await home.logOf(id)).filter(({ verb }) => verb === 'issue-letter')).toHaveLength(2);
});

test.each([
  ['refuse', 'refusal-letter'],
  ['not-controlled', 'not-controlled-letter'],
] as const)('a decision to %s alone issues a %s and no licence', async (verdict, kind) => {
  const { id } = await decided(verdict);
  await publish(id);
  expect(await licenceOf(id)).toBeNull();
  expect((await lettersOf(id)).map((letter) => letter.kind)).toEqual([kind]);
});

test('the exporter’s later words and the officers’ reasons do not reach the frozen view', async () => {
  const { id } = await anApplication(home).published().build();
  const view = JSON.stringify((await licenceOf(id))?.document.view);
  expect(view).toContain('CQ-2026-017');
  expect(view).not.toContain(linesOn(completeContent())[0]?.reason);
});

test('a licence whose first day passed between decision and publication is not issued, and nothing of it remains', async () => {
  const before = home.clock.now();
  const { id } = await decided('approve', 'refuse');
  const numbers = await lastNumber();
  home.clock.advanceDays(1);
  expect(await refused(publish(id))).toMatchObject({ code: 'validity-invalid', faults: [{ code: 'validity-in-the-past' }] });
  expect(await present(home, id)).toMatchObject({ status: 'decided' });
  expect([await licenceOf(id), await lettersOf(id), await decisionOf(id)]).toEqual([null, [], null]);
  expect(await lastNumber()).toBe(numbers);
  home.clock.set(before);
});

test('a refused publication takes no number: twenty at once, each tried more than once, leave a series without gaps', async () => {
  const before = await lastNumber();
  const cases = await buildMany(20);
  const works = cases.flatMap(({ id, version }, index) =>
    Array.from({ length: 1 + (index % 3) }, () => home.get(MakeMove).execute(home.manager, id, 'publish', { version })),
  );
  const { made, codes } = await race(works);
  expect(made).toBe(20);
  expect(new Set(codes)).toEqual(new Set(['conflict: stale-version']));
  const licences = await Promise.all(cases.map(({ id }) => licenceOf(id)));
  const numbers = licences.map((licence) => Number(licence?.number.slice('SP-2026-'.length))).sort((a, b) => a - b);
  expect(numbers).toEqual(Array.from({ length: 20 }, (_, n) => before + 1 + n));
});

test('each legal year has its own series', async () => {
  const before = await lastNumber();
  home.clock.set('2026-12-31T15:00:00Z');
  const cases = [];
  for (let n = 0; n < 2; n += 1) {
    const { id, version } = await anApplication(home).countersigned().build();
    const facts = { validity: { from: addDays(home.clock.today(), 1), to: addMonths(home.clock.today(), 6) } };
    await home.get(PrepareDocument).execute(home.caseOfficer, id, { version, kind: 'licence', facts });
    await makeMove(home, home.manager, id, 'finalise');
    cases.push(id);
  }
  home.clock.set('2026-12-31T15:59:59Z');
  await publish(cases[0] ?? '');
  home.clock.set('2026-12-31T16:00:00Z');
  await publish(cases[1] ?? '');
  expect((await licenceOf(cases[0] ?? ''))?.number).toBe(`SP-2026-${String(before + 1).padStart(6, '0')}`);
  expect((await licenceOf(cases[1] ?? ''))?.number).toBe('SP-2027-000001');
});

async function buildMany(count: number) {
  const made = [];
  for (let n = 0; n < count; n += 1) made.push(await anApplication(home).decided().build());
  return made;
}

/** The newest running number of the year, 0 before the first. */
async function lastNumber(): Promise<number> {
  const { rows } = await home.store.run({ kind: 'system' }, (tx) => tx.licences.list({ limit: 100 }));
  return Math.max(0, ...rows.map(({ number }) => Number(number.slice('SP-2026-'.length))));
}
