// Notes between applicant and authority, and the form to write one.
import type { NoteRecord } from '#casework';
import { LIMITS } from '#licensing';
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

/** Newest first. The authority's officers are not named to an applicant: who has no name is the authority. */
export function noteLines(notes: readonly NoteRecord[], voice: Voice): NoteLine[] {
  return notes
    .map(({ at, authorName, text }) => ({
      at: voice.moment(at),
      who: authorName ?? voice.say(SIDE.authority),
      fromAuthority: authorName === null,
      text,
    }))
    .reverse();
}

/** The newest note is the authority's: the applicant may want to answer. */
export function awaitsAnswer(notes: readonly NoteRecord[]): boolean {
  return notes.at(-1)?.authorName === null;
}

export interface NotesPageView {
  readonly title: string;
  readonly back: Link;
  readonly action: string;
  readonly notes: readonly NoteLine[];
  readonly errors: readonly FormError[];
  readonly fields: readonly Field[];
}

export function notesPage(
  { id, reference }: { readonly id: string; readonly reference: string },
  notes: readonly NoteRecord[],
  written: string,
  faults: readonly DescribedFault[],
  voice: Voice,
): NotesPageView {
  const { t } = voice;
  const form = new FormBuilder(voice, () => written, faults);
  const fields = [form.area('text', { label: t('notes.text'), hint: t('hint.note', { max: LIMITS.longText }), rows: 5 })];
  return {
    title: t('notes.title'),
    back: { href: `/applications/${id}`, text: reference },
    action: `/applications/${id}/notes`,
    notes: noteLines(notes, voice),
    errors: form.errors(fields),
    fields,
  };
}
