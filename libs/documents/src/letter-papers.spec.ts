// What the two letters of a decision show, read from the PDF with the poppler tools; and which views they refuse.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { REVIEW_FACTORS } from '#licensing';
import { whyNoPoppler } from '../../../test/harness/poppler';
import { wherePresent } from '../../../test/harness/where-present';
import { TypstDocumentRenderer } from './document-renderer';
import { LETTER_LIMITS } from './kinds/letter';
import type { NotControlledLetterView } from './kinds/not-controlled-letter';
import type { RefusalLetterView } from './kinds/refusal-letter';
import { findTemplateFolder } from './template-folder';

const where = wherePresent(whyNoPoppler('pdftotext'), 'the text of the letters');

interface Views {
  'refusal-letter': RefusalLetterView;
  'not-controlled-letter': NotControlledLetterView;
}
type Kind = keyof Views;
const KINDS: readonly Kind[] = ['refusal-letter', 'not-controlled-letter'];

const fileOf = (kind: Kind, name: string) => readFileSync(path.join(findTemplateFolder(), 'documents', kind, 'v1', name), 'utf8');
const sample = <K extends Kind>(kind: K) => JSON.parse(fileOf(kind, 'sample.json')) as Views[K];
const textOf = (pdf: Buffer) =>
  execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf, encoding: 'utf8', maxBuffer: 100_000_000 });
const onOneLine = (text: string) => text.replace(/\s+/g, '');

const renderer = new TypstDocumentRenderer({ threads: 1 });
afterAll(() => renderer.close());
const textFor = async (kind: Kind, view: unknown) => textOf((await renderer.render(kind, view)).pdf);

/** The sample with this many items, numbered from 1. */
function withItems<K extends Kind>(kind: K, count: number, change: object = {}): Views[K] {
  const view = sample(kind);
  const items = Array.from({ length: count }, (_, i) => ({ ...view.items[0], ...change, line: i + 1 }));
  return { ...view, items } as Views[K];
}

const L = LETTER_LIMITS;
const longest = { zh: '字'.repeat(L.text), en: 'Wm4'.repeat(L.text).slice(0, L.text) };
const longItem = {
  nameZh: '名'.repeat(L.name),
  nameEn: 'Wm4'.repeat(100),
  specification: longest.en,
  quantity: '123456789012345678.123456',
};

describe.each(KINDS)('the paper %s', (kind) => {
  where.it('shows the sample as expected (golden)', async () => {
    expect(await textFor(kind, sample(kind))).toBe(fileOf(kind, 'expected.txt'));
  });

  where.it('marks a specimen on each page, and no other paper', async () => {
    const pages = (await textFor(kind, withItems(kind, 60))).split('\f').slice(0, -1);
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach((page, i) => {
      expect(page).toContain('Specimen issued by a fictional authority, without legal effect');
      expect(onOneLine(page)).toContain('SPECIMEN样张');
      expect(page).toContain(`Page ${i + 1} of ${pages.length}`);
    });
    const plain = await textFor(kind, { ...sample(kind), specimen: false, authority: { zh: '许可机关', en: 'Authority' } });
    expect(plain).not.toMatch(/specimen|样张：/i);
  });

  where.it('keeps every item, the head of their table repeated, and what is long between the margins', async () => {
    const run = 'Wm4'.repeat(20);
    const whole = withItems(kind, 100);
    const view = {
      ...whole,
      items: whole.items.map((item) => (item.line > 2 ? item : { ...item, ...longItem })),
      specimen: false,
      number: run,
      reference: run,
      authority: { zh: '机'.repeat(L.name), en: 'Wm4'.repeat(100) },
      exporter: { nameZh: longItem.nameZh, nameEn: longItem.nameEn, creditCode: run, address: 'Wm4'.repeat(160) },
      remark: longest,
    };
    const { pdf } = await renderer.render(kind, view);
    const pages = textOf(pdf).split('\f').slice(0, -1);
    const heads = pages.filter((page) => page.includes('名称、规格'));
    expect(heads.length).toBeGreaterThan(4);
    expect(onOneLine(pages.join(''))).toContain(longest.zh);
    const boxes = execFileSync('pdftotext', ['-bbox', '-', '-'], { input: pdf, encoding: 'utf8', maxBuffer: 100_000_000 });
    const sides = [...boxes.matchAll(/<word xMin="([\d.-]+)" yMin="[\d.-]+" xMax="([\d.-]+)"/g)];
    const margin = (17 * 72) / 25.4 - 1;
    const width = (210 * 72) / 25.4;
    expect(sides.length).toBeGreaterThan(500);
    expect(sides.filter(([, left, right]) => Number(left) < margin || Number(right) > width - margin)).toEqual([]);
  });

  where.it('prints what is given as it is, and says so where nothing is', async () => {
    const value = '] #panic(1) [ $x$ {{number}} <b>';
    const { nameEn: _, ...exporter } = sample(kind).exporter;
    const text = await textFor(kind, { ...sample(kind), remark: null, exporter: { ...exporter, nameZh: value } });
    expect(text).toContain(`\n${value}\n`);
    expect(text).toMatch(/备注 Remarks\n无\nNone\n/);
  });

  it('is the same bytes for the same view, under its kind and version', async () => {
    const [first, second] = [await renderer.render(kind, sample(kind)), await renderer.render(kind, sample(kind))];
    expect(first.sha256).toBe(second.sha256);
    expect(first.template).toBe(`${kind}/v1`);
  });

  it('takes each limit and refuses one more', async () => {
    const full = withItems(kind, L.items);
    expect((await renderer.render(kind, { ...full, remark: longest })).pdf.length).toBeGreaterThan(0);
    for (const [at, view] of [
      ['items', withItems(kind, L.items + 1)],
      ['items', { ...full, items: [] }],
      ['items', { ...full, items: [full.items[0], full.items[0]] }],
      ['remark.en', { ...full, remark: { ...longest, en: `${longest.en}x` } }],
      ['remark.en', { ...full, remark: { ...longest, en: ' ' } }],
      ['number', { ...full, number: 'x'.repeat(L.code + 1) }],
      ['legalBasis', { ...full, legalBasis: [] }],
      ['issuedOn', { ...full, issuedOn: '2026-02-30' }],
      ['items.0.quantity', withItems(kind, 1, { quantity: '0' })],
      ['', { ...full, decision: 'other' }],
    ] as const)
      await expect(renderer.render(kind, view)).rejects.toMatchObject(invalid(at));
  });

  it('counts a rare character once', async () => {
    const rare = { zh: '𠮷'.repeat(L.name), en: 'x' };
    expect((await renderer.render(kind, { ...sample(kind), authority: rare })).pdf.length).toBeGreaterThan(0);
  });
});

describe('the letter of refusal', () => {
  where.it('names all eight factors, the grounds, the remedy and the refused lines by the authority’s codes', async () => {
    const criteria = REVIEW_FACTORS.map(({ zh, en, cite }) => ({ zh, en, cite }));
    const text = onOneLine(await textFor('refusal-letter', { ...withItems('refusal-letter', 3), criteria }));
    for (const { zh, en, cite } of criteria) expect(text).toContain(onOneLine(`${zh} ${en} ${cite}`));
    const { grounds } = sample('refusal-letter');
    expect(text).toContain(onOneLine(`${grounds.zh} ${grounds.en}`));
    expect(text).toContain('《中华人民共和国出口管制法》第四十一条');
    expect(text.match(/1C905\.b/g)?.length).toBeGreaterThanOrEqual(3);
  });

  it.each([
    ['without a factor', { criteria: [] }, 'criteria'],
    ['with a ninth factor', { criteria: Array(9).fill(sample('refusal-letter').criteria[0]) }, 'criteria'],
    ['without grounds', { grounds: { zh: '', en: '' } }, 'grounds.zh'],
    ['with grounds too long', { grounds: { ...longest, zh: `${longest.zh}字` } }, 'grounds.zh'],
    ['with a line without code', { items: [{ ...sample('refusal-letter').items[0], code: '' }] }, 'items.0.code'],
  ])('is refused %s', async (_what, change, at) => {
    await expect(renderer.render('refusal-letter', { ...sample('refusal-letter'), ...change })).rejects.toMatchObject(
      invalid(at),
    );
  });
});

describe('the letter "not controlled"', () => {
  where.it('says in both languages what it rests on, what it does not cover and that it is no clearance', async () => {
    const view = sample('not-controlled-letter');
    const text = onOneLine(await textFor('not-controlled-letter', view));
    for (const said of [
      '本告知书不是放行凭证',
      'This letter is no clearance',
      '仅以申请所述事实和第7栏所列材料为依据',
      'It rests on the facts stated in the application and on the papers of box 7 only',
      '普通出口许可证',
      'the ordinary export licence',
      '目的国（地区）、进口商、最终用户',
      'destinations, nor importers, end users or other parties',
      '未列入清单也须申请许可',
      'a licence is needed although the item is not listed',
      '自变化之时起不再适用',
      'It ceases to hold when the facts stated or the law change',
      view.lawHash,
      '27 February 2026',
      ...view.papers.flatMap(({ kind, name, fileName, hash }) => [`${kind}${name.zh}${name.en}`, fileName, hash]),
    ])
      expect(text).toContain(onOneLine(said));
  });

  where.it('says that no paper was added where there is none', async () => {
    const text = await textFor('not-controlled-letter', { ...sample('not-controlled-letter'), papers: [] });
    expect(text).toMatch(/The application LA-2026-000123 and these papers:\n无\nNone\n/);
  });

  it('takes as many papers as it may and refuses one more, a hash that is none and a law without day', async () => {
    const view = sample('not-controlled-letter');
    const [paper] = view.papers;
    const papers = (count: number) => ({
      ...view,
      papers: Array(count).fill({ ...paper, fileName: 'Wm4'.repeat(100), name: { zh: '材'.repeat(L.paperName), en: 'x' } }),
    });
    expect((await renderer.render('not-controlled-letter', papers(L.papers))).pdf.length).toBeGreaterThan(0);
    for (const [at, wrong] of [
      ['papers', papers(L.papers + 1)],
      ['papers.0.hash', { ...view, papers: [{ ...paper, hash: 'abc' }] }],
      ['lawHash', { ...view, lawHash: 'abc' }],
      ['lawAsOf', { ...view, lawAsOf: '' }],
    ] as const)
      await expect(renderer.render('not-controlled-letter', wrong)).rejects.toMatchObject(invalid(at));
  });
});

function invalid(at: string) {
  return { code: 'view-invalid', problems: expect.arrayContaining([expect.objectContaining({ path: at })]) as unknown };
}
