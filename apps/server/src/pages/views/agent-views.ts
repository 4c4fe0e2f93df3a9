// The page of agents: authorities given and received with what each is worth today, the form to give one, and the switch to act for a principal.
import type { AgencyRecord } from '#casework';
import type { LocalDate } from '#kernel';
import { LIMITS } from '#licensing';
import type { DescribedFault } from '../../http/refusals';
import { FormBuilder } from '../forms/form-builder';
import type { NamePair, Voice } from '../rendering/voice';
import type { ConfirmView, FormView, Link, Tag, Tone } from './parts';

type AgencyState = 'holds' | 'early' | 'over' | 'revoked';

const STATE_TONE: Readonly<Record<AgencyState, Tone>> = { holds: 'done', early: 'info', over: 'neutral', revoked: 'neutral' };

export interface AgencyLine {
  readonly party: NamePair;
  readonly days: string;
  readonly note: string;
  readonly state: Tag;
  readonly revoke: Link | null;
  readonly act: PrincipalChoice | null;
}

/** A button that begins to act for an organisation. */
export interface PrincipalChoice {
  readonly principalId: string;
  readonly label: string;
}

export interface AgentsView {
  readonly given: readonly AgencyLine[];
  readonly received: readonly AgencyLine[];
}

export function agentsView(
  agencies: readonly AgencyRecord[],
  organisationId: string,
  today: LocalDate,
  voice: Voice,
): AgentsView {
  const given = agencies.filter(({ principalId }) => principalId === organisationId);
  const received = agencies.filter(({ agentId }) => agentId === organisationId);
  return {
    given: given.map((row) => {
      const agent = voice.pair(row.agentName);
      const ended = ['over', 'revoked'].includes(stateOf(row, today));
      const revoke = { href: `/agents/${row.id}/revoke`, text: voice.t('agents.revoke', { agent: agent.text }) };
      return { ...lineOf(row, today, voice), party: agent, revoke: ended ? null : revoke, act: null };
    }),
    received: received.map((row) => ({
      ...lineOf(row, today, voice),
      party: voice.pair(row.principalName),
      revoke: null,
      act: stateOf(row, today) === 'holds' ? choiceOf(row, voice) : null,
    })),
  };
}

/** The organisations for which the person may act today, each once. */
export function principalChoices(
  agencies: readonly AgencyRecord[],
  organisationId: string,
  today: LocalDate,
  voice: Voice,
): PrincipalChoice[] {
  const held = agencies.filter((row) => row.agentId === organisationId && stateOf(row, today) === 'holds');
  return [...new Map(held.map((row) => [row.principalId, choiceOf(row, voice)])).values()];
}

function choiceOf({ principalId, principalName }: AgencyRecord, voice: Voice): PrincipalChoice {
  return { principalId, label: voice.t('agents.act', { principal: voice.pair(principalName).text }) };
}

function lineOf(row: AgencyRecord, today: LocalDate, { t }: Voice) {
  const { from, to, note } = row;
  const state = stateOf(row, today);
  return {
    days: to === null ? t('agents.openEnd', { from }) : t('agents.until', { from, to }),
    note,
    state: { text: t(`agents.${state}`), tone: STATE_TONE[state] },
  };
}

function stateOf({ from, to, revokedAt }: AgencyRecord, today: LocalDate): AgencyState {
  if (revokedAt !== null) return 'revoked';
  if (today < from) return 'early';
  return to !== null && to < today ? 'over' : 'holds';
}

interface Given {
  readonly voice: Voice;
  readonly valueOf: (name: string) => string;
  readonly faults: readonly DescribedFault[];
}

export function agencyForm({ voice, valueOf, faults }: Given): FormView {
  const { t } = voice;
  const form = new FormBuilder(voice, valueOf, faults);
  const fields = [
    form.text('creditCode', { label: t('agents.creditCode'), hint: t('hint.agentCode'), width: 'half' }),
    form.text('from', { label: t('agents.from'), type: 'date', width: 'short' }),
    form.text('to', { label: t('agents.to'), type: 'date', width: 'short', hint: t('hint.agencyTo'), optional: true }),
    form.area('note', { label: t('agents.note'), hint: t('hint.agencyNote', { max: LIMITS.longText }), rows: 2 }),
  ];
  return {
    title: t('agents.give'),
    back: { href: '/agents', text: t('agents.back') },
    action: '/agents/new',
    version: null,
    errors: form.errors(fields),
    fields,
    submit: t('agents.give'),
  };
}

export function revokeForm({ id, agentName }: AgencyRecord, voice: Voice): ConfirmView {
  const title = voice.t('agents.revoke', { agent: voice.pair(agentName).text });
  return {
    title,
    about: voice.t('agents.revokeAbout'),
    back: { href: '/agents', text: voice.t('agents.back') },
    action: `/agents/${id}/revoke`,
    version: null,
    errors: [],
    fields: [],
    submit: title,
  };
}
