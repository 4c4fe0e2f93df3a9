// Filing: only a complete application, with the exporter's determination of that day kept beside it.
import { localDate } from '#kernel';
import { completeContent, anItem } from '../../../../../test/builders/content';
import { anApplication, makeMove, present } from '../../../../../test/builders/application';
import { house, type House } from '../../../../../test/builders/house';
import { race, refused } from '../../../../../test/builders/refused';
import { MakeMove } from '../make-move';
import { SaveContent } from '../save-content';
import { DetermineItems } from '../determine-items';

let home: House;

beforeAll(async () => {
  home = await house({ now: '2026-11-21T01:00:00Z' });
});
afterAll(() => home.end());

test('an incomplete application is refused with each missing paper and field by name', async () => {
  const { endUse, contract } = completeContent();
  const { id } = await anApplication(home)
    .with(anItem({ specification: '', value: '' }))
    .stating({ endUse: { ...endUse, en: '', military: null }, contract: { ...contract, number: '' } })
    .withPapers('A2', 'A3')
    .build();
  const refusal = await refused(makeMove(home, home.exporter, id, 'submit'));
  expect(refusal).toMatchObject({ kind: 'invalid', code: 'application-incomplete', facts: { move: 'submit', missing: 7 } });
  expect(refusal.faults).toEqual([
    { code: 'field-missing', at: 'items.0.specification' },
    { code: 'field-missing', at: 'items.0.value' },
    { code: 'field-missing', at: 'endUse.en' },
    { code: 'field-missing', at: 'endUse.military' },
    { code: 'field-missing', at: 'contract.number' },
    { code: 'paper-missing', at: 'papers.A4', facts: { kind: 'A4' } },
    { code: 'paper-missing', at: 'papers.A5', facts: { kind: 'A5' } },
  ]);
  expect(await present(home, id)).toMatchObject({ status: 'draft', submittedAt: null });
});

test('a complete one is filed, and the exporter’s determination of each item is kept as of the day', async () => {
  const { id, submittedAt } = await anApplication(home)
    .with(anItem(), anItem({ id: 'item-2', quantity: '5' }))
    .submitted()
    .build();
  expect(submittedAt).toBe(home.clock.now());
  const kept = await home.store.run({ kind: 'system' }, (tx) => tx.reviews.determinations(id, 'exporter'));
  expect(kept.map(({ itemId, view, madeBy, madeAt }) => ({ itemId, view, madeBy, madeAt }))).toEqual(
    ['item-1', 'item-2'].map((itemId) => ({
      itemId,
      view: 'exporter',
      madeBy: home.exporter.personId,
      madeAt: home.clock.now(),
    })),
  );
  const [first] = kept;
  expect(first?.answer).toMatchObject({
    on: '2026-11-21',
    headline: 'licence-required',
    controlCodes: ['1C905.b'],
    rulebookHash: home.law.rulebook.hash,
  });
  expect(first?.answer.findings.map(({ citation }) => citation.instrument)).toContain('cn-mofcom-gacc-2025-18');
  expect(await home.store.run({ kind: 'system' }, (tx) => tx.reviews.determinations(id, 'reviewer'))).toEqual([]);
});

test('what was kept at filing stays when it is read on another day', async () => {
  const { id } = await anApplication(home).submitted().build();
  const before = home.clock.now();
  home.clock.advanceDays(30);
  const [item] = await home.get(DetermineItems).execute(home.exporter, id);
  expect(item).toMatchObject({
    itemId: 'item-1',
    answer: { on: '2026-12-21' },
    recorded: [{ view: 'exporter', answer: { on: '2026-11-21' } }],
  });
  home.clock.set(before);
});

test('the log names who declared, and the act of filing', async () => {
  const { id, version } = await anApplication(home).submitted().build();
  expect((await home.logOf(id)).at(-1)).toMatchObject({
    verb: 'submit',
    actorId: home.exporter.personId,
    payload: { from: 'draft', to: 'submitted', declaredBy: '陈立', side: 'applicant', version },
  });
});

test('a double submit files once', async () => {
  const { id, version } = await anApplication(home).build();
  const submit = () => home.get(MakeMove).execute(home.exporter, id, 'submit', { version });
  const { made, codes } = await race([submit(), submit(), submit()]);
  expect(made).toBe(1);
  expect(codes).toEqual(['conflict: stale-version', 'conflict: stale-version']);
  expect((await home.logOf(id)).filter(({ verb }) => verb === 'submit')).toHaveLength(1);
  expect(await home.store.run({ kind: 'system' }, (tx) => tx.reviews.determinations(id, 'exporter'))).toHaveLength(1);
  expect(await refused(home.get(MakeMove).execute(home.exporter, id, 'submit', { version: version + 1 }))).toMatchObject({
    kind: 'conflict',
    code: 'move-not-open',
    facts: { status: 'submitted', from: ['draft'] },
  });
});

test('what was returned is corrected and filed anew, with a new determination', async () => {
  const { id } = await anApplication(home).returned().build();
  const { version } = await present(home, id);
  await home.get(SaveContent).execute(home.exporter, id, version, { items: [anItem({ quantity: '40' })] });
  const first = home.clock.now();
  home.clock.advanceDays(1);
  await makeMove(home, home.exporter, id, 'resubmit');
  expect(await present(home, id)).toMatchObject({ status: 'submitted', submittedAt: home.clock.now() });
  const [kept] = await home.store.run({ kind: 'system' }, (tx) => tx.reviews.determinations(id, 'exporter'));
  expect(kept?.madeAt).toBe(home.clock.now());
  home.clock.set(first);
});

test('a contract later than the day of filing and a unit price that contradicts the value are saved in a draft and refused at filing', async () => {
  const { contract } = completeContent();
  const tomorrow = localDate('2026-11-22');
  const { id } = await anApplication(home)
    .with(anItem({ unitPrice: '289.99' }))
    .stating({ contract: { ...contract, date: tomorrow } })
    .build();
  const refusal = await refused(makeMove(home, home.exporter, id, 'submit'));
  expect(refusal).toMatchObject({ kind: 'invalid', code: 'application-incomplete' });
  expect(refusal.faults).toEqual([
    {
      code: 'price-differs',
      at: 'items.0.unitPrice',
      facts: { unitPrice: '289.99', quantity: '50', product: '14499.5', value: '14500.00', currency: 'USD' },
    },
    { code: 'contract-after-filing', at: 'contract.date', facts: { date: tomorrow, today: '2026-11-21' } },
  ]);
  const { version } = await present(home, id);
  await home.get(SaveContent).execute(home.exporter, id, version, { items: [anItem({ unitPrice: '290' })] });
  const before = home.clock.now();
  home.clock.advanceDays(1);
  await makeMove(home, home.exporter, id, 'submit');
  expect(await present(home, id)).toMatchObject({ status: 'submitted' });
  home.clock.set(before);
});

test('a code that was good when it was saved and is no longer known on the day of filing is refused', async () => {
  const { contract } = completeContent();
  const { id } = await anApplication(home)
    .stating({ contract: { ...contract, date: localDate('2025-03-01') } })
    .build();
  const before = home.clock.now();
  home.clock.set('2025-04-01T00:00:00Z');
  const refusal = await refused(makeMove(home, home.exporter, id, 'submit'));
  expect(refusal).toMatchObject({
    kind: 'invalid',
    code: 'content-invalid',
    faults: [{ code: 'unknown-control-code', at: 'items.0.controlCode' }],
  });
  expect(await present(home, id)).toMatchObject({ status: 'draft' });
  home.clock.set(before);
});
