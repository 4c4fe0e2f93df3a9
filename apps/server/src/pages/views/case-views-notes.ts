// The notes of a case as lines, and the form to write one.
import { NOTE_AUDIENCES, type NoteRecord, type OfficerView, type PersonRecord } from '#casework';
import { LIMITS, takesNotes } from '#licensing';
import type { DescribedFault } from '../../http/refusals';
import { SIDE } from '../../http/words';
import type { FormAnswers } from '../forms/form-answers';
import { FormBuilder } from '../forms/form-builder';
import type { Voice } from '../rendering/voice';
import type { FormView, Tag } from './parts';

type Colleague = Pick<PersonRecord, 'id' | 'name'>;

export interface NoteLine {
  readonly audience: Tag;
  readonly text: string;
  readonly by: string;
  readonly mentions: string | null;
}

/** Newest first. */
export function noteLines(notes: readonly NoteRecord[], colleagues: readonly Colleague[], voice: Voice): NoteLine[] {
  return notes
    .map(({ audience, side, text, authorName, at, mentionIds }) => {
      const named = colleagues.filter(({ id }) => mentionIds.includes(id)).map(({ name }) => name);
      return {
        audience: audienceTag(audience, voice),
        text,
        by: voice.t('note.by', { name: authorOf(side, authorName, voice), at: voice.moment(at) }),
        mentions: named.length > 0 ? voice.t('note.mentions', { names: voice.list(named) }) : null,
      };
    })
    .reverse();
}

function authorOf(side: NoteRecord['side'], name: string | null, voice: Voice): string {
  if (side === 'authority') return name ?? voice.say(SIDE.authority);
  return name === null ? voice.t('note.applicant') : voice.t('note.applicants', { name });
}

export function audienceTag(audience: NoteRecord['audience'], { t }: Voice): Tag {
  return { text: t(`audience.${audience}`), tone: audience === 'internal' ? 'neutral' : 'attention' };
}

/** `answers` null: nothing written yet. */
export function noteForm(
  { id, reference, status }: Pick<OfficerView, 'id' | 'reference' | 'status'>,
  colleagues: readonly Colleague[],
  answers: FormAnswers | null,
  faults: readonly DescribedFault[],
  voice: Voice,
): FormView {
  const { t } = voice;
  const form = new FormBuilder(voice, (name) => answers?.text(name) ?? (name === 'audience' ? 'internal' : ''), faults);
  const fields = [
    form.choices('audience', {
      label: t('note.audience'),
      type: 'radio',
      choices: NOTE_AUDIENCES.filter((value) => takesNotes(status, value)).map((value) => ({
        value,
        label: t(`audience.${value}`),
        hint: t(`audienceHint.${value}`),
      })),
    }),
    form.area('text', { label: t('note.text'), hint: t('hint.reason', { max: LIMITS.longText }), rows: 6 }),
    form.choices('mentionIds', {
      label: t('note.mention'),
      hint: t('hint.mention'),
      type: 'checkbox',
      choices: colleagues.map(({ id: value, name }) => ({ value, label: name, hint: null })),
      chosen: answers?.list('mentionIds') ?? [],
    }),
  ];
  return {
    title: t('note.write'),
    back: { href: `/cases/${id}`, text: reference },
    action: `/cases/${id}/notes`,
    version: null,
    errors: form.errors(fields),
    fields,
    submit: t('note.send'),
  };
}
