// Reads an upload: its one file and its short fields.
import type { FastifyRequest } from 'fastify';

export interface Upload {
  /** Null when no file was sent. */
  readonly file: { readonly fileName: string; readonly bytes: Buffer } | null;
  readonly fields: Readonly<Record<string, string>>;
}

interface Part {
  readonly type?: unknown;
  readonly value?: unknown;
  readonly filename?: unknown;
  readonly _buf?: unknown;
}

/** The upload of the request as the multipart reader left it on the body; nothing when the request was no upload. */
export function uploadOf(request: FastifyRequest): Upload {
  const fields: Record<string, string> = {};
  let file: Upload['file'] = null;
  for (const [name, parts] of Object.entries((request.body ?? {}) as Record<string, Part | Part[]>)) {
    const part = [parts].flat()[0];
    if (part?.type === 'file' && Buffer.isBuffer(part._buf)) file = { fileName: String(part.filename ?? ''), bytes: part._buf };
    else if (part?.type === 'field' && typeof part.value === 'string') fields[name] = part.value;
  }
  return { file, fields };
}
