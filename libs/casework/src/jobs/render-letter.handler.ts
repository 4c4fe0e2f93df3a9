// Renders a letter of a published decision.
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../ports/store.port';
import type { JobPayload } from './catalogue';
import { RenderPaper, type PaperToRender } from './render-paper';

@Injectable()
export class RenderLetterHandler extends RenderPaper<'render-letter'> {
  readonly name = 'render-letter';

  protected async find(tx: Transaction, { letterId }: JobPayload<'render-letter'>): Promise<PaperToRender | null> {
    const letter = await tx.decisions.findLetter(letterId);
    if (!letter) return null;
    const { applicationId: id, organisationId, number, document } = letter;
    return { document, told: { application: { id, organisationId }, verb: 'render-letter', number } };
  }
}
