// What a paper is, told by its bytes and never by its name.
import { fileTypeFromBuffer } from 'file-type';
import type { PaperMediaType } from '#casework';

const ACCEPTED: readonly PaperMediaType[] = ['application/pdf', 'image/png'];

/** The media type of a paper that is accepted, or null for anything else. */
export async function detectMediaType(bytes: Buffer): Promise<PaperMediaType | null> {
  const found = await fileTypeFromBuffer(bytes);
  return ACCEPTED.find((type) => type === found?.mime) ?? null;
}
