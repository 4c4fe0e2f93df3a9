// Which assessments outlive an amendment: each field of an application on the side where it belongs.
import fc from 'fast-check';
import { anItem, aParty, completeContent } from '../../../../test/builders/content';
import {
  PAPER_KINDS,
  PARTY_ROLES,
  type ApplicationContent,
  type Applicant,
  type Contract,
  type Shipment,
} from '../application/content';
import { differenceBetween } from '../application/difference';
import { paperDifferences } from '../application/paper-difference';
import type { AdviceLine } from './advice';
import { carriedLines } from './carry-over';

const [A, B] = [anItem({ id: 'a' }), anItem({ id: 'b' })];
const before = completeContent({ items: [A, B] });
const lineOf = (itemId: string): AdviceLine => ({
  itemId,
  verdict: 'approve',
  controlCode: '1C905.b',
  conditions: [],
  criteria: [],
  reason: '',
});
const LINES = [lineOf('a'), lineOf('b')];

const amended = (change: Partial<ApplicationContent>, from = before) =>
  carriedLines(LINES, differenceBetween(from, { ...from, ...change }));
const barsOf = (change: Partial<ApplicationContent>, from = before) =>
  amended(change, from).map(({ itemId, line, because }) => [
    itemId,
    line !== null,
    because.map(({ bar, at }) => `${bar} @ ${at}`),
  ]);

test('what is the same carries over as it was', () => {
  expect(amended({})).toEqual(LINES.map((line) => ({ itemId: line.itemId, line, because: [] })));
});

test('a changed item falls, the other stays', () => {
  expect(barsOf({ items: [{ ...B, quantity: '51', composition: [] }, A] })).toEqual([
    ['a', true, []],
    ['b', false, ['item-changed @ items.1.composition.0', 'item-changed @ items.0.quantity']],
  ]);
});

test('a removed item has no line to carry, an added one none yet', () => {
  expect(barsOf({ items: [A, anItem({ id: 'c' })] })).toEqual([
    ['a', true, []],
    ['b', false, ['item-removed @ items.1']],
    ['c', false, ['item-added @ items.1']],
  ]);
});

test.each([
  [{ destination: 'KR' }, 'destination-changed @ shipment.destination'],
  [{ deliveryForm: 'software' }, 'kind-of-export-changed @ shipment.deliveryForm'],
  [{ tradeMode: '3010' }, 'kind-of-export-changed @ shipment.tradeMode'],
  [{ route: 'by air', port: 'Ningbo' }, null],
] as const)('shipment %j', (change: Partial<Shipment>, bar) => {
  const because = bar ? [bar] : [];
  expect(barsOf({ shipment: { ...before.shipment, ...change } })).toEqual([
    ['a', !bar, because],
    ['b', !bar, because],
  ]);
});

test.each(['zh', 'en', 'placeOfUse', 'finalProduct', 'military'] as const)('end use: %s', (key) => {
  const endUse = { ...before.endUse, [key]: key === 'military' ? true : 'other' };
  expect(barsOf({ endUse })).toEqual(['a', 'b'].map((id) => [id, false, [`end-use-changed @ endUse.${key}`]]));
});

test('contract, contacts and declaration are not what an item is judged by; who exports is', () => {
  const contract: Contract = { ...before.contract, number: 'CQ-2026-018', deliveryTo: '' };
  const applicant: Applicant = { ...before.applicant, handler: '王二', address: '江西省' };
  expect(barsOf({ contract, applicant, declaration: { truthful: true, signatory: '王二' } })).toEqual([
    ['a', true, []],
    ['b', true, []],
  ]);
  expect(barsOf({ applicant: { ...applicant, creditCode: 'other' } }).map(([, , because]) => because)).toEqual([
    ['exporter-changed @ applicant.creditCode'],
    ['exporter-changed @ applicant.creditCode'],
  ]);
});

test.each(PAPER_KINDS)(
  'paper %s: what end user, end use and item are judged by bars every line, whether it came, left or was replaced',
  (kind) => {
    const [was, is] = [
      { kind, fileName: 'a.pdf', sha256: 'a' },
      { kind, fileName: 'b.pdf', sha256: 'b' },
    ];
    const judged = ['A4', 'A5', 'A6'].includes(kind);
    const because = judged ? [{ bar: 'paper-changed', at: `papers.${kind}` }] : [];
    for (const rows of [paperDifferences([was], [is]), paperDifferences([], [is]), paperDifferences([was], [])])
      expect(carriedLines(LINES, rows)).toEqual(
        LINES.map((line) => ({ itemId: line.itemId, line: judged ? null : line, because })),
      );
  },
);

describe.each(PARTY_ROLES)('a party that is %s', (role) => {
  const party = aParty({ id: 'p', role });
  const judged = !['carrier', 'agent'].includes(role);
  const carriedAfter = (from: ApplicationContent['parties'], to: ApplicationContent['parties']) =>
    barsOf({ parties: to }, { ...before, parties: from }).map(([, carried, because]) => [carried, because]);
  const expected = (at: string) => Array(2).fill(judged ? [false, [`party-changed @ ${at}`]] : [true, []]);

  test('changes, comes or goes', () => {
    expect(carriedAfter([party], [{ ...party, address: 'Osaka' }])).toEqual(expected('parties.0.address'));
    expect(carriedAfter([], [party])).toEqual(expected('parties.0'));
    expect(carriedAfter([party], [])).toEqual(expected('parties.0'));
  });

  test('takes another role', () => {
    expect(carriedAfter([party], [{ ...party, role: 'agent' }])).toEqual(expected('parties.0.role'));
    expect(carriedAfter([{ ...party, role: 'agent' }], [party])).toEqual(expected('parties.0.role'));
  });
});

test('a line carries over exactly where nothing stands against it, and no change lets more of them carry over', () => {
  const change = fc.record(
    {
      items: fc
        .subarray([A, B, anItem({ id: 'c' }), { ...B, form: 'flakes', id: 'a' }])
        .filter((items) => new Set(items.map(({ id }) => id)).size === items.length),
      parties: fc.subarray([aParty({ id: 'new', role: 'carrier' })]),
      shipment: fc.constantFrom({ ...before.shipment, port: 'Ningbo' }, { ...before.shipment, destination: 'KR' }),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(change, change, (one, other) => {
      const [after, further] = [amended(one), amended({ ...other, ...one })];
      for (const { line, because } of [...after, ...further]) expect(line !== null).toBe(because.length === 0);
      const carried = (items: typeof after) => items.flatMap(({ line }) => line?.itemId ?? []);
      expect(carried(after)).toEqual(expect.arrayContaining(carried(further)));
    }),
  );
});
