// What the licence paper shows, read from the PDF with the poppler tools.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import jsQR from 'jsqr';
import { whyNoPoppler } from '../../../test/harness/poppler';
import { wherePresent } from '../../../test/harness/where-present';
import { TypstDocumentRenderer } from './document-renderer';
import type { LicenceView } from './kinds/licence';
import { findTemplateFolder } from './template-folder';

const where = wherePresent(whyNoPoppler('pdftotext', 'pdffonts', 'pdftoppm'), 'what the licence paper shows');

const folder = path.join(findTemplateFolder(), 'documents/licence/v1');
const sample = (): LicenceView => JSON.parse(readFileSync(path.join(folder, 'sample.json'), 'utf8')) as LicenceView;

const POINTS_PER_MM = 72 / 25.4;
const SIDE_MARGIN = 17 * POINTS_PER_MM;
const PAGE_WIDTH = 210 * POINTS_PER_MM;
const PAGE_HEIGHT = 297 * POINTS_PER_MM;

function withItems(count: number, change: (item: LicenceView['items'][number], i: number) => object = () => ({})): LicenceView {
  const view = sample();
  const [first] = view.items;
  if (!first) throw new Error('the sample has no item');
  view.items = Array.from({ length: count }, (_, i) => ({ ...first, line: i + 1, value: '10.50', ...change(first, i) }));
  view.totalValue = ((count * 1050) / 100).toFixed(2);
  return view;
}

where.describe('what the paper shows', () => {
  const renderer = new TypstDocumentRenderer();
  afterAll(() => renderer.close());
  const render = async (view: LicenceView) => (await renderer.render('licence', view)).pdf;

  it('shows the sample as expected (golden)', async () => {
    expect(textOf(await render(sample()))).toBe(readFileSync(path.join(folder, 'expected.txt'), 'utf8'));
  });

  it('bears the verification code as text, and a QR code that a camera reads, under the watermark too', async () => {
    const view = sample();
    const pdf = await render(view);
    expect(textOf(pdf)).toContain(`\n${view.verification.code}\n`);
    expect(qrOf(pdf)).toBe(view.verification.url);
    expect(qrOf(await render({ ...withItems(9), specimen: false }))).toBe(view.verification.url);
  });

  it('embeds each font as a TrueType subset', async () => {
    const fonts = fontsOf(await render(sample()));
    expect(fonts).toHaveLength(4);
    for (const font of fonts)
      expect(font).toMatch(/^[A-Z]{6}\+NotoSans(SC)?-(Regular|Bold) +CID TrueType +Identity-H +yes yes yes /);
  });

  it('marks a specimen on each page in both languages, and no other paper', async () => {
    const specimen = textOf(await render(withItems(60)));
    const pages = specimen.split('\f').slice(0, -1);
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) {
      expect(page).toContain('无法律效力');
      expect(page).toContain('Specimen issued by a fictional authority, without legal effect');
      expect(page.replace(/\s/g, '')).toContain('SPECIMEN样张');
    }
    const plain = textOf(await render({ ...sample(), specimen: false, authority: { zh: '许可机关', en: 'Authority' } }));
    expect(plain).not.toMatch(/specimen issued|样张：/i);
    expect(plain.replace(/\s/g, '')).not.toContain('SPECIMEN样张');
  });

  it('repeats the head of the item table and counts the pages', async () => {
    const pages = textOf(await render(withItems(60, (_, i) => ({ specification: `规格第${i + 1}号` }))))
      .split('\f')
      .slice(0, -1);
    const text = pages.join('');
    const heads = text.match(/名称、规格/g) ?? [];
    const pagesWithItems = pages.filter((page) => page.includes('规格第')).length;
    expect(heads).toHaveLength(pagesWithItems);
    expect(pagesWithItems).toBeGreaterThan(2);
    for (let line = 1; line <= 60; line++) expect(text.replace(/\s/g, '')).toContain(`规格第${line}号`);
    pages.forEach((page, i) => expect(page).toContain(`Page ${i + 1} of ${pages.length}`));
    pages.forEach((page) => expect(page).toContain('编号 No. YZ-2026-000042 licence/v1'));
    expect(text).toContain('USD 630.00');
  });

  it('says so where an importer, conditions and remarks are not stated', async () => {
    const { importer: _i, remarks: _r, decidedBy: _d, ...view } = sample();
    const text = textOf(await render({ ...view, conditions: [] }));
    for (const words of ['未列明', '无附加条件', 'No further conditions', 'The licensing authority'])
      expect(text).toContain(words);
  });

  it('wraps what is long: every word stays between the margins and none lies on another', async () => {
    const run = (length: number) => 'Wm4'.repeat(length).slice(0, length);
    const view = withItems(4, (_, i) => ({
      code: run(60),
      hsCode: '2846901500123',
      nameZh: '名'.repeat(300),
      nameEn: i % 2 ? run(300) : 'words of some length '.repeat(14),
      specification: i % 2 ? '规格说明，'.repeat(400) : run(2000),
      quantity: i % 2 ? '0.1234567890123' : '123456789012345678.123456789012345678',
      hsYear: '2026',
      kgQuantity: '123456789012345678.123456789012345678',
      unitPrice: '123456789012.12',
      origin: { zh: '来源地区', en: i % 2 ? 'Switzerland' : run(100) },
    }));
    const long = { zh: '字'.repeat(300), en: run(300) };
    const pdf = await render({
      ...view,
      specimen: false,
      number: run(60),
      authority: long,
      exporter: { nameZh: long.zh, nameEn: long.en, creditCode: run(60), address: run(500) },
      contractNumber: run(300),
      endUse: { zh: '用途'.repeat(1000), en: run(2000) },
      conditions: [{ zh: '条'.repeat(2000), en: run(2000) }],
      decidedBy: { name: run(300), title: long },
    });
    const words = wordsOf(pdf);
    expect(words.length).toBeGreaterThan(500);
    const outside = words.filter(
      ({ left, right, top, bottom }) =>
        left < SIDE_MARGIN - 1 || right > PAGE_WIDTH - SIDE_MARGIN + 1 || top < 0 || bottom > PAGE_HEIGHT,
    );
    expect(outside).toEqual([]);
    expect(overlapping(words)).toEqual([]);
  });

  it.each([
    '#read("/etc/passwd")',
    '#panic(1)',
    '#{ panic(1) }',
    '$x^2$',
    '] #panic(1) [',
    '[[{{number}}]]',
    '@ref <label>',
    '"; #panic("x"); "',
    'back\\slash \\" \\u{41}',
    '*bold* _under_ `raw` = heading',
    '// comment /* other */',
    'a -- b --- c ... ~',
    "it's “quoted” 'so'",
    '<script>&amp;</script>',
    '龘鑫淼焱',
    'Dvořák Şişli Đặng Παπάς Юрий',
    'https://example.org/a',
  ])('prints %s as it is', async (value) => {
    const view = sample();
    const text = textOf(
      await render({ ...view, endUse: { zh: value, en: `en ${value}` }, exporter: { ...view.exporter, nameZh: value } }),
    );
    expect(text.split(`\n${value}\n`).length).toBe(3);
    expect(text).toContain(`\nen ${value}\n`);
  });

  it('prints hidden and undrawable signs as their code points, and keeps lines', async () => {
    const text = textOf(await render({ ...sample(), endUse: { zh: '甲\u202e乙\ud800丙\u0000丁😀', en: 'first\nsecond\u0007' } }));
    expect(text).toContain('甲[U+202E]乙�丙丁[U+1F600]');
    expect(text).toContain('\nfirst\nsecond\n');
  });
});

/** Pairs of words of which one covers a good part of the other. */
function overlapping(words: readonly Word[]): string[] {
  const found: string[] = [];
  words.forEach((word, i) => {
    for (const other of words.slice(i + 1)) {
      if (other.page !== word.page) break;
      const width = Math.min(word.right, other.right) - Math.max(word.left, other.left);
      const height = Math.min(word.bottom, other.bottom) - Math.max(word.top, other.top);
      const area = Math.min(
        (word.right - word.left) * (word.bottom - word.top),
        (other.right - other.left) * (other.bottom - other.top),
      );
      if (width > 1 && height > 0 && width * height > 0.4 * area)
        found.push(`page ${word.page + 1}: "${word.text}" and "${other.text}"`);
    }
  });
  return found;
}

/** The text in the order of the content, pages ended by a form feed. */
function textOf(pdf: Buffer): string {
  return run('pdftotext', ['-raw', '-', '-'], pdf);
}

/** What the QR code of the first page says, read from the page as a picture of 150 dots an inch. */
function qrOf(pdf: Buffer): string | undefined {
  const picture = execFileSync('pdftoppm', ['-r', '150', '-gray', '-singlefile', '-'], {
    input: pdf,
    stdio: ['pipe', 'pipe', 'ignore'],
    maxBuffer: 100_000_000,
  });
  const [head = '', columns, rows] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(picture.toString('latin1', 0, 100)) ?? [];
  const pixels = Uint8ClampedArray.from(picture.subarray(head.length), (grey) => grey);
  const colours = new Uint8ClampedArray(pixels.length * 4);
  pixels.forEach((grey, i) => colours.set([grey, grey, grey, 255], i * 4));
  return jsQR(colours, Number(columns), Number(rows))?.data;
}

/** One font a line: name and its columns `type … emb sub uni`. */
function fontsOf(pdf: Buffer): string[] {
  return run('pdffonts', ['-'], pdf).trim().split('\n').slice(2);
}

interface Word {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Each word with its box in points from the upper left corner of its page. */
function wordsOf(pdf: Buffer): Word[] {
  const pages = run('pdftotext', ['-bbox', '-', '-'], pdf).split('<page ').slice(1);
  return pages.flatMap((body, page) =>
    [...body.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</g)].map(
      ([, left, top, right, bottom, text]) => ({
        page,
        text: text ?? '',
        left: Number(left),
        top: Number(top),
        right: Number(right),
        bottom: Number(bottom),
      }),
    ),
  );
}

function run(tool: string, args: string[], input: Buffer): string {
  return execFileSync(tool, args, { input, stdio: ['pipe', 'pipe', 'ignore'], maxBuffer: 100_000_000 }).toString('utf8');
}
