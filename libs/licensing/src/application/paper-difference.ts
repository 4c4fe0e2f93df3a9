// Which papers an amendment changes. A paper is known by its bytes: under another file name it is the same one.
import { PAPER_KINDS, type PaperKind } from './content';
import type { DifferenceRow, PaperFace } from './difference';

/** Rows `papers.<kind>` in the order of the kinds: those that left are paired with those that came, in their order, as replaced (`changed`). */
export function paperDifferences(before: readonly PaperFace[], after: readonly PaperFace[]): DifferenceRow[] {
  return PAPER_KINDS.flatMap((kind) => {
    const gone = without(before, after, kind);
    const come = without(after, before, kind);
    return Array.from({ length: Math.max(gone.length, come.length) }, (_unused, place): DifferenceRow => {
      const [was, is] = [gone[place] ?? null, come[place] ?? null];
      return {
        at: `papers.${kind}`,
        kind: was && is ? 'changed' : is ? 'added' : 'removed',
        before: was,
        after: is,
        subject: { section: 'papers', id: kind },
      };
    });
  });
}

/** The papers of the kind whose bytes the other list lacks. */
function without(papers: readonly PaperFace[], other: readonly PaperFace[], kind: PaperKind): PaperFace[] {
  const there = other.filter((paper) => paper.kind === kind).map(({ sha256 }) => sha256);
  return papers
    .filter((paper) => paper.kind === kind && !there.includes(paper.sha256))
    .map(({ fileName, sha256 }) => ({ kind, fileName, sha256 }));
}
