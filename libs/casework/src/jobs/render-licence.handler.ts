// Renders the paper of a licence.
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../ports/store.port';
import type { JobPayload } from './catalogue';
import { RenderPaper, type PaperToRender } from './render-paper';

@Injectable()
export class RenderLicenceHandler extends RenderPaper<'render-licence'> {
  readonly name = 'render-licence';

  protected async find(tx: Transaction, { licenceId }: JobPayload<'render-licence'>): Promise<PaperToRender | null> {
    const licence = await tx.licences.find(licenceId);
    if (!licence) return null;
    const { applicationId: id, organisationId, number, document } = licence;
    return { document, told: { application: { id, organisationId }, verb: 'render-licence', number } };
  }
}
