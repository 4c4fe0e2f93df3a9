// How often one network address may ask after verification codes, by the API and by the page together: codes are not to be guessed.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '#kernel';
import { pathOf } from '../request-path';

export const VERIFICATIONS_PER_MINUTE = 30;

/** Refuses `too-many-requests` (limited). Register after the rate limit of all requests. */
export function boundVerification(fastify: FastifyInstance) {
  const count = fastify.createRateLimit({ max: VERIFICATIONS_PER_MINUTE, timeWindow: '1 minute' });
  return async (request: FastifyRequest): Promise<void> => {
    if (!/^\/(verify|api\/v1\/verifications)\/./.test(pathOf(request))) return;
    const answer = await count(request);
    if (!answer.isAllowed && answer.isExceeded)
      throw new Refusal('limited', 'too-many-requests', { seconds: Math.max(1, answer.ttlInSeconds) });
  };
}
