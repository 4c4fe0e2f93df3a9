// What an amendment changes: table of cases, and over drawn contents: no row exactly where both say the same, and the rows lead from one to the other.
import fc from 'fast-check';
import { localDate } from '#kernel';
import { anItem, aParty, completeContent } from '../../../../test/builders/content';
import { CONTENT_SECTIONS, emptyContent, type ApplicationContent, type ApplicationItem } from './content';
import { differenceBetween, type DifferenceRow } from './difference';

const rowsOf = (before: Partial<ApplicationContent>, after: Partial<ApplicationContent>) =>
  differenceBetween(completeContent(before), completeContent(after));
const itemRows = (before: Partial<ApplicationItem>, after: Partial<ApplicationItem>) =>
  rowsOf({ items: [anItem(before)] }, { items: [anItem(after)] });

describe('fields', () => {
  test('a changed field is a row with its path and both values as stated', () => {
    const { shipment, endUse } = completeContent();
    expect(
      rowsOf({}, { shipment: { ...shipment, destination: 'KR' }, endUse: { ...endUse, military: null, zh: ' 新用途 ' } }),
    ).toEqual([
      { at: 'endUse.zh', kind: 'changed', before: endUse.zh, after: ' 新用途 ' },
      { at: 'endUse.military', kind: 'changed', before: false, after: null },
      { at: 'shipment.destination', kind: 'changed', before: 'JP', after: 'KR' },
    ]);
  });

  test.each([
    ['quantity', '10', '10.0', true],
    ['quantity', '10', '10.01', false],
    ['quantity', ' 10', '10', true],
    ['quantity', '', '0', false],
    ['kgQuantity', '0.5', '0.50', true],
    ['unitPrice', '290', '290.00', true],
    ['value', '14500.00', '14500', true],
    ['value', '0.1', '0.10000000000000001', false],
    ['specification', '10', '10.0', false],
    ['hsCode', '284690', '0284690', false],
    ['form', ' powder\n', 'powder', true],
    ['form', 'powder', 'Powder', false],
  ] as const)('%s %j against %j: the same is %p', (field, before, after, same) => {
    expect(itemRows({ [field]: before }, { [field]: after }).map(({ at }) => at)).toEqual(same ? [] : [`items.0.${field}`]);
  });

  test('the number of a contract is no number', () => {
    const { contract } = completeContent();
    const rows = rowsOf({ contract: { ...contract, number: '10' } }, { contract: { ...contract, number: '10.0' } });
    expect(rows.map(({ at }) => at)).toEqual(['contract.number']);
  });
});

describe('items and parties', () => {
  const [one, two] = [anItem({ id: 'one' }), anItem({ id: 'two', quantity: '7' })];

  test('a new order alone is no difference', () => {
    const { parties } = completeContent();
    expect(rowsOf({ items: [one, two] }, { items: [two, one], parties: parties.toReversed() })).toEqual([]);
  });

  test('they are matched by id; a changed row that moved names both places', () => {
    expect(rowsOf({ items: [one, two] }, { items: [{ ...two, quantity: '8' }, one] })).toEqual([
      {
        at: 'items.0.quantity',
        was: 'items.1.quantity',
        kind: 'changed',
        before: '7',
        after: '8',
        subject: { section: 'items', id: 'two' },
      },
    ]);
  });

  test('an added and a removed item are whole rows, and what stayed behind them is no difference', () => {
    const three = anItem({ id: 'three' });
    expect(rowsOf({ items: [one, two] }, { items: [three, two] })).toEqual([
      { at: 'items.0', kind: 'added', before: null, after: three, subject: { section: 'items', id: 'three' } },
      { at: 'items.0', kind: 'removed', before: one, after: null, subject: { section: 'items', id: 'one' } },
    ]);
  });

  test('the row of a party bears the roles it holds before and after', () => {
    const party = aParty({ id: 'p', role: 'carrier' });
    expect(rowsOf({ parties: [party] }, { parties: [{ ...party, role: 'end-user', address: 'Osaka' }] })).toEqual(
      [
        { at: 'parties.0.role', before: 'carrier', after: 'end-user' },
        { at: 'parties.0.address', before: party.address, after: 'Osaka' },
      ].map((row) => ({ ...row, kind: 'changed', subject: { section: 'parties', id: 'p', roles: ['carrier', 'end-user'] } })),
    );
  });
});

describe('rows inside an item', () => {
  const dysprosium = { substance: 'Dy2O3', massPercent: '99.9' };
  const terbium = { substance: 'Tb4O7', massPercent: '0.05' };

  test('composition is matched by substance, a new order is no difference', () => {
    expect(itemRows({ composition: [dysprosium, terbium] }, { composition: [terbium, dysprosium] })).toEqual([]);
    expect(
      itemRows(
        { composition: [dysprosium, terbium] },
        { composition: [terbium, { substance: ' Dy2O3', massPercent: '99.90' }, { substance: 'Y2O3', massPercent: '' }] },
      ).map(({ at, kind }) => [at, kind]),
    ).toEqual([['items.0.composition.2', 'added']]);
  });

  test('parameters are matched by property; a value may be a number or a word', () => {
    const d50 = { property: 'D50', value: '3.0', unit: 'um' };
    expect(itemRows({ parameters: [d50] }, { parameters: [{ ...d50, value: '3' }] })).toEqual([]);
    expect(
      itemRows({ parameters: [d50] }, { parameters: [{ ...d50, value: 'fine', unit: '' }] }).map(({ at, after }) => [at, after]),
    ).toEqual([
      ['items.0.parameters.0.value', 'fine'],
      ['items.0.parameters.0.unit', ''],
    ]);
  });
});

const word = fc.constantFrom('', 'Dy2O3', 'Tb4O7', ' Dy2O3 ', '10', '10.0');
const amount = fc.constantFrom('', '10', '10.0', ' 10', '10.01', '7', 'ten');
const text = fc.constantFrom('', 'sea', ' sea', 'air');
const days = fc.constantFrom('' as const, localDate('2026-06-01'));

const drawnItem = fc
  .record({
    nameZh: text,
    quantity: amount,
    value: amount,
    specification: word,
    composition: fc.array(fc.record({ substance: word, massPercent: amount }), { maxLength: 3 }),
    parameters: fc.array(fc.record({ property: word, value: amount, unit: text }), { maxLength: 3 }),
  })
  .map((change) => anItem(change));
const drawnParty = fc
  .record({ role: fc.constantFrom('importer', 'carrier', 'end-user' as const), address: text })
  .map((change) => aParty(change));
const withIds = <Row>(row: fc.Arbitrary<Row>) =>
  fc
    .tuple(fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 }), fc.tuple(row, row, row))
    .map(([ids, rows]) => ids.flatMap((id, index) => (rows[index] ? [{ ...rows[index], id }] : [])));
const drawnContent = fc
  .record({
    items: withIds(drawnItem),
    parties: withIds(drawnParty),
    route: text,
    deliveryFrom: days,
    number: word,
    military: fc.constantFrom(true, false, null),
    truthful: fc.boolean(),
  })
  .map(({ items, parties, route, deliveryFrom, number, military, truthful }): ApplicationContent => {
    const blank = emptyContent();
    return {
      ...blank,
      items,
      parties,
      endUse: { ...blank.endUse, military },
      contract: { ...blank.contract, deliveryFrom, number },
      shipment: { ...blank.shipment, route },
      declaration: { ...blank.declaration, truthful },
    };
  });

type Tree = string | number | boolean | null | undefined | Tree[] | { [key: string]: Tree };

/** What a content says, whatever the notation of its numbers, the spaces at the ends of its texts and the order of its lists. */
function said(content: Tree, key = ''): Tree {
  if (typeof content === 'string') {
    const numeric = ['quantity', 'kgQuantity', 'unitPrice', 'value', 'massPercent'].includes(key);
    return numeric && /^\d+(\.\d+)?$/.test(content.trim()) ? Number(content) : content.trim();
  }
  if (Array.isArray(content)) {
    const nameOf = (row: Tree) => {
      const { id, substance, property } = row as Record<string, string>;
      return id ?? substance ?? property ?? '';
    };
    return content.map((row) => said(row)).sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : Number(nameOf(a) > nameOf(b))));
  }
  if (typeof content !== 'object' || content === null) return content;
  return Object.fromEntries(Object.entries(content).map(([name, value]) => [name, said(value, name)]));
}
const saidBy = (content: ApplicationContent) => said(content as unknown as Tree);

/** The content that the rows make of `before`: changed fields are set, removed rows left out, added rows put last. */
function applied(before: ApplicationContent, rows: readonly DifferenceRow[]): ApplicationContent {
  const content = structuredClone(before) as unknown as Tree;
  const step = (tree: Tree, key: string) => (tree as Record<string, Tree>)[key];
  for (const { at, was = at, kind, after, subject } of rows.toSorted((a, b) => place(b) - place(a))) {
    const path = was.split('.');
    if (kind === 'added' && path.length > 2 && subject?.section === 'items') {
      path[1] = String(before.items.findIndex(({ id }) => id === subject.id));
    }
    const last = path.pop() ?? '';
    const holder = path.reduce(step, content);
    if (kind === 'added') (holder as Tree[]).push(structuredClone(after) as unknown as Tree);
    else if (kind === 'removed') (holder as Tree[])[Number(last)] = undefined;
    else (holder as Record<string, Tree>)[last] = after as Tree;
  }
  return withoutGaps(content) as unknown as ApplicationContent;
}

/** Added rows come last, so that no place before them moves. */
function place({ kind }: DifferenceRow): number {
  return kind === 'added' ? 0 : 1;
}

function withoutGaps(tree: Tree): Tree {
  if (Array.isArray(tree)) return tree.filter((row) => row !== undefined).map(withoutGaps);
  if (typeof tree !== 'object' || tree === null) return tree;
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, withoutGaps(value)]));
}

test('there is no row exactly where both say the same', () => {
  fc.assert(
    fc.property(drawnContent, drawnContent, (before, after) => {
      expect(differenceBetween(before, before)).toEqual([]);
      const same = JSON.stringify(saidBy(before)) === JSON.stringify(saidBy(after));
      expect(differenceBetween(before, after).length === 0).toBe(same);
    }),
  );
});

test('a copy in another notation and order says the same', () => {
  const noted = (text: string) => (/^\d+$/.test(text) ? `${text}.00 ` : `${text}  `);
  fc.assert(
    fc.property(drawnContent, (before) => {
      const items = before.items
        .map((item) => ({ ...item, quantity: noted(item.quantity), nameZh: ` ${item.nameZh}` }))
        .reverse();
      expect(differenceBetween(before, { ...before, items, parties: before.parties.toReversed() })).toEqual([]);
    }),
  );
});

test('the rows lead from one content to the other', () => {
  fc.assert(
    fc.property(drawnContent, drawnContent, (before, after) => {
      expect(saidBy(applied(before, differenceBetween(before, after)))).toEqual(saidBy(after));
    }),
    { numRuns: 500 },
  );
});

test('rows stand in the order of the sections, and back is the mirror of forth', () => {
  fc.assert(
    fc.property(drawnContent, drawnContent, (before, after) => {
      const rows = differenceBetween(before, after);
      const sections = rows.map(({ at }) => CONTENT_SECTIONS.findIndex((section) => at.startsWith(`${section}.`)));
      expect(sections).toEqual(sections.toSorted((a, b) => a - b));
      expect(sections).not.toContain(-1);
      const mirrored = rows.map((row) => {
        const kind = row.kind === 'added' ? 'removed' : row.kind === 'removed' ? 'added' : 'changed';
        return JSON.stringify([row.was ?? row.at, kind, row.after, row.before]);
      });
      const back = differenceBetween(after, before).map((row) => JSON.stringify([row.at, row.kind, row.before, row.after]));
      expect(back.sort()).toEqual(mirrored.sort());
    }),
  );
});
