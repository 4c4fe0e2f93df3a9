// A letter of a published decision, with its paper.
import { Injectable } from '@nestjs/common';
import { Refusal } from '#kernel';
import { caseReach, type Actor } from '../actor';
import { FileStore } from '../ports/file-store.port';
import { Store } from '../ports/store.port';
import type { LetterRecord } from './decision-records';

@Injectable()
export class ReadLetter {
  constructor(
    private readonly store: Store,
    private readonly files: FileStore,
  ) {}

  /** Throws Refusal `letter-not-found` (missing), `document-not-ready` (conflict). */
  async paper(actor: Actor, id: string): Promise<{ readonly letter: LetterRecord; readonly bytes: Buffer }> {
    const letter = await this.store.run(caseReach(actor), (tx) => tx.decisions.findLetter(id));
    if (!letter) throw new Refusal('missing', 'letter-not-found', { id });
    const { fileKey, state } = letter.document;
    if (state !== 'ready' || !fileKey) throw new Refusal('conflict', 'document-not-ready', { state });
    return { letter, bytes: await this.files.get(fileKey) };
  }
}
