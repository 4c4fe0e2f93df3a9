// The papers of a decision's letters, as downloads for both sides; one that failed is prepared again.
import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ReadLetter, RenderAgain, type Actor } from '#casework';
import { sendAttachment } from '../../http/attachment';
import { IdPipe } from '../../http/id.pipe';
import { Action } from '../../http/security/action';
import { CurrentActor } from '../../http/security/current-actor';
import { Desk } from '../door/desk';

@ApiExcludeController()
@Controller('letters')
export class LetterPages {
  constructor(
    private readonly desk: Desk,
    private readonly letters: ReadLetter,
    private readonly rendering: RenderAgain,
  ) {}

  @Get(':id/document')
  @Action('letter.read')
  async document(
    @CurrentActor() actor: Actor,
    @Param('id', new IdPipe('letter-not-found')) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { letter, bytes } = await this.letters.paper(actor, id);
    sendAttachment(reply, { fileName: `${letter.number}.pdf`, mediaType: 'application/pdf', bytes });
  }

  @Post(':id/document')
  @Action('licence.render')
  async renderAgain(
    @CurrentActor() actor: Actor,
    @Param('id', new IdPipe('letter-not-found')) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const applicationId = await this.rendering.letter(actor, id);
    this.desk.goTo(reply, `/cases/${applicationId}`, 'flash.renderAgain');
  }
}
