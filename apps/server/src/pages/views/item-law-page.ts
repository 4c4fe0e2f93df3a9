// The page of one item's determination: the law's answer, what was recorded, and the form for a comparison with the official list.
import { may, type Actor, type ApplicationView, type ItemDetermination, type ProductUse } from '#casework';
import { takesListChecks } from '#licensing';
import type { DescribedFault } from '../../http/refusals';
import { OTHER_FIELDS } from '../../http/words';
import { FormBuilder, type FormError } from '../forms/form-builder';
import type { Field } from '../forms/field';
import type { NamePair, Voice } from '../rendering/voice';
import { lawView, namePairOf, notJudgedView, recordedView, type LawView, type RecordedView } from './law';
import type { Link } from './parts';

export interface ItemLawPageView {
  readonly back: Link;
  readonly caption: string;
  readonly item: NamePair;
  readonly statedCode: string;
  /** The product of the library that the item was taken from, for whom it is open. */
  readonly product: Link | null;
  readonly law: LawView;
  readonly recorded: readonly RecordedView[];
  readonly listChecks: readonly {
    readonly edition: string;
    readonly note: string | null;
    readonly who: string | null;
    readonly on: string;
  }[];
  /** The form for a comparison stands where the reader may record one. */
  readonly open: boolean;
  readonly action: string;
  readonly errors: readonly FormError[];
  readonly fields: readonly Field[];
}

interface Scene {
  readonly view: ApplicationView;
  readonly actor: Actor;
  readonly determination: ItemDetermination;
  readonly voice: Voice;
  /** The products that items of the application were taken from. */
  readonly uses: readonly ProductUse[];
  readonly valueOf: (name: string) => string;
  readonly faults: readonly DescribedFault[];
}

/** Undefined when the application has no such item. */
export function itemLawPage({ view, actor, determination, uses, voice, valueOf, faults }: Scene): ItemLawPageView | undefined {
  const index = view.content.items.findIndex(({ id }) => id === determination.itemId);
  const item = view.content.items[index];
  if (!item) return undefined;
  const use = may('product.read', actor) && uses.find(({ itemId }) => itemId === item.id);
  const form = new FormBuilder(voice, valueOf, faults);
  const fields = [
    form.text('edition', { label: OTHER_FIELDS['edition'] ?? '', hint: voice.t('hint.edition') }),
    form.area('note', { label: OTHER_FIELDS['note'] ?? '', rows: 2, optional: true }),
  ];
  const base = view.for === 'officer' ? '/cases' : '/applications';
  return {
    back: { href: `${base}/${view.id}`, text: view.reference },
    caption: voice.t('items.number', { number: index + 1 }),
    item: namePairOf(item, voice),
    statedCode: item.controlCode || voice.t('answers.none'),
    product: use ? { href: `/products/${use.productId}`, text: voice.t('items.productOf', { version: use.version }) } : null,
    law: determination.answer ? lawView(determination.answer, voice) : notJudgedView(determination, voice),
    recorded: determination.recorded.map((record) => recordedView(record, determination.answer, voice)),
    listChecks: determination.listChecks.map(({ edition, note, personName, on }) => ({
      edition,
      note: note || null,
      who: personName,
      on,
    })),
    open: may('determination.confirm', actor) && takesListChecks(view.status),
    action: `/applications/${view.id}/items/${item.id}/law`,
    errors: form.errors(fields),
    fields,
  };
}
