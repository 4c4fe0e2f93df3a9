// Renders the paper of a recorded determination, which belongs to no case.
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../ports/store.port';
import type { JobPayload } from './catalogue';
import { RenderPaper, type PaperToRender } from './render-paper';

@Injectable()
export class RenderRecordHandler extends RenderPaper<'render-record'> {
  readonly name = 'render-record';

  protected async find(tx: Transaction, { determinationId }: JobPayload<'render-record'>): Promise<PaperToRender | null> {
    const record = await tx.products.findDetermination(determinationId);
    return record && { document: record.document, told: null };
  }
}
