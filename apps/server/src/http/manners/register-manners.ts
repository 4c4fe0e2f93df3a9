// The API's manners beyond single routes: entity tags, If-Match, Idempotency-Key. Registered after the checks at the gate, whose refusals come first.
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ServerParts } from '../../server-parts';
import { tagAnswers } from './entity-tags';
import { KeptAnswers } from './idempotency';
import { takeIfMatch } from './if-match';

export function registerManners(app: NestFastifyApplication, parts: ServerParts): void {
  const fastify = app.getHttpAdapter().getInstance();
  tagAnswers(fastify);
  fastify.addHook('preHandler', takeIfMatch);
  new KeptAnswers(parts.store, parts.clock, parts.answerWaitMs).register(fastify);
}
