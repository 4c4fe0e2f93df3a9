// The walker finds each kind of broken table, and the two tables of the house are sound.
import { applicationGraph, assertTablesSound, licenceGraph, lifecyclePicture, walk, type MoveGraph } from './walk';

const SOUND: MoveGraph = {
  statuses: ['open', 'in-work', 'done'],
  start: 'open',
  ends: ['done'],
  moves: [
    { name: 'begin', from: ['open'], to: 'in-work' },
    { name: 'drop', from: ['in-work'], to: 'open' },
    { name: 'finish', from: ['in-work'], to: 'done' },
  ],
};

test('the tables of the house are sound', () => {
  expect(walk(applicationGraph)).toEqual([]);
  expect(walk(licenceGraph)).toEqual([]);
  expect(assertTablesSound()).toBeUndefined();
});

test('a sound table has no problem', () => {
  expect(walk(SOUND)).toEqual([]);
});

const broken: readonly [string, Partial<MoveGraph>, readonly string[]][] = [
  [
    'a move to an unknown status',
    { moves: [...SOUND.moves, { name: 'lose', from: ['open'], to: 'lost' }] },
    ['move "lose" names the unknown status "lost"'],
  ],
  [
    'a move from an unknown status',
    { moves: [...SOUND.moves, { name: 'find', from: ['lost'], to: 'open' }] },
    ['move "find" names the unknown status "lost"'],
  ],
  [
    'a status that no way reaches',
    { statuses: [...SOUND.statuses, 'island'], moves: [...SOUND.moves, { name: 'leave', from: ['island'], to: 'open' }] },
    ['status "island" cannot be reached from "open"'],
  ],
  [
    'a dead end',
    { statuses: [...SOUND.statuses, 'pit'], moves: [...SOUND.moves, { name: 'fall', from: ['open'], to: 'pit' }] },
    ['status "pit" is a dead end: no way leads to done'],
  ],
  [
    'a circle without a way out',
    {
      statuses: [...SOUND.statuses, 'tick', 'tock'],
      moves: [
        ...SOUND.moves,
        { name: 'enter', from: ['open'], to: 'tick' },
        { name: 'on', from: ['tick'], to: 'tock' },
        { name: 'back', from: ['tock'], to: 'tick' },
      ],
    },
    ['status "tick" is a dead end: no way leads to done', 'status "tock" is a dead end: no way leads to done'],
  ],
  [
    'two moves of one name',
    { moves: [...SOUND.moves, { name: 'begin', from: ['open'], to: 'done' }] },
    ['two moves are named "begin"'],
  ],
  [
    'an unknown start',
    { start: 'nowhere' },
    [
      'the start "nowhere" is an unknown status',
      ...SOUND.statuses.map((status) => `status "${status}" cannot be reached from "nowhere"`),
    ],
  ],
  ['an unknown end', { ends: ['done', 'over'] }, ['the end "over" is an unknown status']],
  [
    'an end with a way out',
    { moves: [...SOUND.moves, { name: 'reopen', from: ['done'], to: 'open' }] },
    ['the end "done" has a way out by "reopen"'],
  ],
];

test.each(broken)('%s is named', (_kind, change, problems) => {
  expect(walk({ ...SOUND, ...change })).toEqual(problems);
});

test('the start of the app is refused with every problem at once', () => {
  const bad = { ...SOUND, moves: [...SOUND.moves, { name: 'begin', from: ['open'], to: 'lost' }] };
  expect(() => assertTablesSound([SOUND, bad])).toThrow(/two moves are named "begin"[\s\S]*unknown status "lost"/);
});

test('the picture draws each arrow of the table once, from the start to the ends', () => {
  const lines = lifecyclePicture(SOUND)
    .split('\n')
    .map((line) => line.trim());
  expect(lines).toEqual([
    'stateDiagram-v2',
    'in_work : in-work',
    '[*] --> open',
    'open --> in_work : begin',
    'in_work --> open : drop',
    'in_work --> done : finish',
    'done --> [*]',
  ]);
  const arrows = applicationGraph.moves.reduce((sum, move) => sum + move.from.length, 0) + 1 + applicationGraph.ends.length;
  expect(lifecyclePicture(applicationGraph).match(/-->/g)).toHaveLength(arrows);
});
