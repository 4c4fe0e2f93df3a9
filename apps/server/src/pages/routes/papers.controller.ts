// The papers of an application as pages: upload per kind, download, removal.
import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Papers, type Actor } from '#casework';
import { NewPaperDto } from '../../api/applications/acts.dto';
import { ApplicationId } from '../../api/applications/applications.controller';
import { sendAttachment } from '../../http/attachment';
import { IdPipe } from '../../http/id.pipe';
import type { DescribedFault } from '../../http/refusals';
import { Action } from '../../http/security/action';
import { CurrentActor } from '../../http/security/current-actor';
import { uploadOf, wholeBytes } from '../../http/upload';
import { validateInput } from '../../http/validate-input';
import { CaseReading } from '../door/case-reading';
import { Desk } from '../door/desk';
import { faultsOf } from '../door/faults';
import { papersPage } from '../views/papers-page';

const PaperId = () => Param('paperId', new IdPipe('paper-not-found'));

@ApiExcludeController()
@Controller('applications/:id/papers')
export class PaperPages {
  constructor(
    private readonly desk: Desk,
    private readonly cases: CaseReading,
    private readonly papers: Papers,
  ) {}

  @Get()
  @Action('paper.add')
  page(@CurrentActor() actor: Actor, @ApplicationId() id: string, @Res() reply: FastifyReply): Promise<void> {
    return this.show(actor, id, reply, [], '');
  }

  @Post()
  @Action('paper.add')
  async add(@CurrentActor() actor: Actor, @ApplicationId() id: string, @Res() reply: FastifyReply): Promise<void> {
    const { file, fields } = uploadOf(reply.request);
    const chosen = typeof fields['kind'] === 'string' ? fields['kind'] : '';
    const work = async () => {
      const { kind } = validateInput(NewPaperDto, fields);
      await this.papers.add(actor, id, { kind, fileName: file?.fileName ?? '', bytes: wholeBytes(file) });
    };
    const faults = await faultsOf(this.desk.voice(reply), work, (at) => (at === 'kind' ? 'kind' : `papers.${chosen}`));
    if (!faults) return this.desk.goTo(reply, `/applications/${id}/papers`, 'flash.uploaded');
    return this.show(actor, id, reply, faults, chosen);
  }

  @Get(':paperId')
  @Action('paper.read')
  async download(
    @CurrentActor() actor: Actor,
    @ApplicationId() id: string,
    @PaperId() paperId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { paper, bytes } = await this.papers.read(actor, id, paperId);
    sendAttachment(reply, { fileName: paper.fileName, mediaType: paper.mediaType, bytes });
  }

  @Post(':paperId/remove')
  @Action('paper.remove')
  async remove(
    @CurrentActor() actor: Actor,
    @ApplicationId() id: string,
    @PaperId() paperId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.papers.remove(actor, id, paperId);
    this.desk.goTo(reply, `/applications/${id}/papers`, 'flash.removed');
  }

  private async show(
    actor: Actor,
    id: string,
    reply: FastifyReply,
    faults: readonly DescribedFault[],
    kind: string,
  ): Promise<void> {
    const page = papersPage(await this.cases.editable(actor, id), this.desk.voice(reply), faults, kind);
    this.desk.show(reply, 'papers', page, page.title);
  }
}
