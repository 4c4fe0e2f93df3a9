// The queues on which a case stands or stood, and the forms to give a place to somebody or to put the case on another queue.
import {
  may,
  type Actor,
  type OfficerView,
  type PersonRecord,
  type PlaceView,
  type QueueRecord,
  type TeamRecord,
} from '#casework';
import { LIMITS } from '#licensing';
import type { DescribedFault } from '../../http/refusals';
import { FormBuilder } from '../forms/form-builder';
import type { Voice } from '../rendering/voice';
import type { OneClick } from './asked-of-you';
import type { FormView, Link } from './parts';

export interface PlaceLine {
  readonly queue: string;
  readonly team: string;
  readonly since: string;
  readonly holder: string;
  readonly because: string;
  /** When and how it left; null while it stands there. */
  readonly left: string | null;
  readonly release: OneClick | null;
  /** Empty for who does not order the queue. */
  readonly acts: readonly Link[];
}

/** Value of the choice that frees a place. */
export const NOBODY = 'nobody';

export function placeLines(view: OfficerView, actor: Actor, voice: Voice): PlaceLine[] {
  const { t } = voice;
  const open = view.places.filter(({ leftAt }) => leftAt === null).length;
  return view.places.map((place) => {
    const base = `/cases/${view.id}/places/${place.id}`;
    const queue = voice.say(place.queue);
    const here = place.leftAt === null;
    return {
      queue,
      team: voice.say(place.team),
      since: t('place.since', { at: voice.moment(place.arrivedAt) }),
      holder: holderText(place, actor, voice),
      because: becauseText(place, voice),
      left: place.leftAt && t('place.left', { at: voice.moment(place.leftAt), how: t(`placeEnd.${place.ending ?? 'moved'}`) }),
      release:
        here && place.holderId === actor.personId ? { action: `${base}/release`, label: t('case.releaseTo', { queue }) } : null,
      acts: here && orders(place, actor) ? actsOn(base, queue, open > 1, actor, voice) : [],
    };
  });
}

function actsOn(base: string, queue: string, amongOthers: boolean, actor: Actor, { t }: Voice): Link[] {
  return [
    ...(may('case.assign', actor) ? [{ href: `${base}/assign`, text: t('place.assign', { queue }) }] : []),
    ...(amongOthers && may('case.place', actor) ? [{ href: `${base}/remove`, text: t('place.takeOff', { queue }) }] : []),
  ];
}

/** Team leads order the work of their teams, managers that of all. */
function orders({ led }: PlaceView, actor: Actor): boolean {
  return led || actor.roles.includes('manager');
}

function holderText({ holderId, holderName }: PlaceView, actor: Actor, { t }: Voice): string {
  if (holderId === null) return t('case.nobody');
  return holderId === actor.personId
    ? t('case.heldByYou', { name: holderName ?? actor.name })
    : (holderName ?? t('advice.somebody'));
}

function becauseText({ rule, ruleVersion, placedBy }: PlaceView, voice: Voice): string {
  if (rule) return voice.t('place.byRule', { rule: voice.say(rule), version: ruleVersion ?? 1 });
  return voice.t(placedBy === null ? 'place.byFallback' : 'place.byHand');
}

export function assignForm(
  { id, reference }: Pick<OfficerView, 'id' | 'reference'>,
  place: PlaceView,
  members: readonly Pick<PersonRecord, 'id' | 'name'>[],
  chosen: string,
  faults: readonly DescribedFault[],
  voice: Voice,
): FormView {
  const { t } = voice;
  const form = new FormBuilder(voice, () => chosen, faults);
  const title = t('place.assign', { queue: voice.say(place.queue) });
  const fields = [form.select('personId', { label: t('place.assignTo'), choices: assignees(members, voice) })];
  return {
    title,
    back: { href: `/cases/${id}`, text: reference },
    action: `/cases/${id}/places/${place.id}/assign`,
    version: null,
    errors: form.errors(fields),
    fields,
    submit: t('place.assignSubmit'),
  };
}

export function assignees(people: readonly Pick<PersonRecord, 'id' | 'name'>[], { t }: Voice) {
  return [
    ...people.map(({ id: value, name }) => ({ value, label: name, hint: null })),
    { value: NOBODY, label: t('place.nobody'), hint: null },
  ];
}

export function putForm(
  view: OfficerView,
  { queues, teams }: { readonly queues: readonly QueueRecord[]; readonly teams: readonly TeamRecord[] },
  valueOf: (name: string) => string,
  faults: readonly DescribedFault[],
  voice: Voice,
): FormView {
  const { t } = voice;
  const form = new FormBuilder(voice, valueOf, faults);
  const standing = view.places.filter(({ leftAt }) => leftAt === null).map(({ queueId }) => queueId);
  const open = queues.filter(({ id, retired, stages }) => !retired && stages.includes(view.status) && !standing.includes(id));
  const fields = [
    form.select('queueId', {
      label: t('place.queue'),
      hint: t('hint.putOnQueue'),
      choices: open.map(({ id: value, name, teamId }) => {
        const team = teams.find(({ id }) => id === teamId)?.name;
        return { value, label: [voice.say(name), team && voice.say(team)].filter(Boolean).join(' · '), hint: null };
      }),
    }),
    reasonField(form, voice),
  ];
  return {
    title: t('place.put'),
    back: { href: `/cases/${view.id}`, text: view.reference },
    action: `/cases/${view.id}/places`,
    version: null,
    errors: form.errors(fields),
    fields,
    submit: t('place.put'),
  };
}

export function removeForm(
  { id, reference }: Pick<OfficerView, 'id' | 'reference'>,
  place: PlaceView,
  reason: string,
  faults: readonly DescribedFault[],
  voice: Voice,
): FormView {
  const form = new FormBuilder(voice, () => reason, faults);
  const title = voice.t('place.takeOff', { queue: voice.say(place.queue) });
  const fields = [reasonField(form, voice)];
  return {
    title,
    back: { href: `/cases/${id}`, text: reference },
    action: `/cases/${id}/places/${place.id}/remove`,
    version: null,
    errors: form.errors(fields),
    fields,
    submit: title,
  };
}

function reasonField(form: FormBuilder, { t }: Voice) {
  return form.area('reason', { label: t('place.reason'), hint: t('hint.reason', { max: LIMITS.reason }), rows: 3 });
}
