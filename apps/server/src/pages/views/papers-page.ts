// The page on which papers are uploaded and removed, one form per kind.
import type { ExporterView } from '#casework';
import { LIMITS } from '#licensing';
import type { DescribedFault } from '../../http/refusals';
import { SECTIONS } from '../../http/words';
import { FormBuilder, type FormError } from '../forms/form-builder';
import type { FileField } from '../forms/field';
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
}

/** `faults` name the kind of paper as their place, `papers.A5`. */
export function papersPage(view: ExporterView, voice: Voice, faults: readonly DescribedFault[]): PapersPageView {
  const { t } = voice;
  const form = new FormBuilder(voice, () => '', faults);
  const papers = papersView(view, voice, true).map((line) => ({
    ...line,
    field: {
      ...form.file(`papers.${line.kind}`, {
        label: t('papers.file', { title: line.title }),
        accept: 'application/pdf,image/png',
      }),
    },
    submit: t('papers.uploadNamed', { title: line.title }),
  }));
  return {
    title: voice.say(SECTIONS.papers),
    back: { href: `/applications/${view.id}`, text: view.reference },
    about: t('papers.about', { size: sizeText(LIMITS.paperSize) }),
    action: `/applications/${view.id}/papers`,
    errors: form.errors(papers.map(({ field }) => field)),
    papers,
  };
}
