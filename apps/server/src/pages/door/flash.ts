// The one-line message after a successful act: its key travels in a short-lived cookie to the page that follows.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isMessageKey, type MessageKey } from '../messages/message';

export const FLASH_COOKIE = 'licet_flash';
const LIFE_S = 60;

export type FlashKey = Extract<MessageKey, `flash.${string}`>;

export function setFlash(reply: FastifyReply, key: FlashKey): void {
  reply.setCookie(FLASH_COOKIE, key, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    maxAge: LIFE_S,
    secure: reply.request.protocol === 'https',
  });
}

/** The key of the waiting message, which is taken away; null when none waits. */
export function takeFlash(request: FastifyRequest, reply: FastifyReply): FlashKey | null {
  const key = request.cookies?.[FLASH_COOKIE];
  if (key === undefined) return null;
  reply.clearCookie(FLASH_COOKIE, { path: '/' });
  return isMessageKey(key) && key.startsWith('flash.') ? (key as FlashKey) : null;
}
