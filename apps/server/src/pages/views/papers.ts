// The papers of an application as lines: those that are asked, each with why, and those that are there.
import type { ApplicationView, PaperRecord } from '#casework';
import { PAPER_KINDS, type PaperKind } from '#licensing';
import { PAPER } from '../../http/words';
import type { Voice } from '../rendering/voice';

export interface PaperFile {
  readonly id: string;
  readonly fileName: string;
  readonly href: string;
  readonly size: string;
  readonly hash: string;
  readonly added: string;
  readonly removeHref: string | null;
  readonly removeLabel: string;
}

export interface PaperLine {
  readonly kind: PaperKind;
  readonly anchor: string;
  readonly title: string;
  readonly about: string;
  /** Why it is asked, with the text that asks it; null for a paper added freely. */
  readonly required: { readonly because: string; readonly cite: string } | null;
  readonly files: readonly PaperFile[];
}

const HASH_SHOWN = 12;

/** One line per kind of paper that is asked or there, in the order of the law's list. */
export function papersView(
  { id, papers, requiredPapers }: Pick<ApplicationView, 'id' | 'papers' | 'requiredPapers'>,
  voice: Voice,
  removable: boolean,
): PaperLine[] {
  return PAPER_KINDS.flatMap((kind) => {
    const asked = requiredPapers.find((paper) => paper.kind === kind);
    const files = papers.filter((paper) => paper.kind === kind);
    if (!asked && files.length === 0) return [];
    return [
      {
        kind,
        anchor: `papers-${kind}`,
        title: asked ? voice.say(asked.name) : voice.say(PAPER[kind]),
        about: voice.t(`paper.${kind}`),
        required: asked ? { because: voice.t(`because.${asked.because}`), cite: voice.cite(asked.cite) } : null,
        files: files.map((paper) => fileOf(paper, `/applications/${id}/papers/${paper.id}`, voice, removable)),
      },
    ];
  });
}

function fileOf({ id, fileName, size, sha256, addedAt }: PaperRecord, href: string, voice: Voice, removable: boolean): PaperFile {
  return {
    id,
    fileName,
    href,
    size: sizeText(size),
    hash: sha256.slice(0, HASH_SHOWN),
    added: voice.moment(addedAt),
    removeHref: removable ? `${href}/remove` : null,
    removeLabel: voice.t('papers.removeNamed', { name: fileName }),
  };
}

const KIB = 1024;

/** Bytes in a unit that a person reads, `1.4 MB`. */
export function sizeText(bytes: number): string {
  if (bytes < KIB) return `${bytes} B`;
  if (bytes < KIB * KIB) return `${Math.round(bytes / KIB)} KB`;
  return `${Math.round((bytes / KIB / KIB) * 10) / 10} MB`;
}
