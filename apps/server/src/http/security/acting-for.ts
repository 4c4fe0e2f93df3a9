// For whom a request acts: the organisation that the header of the API names, or that the person chose on the pages, where its recorded authority for the caller's own holds today.
import type { FastifyRequest } from 'fastify';
import type { Actor } from '#casework';
import { actorOfRequest, type Principal } from './session';

/** The header by which an agent names its principal, as it is described. */
export const PRINCIPAL_HEADER = 'X-Licet-Principal';

const agents = new WeakMap<FastifyRequest, Actor>();

/** What the header of the request says, or undefined. */
export function principalNamed(request: FastifyRequest): string | undefined {
  const value = request.headers[PRINCIPAL_HEADER.toLowerCase()];
  return typeof value === 'string' ? value.trim().toLowerCase() : undefined;
}

/** For whom the person chose to act on the pages; null for the own organisation. */
export function principalChosen(request: FastifyRequest): Principal | null {
  return request.session?.principal ?? null;
}

/** Sets or ends the choice for the rest of the session. */
export function choosePrincipal(request: FastifyRequest, principal: Principal | null): void {
  if (principal) request.session.principal = principal;
  else delete request.session.principal;
}

/** The signed-in person with the rights that the pages leave: those of an agent while the person acts for a principal. */
export function rightsOnPages(request: FastifyRequest): Actor | null {
  const actor = actorOfRequest(request);
  return actor && principalChosen(request) ? { ...actor, agentId: actor.organisationId } : actor;
}

/** From here on the request is that of the agent. */
export function actAs(request: FastifyRequest, agent: Actor): void {
  agents.set(request, agent);
}

/** The person of the request, as agent where the request acts for a principal; null for a visitor. */
export function actingPerson(request: FastifyRequest): Actor | null {
  return agents.get(request) ?? actorOfRequest(request);
}
