// The page of one item's determination, for both sides, and the record of a comparison with the official list.
import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ConfirmListCheck, ReadProduct, type Actor } from '#casework';
import { Refusal } from '#kernel';
import { ListCheckDto } from '../../api/applications/acts.dto';
import { ApplicationId } from '../../api/applications/applications.controller';
import { IdPipe } from '../../http/id.pipe';
import type { DescribedFault } from '../../http/refusals';
import { Action } from '../../http/security/action';
import { CurrentActor } from '../../http/security/current-actor';
import { validateInput } from '../../http/validate-input';
import { CaseReading } from '../door/case-reading';
import { Desk } from '../door/desk';
import { faultsOf } from '../door/faults';
import { FormAnswers } from '../forms/form-answers';
import { itemLawPage } from '../views/item-law-page';

const ItemId = () => Param('itemId', new IdPipe('item-not-found'));

@ApiExcludeController()
@Controller('applications/:id/items/:itemId/law')
export class LawPages {
  constructor(
    private readonly desk: Desk,
    private readonly cases: CaseReading,
    private readonly confirming: ConfirmListCheck,
    private readonly products: ReadProduct,
  ) {}

  @Get()
  @Action('determination.read')
  page(
    @CurrentActor() actor: Actor,
    @ApplicationId() id: string,
    @ItemId() itemId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.show(actor, id, itemId, reply, null, []);
  }

  @Post()
  @Action('determination.confirm')
  async confirm(
    @CurrentActor() actor: Actor,
    @ApplicationId() id: string,
    @ItemId() itemId: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const answers = new FormAnswers(body);
    const given = { itemId, edition: answers.text('edition'), note: answers.text('note') };
    answers.refuseOthers();
    const faults = await faultsOf(this.desk.voice(reply), async () => {
      const check = validateInput(ListCheckDto, given);
      await this.confirming.execute(actor, id, { ...check });
    });
    if (!faults) return this.desk.goTo(reply, `/applications/${id}/items/${itemId}/law`, 'flash.checkRecorded');
    return this.show(actor, id, itemId, reply, answers, faults);
  }

  private async show(
    actor: Actor,
    id: string,
    itemId: string,
    reply: FastifyReply,
    answers: FormAnswers | null,
    faults: readonly DescribedFault[],
  ): Promise<void> {
    const voice = this.desk.voice(reply);
    const view = await this.cases.either(actor, id);
    const uses = await this.products.uses(actor, id);
    const determination = (await this.cases.determinations(actor, id)).find((row) => row.itemId === itemId);
    const page =
      determination &&
      itemLawPage({ view, actor, determination, uses, voice, valueOf: (name) => answers?.text(name) ?? '', faults });
    if (!page) throw new Refusal('missing', 'item-not-found', { itemId });
    this.desk.show(reply, 'item-law', page, `${page.caption}: ${voice.t('law.title')}`);
  }
}
