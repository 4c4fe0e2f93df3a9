// The fields of a form as the templates draw them: one shape for all, complete, so that strict templates find everything.

interface FieldBase {
  /** Name of the partial that draws it. */
  readonly partial: string;
  /** Dotted path; the name of the form field and the `at` of a fault. */
  readonly name: string;
  readonly id: string;
  readonly label: string;
  readonly hint: string | null;
  readonly error: string | null;
  /** Ids of hint and error for aria-describedby. */
  readonly describedBy: string | null;
}

export interface TextField extends FieldBase {
  readonly partial: 'field-text';
  readonly type: 'text' | 'email' | 'password' | 'date' | 'tel';
  readonly value: string;
  readonly lang: string | null;
  readonly autocomplete: string;
  readonly inputMode: string | null;
  readonly width: 'full' | 'half' | 'short';
  /** Suggestions; the person may write something else. */
  readonly suggestions: readonly Choice[] | null;
}

export interface TextAreaField extends FieldBase {
  readonly partial: 'field-textarea';
  readonly value: string;
  readonly lang: string | null;
  readonly rows: number;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint: string | null;
}

export interface ChosenChoice extends Choice {
  readonly id: string;
  readonly chosen: boolean;
}

export interface SelectField extends FieldBase {
  readonly partial: 'field-select';
  readonly autocomplete: string;
  readonly choices: readonly ChosenChoice[];
}

export interface ChoiceField extends FieldBase {
  readonly partial: 'field-choices';
  readonly type: 'radio' | 'checkbox';
  readonly choices: readonly ChosenChoice[];
}

export interface FileField extends FieldBase {
  readonly partial: 'field-file';
  readonly accept: string;
}

/** A table of rows with the same few cells, enlarged by a submit button. */
export interface RowsField extends FieldBase {
  readonly partial: 'field-rows';
  readonly heads: readonly string[];
  readonly rows: readonly { readonly cells: readonly RowCell[] }[];
  readonly addLabel: string | null;
  /** Value of the submit button `add` that enlarges this table. */
  readonly addValue: string;
}

export interface RowCell {
  readonly name: string;
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly lang: string | null;
  readonly error: string | null;
  readonly errorId: string;
  readonly suggestions: readonly Choice[] | null;
  readonly listId: string;
}

export type Field = TextField | TextAreaField | SelectField | ChoiceField | FileField | RowsField;

/** The id of a field in the page, made from its dotted name. */
export function idOf(name: string): string {
  return name.replaceAll('.', '-');
}
