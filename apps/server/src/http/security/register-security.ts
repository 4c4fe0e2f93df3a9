// Everything that stands before the routes, in its order: request ids, cookies, sessions, content types, form tokens, headers, bounds.
import cookie from '@fastify/cookie';
import csrf from '@fastify/csrf-protection';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import session from '@fastify/session';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Refusal } from '#kernel';
import { LIMITS } from '#licensing';
import type { ServerParts } from '../../server-parts';
import { isSessionless } from '../request-path';
import { DatabaseSessionStore } from './database-session-store';
import { FORM_TYPE, readForm } from './form-body';
import { securityHeaders } from './headers';
import {
  checkContentType,
  checkFormToken,
  forgetCookiesWhereNoSession,
  formTokenOf,
  noStore,
  refuseUnreadableAddress,
} from './request-checks';
import { SESSION_COOKIE } from './session';
import { boundVerification } from './verification-bound';

/** Requests of one network address in a minute, above which it has to wait; assets and health answers do not count. */
export const REQUESTS_PER_MINUTE = 1200;

/** Bounds of an upload: one file, a few short fields. What lies beyond the size of the file is not kept; the reader of the upload refuses it. */
const UPLOAD_LIMITS = { files: 1, fileSize: LIMITS.paperSize, fields: 10, fieldSize: 10_000, parts: 11, headerPairs: 50 };

export async function registerSecurity(app: NestFastifyApplication, parts: ServerParts): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  const https = parts.settings.publicUrl.startsWith('https:');
  fastify.addHook('onRequest', forgetCookiesWhereNoSession);
  fastify.addHook('onRequest', noStore);
  const headers = securityHeaders(https);
  fastify.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
  await app.register(cookie);
  await app.register(session, {
    secret: parts.sessionSecret,
    cookieName: SESSION_COOKIE,
    cookie: { path: '/', httpOnly: true, sameSite: 'lax', secure: https },
    saveUninitialized: false,
    rolling: false,
    store: new DatabaseSessionStore(parts.store, parts.clock, parts.sessionHours),
  });
  await app.register(rateLimit, {
    max: parts.requestsPerMinute ?? REQUESTS_PER_MINUTE,
    timeWindow: '1 minute',
    allowList: (request) => isSessionless(request.url),
    errorResponseBuilder: (_request, { ttl }) => new Refusal('limited', 'too-many-requests', { seconds: Math.ceil(ttl / 1000) }),
  });
  fastify.addHook('onRequest', refuseUnreadableAddress);
  fastify.addHook('onRequest', boundVerification(fastify));
  fastify.addHook('onRequest', checkContentType);
  app.useBodyParser(FORM_TYPE, { bodyLimit: fastify.initialConfig.bodyLimit }, readForm);
  await app.register(multipart, { attachFieldsToBody: true, throwFileSizeLimit: false, limits: UPLOAD_LIMITS });
  await app.register(csrf, { sessionPlugin: '@fastify/session', getToken: formTokenOf });
  fastify.addHook('preHandler', checkFormToken(fastify));
}
