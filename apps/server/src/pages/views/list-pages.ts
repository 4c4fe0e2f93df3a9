// The pages that list items or parties of an application, with the way to each and to a new one.
import { may, type Actor, type ExporterView } from '#casework';
import { countryName } from '#kernel';
import { LIMITS } from '#licensing';
import { PARTY_ROLE, sayKey, SECTIONS } from '../../http/words';
import type { NamePair, Voice } from '../rendering/voice';
import { quantityText, valueText } from './answers';
import { namePairOf } from './law';
import type { ConfirmView, Link } from './parts';
import { missingThings } from './where-to-fix';

export interface ListPageView {
  readonly title: string;
  readonly back: Link;
  readonly empty: string;
  readonly rows: readonly {
    readonly caption: string;
    readonly name: NamePair;
    readonly facts: string;
    readonly change: Link;
    readonly remove: Link;
    /** Things of the row that are still missing, in words. */
    readonly missing: string | null;
  }[];
  /** Things of the whole list that are missing, such as a party in a needed role. */
  readonly missing: readonly string[];
  readonly add: Link | null;
  /** Another way to a new row. */
  readonly also: Link | null;
}

export function itemList(view: ExporterView, actor: Actor, voice: Voice): ListPageView {
  const { t } = voice;
  return {
    ...frameOf(view, 'items', voice),
    empty: t('items.empty'),
    rows: view.content.items.map((item, index) => ({
      caption: t('items.number', { number: index + 1 }),
      name: namePairOf(item, voice),
      facts: [item.controlCode, quantityText(item, voice), valueText(item)].filter(Boolean).join(' · '),
      ...rowLinks(view, 'items', item.id, t('items.number', { number: index + 1 }), voice),
      missing: missingOf(view, `items.${index}.`, voice),
    })),
    add: view.content.items.length < LIMITS.items ? { href: `/applications/${view.id}/items/new`, text: t('items.add') } : null,
    also:
      view.content.items.length < LIMITS.items && may('product.list', actor)
        ? { href: `/applications/${view.id}/items/from-product`, text: t('items.fromProduct') }
        : null,
  };
}

export function partyList(view: ExporterView, voice: Voice): ListPageView {
  const { t, language } = voice;
  return {
    ...frameOf(view, 'parties', voice),
    empty: t('parties.empty'),
    rows: view.content.parties.map((party, index) => {
      const name = voice.pair({ zh: party.nameZh, en: party.nameEn });
      const role = sayKey(PARTY_ROLE, party.role, language);
      return {
        caption: role,
        name: name.text ? name : { ...name, text: t('items.unnamed') },
        facts: [party.country && countryName(party.country, language), party.address].filter(Boolean).join(' · '),
        ...rowLinks(view, 'parties', party.id, `${role} ${name.text}`.trim(), voice),
        missing: missingOf(view, `parties.${index}.`, voice),
      };
    }),
    add:
      view.content.parties.length < LIMITS.parties
        ? { href: `/applications/${view.id}/parties/new`, text: t('parties.add') }
        : null,
    also: null,
  };
}

function frameOf(view: ExporterView, section: 'items' | 'parties', voice: Voice) {
  const base = `/applications/${view.id}`;
  return {
    title: voice.say(SECTIONS[section]),
    back: { href: base, text: view.reference },
    missing: missingThings(
      view.missing.filter(({ at }) => at === section),
      view.content,
      base,
      voice,
    ).map(({ text }) => text),
  };
}

function rowLinks(view: ExporterView, section: 'items' | 'parties', id: string, what: string, { t }: Voice) {
  const href = `/applications/${view.id}/${section}/${id}`;
  return {
    change: { href, text: t('answers.change', { what }) },
    remove: { href: `${href}/remove`, text: t('list.remove', { what }) },
  };
}

function missingOf(view: ExporterView, prefix: string, voice: Voice): string | null {
  const count = view.missing.filter(({ at }) => at?.startsWith(prefix)).length;
  return count > 0 ? voice.t('tasks.left', { count }) : null;
}

/** Asks before an item or a party is taken off. */
export function removalForm(
  view: ExporterView,
  section: 'items' | 'parties',
  row: { readonly id: string; readonly name: string },
  { t }: Voice,
): ConfirmView {
  const list = `/applications/${view.id}/${section}`;
  const title = t('list.remove', { what: row.name });
  return {
    title,
    about: t('list.removeAbout'),
    back: { href: list, text: t(`${section}.back`) },
    action: `${list}/${row.id}/remove`,
    version: view.version,
    errors: [],
    fields: [],
    submit: title,
  };
}
