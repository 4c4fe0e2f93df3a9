// Notes between applicant and authority, and the form to write one.
import type { ExporterView } from '#casework';
import { LIMITS, takesNotes } from '#licensing';
import type { CaseSheet } from '../door/case-reading';
import type { DescribedFault } from '../../http/refusals';
import { SIDE } from '../../http/words';
import { FormBuilder, type FormError } from '../forms/form-builder';
import type { Field } from '../forms/field';
import type { Voice } from '../rendering/voice';
import type { Link } from './parts';

export interface NoteLine {
  readonly at: string;
  readonly who: string;
  readonly fromAuthority: boolean;
  readonly text: string;
}

/** An applicant's case with its notes, oldest first. */
export type NotedCase = Pick<CaseSheet<ExporterView>, 'view' | 'notes'>;

/** Newest first. An applicant is told no name of the authority's. */
export function noteLines({ notes }: Pick<NotedCase, 'notes'>, voice: Voice): NoteLine[] {
  const lines = notes.map(({ at, side, authorName, text }) => ({
    at: voice.moment(at),
    who: authorName ?? voice.say(SIDE[side]),
    fromAuthority: side === 'authority',
    text,
  }));
  return lines.reverse();
}

/** The newest note is the authority's: the applicant may want to answer. */
export function awaitsAnswer({ notes }: Pick<NotedCase, 'notes'>): boolean {
  return notes.at(-1)?.side === 'authority';
}

export interface NotesPageView {
  readonly title: string;
  readonly back: Link;
  /** The form stands while the case takes notes. */
  readonly open: boolean;
  readonly action: string;
  readonly notes: readonly NoteLine[];
  readonly errors: readonly FormError[];
  readonly fields: readonly Field[];
}

export function notesPage(noted: NotedCase, written: string, faults: readonly DescribedFault[], voice: Voice): NotesPageView {
  const { t } = voice;
  const { id, reference, status } = noted.view;
  const form = new FormBuilder(voice, () => written, faults);
  const fields = [form.area('text', { label: t('notes.text'), hint: t('hint.note', { max: LIMITS.longText }), rows: 5 })];
  return {
    title: t('notes.title'),
    back: { href: `/applications/${id}`, text: reference },
    open: takesNotes(status, 'applicant'),
    action: `/applications/${id}/notes`,
    notes: noteLines(noted, voice),
    errors: form.errors(fields),
    fields,
  };
}
