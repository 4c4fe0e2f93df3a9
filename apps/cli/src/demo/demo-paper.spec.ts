import { detectMediaType } from '#gateways';
import { demoPaper } from './demo-paper';

describe('demoPaper', () => {
  const paper = demoPaper('Contract (copy)', ['Terbium oxide, 200 kg', '中文', 'back\\slash']).toString('latin1');

  it('is a PDF by its content', async () => {
    expect(await detectMediaType(demoPaper('A', []))).toBe('application/pdf');
  });

  it('points to each of its objects and to its table', () => {
    const table = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(paper)?.[1]);
    const [, , ...rows] = paper.slice(table).split('\n');
    const offsets = rows.slice(1, 6).map((row) => Number(row.slice(0, 10)));
    expect(paper.slice(table, table + 4)).toBe('xref');
    offsets.forEach((offset, index) => expect(paper.slice(offset, offset + 7)).toBe(`${index + 1} 0 obj`));
  });

  it('writes brackets and backslashes as text and leaves out what its font cannot show', () => {
    expect(paper).toContain('(Contract \\(copy\\)) Tj');
    expect(paper).toContain('(back\\\\slash) Tj');
    expect(paper).toContain('(??) Tj');
  });
});
