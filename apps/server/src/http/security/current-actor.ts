// Hands the signed-in person to a route, as agent where the request acts for a principal. Resolved once per request, with the session and the guard.
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '#casework';
import { Refusal } from '#kernel';
import { actingPerson } from './acting-for';

const requestOf = (context: ExecutionContext) => context.switchToHttp().getRequest<FastifyRequest>();

/** The person; refuses `not-signed-in` when there is none. */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext): Actor => {
  const actor = actingPerson(requestOf(context));
  if (!actor) throw new Refusal('denied', 'not-signed-in');
  return actor;
});

/** The person, or null for a visitor. */
export const MaybeActor = createParamDecorator((_data: unknown, context: ExecutionContext): Actor | null =>
  actingPerson(requestOf(context)),
);
