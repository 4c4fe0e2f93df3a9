import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { TypstDocumentRenderer } from './document-renderer';
import type { LicenceView } from './kinds/licence';
import { findTemplateFolder } from './template-folder';

const templates = findTemplateFolder();
const sample = (): LicenceView =>
  JSON.parse(readFileSync(path.join(templates, 'documents/licence/v1/sample.json'), 'utf8')) as LicenceView;

describe('TypstDocumentRenderer', () => {
  const renderer = new TypstDocumentRenderer();
  afterAll(() => renderer.close());

  it('makes a tagged PDF/A-2a with its hash and template named', async () => {
    const { pdf, sha256, template } = await renderer.render('licence', sample());
    const file = pdf.toString('latin1');
    expect(file.startsWith('%PDF-1.7')).toBe(true);
    expect(file).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>');
    expect(file).toMatch(/\/MarkInfo <<\s*\/Marked true/);
    expect(file).toContain('/StructTreeRoot');
    expect(file).toContain('<dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li>');
    expect(file).toContain('<xmp:CreateDate>2026-03-02T00:00:00');
    expect(sha256).toBe(createHash('sha256').update(pdf).digest('hex'));
    expect(template).toBe('licence/v1');
  });

  it('gives the same bytes for the same view, in any thread and after a restart, and others for another view', async () => {
    const other = new TypstDocumentRenderer({ threads: 1, recycleAfter: 1 });
    const papers = await Promise.all([1, 2, 3, 4].map(() => renderer.render('licence', sample())));
    const restarted = [await other.render('licence', sample()), await other.render('licence', sample())];
    await other.close();
    expect(new Set([...papers, ...restarted].map((paper) => paper.sha256)).size).toBe(1);
    const changed = await renderer.render('licence', { ...sample(), number: 'YZ-2026-000043' });
    expect(changed.sha256).not.toBe(papers[0]?.sha256);
  });

  it('refuses a view that does not fit and lists the paths', async () => {
    const view = { ...sample(), validTo: 'soon', surplus: true };
    await expect(renderer.render('licence', view)).rejects.toMatchObject({
      code: 'view-invalid',
      problems: expect.arrayContaining([
        expect.objectContaining({ path: 'validTo' }),
        expect.objectContaining({ path: '' }),
      ]) as unknown,
    });
  });

  it.each(['other', 'constructor', '__proto__', '../licence'])('knows no kind %s', async (kind) => {
    await expect(renderer.render(kind as 'licence', sample())).rejects.toMatchObject({ code: 'view-invalid' });
  });

  it('takes no order after its end', async () => {
    const closed = new TypstDocumentRenderer();
    await closed.close();
    await expect(closed.render('licence', sample())).rejects.toMatchObject({ code: 'closed' });
  });
});

describe('a template that fails', () => {
  const copy = mkdtempSync(path.join(tmpdir(), 'licet-templates-'));
  const file = path.join(copy, 'documents/licence/v1/template.typ.hbs');
  beforeEach(() => cpSync(path.join(templates, 'documents'), path.join(copy, 'documents'), { recursive: true }));
  afterAll(() => rmSync(copy, { recursive: true }));

  it('is refused at load when an output is bare', () => {
    writeFileSync(file, 'No. {{number}}');
    expect(() => new TypstDocumentRenderer({ templates: copy })).toThrow(/licence\/v1, line 1: an output is written/);
  });

  it('is refused at load when it is not there', () => {
    rmSync(file);
    expect(() => new TypstDocumentRenderer({ templates: copy })).toThrow(expect.objectContaining({ code: 'template-invalid' }));
  });

  it.each([
    ['a panic', '#panic("out of paper")', 'panicked with: "out of paper"'],
    ['bad mark-up', '#let x = (', 'unclosed delimiter'],
    ['a file of the machine', '#read("/etc/passwd")', 'file not found'],
    ['a file above its folder', '#read("../../../../../../../etc/passwd")', 'access denied'],
    ['a sign that no font draws', '#set text(font: "Noto Sans SC", fallback: false)\nก', 'could not be displayed'],
  ])('reports %s in the compiler’s words', async (_, source, message) => {
    writeFileSync(file, source);
    const renderer = new TypstDocumentRenderer({ templates: copy });
    const rendering = renderer.render('licence', sample());
    await expect(rendering).rejects.toMatchObject({ code: 'typst', message: expect.stringContaining(message) as unknown });
    await renderer.close();
  });
});
