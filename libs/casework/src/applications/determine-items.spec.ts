// What the law asks of each item: as of the day asked, with what was recorded and the comparisons with the official list that people made.
import { localDate } from '#kernel';
import type { ApplicationStatus } from '#licensing';
import { anAgent } from '../../../../test/builders/agents';
import { anApplication } from '../../../../test/builders/application';
import { anItem } from '../../../../test/builders/content';
import { house, noSuchId, type House } from '../../../../test/builders/house';
import { race, refusalCode } from '../../../../test/builders/refused';
import { caseReach } from '../actor';
import { requireApplication } from './case-file';
import { ConfirmListCheck } from './confirm-list-check';
import { DetermineItems } from './determine-items';

let home: House;

beforeAll(async () => {
  home = await house({ now: '2026-11-21T01:00:00Z' });
});
afterAll(() => home.end());

test('the story: 99.9 % dysprosium oxide to Japan needs a licence by announcement 18 of 2025, and the day before it nothing of it stood', async () => {
  const { id } = await anApplication(home).build();
  const [today] = await home.get(DetermineItems).execute(home.exporter, id);
  expect(today).toMatchObject({
    itemId: 'item-1',
    answer: { on: '2026-11-21', headline: 'licence-required', controlCodes: ['1C905.b'] },
    recorded: [],
    listChecks: [],
  });
  const [earlier] = await home.get(DetermineItems).execute(home.exporter, id, localDate('2025-04-03'));
  expect(earlier?.answer?.on).toBe('2025-04-03');
  expect(
    earlier?.answer?.findings.filter(
      ({ instrument, status }) => instrument === 'cn-mofcom-gacc-2025-18' && status === 'licence-required',
    ),
  ).toEqual([]);
});

test('an item about which nobody said anything is never called free', async () => {
  const bare = anItem({
    controlCode: '',
    composition: [],
    nameZh: '',
    nameEn: 'Rare earth oxide',
    hsCode: '',
    specification: '',
    form: '',
  });
  const { id } = await anApplication(home).with(bare).build();
  const [item] = await home.get(DetermineItems).execute(home.exporter, id);
  expect(item?.answer?.notChecked.length).toBeGreaterThan(0);
});

test('facts that cannot be right give no answer but what to mend, and the other items keep theirs', async () => {
  const odd = anItem({ id: 'item-2', parameters: [{ property: 'density', value: '1.7', unit: 'mm' }] });
  const { id } = await anApplication(home).with(anItem()).build();
  // As if it had been saved while another law was loaded.
  await home.store.run(caseReach(home.exporter), async (tx) => {
    const { version, content } = await requireApplication(tx, id);
    await tx.applications.saveContent(id, version, { ...content, items: [...content.items, odd] }, home.clock.now());
  });
  const [first, second] = await home.get(DetermineItems).execute(home.exporter, id);
  expect(first).toMatchObject({ on: '2026-11-21', answer: { headline: 'licence-required' }, faults: [] });
  expect(second).toMatchObject({
    itemId: 'item-2',
    on: '2026-11-21',
    answer: null,
    faults: [{ code: 'facts.unit-unfit', at: 'items.1.parameters.0.unit' }],
  });
});

test('the reviewer’s record stays hidden from the exporter', async () => {
  const { id } = await anApplication(home).advised().build();
  const [forExporter] = await home.get(DetermineItems).execute(home.exporter, id);
  expect(forExporter?.recorded.map(({ view }) => view)).toEqual(['exporter']);
  const [forOfficer] = await home.get(DetermineItems).execute(home.countersigner, id);
  expect(forOfficer?.recorded.map(({ view }) => view)).toEqual(['exporter', 'reviewer']);
});

test('a comparison with the official list names edition, day and person, and stands beside its item only', async () => {
  const { id } = await anApplication(home)
    .with(anItem(), anItem({ id: 'item-2' }))
    .build();
  await home
    .get(ConfirmListCheck)
    .execute(home.exporter, id, { itemId: 'item-2', edition: 'List of 2024-12-01', note: '逐条核对' });
  const [first, second] = await home.get(DetermineItems).execute(home.exporter, id);
  expect(first?.listChecks).toEqual([]);
  expect(second?.listChecks).toMatchObject([
    { edition: 'List of 2024-12-01', note: '逐条核对', on: '2026-11-21', personId: home.exporter.personId, personName: '林一' },
  ]);
  expect((await home.logOf(id)).at(-1)).toMatchObject({
    verb: 'confirm-list-check',
    payload: { itemId: 'item-2', edition: 'List of 2024-12-01', side: 'applicant' },
  });
});

test('a comparison is recorded while the case is open, and refused once it is published or ended', async () => {
  const checked = async (status: ApplicationStatus, who: House['exporter']) => {
    const { id } = await anApplication(home).at(status).build();
    const work = home.get(ConfirmListCheck).execute(who, id, { itemId: 'item-1', edition: '2024', note: '' });
    const { made, codes } = await race([work]);
    return [made === 1 ? 'made' : codes[0], (await home.logOf(id)).at(-1)?.verb];
  };
  for (const status of ['returned', 'in-review', 'decided'] as const)
    expect(await checked(status, home.reviewer)).toEqual(['made', 'confirm-list-check']);
  expect(await checked('published', home.reviewer)).toEqual(['conflict: case-read-only', 'publish']);
  expect(await checked('closed', home.exporter)).toEqual(['conflict: case-read-only', 'close']);
  expect(await checked('withdrawn', home.exporter)).toEqual(['conflict: case-read-only', 'withdraw']);
  expect(await checked('superseded', home.reviewer)).toEqual(['conflict: case-read-only', 'amend']);
});

test('agent and principal see each other’s comparisons with the list, and neither sees the authority’s', async () => {
  const agent = await anAgent(home);
  const { id } = await anApplication(home).of(agent).submitted().build();
  for (const [who, edition] of [
    [agent, 'agent'],
    [home.colleague, 'principal'],
    [home.reviewer, 'authority'],
  ] as const)
    await home.get(ConfirmListCheck).execute(who, id, { itemId: 'item-1', edition, note: '' });
  const seen = async (who: House['exporter']) =>
    (await home.get(DetermineItems).execute(who, id))[0]?.listChecks.map(({ edition }) => edition);
  expect(await seen(agent)).toEqual(['agent', 'principal']);
  expect(await seen(home.exporter)).toEqual(['agent', 'principal']);
  expect(await seen(home.manager)).toEqual(['agent', 'principal', 'authority']);
});

test('no comparison for an item or a case that is not there', async () => {
  const { id } = await anApplication(home).build();
  const check = (who: House['exporter'], target: string, itemId: string) =>
    refusalCode(home.get(ConfirmListCheck).execute(who, target, { itemId, edition: '2024', note: '' }));
  expect(await check(home.exporter, id, 'item-9')).toBe('missing: item-not-found');
  expect(await check(home.otherExporter, id, 'item-1')).toBe('missing: application-not-found');
  expect(await check(home.reviewer, id, 'item-1')).toBe('missing: application-not-found');
  expect(await check(home.exporter, noSuchId(), 'item-1')).toBe('missing: application-not-found');
});
