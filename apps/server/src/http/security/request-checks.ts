// Checks at the gate, before any route: which bodies a place takes, and the form token of every request that changes something.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '#kernel';
import { isApi, isReadableAddress, isSessionless, isUnsafe } from '../request-path';
import { FORM_TYPE } from './form-body';
import { actorOfRequest } from './session';

const JSON_TYPE = 'application/json';
const UPLOAD_TYPE = 'multipart/form-data';
/** A boundary of 1 to 70 characters (RFC 2046, 5.1.1), bare or in quotation marks. */
const BOUNDARY = /;\s*boundary=("[^"]{1,70}"|[^\s;"]{1,70})\s*(;|$)/i;

/** Assets and health answers know no session: their cookies are not looked at. Register before the cookie reader. */
export function forgetCookiesWhereNoSession(request: FastifyRequest, _reply: FastifyReply, done: () => void): void {
  if (isSessionless(request.url)) delete request.raw.headers.cookie;
  done();
}

/** What is private is kept by no cache. */
export function noStore(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  reply.header('x-request-id', request.id);
  if (!request.url.startsWith('/assets/')) reply.header('cache-control', 'no-store');
  done();
}

/** An address with a percent sign that begins no character names nothing. Register after the session, so that the page of the refusal is whole. */
export function refuseUnreadableAddress(request: FastifyRequest, _reply: FastifyReply, done: (error?: Error) => void): void {
  done(isReadableAddress(request.originalUrl) ? undefined : new Refusal('invalid', 'malformed-request'));
}

/** The API takes JSON and uploads, the pages forms and uploads; an upload is not even read for a visitor. */
export function checkContentType(request: FastifyRequest, _reply: FastifyReply, done: (error?: Error) => void): void {
  const header = request.headers['content-type'];
  if (!isUnsafe(request) || header === undefined || request.is404) return done();
  const type = header.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const taken = isApi(request) ? [JSON_TYPE, UPLOAD_TYPE] : [FORM_TYPE, UPLOAD_TYPE];
  if (!taken.includes(type)) return done(new Refusal('unsupported', 'media-type-unsupported', { type, taken }));
  if (type === UPLOAD_TYPE && !actorOfRequest(request)) return done(new Refusal('denied', 'not-signed-in'));
  if (type === UPLOAD_TYPE && !BOUNDARY.test(header)) return done(new Refusal('invalid', 'malformed-request'));
  return done();
}

/**
 * Checks the form token (hidden field `_csrf` or header `x-csrf-token`). A visitor's API request needs none: it has no session to misuse, and its JSON
 * type cannot be sent by a foreign page without asking first. The token is taken off the body: no route sees it.
 */
export function checkFormToken(fastify: FastifyInstance) {
  return (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
    if (!isUnsafe(request) || request.is404 || (isApi(request) && !request.session?.personId)) return done();
    fastify.csrfProtection(request, reply, () => {
      delete (request.body as Record<string, unknown> | undefined)?.['_csrf'];
      done();
    });
  };
}

/** The form token as the request carries it; a field of an upload is an object with its value. */
export function formTokenOf(request: FastifyRequest): string | undefined {
  const field = (request.body as Readonly<Record<string, unknown>> | null | undefined)?.['_csrf'];
  const value = typeof field === 'object' && field !== null && 'value' in field ? field.value : field;
  const header = request.headers['x-csrf-token'];
  return typeof value === 'string' ? value : typeof header === 'string' ? header : undefined;
}
