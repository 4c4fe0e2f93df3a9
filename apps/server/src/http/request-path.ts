// What kind of place a request addresses.
import type { FastifyRequest } from 'fastify';

const SAFE_METHODS: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

export function pathOf(request: Pick<FastifyRequest, 'url'>): string {
  return request.url.split('?', 1)[0] ?? '';
}

/** The JSON API and the health answers; everything else is pages. */
export function isApi(request: Pick<FastifyRequest, 'url'>): boolean {
  return /^\/(api|health)(\/|$)/.test(pathOf(request));
}

/** Places that need no session and may be kept by caches or probes. */
export function isSessionless(url: string | undefined): boolean {
  return /^\/(assets|health)\//.test(url ?? '');
}

/** True for a request that may change something. */
export function isUnsafe(request: Pick<FastifyRequest, 'method'>): boolean {
  return !SAFE_METHODS.includes(request.method);
}

/** Places of the API for who is not signed in: sign-in, resets, invitations. Their bodies and answers hold secrets. */
export function isForVisitors(request: Pick<FastifyRequest, 'url'>): boolean {
  return /^\/api\/v1\/(session|password-resets|invitations)(\/|$)/.test(pathOf(request));
}
