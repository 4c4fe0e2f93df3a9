// The page of one product: what the law asks, how it is classified and what to state next, earlier determinations and decisions.
import type { ProductReading } from '#casework';
import { countryName } from '#kernel';
import type { Classification, PropertyWord } from '#regulation';
import { describeFault, type DescribedFault } from '../../http/refusals';
import { fieldLabel, OTHER_FIELDS, PRODUCT_KIND } from '../../http/words';
import { FormBuilder, type FormError } from '../forms/form-builder';
import type { Field } from '../forms/field';
import { questionFields } from '../forms/question-form';
import { countryChoices } from '../forms/section-forms';
import type { NamePair, Voice } from '../rendering/voice';
import { classificationView, type ClassificationView } from './classification-view';
import { headlineTag, lawView, workingText, type LawView } from './law';
import type { Link, SummaryRow, Tag } from './parts';
import { factsLine, productName, propertyName } from './product-views';

export interface QuestionView {
  readonly title: string;
  readonly why: string;
  readonly limits: readonly string[];
  readonly action: string;
  readonly version: number;
  readonly property: string;
  readonly kind: string;
  readonly asked: readonly string[];
  readonly fields: readonly Field[];
}

export interface ProductPageView {
  readonly back: Link | null;
  readonly caption: string;
  readonly name: NamePair;
  readonly facts: readonly SummaryRow[];
  readonly change: string | null;
  readonly errors: readonly FormError[];
  /** Null where the facts cannot be right; `faults` say why. */
  readonly law: LawView | null;
  readonly faults: readonly string[];
  readonly classification: ClassificationView | null;
  readonly question: QuestionView | null;
  readonly dayFields: readonly Field[];
  readonly dayAction: string;
  readonly record: {
    readonly action: string;
    readonly label: string;
    readonly version: number;
    readonly hidden: readonly { readonly name: string; readonly value: string }[];
  };
  readonly recheck: string | null;
  readonly determinations: readonly {
    readonly href: string;
    readonly who: string;
    readonly headline: Tag;
    readonly working: string | null;
    readonly codes: string;
    readonly about: string;
  }[];
  readonly decisions: readonly {
    readonly href: string;
    readonly reference: string;
    readonly code: string;
    readonly outcome: string;
    readonly day: string;
  }[];
  readonly versions: readonly { readonly text: string; readonly facts: string }[];
}

interface PageScene {
  readonly voice: Voice;
  readonly reading: ProductReading;
  readonly words: Readonly<Record<string, PropertyWord>>;
  readonly mayEdit: boolean;
  readonly valueOf: (name: string) => string;
  readonly faults: readonly DescribedFault[];
}

export function productPage({ voice, reading, words, mayEdit, valueOf, faults }: PageScene): ProductPageView {
  const { t } = voice;
  const { product, judged, point, destination } = reading;
  const base = `/products/${product.id}`;
  const dayForm = new FormBuilder(voice, (name) => ({ on: point.on, knownOn: point.knownOn ?? '', destination })[name] ?? '');
  const form = new FormBuilder(voice, valueOf, faults);
  const asked = judged?.classification.nextQuestion ?? null;
  const question =
    asked && mayEdit && judged
      ? {
          title: t('product.question', { property: voice.say(asked.label) }),
          why: [
            ...(asked.settles.length > 0 ? [t('product.questionSettles', { settles: asked.settles.length })] : []),
            ...(asked.touches.length > 0 ? [t('product.questionTouches', { touches: asked.touches.length })] : []),
            t('product.questionVersion'),
          ].join(' '),
          limits: asked.limits.map((limit) => limitLine(limit, judged.classification, voice)),
          action: `${base}/answer`,
          version: product.version,
          property: asked.property,
          kind: asked.kind,
          asked: [...new Set(asked.limits.flatMap(({ values }) => values))],
          fields: questionFields(form, voice, asked, words),
        }
      : null;
  return {
    back: mayEdit ? { href: '/products', text: t('nav.products') } : null,
    caption: t('product.caption', { version: product.version, changed: voice.moment(product.changedAt) }),
    name: productName(product.facts, voice),
    facts: factRows(reading, voice, words),
    change: mayEdit ? `${base}/edit` : null,
    errors: form.errors(question?.fields ?? []),
    law: judged && lawView(judged.answer, voice),
    faults: reading.faults.map((fault) => faultLine(fault, voice)),
    classification: judged && classificationView(judged.classification, voice),
    question,
    dayFields: [
      dayForm.text('on', { label: OTHER_FIELDS['on'] ?? '', type: 'date', width: 'short' }),
      dayForm.text('knownOn', { label: OTHER_FIELDS['knownOn'] ?? '', type: 'date', width: 'short', optional: true }),
      dayForm.select('destination', { label: OTHER_FIELDS['destination'] ?? '', choices: countryChoices(voice), optional: true }),
    ],
    dayAction: base,
    record: {
      action: `${base}/determinations`,
      label: t(mayEdit ? 'product.record' : 'product.recordReview'),
      version: product.version,
      hidden: [
        { name: 'on', value: point.on },
        { name: 'knownOn', value: point.knownOn ?? '' },
        { name: 'destination', value: destination },
      ],
    },
    recheck: mayEdit ? '/products/recheck' : null,
    determinations: reading.determinations.map((row) => ({
      href: `${base}/determinations/${row.id}`,
      who: t(row.view === 'exporter' ? 'product.byExporter' : 'product.byReviewer'),
      headline: headlineTag(row.headline, voice),
      working: workingText(row, voice),
      codes: row.controlCodes.join(', ') || t('law.noCode'),
      about: t('product.recordedAbout', {
        version: row.version,
        on: row.on,
        at: voice.moment(row.madeAt),
        name: row.madeByName ?? t('product.somebody'),
      }),
    })),
    decisions: reading.decisions.map((row) => ({
      href: `${mayEdit ? '/applications' : '/cases'}/${row.applicationId}`,
      reference: row.reference,
      code: row.controlCode,
      outcome: t(row.outcome === 'granted' ? 'product.granted' : 'product.refused'),
      day: voice.moment(row.decidedAt).slice(0, 10),
    })),
    versions: reading.versions.map(({ version, facts, madeAt, madeByName }) => ({
      text: t('product.versionLine', { version, at: voice.moment(madeAt), name: madeByName ?? t('product.somebody') }),
      facts: factsLine(facts, words, voice),
    })),
  };
}

function faultLine(fault: ProductReading['faults'][number], voice: Voice): string {
  const { message, cure } = describeFault(fault, voice.language);
  return fault.at === undefined ? `${message} ${cure}` : `${fieldLabel(fault.at, voice.language)}: ${message} ${cure}`;
}

function limitLine(
  limit: NonNullable<Classification['nextQuestion']>['limits'][number],
  { met, open, leads }: Classification,
  voice: Voice,
): string {
  const names = limit.rows.map((row) => {
    const candidate = [...open, ...leads, ...met].find((one) => one.row === row);
    return candidate ? (candidate.controlCode ?? voice.pair({ zh: candidate.nameZh, en: candidate.nameEn }).text) : row;
  });
  return `${voice.say(limit.words)}: ${voice.list([...new Set(names)])}`;
}

function factRows(
  { product: { facts } }: ProductReading,
  voice: Voice,
  words: Readonly<Record<string, PropertyWord>>,
): SummaryRow[] {
  const row = (name: string, ...lines: string[]): SummaryRow[] => {
    const said = lines.filter(Boolean);
    return said.length === 0
      ? []
      : [{ label: fieldLabel(name, voice.language), lines: said.map((text) => ({ text, lang: voice.tag })) }];
  };
  const property = (name: string) => propertyName(name, words, voice);
  return [
    ...row('kind', voice.say(PRODUCT_KIND[facts.kind])),
    ...row('form', facts.form),
    ...row(
      'composition',
      ...facts.composition.map(({ substance, massPercent }) => (massPercent ? `${substance} ${massPercent} %` : substance)),
    ),
    ...row('parameters', ...facts.parameters.map((one) => `${property(one.property)}: ${one.value}${measured(one.unit)}`)),
    ...row('hsCode', facts.hsCode),
    ...row('casNumber', facts.casNumber),
    ...row('controlCode', facts.controlCode),
    ...row('origin', facts.origin ? countryName(facts.origin, voice.language) : ''),
    ...row('madeIn', facts.madeIn ? countryName(facts.madeIn, voice.language) : ''),
    ...row(
      'contents',
      ...facts.contents.map(
        ({ nameZh, nameEn, valuePercent }) =>
          `${voice.pair({ zh: nameZh, en: nameEn }).text}${valuePercent ? ` ${valuePercent} %` : ''}`,
      ),
    ),
    ...row(
      'madeWithTechnology',
      ...facts.madeWithTechnology.map(({ nameZh, nameEn, origin }) =>
        voice.list([voice.pair({ zh: nameZh, en: nameEn }).text, origin && countryName(origin, voice.language)].filter(Boolean)),
      ),
    ),
  ];
}

function measured(unit: string): string {
  return unit && unit !== 'text' && unit !== 'boolean' ? ` ${unit}` : '';
}
