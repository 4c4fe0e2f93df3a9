// Builds the fields of a form in the reader's language, with the answers given so far and the faults found in them.
import type { Bilingual } from '#kernel';
import type { DescribedFault } from '../../http/refusals';
import { LANGUAGE_TAG } from '../../http/request-language';
import type { Voice } from '../rendering/voice';
import {
  idOf,
  type Choice,
  type ChoiceField,
  type Field,
  type FileField,
  type RowCell,
  type RowsField,
  type SelectField,
  type TextAreaField,
  type TextField,
} from './field';

export interface FormError {
  readonly href: string;
  readonly text: string;
}

interface Common {
  readonly label: Bilingual | string;
  readonly hint?: string;
  readonly optional?: boolean;
  readonly lang?: keyof typeof LANGUAGE_TAG;
}

export class FormBuilder {
  /**
   * `valueOf` gives the text of a field by dotted name. A fault whose field has no place in the form points to the first field that it begins with,
   * else stands in the summary alone.
   */
  constructor(
    private readonly voice: Voice,
    private readonly valueOf: (name: string) => string,
    private readonly faults: readonly DescribedFault[] = [],
  ) {}

  text(
    name: string,
    options: Common & Partial<Pick<TextField, 'type' | 'autocomplete' | 'inputMode' | 'width' | 'suggestions'>>,
  ): TextField {
    return {
      ...this.base(name, options),
      partial: 'field-text',
      type: options.type ?? 'text',
      value: options.type === 'password' ? '' : this.valueOf(name),
      lang: options.lang ? LANGUAGE_TAG[options.lang] : null,
      autocomplete: options.autocomplete ?? 'off',
      inputMode: options.inputMode ?? null,
      width: options.width ?? 'full',
      suggestions: options.suggestions ?? null,
    };
  }

  area(name: string, options: Common & { rows?: number }): TextAreaField {
    const lang = options.lang ? LANGUAGE_TAG[options.lang] : null;
    return { ...this.base(name, options), partial: 'field-textarea', value: this.valueOf(name), lang, rows: options.rows ?? 4 };
  }

  /** A list to choose from, headed by "choose" with an empty value. */
  select(name: string, options: Common & { choices: readonly Choice[]; autocomplete?: string }): SelectField {
    const choose = { value: '', label: this.voice.t('form.choose'), hint: null };
    return {
      ...this.base(name, options),
      partial: 'field-select',
      autocomplete: options.autocomplete ?? 'off',
      choices: this.chosen(name, [choose, ...options.choices], [this.valueOf(name)]),
    };
  }

  choices(
    name: string,
    options: Common & { type: ChoiceField['type']; choices: readonly Choice[]; chosen?: readonly string[] },
  ): ChoiceField {
    return {
      ...this.base(name, options),
      partial: 'field-choices',
      type: options.type,
      choices: this.chosen(name, options.choices, options.chosen ?? [this.valueOf(name)]),
    };
  }

  file(name: string, options: Common & { accept: string }): FileField {
    return { ...this.base(name, options), partial: 'field-file', accept: options.accept };
  }

  /** A table with `count` rows of the given columns, named `name.<row>.<column>`. */
  rows(
    name: string,
    options: Common & {
      columns: readonly {
        key: string;
        label: Bilingual | string;
        suggestions?: readonly Choice[];
        lang?: keyof typeof LANGUAGE_TAG;
      }[];
      count: number;
      most: number;
      addLabel: string;
    },
  ): RowsField {
    const heads = options.columns.map(({ label }) => this.words(label));
    const rowOf = (row: number) => ({
      cells: options.columns.map(({ key, suggestions, lang }, column): RowCell => {
        const path = `${name}.${row}.${key}`;
        return {
          name: path,
          id: idOf(path),
          label: `${heads[column] ?? ''} ${row + 1}`,
          value: this.valueOf(path),
          lang: lang ? LANGUAGE_TAG[lang] : null,
          error: this.errorOf(path),
          errorId: `${idOf(path)}-error`,
          suggestions: suggestions ?? null,
          listId: `${idOf(name)}-${key}-list`,
        };
      }),
    });
    return {
      ...this.base(name, options),
      partial: 'field-rows',
      heads,
      rows: Array.from({ length: options.count }, (_unused, row) => rowOf(row)),
      addLabel: options.count < options.most ? options.addLabel : null,
      addValue: name,
    };
  }

  /** The error summary: every fault, linked to its field where the form shows it. */
  errors(fields: readonly Field[]): FormError[] {
    return this.faults.map(({ at, message }) => ({ href: `#${this.anchor(at ?? '', fields)}`, text: message }));
  }

  private anchor(at: string, fields: readonly Field[]): string {
    const places = fields.flatMap(placesOf);
    const exact =
      places.find(({ name }) => name === at) ?? places.find(({ name }) => name.startsWith(`${at}.`) || at.startsWith(`${name}.`));
    return exact?.anchor ?? 'main';
  }

  private base(name: string, { label, hint, optional }: Common) {
    const id = idOf(name);
    const error = this.errorOf(name);
    const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
    const words = this.words(label);
    return {
      name,
      id,
      label: optional ? this.voice.t('form.optional', { label: words }) : words,
      hint: hint ?? null,
      error,
      describedBy: described || null,
    };
  }

  private words(label: Bilingual | string): string {
    return typeof label === 'string' ? label : this.voice.say(label);
  }

  private errorOf(name: string): string | null {
    return this.faults.find(({ at }) => at === name)?.message ?? null;
  }

  private chosen(name: string, choices: readonly Choice[], values: readonly string[]) {
    return choices.map((choice, index) => ({
      ...choice,
      id: index === 0 ? idOf(name) : `${idOf(name)}-${index}`,
      chosen: values.includes(choice.value),
    }));
  }
}

function placesOf(field: Field): { name: string; anchor: string }[] {
  if (field.partial !== 'field-rows') return [{ name: field.name, anchor: field.id }];
  const cells = field.rows.flatMap(({ cells }) => cells.map(({ name, id }) => ({ name, anchor: id })));
  return [...cells, { name: field.name, anchor: field.id }];
}
