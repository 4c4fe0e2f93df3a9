// If-Match in place of `version` in the body: the version is taken from the entity tag, and a late write is answered with 412 instead of 409 (RFC 9110, 13.1.1).
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '#kernel';
import { isApi, isUnsafe } from '../request-path';

/** A tag of ours, whole or the version alone: `"3.0f…"`, `"3"`. */
const TAG = /^"([1-9]\d{0,8})(?:\.[0-9a-f]{20})?"$/;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route changes the version that its body names, and takes If-Match for it. */
    versioned?: true;
  }
}

/** Marks a route whose body has a `version`. */
export const versionedRoute = (): MethodDecorator => RouteConfig({ versioned: true }) as MethodDecorator;

/** Puts the version of If-Match into the body. Refuses `if-match-unfit`: no tag of ours, another version in the body, or a place that takes none. */
export function takeIfMatch(request: FastifyRequest, _reply: FastifyReply, done: (error?: Error) => void): void {
  const header = request.headers['if-match'];
  if (header === undefined || !isApi(request) || !isUnsafe(request) || request.is404) return done();
  const version = Number(TAG.exec(header.trim())?.[1] ?? NaN);
  const body = (request.body ?? {}) as unknown;
  const unfit =
    Number.isNaN(version) ||
    request.routeOptions.config.versioned !== true ||
    typeof body !== 'object' ||
    body === null ||
    Array.isArray(body) ||
    ('version' in body && body.version !== version);
  if (unfit) return done(new Refusal('invalid', 'if-match-unfit'));
  request.body = { ...body, version };
  return done();
}

/** The refusal of a late write as the caller asked for it: by If-Match, or by a version in the body. */
export function asAsked(refusal: Refusal | null, request: FastifyRequest): Refusal | null {
  const late = refusal?.code === 'stale-version' && isApi(request) && request.headers['if-match'] !== undefined;
  return late ? new Refusal('conflict', 'precondition-failed', refusal.facts) : refusal;
}
