// Papers of an application: add, list, download, remove.
import { Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Papers, ReadApplication, type Actor } from '#casework';
import { PAPER_KINDS } from '#licensing';
import { sendAttachment } from '../../http/attachment';
import { IdPipe } from '../../http/id.pipe';
import { Action } from '../../http/security/action';
import { CurrentActor } from '../../http/security/current-actor';
import { uploadOf, wholeBytes } from '../../http/upload';
import { validateInput } from '../../http/validate-input';
import { Refuses } from '../openapi/refuses';
import { NewPaperDto } from './acts.dto';
import { PaperBody, paperBody } from './application.body';
import { ApplicationId } from './applications.controller';

const PaperId = () => Param('paperId', new IdPipe('paper-not-found'));

const UPLOAD = {
  type: 'object',
  required: ['kind', 'file'],
  properties: {
    kind: { type: 'string', enum: [...PAPER_KINDS] },
    file: { type: 'string', contentMediaType: 'application/octet-stream' },
  },
};

@ApiTags('papers')
@Controller('api/v1/applications/:id/papers')
export class PapersController {
  constructor(
    private readonly papers: Papers,
    private readonly reading: ReadApplication,
  ) {}

  @Get()
  @Action('paper.read')
  @ApiOperation({ summary: 'The papers of the application' })
  @ApiOkResponse({ type: [PaperBody] })
  @Refuses('not-signed-in', 'role-missing', 'application-not-found')
  async list(@CurrentActor() actor: Actor, @ApplicationId() id: string): Promise<PaperBody[]> {
    return (await this.reading.execute(actor, id)).papers.map(paperBody);
  }

  @Post()
  @Action('paper.add')
  @ApiOperation({ summary: 'Add a paper: PDF or PNG by content, at most 10 MB' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: UPLOAD as object })
  @ApiCreatedResponse({ type: PaperBody })
  @Refuses(
    'not-signed-in',
    'role-missing',
    'form-token-wrong',
    'input-invalid',
    'application-not-found',
    'application-not-editable',
    'paper-too-large',
    'paper-empty',
    'paper-type-unknown',
    'too-many-papers',
    'paper-added-before',
  )
  async add(@CurrentActor() actor: Actor, @ApplicationId() id: string, @Req() request: FastifyRequest): Promise<PaperBody> {
    const { file, fields } = uploadOf(request);
    const { kind } = validateInput(NewPaperDto, fields);
    const { paper } = await this.papers.add(actor, id, { kind, fileName: file?.fileName ?? '', bytes: wholeBytes(file) });
    return paperBody(paper);
  }

  @Get(':paperId')
  @Action('paper.read')
  @ApiOperation({ summary: 'Download a paper' })
  @ApiProduces('application/pdf', 'image/png')
  @ApiOkResponse({ schema: { type: 'string', contentMediaType: 'application/octet-stream' } as object })
  @Refuses('not-signed-in', 'role-missing', 'application-not-found', 'paper-not-found')
  async read(
    @CurrentActor() actor: Actor,
    @ApplicationId() id: string,
    @PaperId() paperId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { paper, bytes } = await this.papers.read(actor, id, paperId);
    sendAttachment(reply, { fileName: paper.fileName, mediaType: paper.mediaType, bytes });
  }

  @Delete(':paperId')
  @HttpCode(204)
  @Action('paper.remove')
  @ApiOperation({ summary: 'Take a paper off the application' })
  @ApiNoContentResponse()
  @Refuses(
    'not-signed-in',
    'role-missing',
    'form-token-wrong',
    'application-not-found',
    'application-not-editable',
    'paper-not-found',
  )
  async remove(@CurrentActor() actor: Actor, @ApplicationId() id: string, @PaperId() paperId: string): Promise<void> {
    await this.papers.remove(actor, id, paperId);
  }
}
