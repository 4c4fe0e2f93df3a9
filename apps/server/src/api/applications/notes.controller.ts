// Notes on a case, those that name the reader, and whom a note may name.
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { WriteNote, type Actor } from '#casework';
import { PageQuery, pageRequest } from '../../http/page-query.dto';
import { Action } from '../../http/security/action';
import { CurrentActor } from '../../http/security/current-actor';
import { NewRowBody } from '../openapi/new-row.body';
import { Refuses } from '../openapi/refuses';
import { ApplicationId } from './applications.controller';
import { ColleagueBody, MentionPageBody, mentionPageBody, NoteBody, noteBody, NoteDto } from './note.body';

@ApiTags('notes')
@Controller('api/v1')
export class NotesController {
  constructor(private readonly notes: WriteNote) {}

  @Get('applications/:id/notes')
  @Action('note.read')
  @ApiOperation({ summary: 'Notes on the case, oldest first; an applicant reads those to and from the applicant' })
  @ApiOkResponse({ type: [NoteBody] })
  @Refuses('not-signed-in', 'role-missing', 'application-not-found')
  async list(@CurrentActor() actor: Actor, @ApplicationId() id: string): Promise<NoteBody[]> {
    return (await this.notes.list(actor, id)).map(noteBody);
  }

  @Post('applications/:id/notes')
  @Action('note.write')
  @ApiOperation({ summary: 'Write a note: internal ones tell the officers whom they name, the others are read by both sides' })
  @ApiCreatedResponse({ type: NewRowBody })
  @Refuses(
    'not-signed-in',
    'role-missing',
    'form-token-wrong',
    'input-invalid',
    'application-not-found',
    'case-read-only',
    'note-invalid',
  )
  write(
    @CurrentActor() actor: Actor,
    @ApplicationId() id: string,
    @Body() { audience, text, mentionIds }: NoteDto,
  ): Promise<NewRowBody> {
    return this.notes.execute(actor, id, { audience, text, mentionIds });
  }

  @Get('mentions')
  @Action('queue.read')
  @ApiOperation({ summary: 'Notes that name you, newest first' })
  @ApiOkResponse({ type: MentionPageBody })
  @Refuses('not-signed-in', 'role-missing', 'input-invalid', 'bad-cursor')
  async mentions(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<MentionPageBody> {
    return mentionPageBody(await this.notes.mentioning(actor, pageRequest(query)));
  }

  @Get('colleagues')
  @Action('queue.read')
  @ApiOperation({ summary: 'Officers whom a note may name and to whom a case may be given, by name' })
  @ApiOkResponse({ type: [ColleagueBody] })
  @Refuses('not-signed-in', 'role-missing')
  async colleagues(@CurrentActor() actor: Actor): Promise<ColleagueBody[]> {
    return (await this.notes.colleagues(actor)).map(({ id, name }) => ({ id, name }));
  }
}
