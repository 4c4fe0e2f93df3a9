// The papers of a decision's letters, as downloads for both sides.
import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ReadLetter, type Actor } from '#casework';
import { sendAttachment } from '../../http/attachment';
import { IdPipe } from '../../http/id.pipe';
import { Action } from '../../http/security/action';
import { CurrentActor } from '../../http/security/current-actor';

@ApiExcludeController()
@Controller('letters')
export class LetterPages {
  constructor(private readonly letters: ReadLetter) {}

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
}
