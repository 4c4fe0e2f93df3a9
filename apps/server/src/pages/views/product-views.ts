// The pages of the product library: the list, the form, the re-check, and the choice of a product for an application.
import type { DifferingProduct, PageOf, ProductFacts, ProductRecord, RecheckPage } from '#casework';
import { countryName, type Bilingual } from '#kernel';
import type { PropertyWord } from '#regulation';
import type { DescribedFault } from '../../http/refusals';
import { OTHER_FIELDS, paperWords, PRODUCT_KIND } from '../../http/words';
import { FormBuilder, type FormError } from '../forms/form-builder';
import type { Field } from '../forms/field';
import { productFields, type ProductRowCounts } from '../forms/product-form';
import { countryChoices } from '../forms/section-forms';
import type { NamePair, Voice } from '../rendering/voice';
import { headlineTag, workingText } from './law';
import type { FormView, Link, Tag } from './parts';

export interface ProductLine {
  readonly href: string;
  readonly name: NamePair;
  readonly facts: string;
  readonly version: string;
  readonly statedCode: string;
  readonly changed: string;
}

export interface ProductListView {
  readonly rows: readonly ProductLine[];
  readonly next: string | null;
}

export function productName({ nameZh, nameEn }: ProductFacts, voice: Voice): NamePair {
  return voice.pair({ zh: nameZh, en: nameEn });
}

type PropertyWords = Readonly<Record<string, PropertyWord>>;

/** The name of a property in the reader's language; as the law files name it where they have no Chinese word. */
export function propertyName(name: string, words: PropertyWords, { language }: Voice): string {
  return language === 'zh' ? (words[name]?.zh?.[0] ?? name) : name;
}

/** Kind, form, composition and parameters in one line. */
export function factsLine(facts: ProductFacts, words: PropertyWords, voice: Voice): string {
  const parts = [
    voice.say(PRODUCT_KIND[facts.kind]),
    facts.form,
    ...facts.composition.map(({ substance, massPercent }) => (massPercent ? `${substance} ${massPercent} %` : substance)),
    ...facts.parameters.map(
      ({ property, value, unit }) =>
        `${propertyName(property, words, voice)} ${value}${unit && unit !== 'text' && unit !== 'boolean' ? ` ${unit}` : ''}`,
    ),
    facts.origin ? countryName(facts.origin, voice.language) : '',
  ];
  return parts.filter(Boolean).join(' · ');
}

export function productLine(product: ProductRecord, words: PropertyWords, voice: Voice): ProductLine {
  return {
    href: `/products/${product.id}`,
    name: productName(product.facts, voice),
    facts: factsLine(product.facts, words, voice),
    version: voice.t('product.version', { version: product.version }),
    statedCode: product.facts.controlCode || voice.t('answers.none'),
    changed: voice.moment(product.changedAt),
  };
}

export function productList({ rows, next }: PageOf<ProductRecord>, words: PropertyWords, voice: Voice): ProductListView {
  return {
    rows: rows.map((row) => productLine(row, words, voice)),
    next: next && `/products?after=${encodeURIComponent(next)}`,
  };
}

interface ProductFormScene {
  readonly voice: Voice;
  /** Null for a new product. */
  readonly product: ProductRecord | null;
  readonly version: number | null;
  readonly rows: ProductRowCounts;
  readonly valueOf: (name: string) => string;
  readonly faults: readonly DescribedFault[];
  readonly properties: Readonly<Record<string, PropertyWord>>;
}

export function productForm({ voice, product, version, rows, valueOf, faults, properties }: ProductFormScene): FormView {
  const { t } = voice;
  const form = new FormBuilder(voice, valueOf, faults);
  const fields = productFields(form, voice, rows, properties);
  const base = product ? `/products/${product.id}` : '/products';
  return {
    title: product ? t('product.change') : t('product.new'),
    back: { href: base, text: product ? productName(product.facts, voice).text : t('nav.products') },
    action: product ? `${base}/edit` : '/products/new',
    version,
    errors: form.errors(fields),
    fields,
    submit: product ? t('product.saveVersion') : t('product.save'),
  };
}

export interface RecheckView {
  readonly errors: readonly FormError[];
  readonly fields: readonly Field[];
  /** Null until days are given. */
  readonly answer: {
    readonly rows: readonly DifferenceLine[];
    readonly judged: string;
    readonly notJudged: readonly Link[];
    readonly next: string | null;
  } | null;
}

export interface DifferenceLine {
  readonly href: string;
  readonly name: NamePair;
  readonly before: AnswerLine;
  readonly after: AnswerLine;
  readonly measures: string;
}

interface AnswerLine {
  readonly headline: Tag;
  readonly working: string | null;
  readonly codes: string;
  /** Papers that the answer adds; empty where it adds none. */
  readonly papers: string;
}

interface RecheckScene {
  readonly voice: Voice;
  readonly valueOf: (name: string) => string;
  readonly faults: readonly DescribedFault[];
  readonly found: RecheckPage | null;
  /** The address of the page after, for its cursor. */
  readonly hrefOf: (after: string) => string;
}

export function recheckView({ voice, valueOf, faults, found, hrefOf }: RecheckScene): RecheckView {
  const form = new FormBuilder(voice, valueOf, faults);
  const day = (name: string, optional = false) =>
    form.text(name, { label: OTHER_FIELDS[name] ?? name, type: 'date', width: 'short', optional });
  const fields = [
    day('from'),
    day('knownFrom', true),
    day('to'),
    day('knownTo', true),
    form.select('destination', { label: words('destination'), choices: countryChoices(voice), optional: true }),
  ];
  return {
    errors: form.errors(fields),
    fields,
    answer: found && {
      rows: found.rows.map((row) => differenceLine(row, voice)),
      judged: voice.t('recheck.judged', { judged: found.judged, differing: found.rows.length }),
      notJudged: found.notJudged.map((product) => ({
        href: `/products/${product.id}`,
        text: productName(product.facts, voice).text,
      })),
      next: found.next && hrefOf(found.next),
    },
  };
}

function words(name: string): Bilingual | string {
  return OTHER_FIELDS[name] ?? name;
}

function differenceLine({ product, before, after, measures }: DifferingProduct, voice: Voice): DifferenceLine {
  const answer = ({ headline, workingStatus, controlCodes, documents }: DifferingProduct['before']): AnswerLine => ({
    headline: headlineTag(headline, voice),
    working: workingText({ workingStatus }, voice),
    codes: controlCodes.join(', ') || voice.t('law.noCode'),
    papers: voice.list(documents.map((paper) => voice.say(paperWords(paper)))),
  });
  return {
    href: `/products/${product.id}`,
    name: productName(product.facts, voice),
    before: answer(before),
    after: answer(after),
    measures: measures.join(', '),
  };
}

export interface TakeProductView {
  readonly title: string;
  readonly back: Link;
  readonly version: number;
  readonly rows: readonly (ProductLine & { readonly action: string; readonly take: string })[];
  readonly next: string | null;
}

/** The library as a choice for a new item of the application. */
export function takeProductView(
  application: { readonly id: string; readonly version: number },
  { rows, next }: PageOf<ProductRecord>,
  words: PropertyWords,
  voice: Voice,
): TakeProductView {
  const base = `/applications/${application.id}/items`;
  return {
    title: voice.t('items.fromProduct'),
    back: { href: base, text: voice.t('items.back') },
    version: application.version,
    rows: rows.map((row) => {
      const line = productLine(row, words, voice);
      return { ...line, action: `${base}/from-product/${row.id}`, take: voice.t('items.take', { name: line.name.text }) };
    }),
    next: next && `${base}/from-product?after=${encodeURIComponent(next)}`,
  };
}
