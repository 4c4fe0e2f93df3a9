// Which roles may do which action. Every route and job names one action; scope on rows is row-level security's, scope on moves the transition table's.
import { Refusal } from '#kernel';
import { ROLES, type Role } from '#licensing';
import type { Actor } from './actor';

type Who = 'anyone' | 'signed-in' | readonly Role[];

/** Officers who move cases. */
const OFFICERS = ['provincial-officer', 'reviewer', 'team-lead', 'case-officer', 'countersigner', 'manager'] as const;
const CASE_READERS = ['exporter', ...OFFICERS, 'auditor'] as const;
const CASE_WORKERS = ['exporter', ...OFFICERS] as const;

export const permissions = {
  'health.read': 'anyone',
  'metrics.read': 'anyone',
  'api.describe': 'anyone',
  'asset.read': 'anyone',
  'language.choose': 'anyone',
  'licence.verify': 'anyone',
  'session.open': 'anyone',
  'session.close': 'signed-in',
  'account.read': 'signed-in',
  'home.read': 'signed-in',
  'password.reset': 'anyone',
  'invitation.accept': 'anyone',
  'application.create': ['exporter'],
  'application.edit': ['exporter'],
  'application.list': ['exporter'],
  'application.read': CASE_READERS,
  'application.move': CASE_WORKERS,
  'application.grow': ['exporter'],
  'paper.add': ['exporter'],
  'paper.remove': ['exporter'],
  'paper.read': CASE_READERS,
  'determination.read': CASE_READERS,
  'determination.confirm': CASE_WORKERS,
  'law.determine': CASE_READERS,
  'product.list': ['exporter'],
  'product.read': CASE_READERS,
  'product.edit': ['exporter'],
  'product.determine': CASE_WORKERS,
  'product.render': CASE_WORKERS,
  'law.read': 'signed-in',
  'reading.list': CASE_READERS,
  'reading.propose': ['exporter', 'reviewer', 'team-lead', 'case-officer', 'manager'],
  'reading.confirm': ['exporter', 'countersigner', 'manager'],
  'reading.withdraw': CASE_WORKERS,
  'queue.read': [...OFFICERS, 'auditor'],
  'case.take': OFFICERS,
  'case.assign': ['team-lead', 'manager'],
  'case.place': ['team-lead', 'manager'],
  'case.bulk': OFFICERS,
  'advice.give': ['reviewer', 'team-lead'],
  'advice.finish': ['team-lead'],
  'document.prepare': ['case-officer', 'manager'],
  'document.preview': [...OFFICERS, 'auditor'],
  'letter.read': CASE_READERS,
  'decision.find': CASE_READERS,
  'note.read': CASE_READERS,
  'note.write': CASE_WORKERS,
  'case.watch': [...OFFICERS, 'auditor'],
  'agency.read': ['exporter'],
  'agency.give': ['exporter'],
  'agency.act': ['exporter'],
  'team.read': [...OFFICERS, 'auditor', 'administrator'],
  'team.write': ['administrator'],
  'team.acts.read': ['administrator', 'auditor'],
  'absence.write': [...OFFICERS, 'administrator'],
  'rule.read': [...OFFICERS, 'auditor', 'administrator'],
  'rule.propose': ['administrator'],
  'rule.judge': ['administrator', 'manager'],
  'licence.list': CASE_READERS,
  'licence.read': CASE_READERS,
  'licence.document': CASE_READERS,
  'licence.move': ['manager'],
  'licence.render': ['manager'],
  'person.list': ['administrator'],
  'person.invite': ['administrator'],
  'person.deactivate': ['administrator'],
  'organisation.list': ['administrator'],
  'organisation.create': ['administrator'],
} as const satisfies Record<string, Who>;

export type Action = keyof typeof permissions;

/** What an agent's person may do in the principal's name, beside what anyone and everyone signed in may do. */
const FOR_A_PRINCIPAL: readonly Action[] = [
  'application.create',
  'application.edit',
  'application.list',
  'application.read',
  'application.move',
  'application.grow',
  'paper.add',
  'paper.remove',
  'paper.read',
  'determination.read',
  'determination.confirm',
  'law.determine',
  'letter.read',
  'decision.find',
  'note.read',
  'note.write',
  'agency.act',
  'licence.list',
  'licence.read',
  'licence.document',
];

/** An agent may do the action in the principal's name. */
export function isOfAgents(action: Action): boolean {
  return FOR_A_PRINCIPAL.includes(action);
}

/** Throws Refusal `not-signed-in` (denied), `role-missing` or, of an agent at work for a principal, `agent-not-principal` (forbidden) unless the person may do the action. */
export function authorise(action: Action, actor: Actor | null): void {
  const who: Who = permissions[action];
  if (who === 'anyone') return;
  if (!actor) throw new Refusal('denied', 'not-signed-in');
  if (who !== 'signed-in' && !who.some((role) => actor.roles.includes(role))) {
    throw new Refusal('forbidden', 'role-missing', { action, roles: who });
  }
  if (who !== 'signed-in' && !withinAgency(action, actor)) throw new Refusal('forbidden', 'agent-not-principal');
}

/** True when the person may do the action. */
export function may(action: Action, actor: Actor | null): boolean {
  const who: Who = permissions[action];
  if (who === 'anyone' || actor === null) return who === 'anyone';
  return who === 'signed-in' || (who.some((role) => actor.roles.includes(role)) && withinAgency(action, actor));
}

function withinAgency(action: Action, { agentId }: Actor): boolean {
  return agentId === undefined || isOfAgents(action);
}

/** Roles that each kind of organisation can give its people. */
export const ROLES_OF_ORGANISATION: Readonly<Record<'exporter' | 'authority', readonly Role[]>> = {
  exporter: ['exporter'],
  authority: ROLES.filter((role) => role !== 'exporter'),
};
