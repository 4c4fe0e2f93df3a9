// Final advice: the authority's own code for each item, the reviewer's determination beside the exporter's, every version kept; what cannot be right is refused whole.
import type { Bilingual } from '#kernel';
import type { AdviceLine } from '#licensing';
import { anApplication, compareItems, finishReviews, linesOn, makeMove, present } from '../../../../../test/builders/application';
import { anItem } from '../../../../../test/builders/content';
import { house, type House } from '../../../../../test/builders/house';
import { refused } from '../../../../../test/builders/refused';
import { ConfirmListCheck } from '../confirm-list-check';

let home: House;

beforeAll(async () => {
  home = await house();
});
afterAll(() => home.end());

const CONDITION: Bilingual = { zh: '仅限民用', en: 'Civil use only' };
const OTHER_LIST = '2B001.a';

async function reviewed() {
  const { id, content } = await anApplication(home)
    .with(anItem(), anItem({ id: 'item-2', controlCode: OTHER_LIST, codeEdition: '2025 edition' }))
    .reviewed()
    .build();
  return {
    id,
    lines: linesOn(content),
    advise: (lines: readonly AdviceLine[]) => makeMove(home, home.caseOfficer, id, 'advise', { advice: { lines } }),
  };
}
const finalAdvice = async (id: string) =>
  (await home.store.run({ kind: 'system' }, (tx) => tx.reviews.advice(id))).filter(({ level }) => level === 'final');

test('advice is kept with its round, version, person and codes, and the reviewer’s determination beside the exporter’s', async () => {
  const { id, lines, advise } = await reviewed();
  home.clock.advanceDays(1);
  const given = lines.map((line) => (line.itemId === 'item-1' ? { ...line, controlCode: '1C904.b' } : line));
  expect(await advise(given)).toMatchObject({ status: 'advised' });
  const [exporters, reviewers] = await home.store.run({ kind: 'system' }, async (tx) => [
    await tx.reviews.determinations(id, 'exporter'),
    await tx.reviews.determinations(id, 'reviewer'),
  ]);
  expect(await finalAdvice(id)).toMatchObject([
    {
      round: 1,
      version: 1,
      teamId: null,
      adviserId: home.caseOfficer.personId,
      adviserName: '韩办',
      at: home.clock.now(),
      lines: given,
    },
  ]);
  expect((await present(home, id)).content.items[0]?.controlCode).toBe('1C905.b');
  expect(exporters.map(({ answer }) => answer.on)).toEqual(['2026-03-02', '2026-03-02']);
  expect(reviewers.map(({ itemId, madeBy, answer }) => [itemId, madeBy, answer.on])).toEqual([
    ['item-1', home.caseOfficer.personId, '2026-03-03'],
    ['item-2', home.caseOfficer.personId, '2026-03-03'],
  ]);
  expect((await home.logOf(id)).at(-1)).toMatchObject({ verb: 'advise', payload: { outcome: 'granted' } });
  home.clock.advanceDays(-1);
});

const each = (change: Partial<AdviceLine>) => (lines: readonly AdviceLine[]) => lines.map((line) => ({ ...line, ...change }));

test.each<[string, (lines: readonly AdviceLine[]) => readonly AdviceLine[], string[]]>([
  [
    'conditions without any',
    each({ verdict: 'approve-with-conditions' }),
    ['no-condition @ item-1.conditions', 'no-condition @ item-2.conditions'],
  ],
  [
    'approval with conditions',
    each({ conditions: [CONDITION] }),
    ['conditions-not-for-this @ item-1.conditions', 'conditions-not-for-this @ item-2.conditions'],
  ],
  [
    'a refusal without a factor of Article 13 and without a reason',
    each({ verdict: 'refuse', reason: ' ' }),
    ['item-1.criteria', 'item-1.reason', 'item-2.criteria', 'item-2.reason'].map((at) => `field-missing @ ${at}`),
  ],
  [
    'a referral',
    each({ verdict: 'refer', controlCode: '' }),
    ['refer-not-final @ item-1.verdict', 'refer-not-final @ item-2.verdict'],
  ],
  ['an item left out', (lines) => lines.slice(0, 1), ['item-without-advice @ item-2']],
  ['an item twice', (lines) => [...lines, ...lines.slice(0, 1)], ['item-advised-twice @ item-1']],
  [
    'an empty code',
    each({ controlCode: '' }),
    ['item-without-code @ item-1.controlCode', 'item-without-code @ item-2.controlCode'],
  ],
  ['a code that no loaded list holds', each({ controlCode: '9A999' }), ['unknown-control-code @ item-1.controlCode']],
  [
    'a malformed code, whatever edition the exporter named',
    each({ controlCode: 'none' }),
    ['control-code-malformed @ item-1.controlCode', 'control-code-malformed @ item-2.controlCode'],
  ],
  [
    'an item of another application',
    (lines) => [...lines, ...linesOn({ items: [anItem({ id: 'item-3' })] } as never)],
    ['item-not-found @ item-3'],
  ],
])('%s is refused', async (_case, change, faults) => {
  const { id, lines, advise } = await reviewed();
  const refusal = await refused(advise(change(lines)));
  expect(refusal).toMatchObject({ kind: 'invalid', code: 'advice-invalid', facts: { count: faults.length } });
  expect(refusal.faults.map(({ code, at }) => `${code} @ ${String(at).replace('advice.lines.', '')}`)).toEqual(faults);
  expect(await finalAdvice(id)).toEqual([]);
  expect(await present(home, id)).toMatchObject({ status: 'reviewed' });
});

test('no item is found not controlled before somebody of the authority compared it with the list, as it was filed last', async () => {
  const { id } = await anApplication(home)
    .with(anItem(), anItem({ id: 'item-2', nameZh: '氧化铽', nameEn: 'Terbium' }))
    .returned()
    .build();
  const { content } = await present(home, id);
  const verdict = 'not-controlled';
  const advise = () => makeMove(home, home.caseOfficer, id, 'advise', { advice: { lines: linesOn(content, verdict) } });
  const check = (who: House['exporter'], itemId: string) =>
    home.get(ConfirmListCheck).execute(who, id, { itemId, edition: '2026', note: '' });
  await check(home.caseOfficer, 'item-2');
  const before = home.clock.now();
  home.clock.advanceDays(1);
  await makeMove(home, home.exporter, id, 'resubmit');
  for (const name of ['receive', 'check', 'forward'] as const) await makeMove(home, home.provincialOfficer, id, name);
  for (const name of ['accept', 'start-review'] as const) await makeMove(home, home.caseOfficer, id, name);
  await finishReviews(home, id, verdict);
  await check(home.exporter, 'item-2');
  await check(home.provincialOfficer, 'item-1');
  expect(await refused(advise())).toMatchObject({
    code: 'advice-invalid',
    faults: [
      {
        code: 'item-not-compared',
        at: 'advice.lines.item-2.verdict',
        facts: { itemId: 'item-2', number: 2, item: '氧化铽 / Terbium' },
      },
    ],
  });
  await check(home.caseOfficer, 'item-2');
  expect(await advise()).toMatchObject({ status: 'advised' });
  home.clock.set(before);
});

test('each line has its own verdict, and the log tells what they come to', async () => {
  const { id, lines, advise } = await reviewed();
  const [first, second] = lines;
  await compareItems(home, id);
  await advise([
    { ...(first as AdviceLine), verdict: 'approve-with-conditions', conditions: [CONDITION] },
    { ...(second as AdviceLine), verdict: 'not-controlled', controlCode: '' },
  ]);
  expect(await finalAdvice(id)).toMatchObject([
    {
      lines: [
        { verdict: 'approve-with-conditions', conditions: [CONDITION] },
        { verdict: 'not-controlled', controlCode: '' },
      ],
    },
  ]);
  expect((await home.logOf(id)).at(-1)).toMatchObject({ verb: 'advise', payload: { outcome: 'mixed' } });
});
