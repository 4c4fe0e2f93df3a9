// Turns what the HTTP machinery throws into a refusal with a code of the table; null for a fault of the program.
import { HttpException } from '@nestjs/common';
import { Refusal, type RefusalKind } from '#kernel';

type Made = readonly [kind: RefusalKind, code: string, facts?: Readonly<Record<string, unknown>>];

const MALFORMED_JSON: Made = ['invalid', 'malformed-json'];
const MALFORMED_REQUEST: Made = ['invalid', 'malformed-request'];

const BY_CODE: Readonly<Record<string, Made>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: MALFORMED_JSON,
  FST_ERR_CTP_EMPTY_JSON_BODY: MALFORMED_JSON,
  FST_ERR_CTP_BODY_TOO_LARGE: ['too-large', 'body-too-large'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['unsupported', 'media-type-unsupported'],
  FST_FILES_LIMIT: ['too-large', 'body-too-large'],
  FST_FIELDS_LIMIT: ['too-large', 'body-too-large'],
  FST_PARTS_LIMIT: ['too-large', 'body-too-large'],
  FST_CSRF_MISSING_SECRET: ['forbidden', 'form-token-wrong'],
  FST_CSRF_INVALID_TOKEN: ['forbidden', 'form-token-wrong'],
};

const BY_STATUS: Readonly<Record<number, Made>> = {
  401: ['denied', 'not-signed-in'],
  // Only the file server answers so: a path that leads out of its folder, or a folder.
  403: ['missing', 'no-such-place'],
  404: ['missing', 'no-such-place'],
  413: ['too-large', 'body-too-large'],
  415: ['unsupported', 'media-type-unsupported'],
};

export function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  if (typeof error !== 'object' || error === null) return null;
  // Nest wraps what Fastify threw and keeps it as the cause.
  const thrown: unknown = error instanceof HttpException ? (error.cause ?? error) : error;
  if (isCutShort(thrown)) return new Refusal(...MALFORMED_REQUEST);
  const { code, statusCode } = thrown as { code?: unknown; statusCode?: unknown };
  const status = error instanceof HttpException ? error.getStatus() : statusCode;
  if (typeof status !== 'number' || status < 400 || status >= 500) return null;
  const made =
    (typeof code === 'string' ? BY_CODE[code] : undefined) ??
    BY_STATUS[status] ??
    (isJsonFault(thrown) ? MALFORMED_JSON : MALFORMED_REQUEST);
  const [kind, name, facts] = made;
  return new Refusal(kind, name, facts);
}

/** The multipart reader throws plain errors for a body that ends before its last boundary. */
function isCutShort(thrown: unknown): boolean {
  return thrown instanceof Error && /^(\w+ terminated early due to u|U)nexpected end of multipart data$/.test(thrown.message);
}

function isJsonFault(thrown: unknown): boolean {
  return (
    thrown instanceof SyntaxError ||
    (thrown instanceof Error && thrown.message === 'Object contains forbidden prototype property')
  );
}
