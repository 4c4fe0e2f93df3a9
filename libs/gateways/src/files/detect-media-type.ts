// What a paper is, told by its bytes and never by its name.
import { fileTypeFromBuffer } from 'file-type';
import type { PaperMediaType } from '#casework';

const ACCEPTED: readonly PaperMediaType[] = ['application/pdf', 'image/png'];

/** A whole PDF ends with this mark, at most so many bytes before its last one; a file cut short does not. */
const PDF_END = { mark: '%%EOF', within: 1024 } as const;

/** The media type of a paper that is accepted, or null for anything else, a PDF without its end mark included. */
export async function detectMediaType(bytes: Buffer): Promise<PaperMediaType | null> {
  const found = await fileTypeFromBuffer(bytes);
  const type = ACCEPTED.find((accepted) => accepted === found?.mime) ?? null;
  return type === 'application/pdf' && !bytes.subarray(-PDF_END.within).includes(PDF_END.mark) ? null : type;
}
