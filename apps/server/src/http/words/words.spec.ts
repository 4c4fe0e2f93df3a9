// Every word of the product stands in both languages, and the two answers that must not sound alike do not.
import * as words from '.';

interface Pair {
  readonly zh: string;
  readonly en: string;
}

function pairs(value: unknown, at: string): [string, Pair][] {
  if (typeof value !== 'object' || value === null) return [];
  if ('zh' in value && 'en' in value && typeof value.zh === 'string') return [[at, value as Pair]];
  return Object.entries(value).flatMap(([key, one]) => pairs(one, `${at}.${key}`));
}

const all = Object.entries(words).flatMap(([name, table]) => pairs(table, name));

it('finds the tables', () => {
  expect(all.length).toBeGreaterThan(150);
});

it.each(all)('%s', (_at, { zh, en }) => {
  expect(zh).toMatch(/\p{Script=Han}/u);
  expect(en).toMatch(/^[A-Z][\x20-\x7e’]*$/);
});

it('never says without its bounds that nothing is controlled', () => {
  for (const status of ['not-controlled', 'no-licence'] as const) {
    expect(words.statusName(status, 'en')).toContain('within the loaded law');
    expect(words.statusName(status, 'zh')).toContain('已载入的法规范围内');
  }
});

it('reads a last day as a day', () => {
  expect(words.statusName('2026-11-27' as Parameters<typeof words.statusName>[0], 'en')).toBe('until 2026-11-27, inclusive');
});

it('tells each line of a log, with the facts that its reader was given and without those that he was not', () => {
  expect(words.timelineText({ verb: 'edit', payload: { sections: ['items', 'endUse'] } }, 'zh')).toBe(
    '修改申请内容：物项、最终用途',
  );
  const again = { verb: 'render-again', payload: { kind: 'refusal-letter', number: 'DU-R-2026-000001' } } as const;
  expect(words.timelineText(again, 'zh')).toBe('重新生成文书：不予许可决定书，DU-R-2026-000001');
  expect(words.timelineText({ ...again, payload: { kind: 'licence', number: 'DU-2026-000001' } }, 'en')).toMatch(
    /^To be prepared again: .*licence.*, DU-2026-000001$/i,
  );
  const barred = { move: 'countersign', code: 'adviser-cannot-countersign' };
  expect(words.timelineText({ verb: 'refused-move', payload: barred }, 'zh')).toBe(
    '因职责分离未予办理：会签同意，出具意见的人不得会签',
  );
  expect(words.timelineText({ verb: 'refused-move', payload: { ...barred, code: 'signer-cannot-sign-twice' } }, 'en')).toBe(
    'Refused for separation of duties: Countersign, nobody signs twice',
  );
  expect(words.timelineText({ verb: 'grant', payload: {} }, 'en')).toBe('Licence granted');
  expect(words.reasonOf({ payload: { reason: '缺页' } })).toBe('缺页');
  expect(words.reasonOf({ payload: {} })).toBeNull();
});
