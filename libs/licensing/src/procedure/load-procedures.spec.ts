// Refusals of the form of a manifest and of its file: one broken manifest each, and the limits on both sides.
import { changed, faultsOf, first, move, source, told, type Rows } from '../../../../test/builders/changed-manifest';
import { loadProcedures, MOST_PROCEDURES, ProcedureError } from './load-procedures';
import { COUNTERSIGNATURE_BOUNDS, MOST_CLOCK_DAYS, MOST_MANIFEST_TEXT } from './manifest';
import { MOST_MANIFEST_CHARACTERS } from './read-manifest';

test('the manifest that ships loads', () => {
  expect([...loadProcedures([{ path: 'single.yaml', text: source }]).keys()]).toEqual(['dual-use-single']);
});

test.each<[string, (rows: Rows) => unknown, string]>([
  ['a stage', (rows) => rows.stages.push('granted'), 'stages.17: it names the unknown stage "granted"'],
  ['a move', (rows) => rows.moves.push({ name: 'grant' }), 'moves.22.name: it names the unknown move "grant"'],
  ['a role', (rows) => (move(rows, 'accept').by = ['director']), 'moves.7.by.0: it names the unknown role "director"'],
  ['a paper', (rows) => (first(rows.papers)['kind'] = 'A14'), 'papers.0.kind: it names the unknown paper "A14"'],
  [
    'the application itself as a paper',
    (rows) => (first(rows.papers)['kind'] = 'A1'),
    'papers.0.kind: it names the unknown paper "A1"',
  ],
  ['the stage of a paper', (rows) => (first(rows.papers)['from'] = 'filed'), 'papers.0.from: it names the unknown stage "filed"'],
  [
    'a condition',
    (rows) => (first(rows.papers)['when'] = 'constructor'),
    'papers.0.when: it names the unknown condition "constructor"',
  ],
  ['a mark', (rows) => (first(rows.papers)['mark'] = 'optional'), 'papers.0.mark: it names the unknown mark "optional"'],
  [
    'a confidence',
    (rows) => (first(rows.papers)['confidence'] = 'sure'),
    'papers.0.confidence: it names the unknown confidence "sure"',
  ],
  ['a clock', (rows) => (first(rows.clocks)['name'] = 'query'), 'clocks.0.name: it names the unknown clock "query"'],
  ['a unit', (rows) => (first(rows.clocks)['unit'] = 'days'), 'clocks.0.unit: it names the unknown unit "days"'],
  [
    'the start of a clock',
    (rows) => (first(rows.clocks)['startsWith'] = 'file'),
    'clocks.0.startsWith: it names the unknown move "file"',
  ],
  [
    'the stop of a clock',
    (rows) => (first(rows.clocks)['stopsWith'] = ['grant']),
    'clocks.0.stopsWith.0: it names the unknown move "grant"',
  ],
  [
    'a letter',
    (rows) => (first(rows.letters)['decision'] = 'permit'),
    'letters.0.decision: it names the unknown letter "permit"',
  ],
])('unknown: %s', (_what, change, fault) => {
  expect(told(changed(change))).toEqual([fault]);
});

test.each<[string, (rows: Rows) => unknown, string]>([
  ['a key', (rows) => (rows['queues'] = []), 'queues: the key "queues" is unknown'],
  ['a key of a move', (rows) => Object.assign(move(rows, 'submit'), { to: 'accepted' }), 'moves.0.to: the key "to" is unknown'],
  ['no name in one language', (rows) => delete rows.name['zh'], 'name.zh: it is missing'],
  ['a blank name', (rows) => (rows.name['en'] = ' \t'), 'name.en: it is empty'],
  ['an id with capitals', (rows) => (rows.id = 'Dual_Use'), 'id: it is no name of small letters and hyphens'],
  ['an id that is a number', (rows) => (rows.id = 7), 'id: it is of the wrong kind'],
  ['nobody who moves', (rows) => (move(rows, 'accept').by = []), 'moves.7.by: it names nobody'],
  ['a clock without citation', (rows) => delete first(rows.clocks)['cite'], 'clocks.0.cite: it is missing'],
  ['a clock with a blank citation', (rows) => (first(rows.clocks)['cite'] = ' '), 'clocks.0.cite: it is empty'],
  [
    'an exemption without citation',
    (rows) => (first(rows.clocks)['exempt'] = [{ name: rows.name }]),
    'clocks.0.exempt.0.cite: it is missing',
  ],
  ['a clock that never stops', (rows) => (first(rows.clocks)['stopsWith'] = []), 'clocks.0.stopsWith: it names no move'],
  ['a clock of no days', (rows) => (first(rows.clocks)['days'] = 0), 'clocks.0.days: it is below 1'],
  ['a clock of half a day', (rows) => (first(rows.clocks)['days'] = 45.5), 'clocks.0.days: it is of the wrong kind'],
  ['no countersignature', (rows) => (rows.countersignatures['least'] = 0), 'countersignatures.least: it is below 1'],
  ['three countersignatures', (rows) => (rows.countersignatures['most'] = 3), 'countersignatures.most: it is above 2'],
])('form: %s', (_what, change, fault) => {
  expect(told(changed(change))).toEqual([fault]);
});

test('two procedures of one name', () => {
  const text = changed(() => undefined).text;
  expect(faultsOf({ path: 'a.yaml', text }, { path: 'b.yaml', text })).toEqual([
    { file: 'b.yaml', line: 1, place: 'id', what: 'a second procedure "dual-use-single"', cure: 'give it another id' },
  ]);
});

describe('files', () => {
  test('there is none', () => expect(told()).toEqual(['-: there is no procedure']));

  test('broken YAML, a key twice, an empty file', () => {
    expect(faultsOf({ path: 'a.yaml', text: 'id: a\nname: [zh\n' })[0]).toMatchObject({
      file: 'a.yaml',
      place: '-',
      what: expect.stringMatching(/^the YAML is broken: /),
    });
    expect(faultsOf({ path: 'a.yaml', text: 'id: a\nid: b\n' })).toEqual([
      expect.objectContaining({ line: 2, what: expect.stringMatching(/^the YAML is broken: /) }),
    ]);
    expect(told({ path: 'a.yaml', text: '' })).toEqual(['-: it is of the wrong kind']);
  });

  test('faults are told all at once, by file and line, each with its cure', () => {
    const text = source.replace('  - name: accept\n', '  - name: acept\n').replace('mark: on-request', 'mark: asked');
    const line = (part: string) => text.split('\n').findIndex((row) => row.includes(part)) + 1;
    const faults = faultsOf({ path: 'b.yaml', text }, { path: 'a.yaml', text: source.replace('days: 45', 'days: -1') });
    expect(faults.map(({ file, line: at, place }) => `${file}:${at} ${place}`)).toEqual([
      `a.yaml:${line('days:')} clocks.0.days`,
      `b.yaml:${line('acept')} moves.7.name`,
      `b.yaml:${line('asked')} papers.4.mark`,
    ]);
    expect(faults[2]?.cure).toBe('use one of: required, on-request');
    expect(faults.every(({ cure }) => cure.length > 0)).toBe(true);
    expect(new ProcedureError(faults).message).toContain(
      `b.yaml:${line('asked')} [papers.4.mark] it names the unknown mark "asked"`,
    );
  });
});

describe('limits, on both sides', () => {
  test('characters of a file', () => {
    const comment = (length: number) => ({ path: 'a.yaml', text: source + '#'.repeat(length - source.length) });
    expect(told(comment(MOST_MANIFEST_CHARACTERS))).toEqual([]);
    expect(told(comment(MOST_MANIFEST_CHARACTERS + 1))).toEqual([
      `-: the file holds more than ${MOST_MANIFEST_CHARACTERS} characters`,
    ]);
  });

  test('number of files', () => {
    const name = (index: number) => `p${'a'.repeat(index)}`;
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ path: `${index}`, text: source.replace('dual-use-single', name(index)) }));
    expect(loadProcedures(many(MOST_PROCEDURES)).size).toBe(MOST_PROCEDURES);
    expect(told(...many(MOST_PROCEDURES + 1))).toEqual([`-: ${MOST_PROCEDURES + 1} manifests are more than ${MOST_PROCEDURES}`]);
  });

  test.each([
    ['text', MOST_MANIFEST_TEXT, (rows: Rows, size: number) => (rows.name['en'] = 'x'.repeat(size))],
    ['days', MOST_CLOCK_DAYS, (rows: Rows, size: number) => (first(rows.clocks)['days'] = size)],
    ['signatures', COUNTERSIGNATURE_BOUNDS.most, (rows: Rows, size: number) => (rows.countersignatures['most'] = size)],
  ])('%s', (_what, most, change) => {
    expect(told(changed((rows) => change(rows, most)))).toEqual([]);
    expect(told(changed((rows) => change(rows, most + 1)))).toHaveLength(1);
  });
});
