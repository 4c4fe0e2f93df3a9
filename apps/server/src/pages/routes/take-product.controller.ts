// An item of an application that starts from the product library.
import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { KeepProducts, LoadedLaw, TakeFromProduct, type Actor } from '#casework';
import { ApplicationId } from '../../api/applications/applications.controller';
import { IdPipe } from '../../http/id.pipe';
import { PageQuery, pageRequest } from '../../http/page-query.dto';
import { Action } from '../../http/security/action';
import { CurrentActor } from '../../http/security/current-actor';
import { CaseReading } from '../door/case-reading';
import { Desk } from '../door/desk';
import { FormAnswers } from '../forms/form-answers';
import { takeProductView } from '../views/product-views';

export const ProductOfLibrary = () => Param('productId', new IdPipe('product-not-found'));

@ApiExcludeController()
@Controller('applications/:id/items/from-product')
export class TakeProductPages {
  constructor(
    private readonly desk: Desk,
    private readonly cases: CaseReading,
    private readonly products: KeepProducts,
    private readonly taking: TakeFromProduct,
    private readonly law: LoadedLaw,
  ) {}

  @Get()
  @Action('product.list')
  async choose(
    @CurrentActor() actor: Actor,
    @ApplicationId() id: string,
    @Query() query: PageQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const view = await this.cases.editable(actor, id);
    const { propertyWords } = this.law.rulebook;
    const page = takeProductView(
      view,
      await this.products.list(actor, pageRequest(query)),
      propertyWords,
      this.desk.voice(reply),
    );
    this.desk.show(reply, 'take-product', page, page.title);
  }

  @Post(':productId')
  @Action('application.edit')
  async take(
    @CurrentActor() actor: Actor,
    @ApplicationId() id: string,
    @ProductOfLibrary() productId: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const answers = new FormAnswers(body);
    answers.refuseOthers();
    const { itemId } = await this.taking.execute(actor, id, answers.version(), productId);
    this.desk.goTo(reply, `/applications/${id}/items/${itemId}`, 'flash.productTaken');
  }
}
