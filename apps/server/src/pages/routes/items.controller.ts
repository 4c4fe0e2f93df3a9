// The items of an application: the list, one form per item, and taking one off.
import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { LoadedLaw, type Actor, type ExporterView } from '#casework';
import { Refusal } from '#kernel';
import type { ApplicationItem } from '#licensing';
import { ApplicationId } from '../../api/applications/applications.controller';
import { ContentDoor } from '../../api/applications/content-door';
import { IdPipe } from '../../http/id.pipe';
import type { DescribedFault } from '../../http/refusals';
import { Action } from '../../http/security/action';
import { CurrentActor } from '../../http/security/current-actor';
import { inputInvalid } from '../../http/validate-input';
import { CaseReading } from '../door/case-reading';
import { Desk } from '../door/desk';
import { faultsOf } from '../door/faults';
import { FormAnswers } from '../forms/form-answers';
import { FormBuilder } from '../forms/form-builder';
import { answeredRows, isEmptyItem, itemFields, readItem, storedRows, type ItemRowCounts } from '../forms/item-form';
import { storedText } from '../forms/section-forms';
import { itemList, removalForm } from '../views/list-pages';

const ItemId = () => Param('itemId', new IdPipe('item-not-found'));

interface FormScene {
  readonly reply: FastifyReply;
  readonly view: ExporterView;
  /** Null for a new item. */
  readonly itemId: string | null;
  readonly rows: ItemRowCounts;
  readonly valueOf: (name: string) => string;
  readonly faults: readonly DescribedFault[];
  /** The version that the form carries on; the stored one unless the form came back. */
  readonly version: number;
}

@ApiExcludeController()
@Controller('applications/:id/items')
export class ItemPages {
  constructor(
    private readonly desk: Desk,
    private readonly cases: CaseReading,
    private readonly content: ContentDoor,
    private readonly law: LoadedLaw,
  ) {}

  @Get()
  @Action('application.edit')
  async list(@CurrentActor() actor: Actor, @ApplicationId() id: string, @Res() reply: FastifyReply): Promise<void> {
    const view = itemList(await this.cases.editable(actor, id), actor, this.desk.voice(reply));
    this.desk.show(reply, 'list', view, view.title);
  }

  @Get('new')
  @Action('application.edit')
  async newItem(@CurrentActor() actor: Actor, @ApplicationId() id: string, @Res() reply: FastifyReply): Promise<void> {
    const view = await this.cases.editable(actor, id);
    this.show({ reply, view, itemId: null, rows: storedRows(undefined), valueOf: () => '', faults: [], version: view.version });
  }

  @Post('new')
  @Action('application.edit')
  add(
    @CurrentActor() actor: Actor,
    @ApplicationId() id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.save(actor, id, null, new FormAnswers(body), reply);
  }

  @Get(':itemId')
  @Action('application.edit')
  async item(
    @CurrentActor() actor: Actor,
    @ApplicationId() id: string,
    @ItemId() itemId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const view = await this.cases.editable(actor, id);
    const rows = storedRows(view.content.items[indexOf(view, itemId)]);
    this.show({
      reply,
      view,
      itemId,
      rows,
      valueOf: (name) => storedText(view.content, name),
      faults: [],
      version: view.version,
    });
  }

  @Post(':itemId')
  @Action('application.edit')
  change(
    @CurrentActor() actor: Actor,
    @ApplicationId() id: string,
    @ItemId() itemId: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.save(actor, id, itemId, new FormAnswers(body), reply);
  }

  @Get(':itemId/remove')
  @Action('application.edit')
  async removePage(
    @CurrentActor() actor: Actor,
    @ApplicationId() id: string,
    @ItemId() itemId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const view = await this.cases.editable(actor, id);
    const voice = this.desk.voice(reply);
    const name = voice.t('items.number', { number: indexOf(view, itemId) + 1 });
    const page = removalForm(view, 'items', { id: itemId, name }, voice);
    this.desk.show(reply, 'confirm', page, page.title);
  }

  @Post(':itemId/remove')
  @Action('application.edit')
  async remove(
    @CurrentActor() actor: Actor,
    @ApplicationId() id: string,
    @ItemId() itemId: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const view = await this.cases.editable(actor, id);
    const items = view.content.items.filter((_item, index) => index !== indexOf(view, itemId));
    const answers = new FormAnswers(body);
    answers.refuseOthers();
    await this.write(actor, id, answers.version(), items);
    this.desk.goTo(reply, `/applications/${id}/items`, 'flash.removed');
  }

  private async save(actor: Actor, id: string, itemId: string | null, answers: FormAnswers, reply: FastifyReply): Promise<void> {
    const view = await this.cases.editable(actor, id);
    const version = answers.version();
    const index = itemId === null ? view.content.items.length : indexOf(view, itemId);
    const again = (faults: readonly DescribedFault[]) =>
      this.show({
        reply,
        view,
        itemId,
        rows: answeredRows(answers, index),
        valueOf: (name) => answers.text(name),
        faults,
        version,
      });
    const { item, rowAt } = readItem(answers, index, itemId ?? randomUUID());
    // The names bear the place of the item, which a change by somebody else may have moved: that is told as a stale version.
    const current = version === view.version;
    if (current) answers.refuseOthers();
    if (answers.has('add')) return again([]);
    const items =
      itemId === null ? [...view.content.items, item] : view.content.items.map((row) => (row.id === itemId ? item : row));
    const place = (at: string) =>
      [...rowAt].reduce((path, [kept, written]) => (at.startsWith(kept) ? written + at.slice(kept.length) : path), at);
    const work = () => {
      if (current && isEmptyItem(item)) throw inputInvalid([{ code: 'item-empty', at: `items.${index}.nameZh` }]);
      return this.write(actor, id, version, items);
    };
    const faults = await faultsOf(this.desk.voice(reply), work, place);
    if (faults) return again(faults);
    this.desk.goTo(reply, `/applications/${id}/items`, 'flash.saved');
  }

  private write(actor: Actor, id: string, version: number, items: readonly ApplicationItem[]): Promise<unknown> {
    return this.content.save(actor, id, { version, items });
  }

  private show({ reply, view, itemId, rows, valueOf, faults, version }: FormScene): void {
    const voice = this.desk.voice(reply);
    const index = itemId === null ? view.content.items.length : indexOf(view, itemId);
    const form = new FormBuilder(voice, valueOf, faults);
    const fields = itemFields(form, voice, index, rows, this.law.rulebook.propertyWords);
    const title = itemId === null ? voice.t('items.new') : voice.t('items.number', { number: index + 1 });
    const page = {
      title,
      back: { href: `/applications/${view.id}/items`, text: voice.t('items.back') },
      action: `/applications/${view.id}/items/${itemId ?? 'new'}`,
      version,
      errors: form.errors(fields),
      fields,
      submit: voice.t('form.save'),
    };
    this.desk.show(reply, 'form', page, title);
  }
}

/** Throws Refusal `item-not-found` (missing). */
function indexOf({ content }: ExporterView, itemId: string): number {
  const index = content.items.findIndex(({ id }) => id === itemId);
  if (index < 0) throw new Refusal('missing', 'item-not-found', { itemId });
  return index;
}
