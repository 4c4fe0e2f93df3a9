// Entity tags of the API's answers: `"<version>.<hash of the answer>"`. The hash makes 304 true for what depends on day, language and reader; the version is
// what If-Match compares (RFC 9110, 8.8.3, 13.1).
import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pathOf } from '../request-path';

const versions = new WeakMap<FastifyRequest, number>();

/** Gives each JSON answer of the API its tag, and answers 304 without a body to who has it already. */
export function tagAnswers(fastify: FastifyInstance): void {
  fastify.addHook('preSerialization', (request, _reply, payload: unknown, done) => {
    if (isTagged(request)) {
      const version: unknown = typeof payload === 'object' && payload !== null && 'version' in payload ? payload.version : null;
      if (typeof version === 'number') versions.set(request, version);
    }
    done(null, payload);
  });
  fastify.addHook('onSend', (request, reply, payload: unknown, done) => {
    if (typeof payload !== 'string' || reply.statusCode !== 200 || !isTagged(request)) return done(null, payload);
    const tag = tagOf(payload, versions.get(request));
    reply.header('etag', tag);
    return knows(request, tag) ? done(null, notModified(reply)) : done(null, payload);
  });
}

function notModified(reply: FastifyReply): string {
  reply.code(304).removeHeader('content-type').removeHeader('content-length');
  return '';
}

/** Reads of the API, but not of the session: its answer bears a new form token each time. */
function isTagged(request: FastifyRequest): boolean {
  const path = pathOf(request);
  return (request.method === 'GET' || request.method === 'HEAD') && path.startsWith('/api/v1/') && path !== '/api/v1/session';
}

function tagOf(text: string, version: number | undefined): string {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 20);
  return version === undefined ? `"${hash}"` : `"${version}.${hash}"`;
}

/** Whether If-None-Match names the tag; the comparison is the weak one. */
function knows(request: FastifyRequest, tag: string): boolean {
  const header = request.headers['if-none-match'];
  if (header === undefined) return false;
  return header.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === tag);
}
