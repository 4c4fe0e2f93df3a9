// Every answer of a server whose clock was moved says which moment it was given at.
import type { FastifyInstance } from 'fastify';
import type { Clock } from '#kernel';

export const MOVED_CLOCK_HEADER = 'x-licet-clock';

export function tellMovedClock(fastify: FastifyInstance, clock: Clock): void {
  fastify.addHook('onRequest', (_request, reply, done) => {
    if (clock.isMoved) reply.header(MOVED_CLOCK_HEADER, clock.now());
    done();
  });
}
