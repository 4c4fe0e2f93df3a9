// What is stated about a product, its limits, and how it becomes facts for a determination. What nobody stated stays absent, never "no".
import { isCountry, type Fault } from '#kernel';
import { emptyItem, isControlCode, LIMITS, type ApplicationItem, type ItemComposition, type ItemParameter } from '#licensing';
import { checkFacts, unitWithout, type ExportFacts, type Rulebook } from '#regulation';
import { EXPORT_FROM, yesOrNo } from '../applications/export-facts';

export const PRODUCT_KINDS = ['goods', 'technology', 'service'] as const;
export type ProductKind = (typeof PRODUCT_KINDS)[number];

/** A built-in part. */
export interface ProductContent {
  readonly nameZh: string;
  readonly nameEn: string;
  /** ISO 3166 alpha-2, or empty. */
  readonly origin: string;
  /** Share of the value of the whole in per cent, decimal text, or empty. */
  readonly valuePercent: string;
}

/** A technology that the product is made with. */
export interface ProductTechnology {
  readonly nameZh: string;
  readonly nameEn: string;
  /** ISO 3166 alpha-2, or empty. */
  readonly origin: string;
}

/** Everything stated about a product; an empty text is not stated. */
export interface ProductFacts {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly kind: ProductKind;
  readonly form: string;
  readonly composition: readonly ItemComposition[];
  readonly parameters: readonly ItemParameter[];
  /** Customs code, 6 to 10 digits; a hint, never decisive. */
  readonly hsCode: string;
  readonly casNumber: string;
  /** The exporter's own view of the code; a hint. */
  readonly controlCode: string;
  /** ISO 3166 alpha-2, or empty. */
  readonly origin: string;
  /** Where it is made, ISO 3166 alpha-2; empty where that is its origin, or not stated. */
  readonly madeIn: string;
  readonly contents: readonly ProductContent[];
  readonly madeWithTechnology: readonly ProductTechnology[];
}

/** Limits of counts and lengths (characters), all inclusive. */
export const PRODUCT_LIMITS = {
  name: LIMITS.name,
  shortText: LIMITS.shortText,
  compositionRows: LIMITS.compositionRows,
  parameters: LIMITS.parameters,
  contents: 30,
  technologies: 30,
} as const;

export function emptyProduct(): ProductFacts {
  return {
    nameZh: '',
    nameEn: '',
    kind: 'goods',
    form: '',
    composition: [],
    parameters: [],
    hsCode: '',
    casNumber: '',
    controlCode: '',
    origin: '',
    madeIn: '',
    contents: [],
    madeWithTechnology: [],
  };
}

/** The facts of an export of the product; `destination` is ISO 3166 alpha-2, empty where none is asked about. */
export function productExportFacts(product: ProductFacts, words: Rulebook['propertyWords'], destination = ''): ExportFacts {
  const substances = [
    ...product.composition.map(({ substance, massPercent }) => ({ substance, ...(massPercent && { massPercent }) })),
    ...(product.casNumber ? [{ substance: product.casNumber }] : []),
  ];
  return {
    question: 'requirement',
    item: {
      kind: product.kind,
      ...(product.nameEn && { name: product.nameEn }),
      ...(product.nameZh && { nameZh: product.nameZh }),
      ...(product.controlCode && { statedCode: product.controlCode }),
      ...(product.hsCode && { hsCode: product.hsCode }),
      ...(product.form && { form: product.form }),
      ...(substances.length > 0 && { composition: substances }),
      ...(product.parameters.length > 0 && {
        parameters: product.parameters.map(({ property, value, unit }) => {
          const stated = unit || unitWithout(words[property]);
          return { property, value: stated === 'boolean' ? yesOrNo(value) : value, unit: stated };
        }),
      }),
      ...(product.origin && { origin: product.origin }),
      ...(product.madeIn && { madeIn: product.madeIn }),
      ...(product.contents.length > 0 && {
        contents: product.contents.map(({ nameZh, nameEn, origin, valuePercent }) => ({
          ...(nameEn && { name: nameEn }),
          ...(nameZh && { nameZh }),
          ...(origin && { origin }),
          ...(valuePercent && { valuePercent }),
        })),
      }),
      ...(product.madeWithTechnology.length > 0 && {
        madeWithTechnology: product.madeWithTechnology.map(({ nameZh, nameEn, origin }) => ({
          ...(nameEn && { name: nameEn }),
          ...(nameZh && { nameZh }),
          ...(origin && { origin }),
        })),
      }),
    },
    from: EXPORT_FROM,
    ...(destination && { to: destination }),
  };
}

/** What cannot be right in the product, each at its field (`parameters.0.unit`); empty when it can be judged. */
export function productFaults(rulebook: Rulebook, product: ProductFacts): Fault[] {
  const faults: Fault[] = [];
  if (!product.nameZh && !product.nameEn) faults.push({ code: 'product-unnamed', at: 'nameZh' });
  if (product.hsCode && !/^\d{6,10}$/.test(product.hsCode))
    faults.push({ code: 'hs-code-wrong', at: 'hsCode', facts: { value: product.hsCode } });
  if (product.casNumber && !isCasNumber(product.casNumber))
    faults.push({ code: 'cas-number-wrong', at: 'casNumber', facts: { value: product.casNumber } });
  if (product.controlCode && !isControlCode(product.controlCode))
    faults.push({ code: 'control-code-malformed', at: 'controlCode', facts: { value: product.controlCode } });
  const rowOrigins = (['contents', 'madeWithTechnology'] as const).flatMap((table) =>
    product[table].map(({ origin }, index) => [`${table}.${index}.origin`, origin] as const),
  );
  for (const [at, value] of [['origin', product.origin], ['madeIn', product.madeIn], ...rowOrigins] as const)
    if (value && !isCountry(value)) faults.push({ code: 'unknown-country', at, facts: { value } });
  const judged = checkFacts(rulebook, productExportFacts(product, rulebook.propertyWords));
  return [...faults, ...judged.map((fault) => ({ ...fault, at: fieldOf(fault) }))];
}

/** `item.parameters.0` of the facts is `parameters.0.unit` or `.value` of the product; a contradiction stands at its share. */
function fieldOf({ code, at = 'item' }: Fault): string {
  const place = at.replace(/^item\.?/, '') || 'nameZh';
  if (/^parameters\.\d+$/.test(place)) return `${place}.${code.startsWith('facts.unit-') ? 'unit' : 'value'}`;
  return /^composition\.\d+$/.test(place) ? `${place}.massPercent` : place;
}

/** CAS registry number: two to seven digits, two digits, a check digit. */
export function isCasNumber(text: string): boolean {
  if (!/^\d{2,7}-\d{2}-\d$/.test(text)) return false;
  const digits = [...text.replaceAll('-', '')].map(Number);
  const check = digits.pop();
  return digits.reverse().reduce((sum, digit, index) => sum + digit * (index + 1), 0) % 10 === check;
}

/** An item of an application that starts from the product; quantity and price stay to be filled in. */
export function itemOfProduct(product: ProductFacts, id: string): ApplicationItem {
  return {
    ...emptyItem(id),
    nameZh: product.nameZh,
    nameEn: product.nameEn,
    controlCode: product.controlCode,
    hsCode: product.hsCode,
    form: product.form,
    composition: product.composition.map((row) => ({ ...row })),
    parameters: product.parameters.map((row) => ({ ...row })),
    origin: product.origin,
  };
}
