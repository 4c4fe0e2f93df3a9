// Sends stored bytes as a download: never shown inside a page of ours, never guessed at by the browser (nosniff stands on every answer).
import type { FastifyReply } from 'fastify';

export interface Attachment {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

export function sendAttachment(reply: FastifyReply, { fileName, mediaType, bytes }: Attachment): void {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  reply
    .header('content-type', mediaType)
    .header('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .send(bytes);
}
