// What kind of place a request addresses.
import type { FastifyRequest } from 'fastify';

const SAFE_METHODS: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/** The path as the router reads it: what is written with percent signs and need not be is the sign itself. Unreadable ones stay as they are. */
export function pathOf(request: Pick<FastifyRequest, 'url'>): string {
  const path = request.url.split('?', 1)[0] ?? '';
  return path.includes('%') && isReadableAddress(path) ? decodeURI(path) : path;
}

/** False for an address whose path has a percent sign that begins no UTF-8 character. */
export function isReadableAddress(url: string): boolean {
  try {
    decodeURI(url.split('?', 1)[0] ?? '');
    return true;
  } catch {
    return false;
  }
}

/** The address as the router can read it: where it cannot be decoded, its percent signs stand for themselves. */
export function routableAddress(url: string | undefined): string {
  const address = url ?? '/';
  return isReadableAddress(address) ? address : address.replaceAll('%', '%25');
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
