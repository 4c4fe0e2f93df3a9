// Licences: list, read, suspend, reinstate, revoke, download.
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { MoveLicence, ReadLicences, RenderAgain, type Actor } from '#casework';
import { sendAttachment } from '../../http/attachment';
import { IdPipe } from '../../http/id.pipe';
import { PageQuery, pageRequest } from '../../http/page-query.dto';
import { languageOf } from '../../http/request-language';
import { Action } from '../../http/security/action';
import { CurrentActor } from '../../http/security/current-actor';
import { Refuses } from '../openapi/refuses';
import { Versioned } from '../openapi/versioned';
import { LicenceBody, licenceBody, LicenceMovedBody, LicenceMoveDto, LicencePageBody, licencePageBody } from './licence.body';

const LicenceId = () => Param('id', new IdPipe('licence-not-found'));

@ApiTags('licences')
@Controller('api/v1/licences')
export class LicencesController {
  constructor(
    private readonly licences: ReadLicences,
    private readonly moving: MoveLicence,
    private readonly rendering: RenderAgain,
  ) {}

  @Get()
  @Action('licence.list')
  @ApiOperation({ summary: 'Licences that you may see, newest first' })
  @ApiOkResponse({ type: LicencePageBody })
  @Refuses('not-signed-in', 'role-missing', 'input-invalid', 'bad-cursor')
  async list(@CurrentActor() actor: Actor, @Query() query: PageQuery, @Req() request: FastifyRequest): Promise<LicencePageBody> {
    return licencePageBody(await this.licences.list(actor, pageRequest(query)), languageOf(request));
  }

  @Get(':id')
  @Action('licence.read')
  @ApiOperation({ summary: 'One licence with its open moves' })
  @ApiOkResponse({ type: LicenceBody })
  @Refuses('not-signed-in', 'role-missing', 'licence-not-found')
  async read(@CurrentActor() actor: Actor, @LicenceId() id: string, @Req() request: FastifyRequest): Promise<LicenceBody> {
    return licenceBody(await this.licences.one(actor, id), languageOf(request));
  }

  @Post(':id/moves/:name')
  @HttpCode(200)
  @Versioned()
  @Action('licence.move')
  @ApiOperation({ summary: 'Suspend, reinstate or revoke' })
  @ApiOkResponse({ type: LicenceMovedBody })
  @Refuses(
    'not-signed-in',
    'role-missing',
    'form-token-wrong',
    'input-invalid',
    'licence-not-found',
    'unknown-move',
    'move-not-yours',
    'move-not-open',
    'stale-version',
    'move-input-missing',
  )
  move(
    @CurrentActor() actor: Actor,
    @LicenceId() id: string,
    @Param('name') name: string,
    @Body() { version, reason }: LicenceMoveDto,
  ): Promise<LicenceMovedBody> {
    return this.moving.execute(actor, id, name, { version, ...(reason !== undefined && { reason }) });
  }

  @Get(':id/document')
  @Action('licence.document')
  @ApiOperation({ summary: 'Download the licence paper' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', contentMediaType: 'application/pdf' } as object })
  @Refuses('not-signed-in', 'role-missing', 'licence-not-found', 'document-not-ready')
  async document(@CurrentActor() actor: Actor, @LicenceId() id: string, @Res() reply: FastifyReply): Promise<void> {
    const { number, bytes } = await this.licences.document(actor, id);
    sendAttachment(reply, { fileName: `${number}.pdf`, mediaType: 'application/pdf', bytes });
  }

  @Post(':id/document')
  @HttpCode(202)
  @Action('licence.render')
  @ApiOperation({ summary: 'Have a paper whose rendering failed rendered again' })
  @ApiAcceptedResponse()
  @Refuses('not-signed-in', 'role-missing', 'form-token-wrong', 'licence-not-found', 'document-not-failed')
  async renderAgain(@CurrentActor() actor: Actor, @LicenceId() id: string): Promise<void> {
    await this.rendering.execute(actor, id);
  }
}
