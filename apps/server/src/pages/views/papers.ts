// The papers of an application as lines: what each is, how large, the beginning of its hash.
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
  readonly files: readonly PaperFile[];
}

const HASH_SHOWN = 12;

/** One line per kind of paper, with its files. */
export function papersView(
  { id, papers }: Pick<ApplicationView, 'id' | 'papers'>,
  voice: Voice,
  removable: boolean,
): PaperLine[] {
  return PAPER_KINDS.map((kind) => ({
    kind,
    anchor: `papers-${kind}`,
    title: voice.say(PAPER[kind]),
    about: voice.t(`paper.${kind}`),
    files: papers
      .filter((paper) => paper.kind === kind)
      .map((paper) => fileOf(paper, `/applications/${id}/papers/${paper.id}`, voice, removable)),
  }));
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
