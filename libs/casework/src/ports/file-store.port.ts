// The port to stored files: papers and issued documents, kept by their content. Implemented by libs/gateways.

export interface StoredFile {
  readonly key: string;
  /** Hex, 64 characters. */
  readonly sha256: string;
  readonly size: number;
}

export type PaperMediaType = 'application/pdf' | 'image/png';

export abstract class FileStore {
  /** Keeps the bytes; the same bytes keep one file. */
  abstract put(bytes: Buffer): Promise<StoredFile>;
  /** The bytes, checked against their hash; throws Error when they are missing or changed. */
  abstract get(key: string): Promise<Buffer>;
  /** What the content is, by its content and not by its name; null for anything but PDF and PNG. */
  abstract mediaType(bytes: Buffer): Promise<PaperMediaType | null>;
}
