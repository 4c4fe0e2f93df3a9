// Who acts, and how far that person's view reaches. The reach is what row-level security is told for the transaction.
import type { Role } from '#licensing';

export type OrganisationKind = 'exporter' | 'authority';

/** Of a case: applicant is the exporter and who files for it. */
export const CASE_SIDES = ['applicant', 'authority'] as const;
export type CaseSide = (typeof CASE_SIDES)[number];

/** A signed-in person. */
export interface Actor {
  readonly personId: string;
  readonly organisationId: string;
  readonly organisationKind: OrganisationKind;
  readonly name: string;
  readonly roles: readonly Role[];
  /** The agent's organisation where the person files for `organisationId`, the principal. */
  readonly agentId?: string;
}

/**
 * How far a transaction sees. organisation: rows of that organisation; with an agent, only the cases that this organisation files for it · authority: all filed cases, no drafts · administrator: people and organisations, no cases ·
 * sign-in: people, sessions and tokens, before anybody is known ·
 * verification: the one licence whose code has this hash, and its paper · system: everything (jobs, seed, command line).
 */
export type Reach =
  | { readonly kind: 'organisation'; readonly organisationId: string; readonly personId: string; readonly agentId?: string }
  | { readonly kind: 'authority'; readonly organisationId: string; readonly personId: string }
  | { readonly kind: 'administrator'; readonly organisationId: string; readonly personId: string }
  | { readonly kind: 'sign-in' }
  | { readonly kind: 'verification'; readonly codeHash: string }
  | { readonly kind: 'system' };

/** The reach on teams, queues and rules: administrators have no sight of cases, the others read with theirs. */
export function officeReach(actor: Actor): Reach {
  const { organisationId, personId } = actor;
  return actor.roles.includes('administrator') ? { kind: 'administrator', organisationId, personId } : caseReach(actor);
}

/** On which side of a case the person acts. */
export function sideOf({ organisationKind }: Actor): CaseSide {
  return organisationKind === 'exporter' ? 'applicant' : 'authority';
}

/** The reach of a signed-in person on cases. */
export function caseReach(actor: Actor): Reach {
  const { organisationId, personId, agentId } = actor;
  if (actor.organisationKind === 'authority') return { kind: 'authority', organisationId, personId };
  return { kind: 'organisation', organisationId, personId, ...(agentId !== undefined && { agentId }) };
}
