// The product library as pages: list, form, one product with the next question, re-check.
import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { KeepProducts, LoadedLaw, may, ReadProduct, type Actor, type ProductQuestion, type ProductRecord } from '#casework';
import { Refusal } from '#kernel';
import { factsOf, ProductFactsDto, ProductQuestionDto } from '../../api/products/product.dto';
import { ProductId } from '../../api/products/products.controller';
import { PageQuery, pageRequest } from '../../http/page-query.dto';
import type { DescribedFault } from '../../http/refusals';
import { Action } from '../../http/security/action';
import { CurrentActor } from '../../http/security/current-actor';
import { inputInvalid, validateInput } from '../../http/validate-input';
import { Desk } from '../door/desk';
import { faultsOf } from '../door/faults';
import { FormAnswers } from '../forms/form-answers';
import { answeredProductRows, productRows, productText, readProduct } from '../forms/product-form';
import { readAnswer, withAnswer } from '../forms/question-form';
import { productPage } from '../views/product-page';
import { productForm, productList } from '../views/product-views';

@ApiExcludeController()
@Controller('products')
export class ProductPages {
  constructor(
    private readonly desk: Desk,
    private readonly products: KeepProducts,
    private readonly reading: ReadProduct,
    private readonly law: LoadedLaw,
  ) {}

  @Get()
  @Action('product.list')
  async list(@CurrentActor() actor: Actor, @Query() query: PageQuery, @Res() reply: FastifyReply): Promise<void> {
    const voice = this.desk.voice(reply);
    const page = productList(await this.products.list(actor, pageRequest(query)), this.law.rulebook.propertyWords, voice);
    this.desk.show(reply, 'products', page, voice.t('nav.products'));
  }

  @Get('new')
  @Action('product.edit')
  newProduct(@Res() reply: FastifyReply): void {
    this.showForm(reply, null, null, null, []);
  }

  @Post('new')
  @Action('product.edit')
  async create(@CurrentActor() actor: Actor, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const answers = new FormAnswers(body);
    const { facts, place } = readProduct(answers);
    answers.refuseOthers();
    if (answers.has('add')) return this.showForm(reply, null, null, answers, []);
    let id = '';
    const work = async () => {
      ({ id } = await this.products.create(actor, factsOf(validateInput(ProductFactsDto, facts))));
    };
    const faults = await faultsOf(this.desk.voice(reply), work, place);
    if (faults) return this.showForm(reply, null, null, answers, faults);
    this.desk.goTo(reply, `/products/${id}`, 'flash.productCreated');
  }

  @Get(':id')
  @Action('product.read')
  async product(
    @CurrentActor() actor: Actor,
    @ProductId() id: string,
    @Query() query: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = questionOf(new FormAnswers(query));
    await this.showProduct(actor, id, reply, asked, null, []);
  }

  @Get(':id/edit')
  @Action('product.edit')
  async edit(@CurrentActor() actor: Actor, @ProductId() id: string, @Res() reply: FastifyReply): Promise<void> {
    const { product } = await this.reading.execute(actor, id);
    this.showForm(reply, product, product.version, null, []);
  }

  @Post(':id/edit')
  @Action('product.edit')
  async change(
    @CurrentActor() actor: Actor,
    @ProductId() id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { product } = await this.reading.execute(actor, id);
    const answers = new FormAnswers(body);
    const version = answers.version();
    const { facts, place } = readProduct(answers);
    answers.refuseOthers();
    if (answers.has('add')) return this.showForm(reply, product, version, answers, []);
    const work = () => this.save(actor, id, version, facts);
    const faults = await faultsOf(this.desk.voice(reply), work, place);
    if (faults) return this.showForm(reply, product, version, answers, faults);
    this.desk.goTo(reply, `/products/${id}`, 'flash.productChanged');
  }

  /** The answer to the next question makes a new version. */
  @Post(':id/answer')
  @Action('product.edit')
  async answer(
    @CurrentActor() actor: Actor,
    @ProductId() id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { product } = await this.reading.execute(actor, id);
    const answers = new FormAnswers(body);
    const version = answers.version();
    const answer = readAnswer(answers);
    answers.refuseOthers();
    if (!answer) throw new Refusal('invalid', 'malformed-request');
    const place = (at: string) => (/^(facts\.)?parameters\.\d+\.unit$/.test(at) ? 'unit' : 'answer');
    const work = () => {
      const facts = withAnswer(product.facts, answer);
      if (!facts) throw inputInvalid([{ code: 'answer-missing', at: 'answer' }]);
      return this.save(actor, id, version, facts);
    };
    const faults = await faultsOf(this.desk.voice(reply), async () => Promise.resolve().then(work), place);
    if (faults) return this.showProduct(actor, id, reply, {}, answers, faults);
    this.desk.goTo(reply, `/products/${id}`, 'flash.productChanged');
  }

  private save(actor: Actor, id: string, version: number, facts: unknown): Promise<unknown> {
    return this.products.change(actor, id, version, factsOf(validateInput(ProductFactsDto, facts)));
  }

  private showForm(
    reply: FastifyReply,
    product: ProductRecord | null,
    version: number | null,
    answers: FormAnswers | null,
    faults: readonly DescribedFault[],
  ): void {
    const stored = (name: string) => (product ? productText(product.facts, name) : name === 'kind' ? 'goods' : '');
    const page = productForm({
      voice: this.desk.voice(reply),
      product,
      version,
      rows: answers ? answeredProductRows(answers) : productRows(product?.facts),
      valueOf: (name) => (answers ? answers.text(name) : stored(name)),
      faults,
      properties: this.law.rulebook.propertyWords,
    });
    this.desk.show(reply, 'form', page, page.title);
  }

  private async showProduct(
    actor: Actor,
    id: string,
    reply: FastifyReply,
    asked: ProductQuestion,
    answers: FormAnswers | null,
    faults: readonly DescribedFault[],
  ): Promise<void> {
    const reading = await this.reading.execute(actor, id, asked);
    const unit = reading.judged?.classification.nextQuestion?.unit ?? '';
    const page = productPage({
      voice: this.desk.voice(reply),
      reading,
      words: this.law.rulebook.propertyWords,
      mayEdit: may('product.edit', actor),
      valueOf: (name) => (answers ? answers.text(name) : name === 'unit' ? unit : ''),
      faults,
    });
    this.desk.show(reply, 'product', page, page.name.text);
  }
}

/** The day, the day of knowledge and the destination of a form; an empty field is as good as none. */
export function questionOf(answers: FormAnswers): ProductQuestion {
  const given = Object.fromEntries(
    ['on', 'knownOn', 'destination'].map((name) => [name, answers.trimmed(name)]).filter(([, text]) => text !== ''),
  );
  answers.refuseOthers();
  const { on, knownOn, destination } = validateInput(ProductQuestionDto, given);
  return { ...(on && { on }), knownOn: knownOn ?? null, ...(destination && { destination }) };
}
