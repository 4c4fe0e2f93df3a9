// The page on which papers are uploaded and removed: one form per paper that is asked or there, and one for any other.
import type { ExporterView } from '#casework';
import { LIMITS, PAPER_KINDS } from '#licensing';
import type { DescribedFault } from '../../http/refusals';
import { PAPER, SECTIONS } from '../../http/words';
import { FormBuilder, type FormError } from '../forms/form-builder';
import type { FileField, SelectField } from '../forms/field';
import type { Voice } from '../rendering/voice';
import { papersView, sizeText, type PaperLine } from './papers';
import type { Link } from './parts';

export interface PapersPageView {
  readonly title: string;
  readonly back: Link;
  readonly about: string;
  readonly action: string;
  readonly errors: readonly FormError[];
  readonly papers: readonly (PaperLine & { readonly field: FileField; readonly submit: string })[];
  /** For a paper of a kind that has no form of its own. */
  readonly other: { readonly open: boolean; readonly kind: SelectField; readonly field: FileField; readonly submit: string };
}

const ACCEPTED = 'application/pdf,image/png';

/** `faults` name the kind of paper as their place, `papers.A5`, or `papers.other`; `kind` is the one that was chosen. */
export function papersPage(view: ExporterView, voice: Voice, faults: readonly DescribedFault[], kind: string): PapersPageView {
  const { t } = voice;
  const lines = papersView(view, voice, true);
  const listed = lines.map((line): string => line.kind);
  const placed = faults.map((fault) => (isListed(fault.at, listed) ? fault : { ...fault, at: placeOfOther(fault.at) }));
  const form = new FormBuilder(voice, (name) => (name === 'kind' ? kind : ''), placed);
  const papers = lines.map((line) => ({
    ...line,
    field: form.file(`papers.${line.kind}`, { label: t('papers.file', { title: line.title }), accept: ACCEPTED }),
    submit: t('papers.uploadNamed', { title: line.title }),
  }));
  const other = {
    open: placed.some(({ at }) => at === 'kind' || at === 'papers.other'),
    kind: form.select('kind', {
      label: t('papers.otherKind'),
      choices: PAPER_KINDS.filter((one) => !listed.includes(one)).map((value) => ({
        value,
        label: `${value} ${voice.say(PAPER[value])}`,
        hint: null,
      })),
    }),
    field: form.file('papers.other', { label: t('papers.otherFile'), accept: ACCEPTED }),
    submit: t('papers.upload'),
  };
  return {
    title: voice.say(SECTIONS.papers),
    back: { href: `/applications/${view.id}`, text: view.reference },
    about: t('papers.about', { size: sizeText(LIMITS.paperSize) }),
    action: `/applications/${view.id}/papers`,
    errors: form.errors([...papers.map(({ field }) => field), other.kind, other.field]),
    papers,
    other,
  };
}

function isListed(at: string | null, listed: readonly string[]): boolean {
  return listed.some((kind) => at === `papers.${kind}`);
}

function placeOfOther(at: string | null): string {
  return at === 'kind' ? 'kind' : 'papers.other';
}
