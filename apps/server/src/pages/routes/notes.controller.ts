// The notes between applicant and authority, for the applicant.
import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { WriteNote, type Actor } from '#casework';
import { LIMITS } from '#licensing';
import { ApplicationId } from '../../api/applications/applications.controller';
import { Text } from '../../http/fields';
import type { DescribedFault } from '../../http/refusals';
import { Action } from '../../http/security/action';
import { CurrentActor } from '../../http/security/current-actor';
import { validateInput } from '../../http/validate-input';
import { CaseReading } from '../door/case-reading';
import { Desk } from '../door/desk';
import { faultsOf } from '../door/faults';
import { FormAnswers } from '../forms/form-answers';
import { notesPage } from '../views/notes';

class NoteForm {
  @Text({ max: LIMITS.longText, min: 1, multiline: true })
  text: string;
}

@ApiExcludeController()
@Controller('applications/:id/notes')
export class NotePages {
  constructor(
    private readonly desk: Desk,
    private readonly cases: CaseReading,
    private readonly noting: WriteNote,
  ) {}

  @Get()
  @Action('note.read')
  page(@CurrentActor() actor: Actor, @ApplicationId() id: string, @Res() reply: FastifyReply): Promise<void> {
    return this.show(actor, id, reply, '', []);
  }

  @Post()
  @Action('note.write')
  async write(
    @CurrentActor() actor: Actor,
    @ApplicationId() id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const answers = new FormAnswers(body);
    const text = answers.text('text');
    answers.refuseOthers();
    const { view } = await this.cases.exporters(actor, id);
    const faults = await faultsOf(this.desk.voice(reply), async () =>
      this.noting.execute(actor, view.id, { audience: 'applicant', mentionIds: [], ...validateInput(NoteForm, { text }) }),
    );
    if (!faults) return this.desk.goTo(reply, `/applications/${id}/notes`, 'flash.noted');
    return this.show(actor, id, reply, text, faults);
  }

  private async show(
    actor: Actor,
    id: string,
    reply: FastifyReply,
    written: string,
    faults: readonly DescribedFault[],
  ): Promise<void> {
    const page = notesPage(await this.cases.exporters(actor, id), written, faults, this.desk.voice(reply));
    this.desk.show(reply, 'notes', page, page.title);
  }
}
