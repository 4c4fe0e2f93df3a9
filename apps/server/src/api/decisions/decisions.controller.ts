// Documents of a decision before publication, letters after it, and earlier decisions by control code.
import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { FindDecisions, PrepareDocument, PreviewDocument, ReadLetter, RenderAgain, type Actor } from '#casework';
import { sendAttachment } from '../../http/attachment';
import { IdPipe } from '../../http/id.pipe';
import { Action } from '../../http/security/action';
import { CurrentActor } from '../../http/security/current-actor';
import { ApplicationId } from '../applications/applications.controller';
import { DecidedLineBody, decidedLineBody } from '../applications/decision.body';
import { Refuses } from '../openapi/refuses';
import { Versioned } from '../openapi/versioned';
import { DecisionsQuery, documentFacts, DocumentDto, PreparedBody, PreviewBody } from './document.dto';

const LetterId = () => Param('id', new IdPipe('letter-not-found'));

@ApiTags('decisions')
@Controller('api/v1')
export class DecisionsController {
  constructor(
    private readonly preparing: PrepareDocument,
    private readonly previewing: PreviewDocument,
    private readonly letters: ReadLetter,
    private readonly finding: FindDecisions,
    private readonly rendering: RenderAgain,
  ) {}

  @Post('applications/:id/documents')
  @Versioned()
  @Action('document.prepare')
  @ApiOperation({ summary: 'Prepare a document that the standing final advice needs; a further one takes its place' })
  @ApiCreatedResponse({ type: PreparedBody })
  @Refuses(
    'not-signed-in',
    'role-missing',
    'form-token-wrong',
    'input-invalid',
    'application-not-found',
    'stale-version',
    'not-on-your-queue',
    'held-by-another',
    'decision-not-open',
    'document-not-of-decision',
    'document-invalid',
    'validity-invalid',
    'document-prepared-meanwhile',
  )
  prepare(@CurrentActor() actor: Actor, @ApplicationId() id: string, @Body() document: DocumentDto): Promise<PreparedBody> {
    const { version, kind } = document;
    return this.preparing.execute(actor, id, { version, kind, facts: documentFacts(document) });
  }

  @Get('applications/:id/documents/:kind/preview')
  @Action('document.preview')
  @ApiOperation({ summary: 'A prepared document as it would be issued today; for officers, before publication' })
  @ApiOkResponse({ type: PreviewBody })
  @Refuses(
    'not-signed-in',
    'role-missing',
    'application-not-found',
    'decision-not-open',
    'document-not-of-decision',
    'documents-not-prepared',
  )
  async preview(@CurrentActor() actor: Actor, @ApplicationId() id: string, @Param('kind') kind: string): Promise<PreviewBody> {
    return { ...(await this.previewing.execute(actor, id, kind)), preview: true };
  }

  @Get('letters/:id/document')
  @Action('letter.read')
  @ApiOperation({ summary: 'Download a letter of a published decision' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', contentMediaType: 'application/pdf' } as object })
  @Refuses('not-signed-in', 'role-missing', 'letter-not-found', 'document-not-ready')
  async letter(@CurrentActor() actor: Actor, @LetterId() id: string, @Res() reply: FastifyReply): Promise<void> {
    const { letter, bytes } = await this.letters.paper(actor, id);
    sendAttachment(reply, { fileName: `${letter.number}.pdf`, mediaType: 'application/pdf', bytes });
  }

  @Post('letters/:id/document')
  @HttpCode(202)
  @Action('licence.render')
  @ApiOperation({ summary: 'Have a letter whose rendering failed rendered again' })
  @ApiAcceptedResponse()
  @Refuses('not-signed-in', 'role-missing', 'form-token-wrong', 'letter-not-found', 'document-not-failed')
  async renderAgain(@CurrentActor() actor: Actor, @LetterId() id: string): Promise<void> {
    await this.rendering.letter(actor, id);
  }

  @Get('decisions')
  @Action('decision.find')
  @ApiOperation({ summary: 'Published decisions on items of a control code, newest first; an exporter’s own only' })
  @ApiOkResponse({ type: [DecidedLineBody] })
  @Refuses('not-signed-in', 'role-missing', 'input-invalid')
  async find(@CurrentActor() actor: Actor, @Query() { code }: DecisionsQuery): Promise<DecidedLineBody[]> {
    return (await this.finding.byCode(actor, code)).map(decidedLineBody);
  }
}
