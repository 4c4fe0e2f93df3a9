// Notes on a case, and watching it.
import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { WatchCase, WriteNote, type Actor } from '#casework';
import { ApplicationId } from '../../api/applications/applications.controller';
import { NoteDto } from '../../api/applications/note.body';
import type { DescribedFault } from '../../http/refusals';
import { Action } from '../../http/security/action';
import { CurrentActor } from '../../http/security/current-actor';
import { validateInput } from '../../http/validate-input';
import { CaseReading } from '../door/case-reading';
import { Desk } from '../door/desk';
import { faultsOf } from '../door/faults';
import { OfficersDirectory } from '../door/officers-directory';
import { FormAnswers } from '../forms/form-answers';
import { noteForm } from '../views/case-views-notes';

@ApiExcludeController()
@Controller('cases/:id')
export class CaseNotePages {
  constructor(
    private readonly desk: Desk,
    private readonly cases: CaseReading,
    private readonly notes: WriteNote,
    private readonly watching: WatchCase,
    private readonly directory: OfficersDirectory,
  ) {}

  @Get('notes')
  @Action('note.write')
  notePage(@CurrentActor() actor: Actor, @ApplicationId() id: string, @Res() reply: FastifyReply): Promise<void> {
    return this.show(actor, id, null, [], reply);
  }

  @Post('notes')
  @Action('note.write')
  async write(
    @CurrentActor() actor: Actor,
    @ApplicationId() id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const answers = new FormAnswers(body);
    const given = {
      audience: answers.text('audience'),
      text: answers.text('text'),
      mentionIds: answers.list('mentionIds'),
    };
    answers.refuseOthers();
    await this.cases.case(actor, id);
    const faults = await faultsOf(this.desk.voice(reply), () => this.notes.execute(actor, id, validateInput(NoteDto, given)));
    if (!faults) return this.desk.goTo(reply, `/cases/${id}#notes`, 'flash.noted');
    return this.show(actor, id, answers, faults, reply);
  }

  @Post('watch')
  @Action('case.watch')
  async watch(
    @CurrentActor() actor: Actor,
    @ApplicationId() id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const answers = new FormAnswers(body);
    const watching = answers.text('watch') === 'yes';
    answers.refuseOthers();
    await this.watching.set(actor, id, watching);
    this.desk.goTo(reply, `/cases/${id}`, watching ? 'flash.watching' : 'flash.notWatching');
  }

  private async show(
    actor: Actor,
    id: string,
    answers: FormAnswers | null,
    faults: readonly DescribedFault[],
    reply: FastifyReply,
  ): Promise<void> {
    const view = await this.cases.case(actor, id);
    const page = noteForm(view, await this.directory.colleagues(actor), answers, faults, this.desk.voice(reply));
    this.desk.show(reply, 'form', page, `${page.title} ${view.reference}`);
  }
}
