// One act on the marked cases: what will be done to which, and after a refusal which of them stood against it and why.
import type { Actor, PersonRecord } from '#casework';
import { LIMITS } from '#licensing';
import { MOVES } from '../../http/words';
import type { FormAnswers } from '../forms/form-answers';
import { FormBuilder, type FormError } from '../forms/form-builder';
import { MARKED, markOf, type MarkedCase } from '../forms/marked-cases';
import type { Field } from '../forms/field';
import type { Voice } from '../rendering/voice';
import { SHOWN_FIRST } from './asked-of-you';
import { assignees } from './case-views-places';
import { statusTag, type Link, type Tag } from './parts';
import { bulkMoves, type BULK_ACTS } from './queue-views';

export type BulkAct = (typeof BULK_ACTS)[number];

export interface BulkView {
  readonly title: string;
  readonly about: string;
  readonly back: Link;
  readonly action: string;
  readonly errors: readonly FormError[];
  readonly marked: readonly {
    readonly id: string;
    readonly name: string;
    readonly value: string;
    readonly reference: string;
    readonly href: string;
    readonly status: Tag;
    /** Why the act was refused for this case. */
    readonly refused: string | null;
  }[];
  readonly fields: readonly Field[];
  /** Null where there is nothing that the reader could do. */
  readonly submit: string | null;
}

export interface BulkScene {
  readonly voice: Voice;
  readonly actor: Actor;
  readonly act: BulkAct;
  readonly marked: readonly MarkedCase[];
  readonly answers: FormAnswers;
  readonly people: readonly Pick<PersonRecord, 'id' | 'name'>[];
  readonly faults: readonly {
    readonly at: string | null;
    readonly code: string;
    readonly message: string;
    readonly cure: string;
  }[];
  readonly back: string;
}

export function bulkView({ voice, actor, act, marked, answers, people, faults, back }: BulkScene): BulkView {
  const { t } = voice;
  const form = new FormBuilder(voice, (name) => answers.text(name), faults);
  const fields = act === 'assign' ? assignFields(form, people, voice) : moveFields(form, actor, marked, voice);
  const rows = marked.map((one, place) => {
    const fault = faults.find(({ at }) => at === `${MARKED}.${place}`);
    return {
      id: `${MARKED}-${place}`,
      name: MARKED,
      value: markOf(one),
      reference: one.reference,
      href: `/cases/${one.applicationId}`,
      status: statusTag(one.status, voice),
      refused: fault ? `${fault.message} ${fault.cure}`.trim() : null,
    };
  });
  const refused = rows.filter((row) => row.refused !== null);
  const ofRows = refused.map(({ id, reference, refused: why }) => ({
    href: `#${id}`,
    text: t('bulk.refusedRow', { reference, why: why ?? '' }),
  }));
  return {
    title: t(`bulkTitle.${act}`, { count: marked.length }),
    about: t('bulk.about'),
    back: { href: back, text: t('queue.title') },
    action: `/queue/bulk/${act}`,
    errors: refused.length > 0 ? ofRows : form.errors(fields),
    marked: rows,
    fields,
    submit: fields.length > 0 ? t(`bulkSubmit.${act}`) : null,
  };
}

function assignFields(form: FormBuilder, people: BulkScene['people'], voice: Voice): Field[] {
  return [form.select('personId', { label: voice.t('place.assignTo'), choices: assignees(people, voice) })];
}

function moveFields(form: FormBuilder, actor: Actor, marked: readonly MarkedCase[], voice: Voice): Field[] {
  const moves = bulkMoves(actor, [...new Set(marked.map(({ status }) => status))], SHOWN_FIRST);
  if (moves.length === 0) return [];
  return [
    form.choices('name', {
      label: voice.t('bulk.which'),
      type: 'radio',
      choices: moves.map(({ name, asks }) => ({
        value: name,
        label: voice.say(MOVES[name]),
        hint: asks.length > 0 ? voice.t('bulk.needsReason') : null,
      })),
    }),
    ...(moves.some(({ asks }) => asks.length > 0)
      ? [
          form.area('reason', {
            label: voice.t('bulk.reason'),
            hint: voice.t('hint.reason', { max: LIMITS.reason }),
            optional: true,
          }),
        ]
      : []),
  ];
}
