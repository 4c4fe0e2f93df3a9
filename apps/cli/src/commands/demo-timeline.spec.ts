import { quietTerminal } from '../../../../test/fakes/quiet-terminal';
import { demoTimeline, timeline, type Knowledge } from './demo-timeline';

const told = async (knowledge: Knowledge) =>
  (await timeline())
    .filter((row) => row.knowledge === knowledge)
    .map(({ day, headline, codes, changed }) => [day, headline, codes, changed]);

test('by every text loaded: three products on four days, and where the answer changed', async () => {
  expect(await told('now')).toEqual([
    ['2025-10-08', 'not-controlled', '-', null],
    ['2025-10-09', 'not-yet-effective', '1C909.b', true],
    ['2025-11-07', 'not-yet-effective', '1C909.b', false],
    ['2025-11-08', 'suspended', '1C909.b', true],
    ['2025-10-08', 'not-controlled', '-', null],
    ['2025-10-09', 'not-yet-effective', '3C901.a.1', true],
    ['2025-11-07', 'not-yet-effective', '3C901.a.1', false],
    ['2025-11-08', 'suspended', '3C901.a.1', true],
    ['2025-10-08', 'not-controlled', '-', null],
    ['2025-10-09', 'not-yet-effective', '-', true],
    ['2025-11-07', 'not-yet-effective', '-', false],
    ['2025-11-08', 'not-yet-effective', '-', false],
  ]);
});

test('as it could be known on the day: announcements 57 and 58 come later than their date, and their suspension is not known when they begin', async () => {
  expect(await told('on-the-day')).toEqual([
    ['2025-10-08', 'not-controlled', '-', null],
    ['2025-10-09', 'not-controlled', '-', false],
    ['2025-11-07', 'not-yet-effective', '1C909.b', true],
    ['2025-11-08', 'licence-required', '1C909.b', true],
    ['2025-10-08', 'not-controlled', '-', null],
    ['2025-10-09', 'not-controlled', '-', false],
    ['2025-11-07', 'not-yet-effective', '3C901.a.1', true],
    ['2025-11-08', 'licence-required', '3C901.a.1', true],
    ['2025-10-08', 'not-controlled', '-', null],
    ['2025-10-09', 'not-yet-effective', '-', true],
    ['2025-11-07', 'not-yet-effective', '-', false],
    ['2025-11-08', 'not-yet-effective', '-', false],
  ]);
});

test('prints each product once with both kinds of knowledge told apart, and a reason for each answer', async () => {
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  const input = { texts: {}, flags: {}, operands: [] };
  expect(await demoTimeline.run(input, quietTerminal({ out: say, err: say }))).toBe(0);
  expect(lines.filter((line) => line === '  as it could be known on the day itself')).toHaveLength(3);
  expect(lines.filter((line) => line === '  as it is known now, by every text loaded')).toHaveLength(3);
  expect(lines.filter((line) => /^\S.*, China to Korea$|^Motor made in Germany/.test(line))).toHaveLength(3);
  const answers = lines.filter((line) => /^ {4}2025-/.test(line));
  expect(answers).toHaveLength(24);
  for (const line of answers) expect(line).toMatch(/(Announcement No\. \d+ of 2025: |no loaded text speaks of it$)/);
  expect(answers.filter((line) => /^ {4}\S+ {2}changed /.test(line))).toHaveLength(10);
});
