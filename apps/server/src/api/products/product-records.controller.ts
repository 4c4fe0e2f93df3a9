// Recorded determinations of a product: make, read, replay, download the paper.
import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DetermineProduct, ReadDetermination, RenderRecordAgain, type Actor } from '#casework';
import { sendAttachment } from '../../http/attachment';
import { IdPipe } from '../../http/id.pipe';
import { Action } from '../../http/security/action';
import { CurrentActor } from '../../http/security/current-actor';
import { WholeNumberPipe } from '../../http/whole-number.pipe';
import { Refuses } from '../openapi/refuses';
import { ProductDeterminationBody, productDeterminationBody, ReplayBody, replayBody } from './product.body';
import { ProductQuestionDto } from './product.dto';
import { ProductId } from './products.controller';

export const DeterminationId = () => Param('determinationId', new IdPipe('product-determination-not-found'));
export const ProductVersion = () => Param('version', new WholeNumberPipe('product-not-found'));

@ApiTags('products')
@Controller('api/v1/products/:id')
export class ProductRecordsController {
  constructor(
    private readonly determining: DetermineProduct,
    private readonly records: ReadDetermination,
    private readonly rendering: RenderRecordAgain,
  ) {}

  @Post('versions/:version/determinations')
  @Action('product.determine')
  @ApiOperation({ summary: 'Record what the law asks of the version; its paper is prepared' })
  @ApiCreatedResponse({ type: ProductDeterminationBody })
  @Refuses(
    'not-signed-in',
    'role-missing',
    'form-token-wrong',
    'input-invalid',
    'product-not-found',
    'product-invalid',
    'determination.day-before-law',
  )
  async determine(
    @CurrentActor() actor: Actor,
    @ProductId() id: string,
    @ProductVersion() version: number,
    @Body() { on, knownOn, destination }: ProductQuestionDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProductDeterminationBody> {
    const asked = { ...(on && { on }), knownOn: knownOn ?? null, ...(destination && { destination }) };
    const made = await this.determining.execute(actor, id, version, asked);
    reply.header('location', `/api/v1/products/${id}/determinations/${made.id}`);
    return productDeterminationBody(await this.records.one(actor, id, made.id));
  }

  @Get('determinations/:determinationId')
  @Action('product.read')
  @ApiOperation({ summary: 'One recorded determination' })
  @ApiOkResponse({ type: ProductDeterminationBody })
  @Refuses('not-signed-in', 'role-missing', 'product-determination-not-found')
  async read(
    @CurrentActor() actor: Actor,
    @ProductId() id: string,
    @DeterminationId() determinationId: string,
  ): Promise<ProductDeterminationBody> {
    return productDeterminationBody(await this.records.one(actor, id, determinationId));
  }

  @Get('determinations/:determinationId/replay')
  @Action('product.read')
  @ApiOperation({ summary: 'Make the recorded answer again with the law of its hash' })
  @ApiOkResponse({ type: ReplayBody })
  @Refuses('not-signed-in', 'role-missing', 'product-determination-not-found', 'law-not-kept')
  async replay(
    @CurrentActor() actor: Actor,
    @ProductId() id: string,
    @DeterminationId() determinationId: string,
  ): Promise<ReplayBody> {
    return replayBody(await this.records.replay(actor, id, determinationId));
  }

  @Get('determinations/:determinationId/document')
  @Action('product.read')
  @ApiOperation({ summary: 'Download the determination record' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', contentMediaType: 'application/pdf' } as object })
  @Refuses('not-signed-in', 'role-missing', 'product-determination-not-found', 'document-not-ready')
  async document(
    @CurrentActor() actor: Actor,
    @ProductId() id: string,
    @DeterminationId() determinationId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { fileName, bytes } = await this.records.paper(actor, id, determinationId);
    sendAttachment(reply, { fileName, mediaType: 'application/pdf', bytes });
  }

  @Post('determinations/:determinationId/document')
  @HttpCode(202)
  @Action('product.render')
  @ApiOperation({ summary: 'Have a determination record whose rendering failed rendered again' })
  @ApiAcceptedResponse()
  @Refuses('not-signed-in', 'role-missing', 'form-token-wrong', 'product-determination-not-found', 'document-not-failed')
  async renderAgain(
    @CurrentActor() actor: Actor,
    @ProductId() id: string,
    @DeterminationId() determinationId: string,
  ): Promise<void> {
    await this.rendering.execute(actor, id, determinationId);
  }
}
