// What an administrator's pages show: people, organisations, and the forms to invite, deactivate and create.
import { ROLES_OF_ORGANISATION, type OrganisationRecord, type PersonRecord } from '#casework';
import { ROLES } from '#licensing';
import type { DescribedFault } from '../../http/refusals';
import { KIND_OF_ORGANISATION, OTHER_FIELDS, ROLE, STATE_OF_PERSON } from '../../http/words';
import { FormBuilder } from '../forms/form-builder';
import type { Field } from '../forms/field';
import type { NamePair, Voice } from '../rendering/voice';
import { placeText } from './answers';
import type { ConfirmView, FormView, Tag, Tone } from './parts';

const PERSON_TONE: Readonly<Record<PersonRecord['state'], Tone>> = { invited: 'info', active: 'done', deactivated: 'neutral' };

export interface PeopleView {
  readonly rows: readonly {
    readonly name: string;
    readonly email: string;
    readonly organisation: NamePair | null;
    readonly roles: string;
    readonly state: Tag;
    readonly inviteAgain: string | null;
    readonly deactivate: string | null;
  }[];
}

export function peopleView(
  people: readonly PersonRecord[],
  organisations: readonly OrganisationRecord[],
  self: string,
  voice: Voice,
): PeopleView {
  const byId = new Map(organisations.map((row) => [row.id, row]));
  return {
    rows: people.map((person) => {
      const organisation = byId.get(person.organisationId);
      const base = `/admin/people/${person.id}`;
      return {
        name: person.name,
        email: person.email,
        organisation: organisation ? voice.pair({ zh: organisation.nameZh, en: organisation.nameEn }) : null,
        roles: voice.list(person.roles.map((role) => voice.say(ROLE[role]))),
        state: { text: voice.say(STATE_OF_PERSON[person.state]), tone: PERSON_TONE[person.state] },
        inviteAgain: person.state === 'invited' ? `${base}/invite-again` : null,
        deactivate: person.state !== 'deactivated' && person.id !== self ? `${base}/deactivate` : null,
      };
    }),
  };
}

export interface OrganisationsView {
  readonly rows: readonly {
    readonly name: NamePair;
    readonly kind: string;
    readonly creditCode: string;
    readonly address: string;
  }[];
}

export function organisationsView(organisations: readonly OrganisationRecord[], voice: Voice): OrganisationsView {
  return {
    rows: organisations.map((row) => ({
      name: voice.pair({ zh: row.nameZh, en: row.nameEn }),
      kind: voice.say(KIND_OF_ORGANISATION[row.kind]),
      creditCode: row.creditCode || '—',
      address: placeText(row) || '—',
    })),
  };
}

interface Given {
  readonly voice: Voice;
  readonly valueOf: (name: string) => string;
  readonly faults: readonly DescribedFault[];
}

export function inviteForm(
  { voice, valueOf, faults }: Given,
  organisations: readonly OrganisationRecord[],
  roles: readonly string[],
): FormView {
  const { t } = voice;
  const form = new FormBuilder(voice, valueOf, faults);
  const fields: Field[] = [
    form.text('name', { label: t('people.name'), autocomplete: 'off', width: 'half' }),
    form.text('email', { label: t('people.email'), type: 'email', width: 'half' }),
    form.select('organisationId', {
      label: t('people.organisation'),
      choices: organisations.map((row) => ({
        value: row.id,
        label: voice.pair({ zh: row.nameZh, en: row.nameEn }).text,
        hint: null,
      })),
    }),
    form.choices('roles', {
      label: t('people.roles'),
      hint: t('hint.roles'),
      type: 'checkbox',
      chosen: roles,
      choices: ROLES.map((value) => ({
        value,
        label: voice.say(ROLE[value]),
        hint: voice.say(KIND_OF_ORGANISATION[ROLES_OF_ORGANISATION.exporter.includes(value) ? 'exporter' : 'authority']),
      })),
    }),
  ];
  return {
    title: t('people.invite'),
    back: { href: '/admin/people', text: t('nav.people') },
    action: '/admin/people/invite',
    version: null,
    errors: form.errors(fields),
    fields,
    submit: t('people.sendInvitation'),
  };
}

/** Successors are active people of the same organisation with one of the same roles. */
export function deactivateForm(
  { voice, valueOf, faults }: Given,
  person: PersonRecord,
  people: readonly PersonRecord[],
): ConfirmView {
  const { t } = voice;
  const form = new FormBuilder(voice, valueOf, faults);
  const fit = people.filter(
    (other) =>
      other.id !== person.id &&
      other.state === 'active' &&
      other.organisationId === person.organisationId &&
      other.roles.some((role) => person.roles.includes(role)),
  );
  const fields = [
    form.choices('handOverTo', {
      label: t('people.handOver'),
      hint: t('hint.handOver'),
      type: 'radio',
      choices: [
        { value: '', label: t('people.handOverFree'), hint: null },
        ...fit.map(({ id, name, email }) => ({ value: id, label: name, hint: email })),
      ],
    }),
  ];
  return {
    title: t('people.deactivateNamed', { name: person.name }),
    about: t('people.deactivateAbout'),
    back: { href: '/admin/people', text: t('nav.people') },
    action: `/admin/people/${person.id}/deactivate`,
    version: person.version,
    errors: form.errors(fields),
    fields,
    submit: t('people.deactivate'),
  };
}

export function organisationForm({ voice, valueOf, faults }: Given): FormView {
  const { t } = voice;
  const form = new FormBuilder(voice, valueOf, faults);
  const label = (key: 'nameZh' | 'nameEn' | 'creditCode' | 'address' | 'province' | 'kind') => OTHER_FIELDS[key] ?? key;
  const fields: Field[] = [
    form.choices('kind', {
      label: label('kind'),
      type: 'radio',
      choices: (['exporter', 'authority'] as const).map((value) => ({
        value,
        label: voice.say(KIND_OF_ORGANISATION[value]),
        hint: null,
      })),
    }),
    form.text('nameZh', { label: label('nameZh'), lang: 'zh' }),
    form.text('nameEn', { label: label('nameEn'), lang: 'en' }),
    form.text('creditCode', { label: label('creditCode'), hint: t('hint.creditCodeExporter'), width: 'half' }),
    form.text('province', { label: label('province'), width: 'half', optional: true }),
    form.text('address', { label: label('address'), optional: true }),
  ];
  return {
    title: t('organisations.create'),
    back: { href: '/admin/organisations', text: t('nav.organisations') },
    action: '/admin/organisations/new',
    version: null,
    errors: form.errors(fields),
    fields,
    submit: t('organisations.create'),
  };
}
