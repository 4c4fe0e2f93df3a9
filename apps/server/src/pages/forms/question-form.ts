// The next question of a classification as a form, and how an answer becomes the facts of the next version.
import type { ProductFacts } from '#casework';
import { isElement, type NextQuestion, type PropertyWord } from '#regulation';
import type { Voice } from '../rendering/voice';
import type { Choice, Field } from './field';
import type { FormAnswers } from './form-answers';
import type { FormBuilder } from './form-builder';
import { typedCode, typedNumber } from './typed-text';

/** The choice by which none of the listed answers is right. */
export const NONE = 'none';
const KINDS: readonly NextQuestion['kind'][] = ['number', 'yes-no', 'word', 'element', 'size', 'customs-code'];
/** Longest property and unit that a form may name, inclusive. */
const LONGEST_WORD = 100;

export function questionFields(
  form: FormBuilder,
  voice: Voice,
  question: NextQuestion,
  words: Readonly<Record<string, PropertyWord>>,
): Field[] {
  const { t } = voice;
  const label = voice.say(question.label);
  const plain = (text: string, shown = text): Choice => ({ value: text, label: shown, hint: null });
  const listed = [...new Set(question.limits.flatMap(({ values }) => values))];
  switch (question.kind) {
    case 'number':
    case 'size': {
      const units = [
        ...new Set([question.unit, ...(words[question.property]?.unit ?? '').replace(/ as given$/, '').split(' or ')]),
      ];
      return [
        form.text('answer', {
          label,
          width: 'short',
          inputMode: 'decimal',
          hint: question.kind === 'size' ? t('product.sizeHint') : '',
        }),
        form.select('unit', { label: t('product.unit'), choices: units.filter(Boolean).map((unit) => plain(unit)) }),
      ];
    }
    case 'yes-no':
      return [
        form.choices('answer', { label, type: 'radio', choices: [plain('true', t('word.yes')), plain('false', t('word.no'))] }),
      ];
    case 'word':
      return [
        form.choices('answer', {
          label,
          type: 'radio',
          choices: [
            ...listed.map((value) => plain(value, valueName(question, value, voice))),
            plain(NONE, t('product.otherWord')),
          ],
        }),
        ...(question.property.startsWith('substance')
          ? []
          : [form.text('other', { label: t('product.other'), width: 'half', optional: true })]),
      ];
    case 'element':
      return [
        form.choices('answer', {
          label: t('product.elements'),
          type: 'checkbox',
          choices: [...listed.map((value) => plain(value)), plain(NONE, t('product.noElement'))],
          chosen: [],
        }),
      ];
    case 'customs-code':
      return [form.text('answer', { label, width: 'half', inputMode: 'numeric' })];
  }
}

/** A listed word in the reader's language, where the law gives it alone. */
function valueName(question: NextQuestion, value: string, voice: Voice): string {
  const own = question.limits.find(({ values }) => values.length === 1 && values[0] === value);
  if (!own || voice.language === 'en') return value;
  return own.words.zh.replace(/^为/, '') || value;
}

/** What the form stated; null for a form that none of ours can be. */
export interface StatedAnswer {
  readonly property: string;
  readonly kind: NextQuestion['kind'];
  readonly values: readonly string[];
  readonly other: string;
  readonly unit: string;
  /** The elements or substances that were asked about. */
  readonly asked: readonly string[];
}

export function readAnswer(answers: FormAnswers): StatedAnswer | null {
  const property = answers.trimmed('property');
  const kind = KINDS.find((one) => one === answers.text('kind'));
  const asked = answers
    .list('asked')
    .map((text) => text.trim())
    .filter(Boolean);
  const values = answers
    .list('answer')
    .map((text) => text.trim())
    .filter(Boolean);
  const [other, unit] = [answers.trimmed('other'), answers.text('unit')];
  if (!kind || property === '' || property.length > LONGEST_WORD) return null;
  return { property, kind, values, other, unit, asked };
}

/** The facts with the answer in them; null when nothing was answered. */
export function withAnswer(
  facts: ProductFacts,
  { property, kind, values, other, unit, asked }: StatedAnswer,
): ProductFacts | null {
  const [first] = values;
  if (first === undefined) return null;
  const stating = (value: string, of: string): ProductFacts => ({
    ...facts,
    parameters: [...facts.parameters.filter((row) => row.property !== property), { property, value, unit: of }],
  });
  switch (kind) {
    case 'number':
      return stating(typedNumber(first), unit);
    case 'size':
      return stating(first, unit);
    case 'yes-no':
      return stating(first, 'boolean');
    case 'customs-code':
      return { ...facts, hsCode: typedCode(first) };
    case 'word':
      if (first !== NONE) return stating(first, 'text');
      if (property.startsWith('substance')) return holding(facts, asked, '0');
      return other === '' ? null : stating(other, 'text');
    case 'element': {
      const held = values.filter((value) => value !== NONE && isElement(value));
      const none = values.includes(NONE);
      if (held.length > 0 === none) return null;
      return none ? holding(facts, asked, '0') : holding(facts, held, '');
    }
  }
}

/** The facts with the substances in the composition; a share of 0 states that one is not contained. */
function holding(facts: ProductFacts, substances: readonly string[], massPercent: string): ProductFacts {
  const rows = substances.map((substance) => ({ substance, massPercent }));
  return { ...facts, composition: [...facts.composition.filter(({ substance }) => !substances.includes(substance)), ...rows] };
}
