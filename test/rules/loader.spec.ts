import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { LawError, loadRulebook, type LawFault, type LawText } from '#regulation';
import { localDate } from '#kernel';
import { shippedRulebook, shippedTexts } from './shipped-law';

const SMALL = path.join(__dirname, 'small-law');
const BROKEN = path.join(__dirname, 'broken-law');
const small = (): LawText[] =>
  readdirSync(SMALL, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ path: name.split(path.sep).join('/'), text: readFileSync(path.join(SMALL, name), 'utf8') }));
const replaced = (file: string, text: string) => small().map((law) => (law.path === file ? { path: file, text } : law));
const faultsOf = (texts: readonly LawText[]): readonly LawFault[] => {
  try {
    loadRulebook(texts);
  } catch (error) {
    if (error instanceof LawError) return error.faults;
    throw error;
  }
  return [];
};

it('a sound law loads', () => {
  const rulebook = loadRulebook(small());
  expect(rulebook.instruments.map((instrument) => instrument.id)).toEqual(['one']);
  expect(rulebook.firstDay).toBe('2025-01-02');
});

describe('each kind of malformed law is refused with file, line, row, and cure', () => {
  const cases = readdirSync(BROKEN).sort();
  it.each(cases)('%s', (name) => {
    const text = readFileSync(path.join(BROKEN, name), 'utf8');
    const expected = (key: string) => new RegExp(`^# ${key}: (.*)$`, 'm').exec(text)?.[1] ?? '';
    const file = expected('replaces');
    const faults = faultsOf(replaced(file, text));
    const hit = faults.find((fault) => fault.what.includes(expected('says')) && fault.file === file);
    expect({ faults, found: hit !== undefined }).toMatchObject({ found: true });
    expect({ line: hit?.line, row: hit?.row }).toEqual({ line: Number(expected('line')), row: expected('row') });
    expect(hit?.cure).toMatch(/\w/);
  });
});

describe('the law as a whole', () => {
  it('all faults of all files are told together, by file and line', () => {
    const first = readFileSync(path.join(BROKEN, 'unknown-key.law'), 'utf8').replace('number: Announcement No. 1', 'number: 1');
    const faults = faultsOf(
      replaced('instruments/one.yaml', first).map((law) =>
        law.path === 'calendar.yaml' ? { ...law, text: law.text.replace('published', 'guessed') } : law,
      ),
    );
    expect(faults.map((fault) => fault.file)).toEqual(['calendar.yaml', 'instruments/one.yaml', 'instruments/one.yaml']);
    expect(faults[1]?.line).toBeLessThan(faults[2]?.line ?? 0);
  });
  it('a missing file is named', () => {
    expect(faultsOf(small().filter((law) => law.path !== 'calendar.yaml'))).toMatchObject([
      { file: '(law)', what: 'the file with "calendar" is missing' },
    ]);
    expect(faultsOf([]).map((fault) => fault.what)).toContain('there is no instrument');
  });
  it('a second file of one kind and a second instrument of one id are refused', () => {
    const calendar = small().find((law) => law.path === 'calendar.yaml');
    const one = small().find((law) => law.path === 'instruments/one.yaml');
    expect(faultsOf([...small(), { path: 'again.yaml', text: calendar?.text ?? '' }])).toMatchObject([
      { file: 'again.yaml', what: 'a second file with "calendar"' },
    ]);
    expect(faultsOf([...small(), { path: 'instruments/two.yaml', text: one?.text ?? '' }]).map((fault) => fault.what)).toContain(
      'id "one" stands twice',
    );
  });
  it('too many files and too long a file are refused', () => {
    const many = Array.from({ length: 1001 }, (_, i) => ({ path: `${i}.yaml`, text: 'openQuestions: []' }));
    expect(faultsOf(many)[0]).toMatchObject({ what: '1001 files are more than 1000' });
    expect(faultsOf([...small(), { path: 'long.yaml', text: ' '.repeat(4_000_001) }])).toMatchObject([
      { file: 'long.yaml', what: 'the file holds more than 4000000 characters' },
    ]);
  });
  it('the message lists every fault', () => {
    expect(() => loadRulebook(replaced('general-rules.yaml', 'colours: []'))).toThrow(
      /general-rules\.yaml:1 \[-\] the file is no kind of law file.*Cure:/s,
    );
  });
});

describe('the hash', () => {
  it('does not depend on the order of the files, of keys, or on layout', () => {
    const hash = loadRulebook(small()).hash;
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    fc.assert(
      fc.property(fc.shuffledSubarray(small(), { minLength: small().length }), (texts) => {
        expect(loadRulebook(texts).hash).toBe(hash);
      }),
      { numRuns: 5 },
    );
    const one = small().find((law) => law.path === 'instruments/one.yaml')?.text ?? '';
    const moved = one
      .replace('authority: Authority\n', '')
      .replace('confidence: read\n', 'confidence: read\nauthority: Authority # moved\n');
    expect(loadRulebook(replaced('instruments/one.yaml', moved)).hash).toBe(hash);
    expect(loadRulebook(replaced('instruments/one.yaml', one.replace('value: 99', 'value: 99.1'))).hash).not.toBe(hash);
  });
  it('the shipped law loads twice to the same hash', () => {
    expect(loadRulebook(shippedTexts()).hash).toBe(shippedRulebook().hash);
  });
});

describe('the calendar', () => {
  it('says which years are published', () => {
    const { calendar } = shippedRulebook();
    expect(calendar.timeZone).toBe('Asia/Shanghai');
    expect(calendar.years.map((year) => [year.year, year.status])).toEqual([
      [2023, 'published'],
      [2024, 'published'],
      [2025, 'published'],
      [2026, 'published'],
      [2027, 'not-known'],
    ]);
    const year = calendar.years.find((row) => row.year === 2026);
    expect(year?.holidays).toContain(localDate('2026-10-01'));
    expect(year?.makeUpDays).toContain(localDate('2026-10-10'));
  });
});
