// What the pages provide (from a global module) so that a refusal is shown as a page, also where no route is: an unknown address, a missing form token.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '#kernel';
import type { Problem } from './problem';

export abstract class RefusalPages {
  /** Sends the page of the problem; status and language are set already. */
  abstract show(problem: Problem, language: Language, request: FastifyRequest, reply: FastifyReply): void | Promise<void>;
}
