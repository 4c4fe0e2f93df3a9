// Reads an upload: its one file and its short fields.
import type { FastifyRequest } from 'fastify';
import { Refusal } from '#kernel';
import { LIMITS } from '#licensing';

export interface UploadedFile {
  readonly fileName: string;
  /** What was kept of it: all of it, unless it is too large. */
  readonly bytes: Buffer;
  readonly tooLarge: boolean;
}

export interface Upload {
  /** Null when no file was sent. */
  readonly file: UploadedFile | null;
  readonly fields: Readonly<Record<string, string>>;
}

interface Part {
  readonly type?: unknown;
  readonly value?: unknown;
  readonly filename?: unknown;
  readonly _buf?: unknown;
  readonly file?: { readonly truncated?: unknown };
}

/** The upload of the request as the multipart reader left it on the body; nothing when the request was no upload. A file under another name than `file` counts as a field. */
export function uploadOf(request: FastifyRequest): Upload {
  const fields: Record<string, string> = {};
  let file: Upload['file'] = null;
  for (const [name, parts] of Object.entries((request.body ?? {}) as Record<string, Part | Part[]>)) {
    const part = [parts].flat()[0];
    if (part?.type === 'file' && name === 'file' && Buffer.isBuffer(part._buf))
      file = { fileName: fileNameOf(part.filename), bytes: part._buf, tooLarge: part.file?.truncated === true };
    else if (part?.type === 'file') fields[name] = '';
    else if (part?.type === 'field' && typeof part.value === 'string') fields[name] = part.value;
  }
  return { file, fields };
}

/** The bytes of the file; none when no file was sent. Throws Refusal `paper-too-large` (too-large). */
export function wholeBytes(file: UploadedFile | null): Buffer {
  if (file?.tooLarge) throw new Refusal('too-large', 'paper-too-large', { limit: LIMITS.paperSize });
  return file?.bytes ?? Buffer.alloc(0);
}

/** Browsers write a quotation mark and line ends in a file name as escapes (HTML, multipart form data); line ends are no part of a name. */
function fileNameOf(name: unknown): string {
  return typeof name === 'string' ? name.replaceAll('%22', '"').replace(/%0D|%0A/g, '') : '';
}
