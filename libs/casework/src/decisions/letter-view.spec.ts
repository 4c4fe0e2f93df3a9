// What the papers of a decision say: each its own lines only, by the authority's codes, and nothing of the officers' reasons.
import { aDecidedCase, anAdviceLine } from '../../../../test/builders/decided-case';
import { anItem } from '../../../../test/builders/content';
import { instant } from '#kernel';
import { REVIEW_FACTORS } from '#licensing';
import { licenceView } from '../licences/licence-view';
import type { PaperRecord } from '../records';
import { notControlledLetterView, refusalLetterView } from './letter-view';

const MIXED = ['approve', 'refuse', 'not-controlled', 'approve-with-conditions', 'refuse'] as const;

/** The numbers of the lines that a view lists. */
const linesOf = (view: unknown) => (view as { items: { line: number }[] }).items.map(({ line }) => line);

function aPaper(change: Partial<PaperRecord> = {}): PaperRecord {
  return {
    id: 'p',
    applicationId: 'a',
    organisationId: 'o',
    kind: 'A4',
    fileName: '检测报告.pdf',
    mediaType: 'application/pdf',
    size: 1,
    sha256: '0123456789abcdef'.repeat(4),
    fileKey: 'k',
    addedBy: 'u',
    addedAt: instant('2026-01-05T02:00:00Z'),
    ...change,
  };
}

test('a mixed decision: each line stands on one paper, under its number in the application, whatever the order of the advice', () => {
  const decided = aDecidedCase(MIXED);
  for (const lines of [decided.lines, [...decided.lines].reverse()]) {
    const facts = { ...decided, lines };
    expect([licenceView, refusalLetterView, notControlledLetterView].map((view) => linesOf(view(facts)))).toEqual([
      [1, 4],
      [2, 5],
      [3],
    ]);
  }
});

test('no paper says why an officer judged so', () => {
  for (const view of [licenceView, refusalLetterView, notControlledLetterView])
    expect(JSON.stringify(view(aDecidedCase(MIXED)))).not.toContain('INTERNAL');
});

test.each([
  ['refers', aDecidedCase(['refer'])],
  ['leaves an item out', { ...aDecidedCase(['refuse', 'refuse']), lines: [anAdviceLine('i1', 'refuse')] }],
  ['speaks of another item', { ...aDecidedCase(['refuse']), lines: ['i1', 'x'].map((id) => anAdviceLine(id, 'refuse')) }],
])('advice that %s makes no paper', (_what, facts) => {
  expect(() => refusalLetterView(facts)).toThrow(Error);
});

describe('the letter of refusal', () => {
  test('names the factors of all refused lines once each, in the order of the law, with the codes and their instruments', () => {
    const view = refusalLetterView(
      aDecidedCase([
        anAdviceLine('i1', 'refuse', { criteria: ['end-user-and-use', 'destination'] }),
        anAdviceLine('i2', 'refuse', { criteria: ['national-security', 'destination'], controlCode: '1C902' }),
        'approve',
      ]),
    );
    expect(view).toMatchObject({
      number: 'SP-2026-000001',
      reference: 'LA-2026-000123',
      destination: { zh: '日本', en: 'Japan', iso: 'JP' },
      items: [{ code: '1C905.b' }, { code: '1C902', unit: { zh: '千克', en: 'kg' } }],
      criteria: [
        { en: 'National security and interests', cite: 'Export Control Law Art. 13 (1)' },
        { en: 'Destination', cite: 'Export Control Law Art. 13 (5)' },
        { en: 'End user and end use', cite: 'Export Control Law Art. 13 (6)' },
      ],
      issuedOn: '2026-03-02',
    });
    expect(JSON.stringify((view as { legalBasis: unknown }).legalBasis)).toMatch(/Decree 792.*2025年第18号/);
  });

  test('may name all eight', () => {
    const criteria = REVIEW_FACTORS.map(({ key }) => key);
    const view = refusalLetterView(aDecidedCase([anAdviceLine('i1', 'refuse', { criteria })]));
    expect((view as { criteria: unknown[] }).criteria).toHaveLength(8);
  });

  test('tells grounds and remark without the blanks around them, and no remark where none was made', () => {
    const [grounds, remark] = [
      { zh: ' 理由\n', en: ' Grounds ' },
      { zh: ' 备注 ', en: 'Remark ' },
    ];
    const told = (facts: object) => refusalLetterView(aDecidedCase(['refuse'], { facts }));
    expect(told({ grounds, remark })).toMatchObject({
      grounds: { zh: '理由', en: 'Grounds' },
      remark: { zh: '备注', en: 'Remark' },
    });
    for (const none of [undefined, { zh: ' ', en: '' }]) expect(told({ grounds, remark: none })).toMatchObject({ remark: null });
    expect(() => told({ remark })).toThrow('has no grounds');
  });
});

describe('the letter "not controlled"', () => {
  test('names the papers seen with the first 12 characters of their hash, the law as loaded, and the code the exporter stated', () => {
    const decided = aDecidedCase(
      ['not-controlled', 'not-controlled'],
      { papers: [aPaper(), aPaper({ kind: 'A3' })] },
      {
        items: [anItem({ id: 'i1' }), anItem({ id: 'i2', controlCode: '' })],
      },
    );
    const view = notControlledLetterView(decided);
    expect(view).toMatchObject({
      items: [{ statedCode: '1C905.b' }, { statedCode: '' }],
      papers: [
        { kind: 'A4', name: { en: 'Technical description or test report' }, fileName: '检测报告.pdf', hash: '0123456789ab' },
        { kind: 'A3', name: { zh: '合同、协议的副本或者其他证明文件' } },
      ],
      lawHash: decided.rulebook.hash,
      lawAsOf: decided.rulebook.asOf,
    });
    expect(JSON.stringify((view as { legalBasis: unknown }).legalBasis)).toMatch(/第十四条.*FAQ 3/);
  });

  test('names a paper of a kind that the procedure does not know as another paper', () => {
    const decided = aDecidedCase(['not-controlled'], { papers: [aPaper()] });
    const view = notControlledLetterView({ ...decided, procedure: { ...decided.procedure, papers: [] } });
    expect(view).toMatchObject({ papers: [{ kind: 'A4', name: { zh: '其他材料', en: 'Other paper' } }] });
  });
});

describe('the licence', () => {
  test('bears the authority’s codes and the exact sum of the approved lines', () => {
    const view = licenceView(
      aDecidedCase(
        [anAdviceLine('i1', 'approve', { controlCode: '1C902' }), 'refuse', 'approve'],
        {},
        {
          items: ['100.10', '7', '0.005'].map((value, i) => anItem({ id: `i${i + 1}`, value })),
        },
      ),
    );
    expect(view).toMatchObject({
      items: [
        { line: 1, code: '1C902', value: '100.10' },
        { line: 3, code: '1C905.b', value: '0.005' },
      ],
      totalValue: '100.105',
      conditions: [],
    });
  });

  test('prints each condition once, and the lines it holds for where these are not all', () => {
    const [civil, report, place] = ['civil', 'report', 'place'].map((en) => ({ zh: `条件${en}`, en }));
    const held = (id: string, ...conditions: (typeof civil)[]) =>
      anAdviceLine(id, 'approve-with-conditions', { conditions: conditions.flatMap((condition) => condition ?? []) });
    const view = licenceView(
      aDecidedCase([
        held('i1', civil, report),
        'refuse',
        held('i3', { zh: ' 条件civil', en: 'civil ' }, report, place),
        held('i4', civil),
      ]),
    );
    expect((view as { conditions: unknown }).conditions).toEqual([
      civil,
      { zh: '仅适用于序号1、3：条件report', en: 'For lines 1, 3 only: report' },
      { zh: '仅适用于序号3：条件place', en: 'For line 3 only: place' },
    ]);
  });
});
