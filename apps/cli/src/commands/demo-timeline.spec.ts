import { timeline } from './demo-timeline';

test('three products on four days: what the law asked, and on which days the answer changed', async () => {
  const rows = await timeline();
  expect(rows.map(({ day, headline, codes, changed }) => [day, headline, codes, changed])).toEqual([
    ['2025-10-08', 'not-controlled', '-', false],
    ['2025-10-09', 'not-yet-effective', '1C909.b', true],
    ['2025-11-07', 'not-yet-effective', '1C909.b', false],
    ['2025-11-08', 'suspended', '1C909.b', true],
    ['2025-10-08', 'not-controlled', '-', false],
    ['2025-10-09', 'not-yet-effective', '3C901.a.1', true],
    ['2025-11-07', 'not-yet-effective', '3C901.a.1', false],
    ['2025-11-08', 'suspended', '3C901.a.1', true],
    ['2025-10-08', 'not-controlled', '-', false],
    ['2025-10-09', 'not-yet-effective', '-', true],
    ['2025-11-07', 'not-yet-effective', '-', false],
    ['2025-11-08', 'not-yet-effective', '-', false],
  ]);
  for (const { why } of rows) expect(why).not.toBe('');
});
