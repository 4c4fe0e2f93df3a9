// Papers that came, left or were replaced between an application and its amendment.
import fc from 'fast-check';
import { PAPER_KINDS } from './content';
import type { PaperFace } from './difference';
import { paperDifferences } from './paper-difference';

const paper = (kind: PaperFace['kind'], sha256: string, fileName = `${sha256}.pdf`): PaperFace => ({ kind, fileName, sha256 });
const told = (before: PaperFace[], after: PaperFace[]) =>
  paperDifferences(before, after).map((row) => {
    const [was, is] = [row.before, row.after] as (PaperFace | null)[];
    return [row.at, row.kind, was?.sha256 ?? null, is?.sha256 ?? null];
  });

test('added, removed, replaced, in the order of the kinds', () => {
  expect(told([paper('A5', 'x'), paper('A3', 'c')], [paper('A13', 'o'), paper('A5', 'y')])).toEqual([
    ['papers.A3', 'removed', 'c', null],
    ['papers.A5', 'changed', 'x', 'y'],
    ['papers.A13', 'added', null, 'o'],
  ]);
});

test('of two of a kind one is replaced, and the names are told', () => {
  expect(
    paperDifferences([paper('A4', 'a'), paper('A4', 'b', 'old.pdf')], [paper('A4', 'c', 'new.pdf'), paper('A4', 'a')]),
  ).toEqual([
    {
      at: 'papers.A4',
      kind: 'changed',
      before: paper('A4', 'b', 'old.pdf'),
      after: paper('A4', 'c', 'new.pdf'),
      subject: { section: 'papers', id: 'A4' },
    },
  ]);
});

test('the same bytes in another order or under another name are the same papers', () => {
  const papers = fc.array(
    fc.record({ kind: fc.constantFrom(...PAPER_KINDS), sha256: fc.constantFrom('a', 'b', 'c'), fileName: fc.string() }),
  );
  fc.assert(
    fc.property(papers, (before) => {
      expect(paperDifferences(before, before.map((row) => ({ ...row, fileName: 'other.pdf' })).reverse())).toEqual([]);
    }),
  );
});

test('back is the mirror of forth', () => {
  const papers = fc.uniqueArray(
    fc.record({ kind: fc.constantFrom(...PAPER_KINDS), sha256: fc.constantFrom('a', 'b', 'c'), fileName: fc.constant('f') }),
    { selector: ({ kind, sha256 }) => `${kind} ${sha256}` },
  );
  fc.assert(
    fc.property(papers, papers, (before, after) => {
      expect(told(after, before).map(([at, , was, is]) => [at, is, was])).toEqual(
        told(before, after).map(([at, , was, is]) => [at, was, is]),
      );
    }),
  );
});
