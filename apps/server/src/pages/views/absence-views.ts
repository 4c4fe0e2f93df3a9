// Absences: who is away on which days and who stands in, and the form to record one.
import type { AbsenceRecord, Actor } from '#casework';
import type { LocalDate } from '#kernel';
import { FormBuilder } from '../forms/form-builder';
import type { Voice } from '../rendering/voice';
import type { FormView, Tag } from './parts';
import type { Colleague, Given } from './team-views';
import { workTabs, type WorkTab } from './work-tabs';

export interface AbsenceLine {
  readonly who: string;
  readonly days: string;
  readonly substitute: string;
  readonly state: Tag;
  /** Set where the reader may end it. */
  readonly end: { readonly action: string; readonly label: string } | null;
}

export interface AbsencesView {
  readonly tabs: readonly WorkTab[];
  readonly rows: readonly AbsenceLine[];
}

/** Records absences of others too; everybody else only their own. */
export function mayRecordForOthers({ roles }: Actor): boolean {
  return roles.some((role) => role === 'team-lead' || role === 'manager' || role === 'administrator');
}

/** Of whom the reader records absences. */
export type Charge = (personId: string) => boolean;

export function absencesView(
  absences: readonly AbsenceRecord[],
  people: readonly Colleague[],
  actor: Actor,
  inCharge: Charge,
  today: LocalDate,
  voice: Voice,
): AbsencesView {
  const { t } = voice;
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? t('absences.somebody');
  return {
    tabs: workTabs('/absences', actor, voice),
    rows: absences.map(({ id, personId, substituteId, from, to }) => {
      const who = nameOf(personId);
      const away = from <= today && today <= to;
      const gone =
        substituteId !== null &&
        (!people.some((person) => person.id === substituteId) ||
          absences.some((row) => row.personId === substituteId && row.from <= to && from <= row.to));
      const standing = gone ? 'absences.substituteGone' : 'absences.standsIn';
      return {
        who,
        days: t('absences.days', { from, to }),
        substitute: substituteId === null ? t('absences.noSubstitute') : t(standing, { name: nameOf(substituteId) }),
        state: away
          ? { text: t('absences.away'), tone: 'attention' as const }
          : { text: t('absences.coming'), tone: 'info' as const },
        end: inCharge(personId) ? { action: `/absences/${id}/end`, label: t('absences.end', { name: who }) } : null,
      };
    }),
  };
}

/** Whoever records only their own absence is not asked whose it is. */
export function absenceForm(
  { voice, valueOf, faults }: Given,
  people: readonly Colleague[],
  actor: Actor,
  inCharge: Charge,
): FormView {
  const { t } = voice;
  const form = new FormBuilder(voice, valueOf, faults);
  const choices = people.map(({ id, name }) => ({ value: id, label: name, hint: null }));
  const whose = choices.filter(({ value }) => inCharge(value));
  const others = choices.filter(({ value }) => value !== actor.personId);
  const fields = [
    ...(mayRecordForOthers(actor) ? [form.select('personId', { label: t('absences.who'), choices: whose })] : []),
    form.text('from', { label: t('absences.from'), type: 'date', width: 'short' }),
    form.text('to', { label: t('absences.to'), type: 'date', width: 'short' }),
    form.select('substituteId', { label: t('absences.substitute'), hint: t('hint.substitute'), optional: true, choices: others }),
  ];
  return {
    title: t('absences.add'),
    back: { href: '/absences', text: t('absences.back') },
    action: '/absences/new',
    version: null,
    errors: form.errors(fields),
    fields,
    submit: t('absences.save'),
  };
}
