// What `licet determine` prints: one line of JSON for each case, an error where a case cannot be read, and the exit code.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { quietTerminal } from '../../../../test/fakes/quiet-terminal';
import { CommandFault } from '../command-fault';
import { UsageError } from '../command';
import { determineCases } from './determine';

const dysprosium = {
  question: 'requirement',
  on: '2026-03-02',
  item: {
    kind: 'goods',
    name: 'dysprosium oxide',
    nameZh: '氧化镝',
    origin: 'CN',
    form: 'oxide',
    composition: [{ substance: 'Dy2O3', massPercent: 99.9 }],
  },
  from: 'CN',
  to: 'JP',
  exporter: { place: 'CN' },
};

async function run(operand: string | undefined, input = '', texts: Record<string, string> = {}) {
  const out: string[] = [];
  const code = await determineCases.run(
    { texts, flags: {}, operands: operand === undefined ? [] : [operand] },
    quietTerminal({ out: (line) => out.push(line), input: () => Promise.resolve(input) }),
  );
  return { code, lines: out.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

const asked = (cases: unknown, texts: Record<string, string> = {}) => run('-', JSON.stringify(cases), texts);

describe('licet determine', () => {
  it('answers in the words of the contract', async () => {
    const { code, lines } = await asked([{ id: 'one', input: dysprosium }]);
    expect(code).toBe(0);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      id: 'one',
      status: 'licence-required',
      controlCodes: ['1C905.b'],
      documents: [],
      unread: [],
    });
    const [finding] = lines[0]?.['findings'] as Record<string, unknown>[];
    for (const key of [
      'regime',
      'instrument',
      'measure',
      'status',
      'controlCode',
      'effect',
      'conditions',
      'citation',
      'confidence',
      'coverage',
      'readings',
    ])
      expect(finding).toHaveProperty(key);
  });

  it('reads a file in the shape of a case collection, and standard input', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'licet-cases-'));
    const file = path.join(folder, 'cases.json');
    writeFileSync(file, JSON.stringify({ title: 'some', cases: [{ id: 'A', input: dysprosium, expected: { status: 'no' } }] }));
    const fromFile = await run(file);
    rmSync(folder, { recursive: true });
    const piped = await asked([{ id: 'A', input: dysprosium }]);
    expect(fromFile).toEqual(piped);
  });

  it('lists what nothing reads and answers all the same', async () => {
    const input = {
      ...dysprosium,
      colour: 'white',
      item: {
        ...dysprosium.item,
        batch: { number: 7 },
        parameters: [
          { property: 'purity', value: 99.9, unit: '%' },
          { property: 'smell', value: 'none', unit: 'text' },
        ],
      },
      statements: [{ by: 'exporter', about: 'item', predicate: 'is-lovely' }],
      procedure: { weather: { wind: 'north' }, pauses: [{ from: '2026-01-01', mood: 'calm' }] },
    };
    const { code, lines } = await asked([{ id: 1, input }]);
    expect(code).toBe(0);
    expect(lines[0]).toMatchObject({ id: 1, status: 'licence-required' });
    expect([...(lines[0]?.['unread'] as string[])].sort()).toEqual([
      'colour',
      'item.batch',
      'item.parameters.1',
      'procedure.pauses.0.mood',
      'procedure.weather.wind',
      'statements.0',
    ]);
  });

  it.each<[string, unknown, string, string]>([
    ['a wrong type', { ...dysprosium, item: { name: 5 } }, 'facts.malformed', 'item.name'],
    ['a list that is none', { ...dysprosium, parties: 'nobody' }, 'facts.malformed', 'parties'],
    ['no input', undefined, 'input-missing', 'input'],
    ['no day', { ...dysprosium, on: 'today' }, 'day-missing', 'input.on'],
    ['a day that does not exist', { ...dysprosium, on: '2026-02-30' }, 'day-missing', 'input.on'],
    ['a day before the law', { ...dysprosium, on: '1900-01-01' }, 'determination.day-before-law', 'determination.day-before-law'],
    [
      'a number without unit',
      { ...dysprosium, item: { ...dysprosium.item, parameters: [{ property: 'purity', value: 99 }] } },
      'determination.facts-malformed',
      'facts.unit-missing',
    ],
    [
      'an unknown unit',
      { ...dysprosium, item: { ...dysprosium.item, parameters: [{ property: 'purity', value: 99, unit: 'cubits' }] } },
      'determination.facts-malformed',
      'facts.unit-unknown',
    ],
    [
      'a share over 100 %',
      { ...dysprosium, item: { ...dysprosium.item, composition: [{ substance: 'Dy2O3', massPercent: 100.1 }] } },
      'determination.facts-malformed',
      'facts.share-out-of-range',
    ],
  ])('%s is the error of its line; the others are answered', async (_what, input, code, named) => {
    const { code: exit, lines } = await asked([
      { id: 'bad', input },
      { id: 'good', input: dysprosium },
    ]);
    expect(exit).toBe(1);
    expect(lines[0]).toMatchObject({ id: 'bad', error: { code } });
    expect((lines[0]?.['error'] as { message: string }).message).toContain(named);
    expect(lines[1]).toMatchObject({ id: 'good', status: 'licence-required' });
  });

  it('a null counts as not stated, and no fact at all is for a person', async () => {
    const { lines } = await asked([{ id: 'empty', input: { question: 'requirement', on: '2026-03-02', item: null } }]);
    expect(lines[0]).toMatchObject({ id: 'empty', status: 'review' });
  });

  it('answers as could be known on a day', async () => {
    const magnet = {
      ...dysprosium,
      on: '2025-11-08',
      item: { ...dysprosium.item, name: 'holmium oxide', nameZh: '氧化钬', composition: [{ substance: 'Ho2O3' }] },
    };
    const [later] = (await asked([{ id: 'h', input: magnet }])).lines;
    const [before] = (await asked([{ id: 'h', input: magnet }], { 'known-on': '2025-11-06' })).lines;
    expect([later?.['status'], before?.['status']]).toEqual(['suspended', 'licence-required']);
  });

  it('refuses what is no JSON, holds no cases, or cannot be read', async () => {
    await expect(run('-', '{')).rejects.toThrow(CommandFault);
    await expect(run('-', '{"id": 1}')).rejects.toThrow('holds no array of cases');
    await expect(run('/nowhere/cases.json')).rejects.toThrow('cannot be read');
    await expect(run(undefined)).rejects.toThrow(UsageError);
    await expect(asked([], { 'known-on': 'soon' })).rejects.toThrow('is not a day');
  });
});
