// The product library: list, create, read, new version, what differs between two points of the law.
import { Body, Controller, Get, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { KeepProducts, ReadProduct, RecheckProducts, type Actor } from '#casework';
import { IdPipe } from '../../http/id.pipe';
import { PageQuery, pageRequest } from '../../http/page-query.dto';
import { languageOf } from '../../http/request-language';
import { Action } from '../../http/security/action';
import { CurrentActor } from '../../http/security/current-actor';
import { Refuses } from '../openapi/refuses';
import { Versioned } from '../openapi/versioned';
import {
  MadeProductBody,
  ProductPageBody,
  productPageBody,
  ProductReadingBody,
  productReadingBody,
  ProductVersionMadeBody,
} from './product.body';
import { differingBody, ProductDifferenceBody, RecheckPageBody, recheckPageBody } from './recheck.body';
import {
  factsOf,
  LawPointsQuery,
  NewProductDto,
  NewProductVersionDto,
  ProductQuestionDto,
  recheckOf,
  RecheckQuery,
} from './product.dto';

export const ProductId = () => Param('id', new IdPipe('product-not-found'));

@ApiTags('products')
@Controller('api/v1/products')
export class ProductsController {
  constructor(
    private readonly products: KeepProducts,
    private readonly reading: ReadProduct,
    private readonly rechecking: RecheckProducts,
  ) {}

  @Get()
  @Action('product.list')
  @ApiOperation({ summary: 'The organisation’s products, newest change first' })
  @ApiOkResponse({ type: ProductPageBody })
  @Refuses('not-signed-in', 'role-missing', 'input-invalid', 'bad-cursor')
  async list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<ProductPageBody> {
    return productPageBody(await this.products.list(actor, pageRequest(query)));
  }

  @Post()
  @Action('product.edit')
  @ApiOperation({ summary: 'Add a product with its version 1' })
  @ApiCreatedResponse({ type: MadeProductBody })
  @Refuses('not-signed-in', 'role-missing', 'form-token-wrong', 'input-invalid', 'product-invalid')
  async create(
    @CurrentActor() actor: Actor,
    @Body() { facts }: NewProductDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MadeProductBody> {
    const made = await this.products.create(actor, factsOf(facts));
    reply.header('location', `/api/v1/products/${made.id}`);
    return made;
  }

  @Get('differences')
  @Action('product.list')
  @ApiOperation({
    summary: 'Re-check a page of the library: the products whose answer differs between two days or states of knowledge',
  })
  @ApiOkResponse({ type: RecheckPageBody })
  @Refuses('not-signed-in', 'role-missing', 'input-invalid', 'bad-cursor', 'determination.day-before-law')
  async recheckAll(@CurrentActor() actor: Actor, @Query() query: RecheckQuery): Promise<RecheckPageBody> {
    const asked = recheckOf(query);
    return recheckPageBody(asked, await this.rechecking.page(actor, asked, pageRequest(query)));
  }

  @Get(':id')
  @Action('product.read')
  @ApiOperation({
    summary: 'One product: what the law asks of it on a day, its classification with the next question, precedents',
  })
  @ApiOkResponse({ type: ProductReadingBody })
  @Refuses('not-signed-in', 'role-missing', 'product-not-found', 'input-invalid', 'determination.day-before-law')
  async read(
    @CurrentActor() actor: Actor,
    @ProductId() id: string,
    @Query() { on, knownOn, destination }: ProductQuestionDto,
    @Req() request: FastifyRequest,
  ): Promise<ProductReadingBody> {
    const asked = { ...(on && { on }), knownOn: knownOn ?? null, ...(destination && { destination }) };
    return productReadingBody(await this.reading.execute(actor, id, asked), languageOf(request));
  }

  @Patch(':id')
  @Versioned()
  @Action('product.edit')
  @ApiOperation({ summary: 'Make the next version; the same facts make none' })
  @ApiOkResponse({ type: ProductVersionMadeBody })
  @Refuses(
    'not-signed-in',
    'role-missing',
    'form-token-wrong',
    'input-invalid',
    'product-not-found',
    'product-invalid',
    'stale-version',
  )
  change(
    @CurrentActor() actor: Actor,
    @ProductId() id: string,
    @Body() { version, facts }: NewProductVersionDto,
  ): Promise<ProductVersionMadeBody> {
    return this.products.change(actor, id, version, factsOf(facts));
  }

  @Get(':id/differences')
  @Action('product.read')
  @ApiOperation({ summary: 'Re-check one product between two days or states of knowledge' })
  @ApiOkResponse({ type: ProductDifferenceBody })
  @Refuses(
    'not-signed-in',
    'role-missing',
    'product-not-found',
    'product-invalid',
    'input-invalid',
    'determination.day-before-law',
  )
  async recheck(
    @CurrentActor() actor: Actor,
    @ProductId() id: string,
    @Query() query: LawPointsQuery,
  ): Promise<ProductDifferenceBody> {
    const asked = recheckOf(query);
    const found = await this.rechecking.one(actor, id, asked);
    return { from: asked.from, to: asked.to, difference: found && differingBody(found) };
  }
}
