// Reads the body of a form. Bytes that are no UTF-8 become U+FFFD, escaped or not, which the check of the field then refuses.
import { parse, type ParsedUrlQuery } from 'node:querystring';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '#kernel';

export const FORM_TYPE = 'application/x-www-form-urlencoded';

/** The fields by name, all of them: the size of the body bounds their number. Refuses `malformed-request` (invalid) for a field named `__proto__`. */
export function readForm(
  _request: FastifyRequest,
  body: Buffer,
  done: (error: Error | null, fields?: ParsedUrlQuery) => void,
): void {
  const fields = parse(body.toString('utf8'), '&', '=', { maxKeys: 0 });
  if (Object.hasOwn(fields, '__proto__')) return done(new Refusal('invalid', 'malformed-request'));
  done(null, fields);
}
