// What a server-side session holds, and how it begins and ends: the id changes at sign-in, so that an id known before is worth nothing.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#casework';
import type { Bilingual } from '#kernel';

export const SESSION_COOKIE = 'licet_session';

export interface Principal extends Bilingual {
  readonly id: string;
}

declare module 'fastify' {
  interface Session {
    personId?: string;
    /** Read afresh with each request from the person's record; never stored. */
    actor?: Actor;
    /** The organisation for which the person acts as agent on the pages; whether its authority holds is asked with each request. */
    principal?: Principal;
    /** Secret of the form tokens. */
    _csrf?: string;
    /** Words shown once on the next page, such as "Saved". */
    notice?: string;
    /** The session was found in the store: it is never written again once it was removed there. */
    found?: true;
  }
}

/** The signed-in person of the request, or null. */
export function actorOfRequest(request: FastifyRequest): Actor | null {
  return request.session?.actor ?? null;
}

/** Begins the session of the person under a new id; returns the form token. */
export async function openSession(request: FastifyRequest, reply: FastifyReply, actor: Actor): Promise<string> {
  await request.session.regenerate();
  request.session.personId = actor.personId;
  request.session.actor = actor;
  return reply.generateCsrf();
}

/** Ends the session on the server and takes the cookie back. */
export async function closeSession(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  await request.session.destroy();
  reply.clearCookie(SESSION_COOKIE, { path: '/' });
}
