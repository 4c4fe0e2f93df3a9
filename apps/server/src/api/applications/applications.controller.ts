// Applications: begin, list, read, change, move, amend, copy.
import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiCreatedResponse,
  ApiExtraModels,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CreateApplication, GrowApplication, ListApplications, MakeMove, ReadApplication, type Actor } from '#casework';
import { IdPipe } from '../../http/id.pipe';
import { pageRequest } from '../../http/page-query.dto';
import { languageOf } from '../../http/request-language';
import { Action } from '../../http/security/action';
import { CurrentActor } from '../../http/security/current-actor';
import { Refuses } from '../openapi/refuses';
import { Versioned } from '../openapi/versioned';
import { AmendmentDto, CopyDto, moveCommand, MoveDto, NewApplicationDto, OwnApplicationsQuery } from './acts.dto';
import { ExporterApplicationBody } from './application.body';
import { ContentDoor } from './content-door';
import { ContentDto } from './content.dto';
import { applicationBody, OfficerApplicationBody, type ApplicationBody } from './officer.body';
import { ApplicationPageBody, applicationPageBody, MovedBody, VersionBody } from './lists.body';

/** The id of an application in an address. */
export const ApplicationId = () => Param('id', new IdPipe('application-not-found'));

const EITHER = { oneOf: [{ $ref: getSchemaPath(ExporterApplicationBody) }, { $ref: getSchemaPath(OfficerApplicationBody) }] };

@ApiTags('applications')
@ApiExtraModels(ExporterApplicationBody, OfficerApplicationBody)
@Controller('api/v1/applications')
export class ApplicationsController {
  constructor(
    private readonly creating: CreateApplication,
    private readonly listing: ListApplications,
    private readonly reading: ReadApplication,
    private readonly content: ContentDoor,
    private readonly moving: MakeMove,
    private readonly growing: GrowApplication,
  ) {}

  @Get()
  @Action('application.list')
  @ApiOperation({ summary: 'The organisation’s applications, newest change first' })
  @ApiOkResponse({ type: ApplicationPageBody })
  @Refuses('not-signed-in', 'role-missing', 'input-invalid', 'bad-cursor')
  async list(@CurrentActor() actor: Actor, @Query() query: OwnApplicationsQuery): Promise<ApplicationPageBody> {
    return applicationPageBody(await this.listing.own(actor, pageRequest(query), query.status));
  }

  @Post()
  @Action('application.create')
  @ApiOperation({ summary: 'Begin a draft' })
  @ApiCreatedResponse({ type: ExporterApplicationBody })
  @Refuses('not-signed-in', 'role-missing', 'form-token-wrong', 'input-invalid', 'procedure-unknown')
  @ApiBody({ type: NewApplicationDto, required: false })
  async create(
    @CurrentActor() actor: Actor,
    @Body() { procedure }: NewApplicationDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ApplicationBody> {
    const { id } = await this.creating.execute(actor, procedure);
    return this.created(actor, id, request, reply);
  }

  @Get(':id')
  @Action('application.read')
  @ApiOperation({ summary: 'One application with its open moves' })
  @ApiOkResponse({ schema: EITHER })
  @Refuses('not-signed-in', 'role-missing', 'application-not-found')
  async read(
    @CurrentActor() actor: Actor,
    @ApplicationId() id: string,
    @Req() request: FastifyRequest,
  ): Promise<ApplicationBody> {
    return applicationBody(await this.reading.execute(actor, id), languageOf(request));
  }

  @Patch(':id')
  @Versioned()
  @Action('application.edit')
  @ApiOperation({ summary: 'Replace the given sections' })
  @ApiOkResponse({ type: VersionBody })
  @Refuses(
    'not-signed-in',
    'role-missing',
    'form-token-wrong',
    'input-invalid',
    'application-not-found',
    'application-not-editable',
    'stale-version',
    'content-invalid',
  )
  @ApiBody({ type: ContentDto })
  change(@CurrentActor() actor: Actor, @ApplicationId() id: string, @Body() sections: unknown): Promise<VersionBody> {
    return this.content.save(actor, id, sections);
  }

  @Post(':id/moves/:name')
  @HttpCode(200)
  @Versioned()
  @Action('application.move')
  @ApiOperation({ summary: 'Make one of the open moves' })
  @ApiOkResponse({ type: MovedBody })
  @Refuses(
    'not-signed-in',
    'role-missing',
    'form-token-wrong',
    'input-invalid',
    'application-not-found',
    'unknown-move',
    'move-not-yours',
    'move-not-open',
    'stale-version',
    'application-incomplete',
    'papers-incomplete',
    'not-on-your-queue',
    'held-by-another',
    'review-queues-open',
    'adviser-cannot-countersign',
    'signer-cannot-sign-twice',
    'two-people-needed',
    'documents-not-prepared',
    'move-input-missing',
    'move-input-unasked',
    'advice-invalid',
    'advised-meanwhile',
    'already-countersigned',
    'validity-invalid',
    'content-invalid',
    'amended-before',
  )
  move(
    @CurrentActor() actor: Actor,
    @ApplicationId() id: string,
    @Param('name') name: string,
    @Body() input: MoveDto,
  ): Promise<MovedBody> {
    return this.moving.execute(actor, id, name, moveCommand(input));
  }

  @Post(':id/amendments')
  @Versioned()
  @Action('application.grow')
  @ApiOperation({
    summary: 'Amend a filed application: it becomes read-only, and a draft with all it holds takes its place',
    description: 'Asked again, the same draft is answered.',
  })
  @ApiCreatedResponse({ type: ExporterApplicationBody })
  @Refuses(
    'not-signed-in',
    'role-missing',
    'form-token-wrong',
    'input-invalid',
    'application-not-found',
    'stale-version',
    'move-not-open',
    'amended-before',
  )
  async amend(
    @CurrentActor() actor: Actor,
    @ApplicationId() id: string,
    @Body() { version }: AmendmentDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ApplicationBody> {
    const draft = await this.growing.amend(actor, id, version);
    return this.created(actor, draft.id, request, reply);
  }

  @Post(':id/copies')
  @Action('application.grow')
  @ApiOperation({
    summary: 'Begin a draft with the same content',
    description:
      'reapply: after a published decision or withdrawal, with its papers; copy: of any application, without contract and papers. While nothing is saved in the draft, asking again answers it and makes no other.',
  })
  @ApiCreatedResponse({ type: ExporterApplicationBody })
  @Refuses('not-signed-in', 'role-missing', 'form-token-wrong', 'input-invalid', 'application-not-found', 'reapply-not-open')
  async copy(
    @CurrentActor() actor: Actor,
    @ApplicationId() id: string,
    @Body() { kind }: CopyDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ApplicationBody> {
    const draft = await this.growing.grow(actor, id, kind);
    return this.created(actor, draft.id, request, reply);
  }

  /** Answers with the new application and says where it is. */
  private async created(actor: Actor, id: string, request: FastifyRequest, reply: FastifyReply): Promise<ApplicationBody> {
    reply.header('location', `/api/v1/applications/${id}`);
    return applicationBody(await this.reading.execute(actor, id), languageOf(request));
  }
}
