// Recorded determinations of a product as pages, and the re-check of the library.
import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  DetermineProduct,
  may,
  ReadDetermination,
  RecheckProducts,
  RenderRecordAgain,
  type Actor,
  type RecheckPage,
} from '#casework';
import { DeterminationId } from '../../api/products/product-records.controller';
import { LawPointsQuery, recheckOf } from '../../api/products/product.dto';
import { ProductId } from '../../api/products/products.controller';
import { sendAttachment } from '../../http/attachment';
import { Action } from '../../http/security/action';
import { CurrentActor } from '../../http/security/current-actor';
import { validateInput } from '../../http/validate-input';
import { Desk } from '../door/desk';
import { faultsOf } from '../door/faults';
import { FormAnswers } from '../forms/form-answers';
import { productRecordPage } from '../views/product-record-page';
import { recheckView } from '../views/product-views';
import { questionOf } from './products.controller';

/** Products that one page of a re-check judges. */
const RECHECK_ROWS = 50;

@ApiExcludeController()
@Controller('products')
export class ProductRecordPages {
  constructor(
    private readonly desk: Desk,
    private readonly determining: DetermineProduct,
    private readonly records: ReadDetermination,
    private readonly rechecking: RecheckProducts,
    private readonly rendering: RenderRecordAgain,
  ) {}

  @Get('recheck')
  @Action('product.list')
  async recheck(@CurrentActor() actor: Actor, @Query() query: unknown, @Res() reply: FastifyReply): Promise<void> {
    const asked = new FormAnswers(query);
    const names = ['from', 'knownFrom', 'to', 'knownTo', 'destination'];
    const given = Object.fromEntries(names.map((name) => [name, asked.trimmed(name)]).filter(([, text]) => text !== ''));
    const after = asked.text('after');
    asked.refuseOthers();
    const voice = this.desk.voice(reply);
    let found: RecheckPage | null = null;
    const work = async () => {
      const points = recheckOf(validateInput(LawPointsQuery, given));
      found = await this.rechecking.page(actor, points, { limit: RECHECK_ROWS, ...(after && { after }) });
    };
    const faults = Object.keys(given).length > 0 ? await faultsOf(voice, work, (at) => at || 'from') : null;
    const page = recheckView({
      voice,
      valueOf: (name) => asked.text(name),
      faults: faults ?? [],
      found,
      hrefOf: (next) => `/products/recheck?${new URLSearchParams({ ...given, after: next }).toString()}`,
    });
    this.desk.show(reply, 'recheck', page, voice.t('recheck.title'));
  }

  @Post(':id/determinations')
  @Action('product.determine')
  async record(
    @CurrentActor() actor: Actor,
    @ProductId() id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const answers = new FormAnswers(body);
    const version = answers.version();
    const made = await this.determining.execute(actor, id, version, questionOf(answers));
    this.desk.goTo(reply, `/products/${id}/determinations/${made.id}`, 'flash.productRecorded');
  }

  @Get(':id/determinations/:determinationId')
  @Action('product.read')
  async one(
    @CurrentActor() actor: Actor,
    @ProductId() id: string,
    @DeterminationId() determinationId: string,
    @Query() query: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = new FormAnswers(query);
    const again = asked.text('replay') === 'yes';
    asked.refuseOthers();
    const voice = this.desk.voice(reply);
    const replay = again ? await this.records.replay(actor, id, determinationId) : null;
    const record = replay?.record ?? (await this.records.one(actor, id, determinationId));
    const page = productRecordPage({ record, replay, mayRender: may('product.render', actor), voice });
    this.desk.show(reply, 'product-record', page, voice.t('product.recordBasis'));
  }

  @Get(':id/determinations/:determinationId/document')
  @Action('product.read')
  async document(
    @CurrentActor() actor: Actor,
    @ProductId() id: string,
    @DeterminationId() determinationId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { fileName, bytes } = await this.records.paper(actor, id, determinationId);
    sendAttachment(reply, { fileName, mediaType: 'application/pdf', bytes });
  }

  @Post(':id/determinations/:determinationId/document')
  @Action('product.render')
  async renderAgain(
    @CurrentActor() actor: Actor,
    @ProductId() id: string,
    @DeterminationId() determinationId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.rendering.execute(actor, id, determinationId);
    this.desk.goTo(reply, `/products/${id}/determinations/${determinationId}`, 'flash.recordAgain');
  }
}
