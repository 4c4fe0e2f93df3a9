// `licet law diff` as a person calls it: in words of both languages, as rows, and refused with words; it needs no database.
import type { LawDifference } from '#regulation';
import { quietTerminal } from '../../../../test/fakes/quiet-terminal';
import { runCommandLine } from '../command-line';
import type { Terminal } from '../terminal';

async function licet(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const terminal: Terminal = quietTerminal({ out: (line) => out.push(line), err: (line) => err.push(line) });
  const code = await runCommandLine(['law', 'diff', ...args], terminal);
  return { code, out: out.join('\n'), err: err.join('\n') };
}

it('says in words that nothing of 55 to 58 begins on 2025-11-08', async () => {
  const { code, out } = await licet('--from', '2025-11-07', '--to', '2025-11-08');
  expect(code).toBe(0);
  expect(out).toContain('Announcement No. 57 of 2025 (MOFCOM), all 6 measures: reaches its start inside a suspension');
  expect(out).toContain('  cn-mofcom-gacc-2025-57.ho: not-yet-effective > suspended');
  expect(out).toMatch(/Within the loaded law, published up to \d{4}-\d\d-\d\d; rulebook [0-9a-f]{12}\.$/);
});

it('says it in Chinese', async () => {
  const { out } = await licet('--from', '2025-11-07', '--to', '2025-11-08', '--zh');
  expect(out).toContain('商务部 海关总署公告2025年第57号（6项措施）：施行日到来，但处于暂停实施期间');
});

it('tells two states of knowledge apart, as JSON', async () => {
  const knowledge = ['--known-from', '2025-11-07', '--known-to', '2025-11-11', '--json'];
  const { code, out } = await licet('--from', '2025-11-08', '--to', '2025-11-08', ...knowledge);
  const { measures, sentences } = JSON.parse(out) as LawDifference;
  expect(code).toBe(0);
  const of58 = measures.filter(({ instrument }) => instrument === 'cn-mofcom-gacc-2025-58');
  expect(of58.map(({ from, to }) => [from.state, to.state])).toEqual(of58.map(() => ['in-force', 'suspended']));
  expect(of58.length).toBeGreaterThan(0);
  expect(measures.map(({ instrument }) => instrument)).toContain('cn-mofcom-gacc-2025-70');
  expect(sentences[0]?.zh).toContain('按2025-11-07所知');
});

it('lists codes that come', async () => {
  const { out } = await licet('--from', '2024-11-30', '--to', '2024-12-01');
  expect(out).toMatch(/^ {2}\+ code 3C\d{3}/m);
});

it('says that nothing differs', async () => {
  const { out } = await licet('--from', '2026-03-02', '--to', '2026-03-02');
  expect(out).toContain('nothing of the loaded law differs');
});

it.each([
  [['--from', '2025-11-07'], 'Option --to is missing', 2],
  [['--from', '2025-02-30', '--to', '2025-11-08'], '--from "2025-02-30" is not a day', 2],
  [['--from', '2025-11-07', '--to', '2025-11-08', '--known-to', 'later'], '--known-to "later" is not a day', 2],
  [['--from', '1990-01-01', '--to', '2025-11-08'], 'before the first', 1],
])('%j is refused with words', async (args, reason, exit) => {
  const { code, out, err } = await licet(...args);
  expect({ code, out }).toEqual({ code: exit, out: '' });
  expect(err).toContain(reason);
});
