// What the determination record shows, read from the PDF with the poppler tools; and which views it refuses.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { whyNoPoppler } from '../../../test/harness/poppler';
import { wherePresent } from '../../../test/harness/where-present';
import { TypstDocumentRenderer } from './document-renderer';
import { DETERMINATION_LIMITS, type DeterminationView } from './kinds/determination';
import { findTemplateFolder } from './template-folder';

const where = wherePresent(whyNoPoppler('pdftotext'), 'the text of the determination record');

const folder = path.join(findTemplateFolder(), 'documents/determination/v1');
const sample = (change: Partial<DeterminationView> = {}): DeterminationView => ({
  ...(JSON.parse(readFileSync(path.join(folder, 'sample.json'), 'utf8')) as DeterminationView),
  ...change,
});
const textOf = (pdf: Buffer) => execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf, encoding: 'utf8' });
const onOneLine = (text: string) => text.replace(/\s+/g, '');

const renderer = new TypstDocumentRenderer({ threads: 1 });
afterAll(() => renderer.close());
const render = async (view: unknown) => (await renderer.render('determination', view)).pdf;

describe('the determination record', () => {
  where.it('shows the sample as expected (golden)', async () => {
    expect(textOf(await render(sample()))).toBe(readFileSync(path.join(folder, 'expected.txt'), 'utf8'));
  });

  where.it('bears answer, day, hash, coverage, what was not checked and who', async () => {
    const view = sample();
    const text = onOneLine(textOf(await render(view)));
    const said = [
      view.headline.zh,
      view.headline.en,
      '2026年11月21日',
      view.lawHash,
      view.madeBy.name,
      ...view.notChecked.flatMap(({ zh, en }) => [zh, en]),
      ...view.findings.flatMap(({ coverage, readings }) => [coverage.zh, coverage.en, ...readings.map(({ when }) => when.en)]),
    ];
    for (const words of said) expect(text).toContain(onOneLine(words));
  });

  where.it('says with an answer that finds no duty that it holds within the loaded law only, and with no other', async () => {
    const warning = 'Within the loaded law only: this does not say that no licence is needed.';
    const words = { zh: '在已载入的法规范围内未发现管制', en: 'No control found within the loaded law' };
    const without = textOf(await render(sample()));
    const within = textOf(await render(sample({ headline: words, findsNoDuty: true, findings: [], measured: [], codes: [] })));
    expect(within).toContain(warning);
    expect(without).not.toContain(warning);
  });

  it('is the same bytes for the same view', async () => {
    const [first, second] = [await renderer.render('determination', sample()), await renderer.render('determination', sample())];
    expect(first.sha256).toBe(second.sha256);
    expect(first.template).toBe('determination/v1');
  });

  it.each<[string, Partial<Record<keyof DeterminationView, unknown>>, string]>([
    ['without what was not checked', { notChecked: [] }, 'notChecked'],
    ['with a hash that is none', { lawHash: 'abc' }, 'lawHash'],
    ['with a day that is none', { on: '2026-02-30' }, 'on'],
    ['with a moment that is none', { madeAt: 'soon' }, 'madeAt'],
    ['without a name of the product', { product: { ...sample().product, nameZh: '', nameEn: '' } }, 'product'],
    [
      'with more findings than the paper takes',
      { findings: Array(DETERMINATION_LIMITS.findings + 1).fill(sample().findings[0]) },
      'findings',
    ],
  ])('refuses a view %s', async (_what, change, at) => {
    await expect(render({ ...sample(), ...change })).rejects.toMatchObject({
      code: 'view-invalid',
      problems: expect.arrayContaining([expect.objectContaining({ path: at })]) as unknown,
    });
  });
});
