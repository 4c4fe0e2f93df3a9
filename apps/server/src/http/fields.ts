// Field decorators for what comes in at the door: each checks the field, names its fault by a code of the table and describes it for OpenAPI, so that a limit stands once.
import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ValidateBy, ValidateIf, ValidateNested } from 'class-validator';
import { COUNTRY_CODES, isCountry, isDecimalText, isLocalDate, type Fault } from '#kernel';

type Finding = Pick<Fault, 'code' | 'facts'>;
/** What is wrong with the value; null when nothing is. */
type Check = (value: unknown) => Finding | null;

interface Presence {
  /** The field may be left out. */
  readonly optional?: boolean;
  /** What the field is where it is left out; told in OpenAPI. The class gives it. */
  readonly blank?: '';
  /** The field may be null. */
  readonly nullable?: boolean;
}

const wrongType = (expected: string): Finding => ({ code: 'wrong-type', facts: { expected } });

/** Reads the finding that a check wrote into a validation message. */
export function findingOf(message: string): Finding {
  return JSON.parse(message) as Finding;
}

function field(check: Check, presence: Presence, api: ApiPropertyOptions): PropertyDecorator {
  const full: Check = (value) => {
    if (value === undefined) return { code: 'field-missing' };
    if (value === null) return presence.nullable ? null : { code: 'field-missing' };
    return check(value);
  };
  return applyDecorators(
    ApiProperty({
      required: !presence.optional,
      ...(presence.blank !== undefined && { default: presence.blank }),
      ...(presence.nullable && { nullable: true }),
      ...api,
    } as ApiPropertyOptions),
    ValidateIf((_object: unknown, value: unknown) => value !== undefined || !presence.optional),
    ValidateBy({
      name: 'field',
      validator: {
        validate: (value: unknown) => full(value) === null,
        defaultMessage: (argument) => JSON.stringify(full(argument?.value)),
      },
    }),
  );
}

export interface TextOptions extends Presence {
  /** Most characters, inclusive. */
  readonly max: number;
  /** Fewest characters, inclusive; 0 unless given. */
  readonly min?: number;
  /** Keeps line breaks and tabs. */
  readonly multiline?: boolean;
  /** Takes the text as it is, with spaces at its ends. */
  readonly verbatim?: boolean;
  readonly example?: string;
  readonly description?: string;
}

/** What stands in for bytes that are no UTF-8: the reader of a form puts it where a character could not be read. */
const UNREADABLE = '\ufffd';

/** Text within limits, counted in characters, without control characters and without U+FFFD; spaces at its ends are cut off. */
export function Text({ max, min = 0, multiline, verbatim, example, description, ...presence }: TextOptions): PropertyDecorator {
  const check: Check = (value) => {
    if (typeof value !== 'string') return wrongType('text');
    if (!value.isWellFormed() || value.includes(UNREADABLE) || (multiline ? /[^\P{Cc}\n\t]/u : /\p{Cc}/u).test(value))
      return { code: 'text-with-control-characters' };
    const length = [...value].length;
    if (length > max) return { code: 'text-too-long', facts: { max } };
    if (length < min) return length === 0 ? { code: 'field-missing' } : { code: 'text-too-short', facts: { min } };
    return null;
  };
  const api = { type: String, maxLength: max, minLength: min, ...(example && { example }), ...(description && { description }) };
  const clean = ({ value }: { value: unknown }) =>
    typeof value === 'string' && !verbatim ? value.replaceAll('\r\n', '\n').trim() : value;
  return applyDecorators(Transform(clean), field(check, presence, api as ApiPropertyOptions));
}

/** A decimal in plain notation as text, or the empty text. */
export function DecimalText(options: Presence & { description?: string } = {}): PropertyDecorator {
  const { description, ...presence } = options;
  const check: Check = (value) => {
    if (typeof value !== 'string') return wrongType('decimal text');
    return value === '' || isDecimalText(value) ? null : { code: 'not-a-number', facts: { value } };
  };
  return field(check, presence, {
    type: String,
    pattern: '^(-?\\d{1,30}(\\.\\d{1,18})?)?$',
    example: '99.95',
    ...(description && { description }),
  });
}

/** A legal day `YYYY-MM-DD`; with `empty` also the empty text. */
export function Day({ empty, ...presence }: Presence & { empty?: boolean } = {}): PropertyDecorator {
  const check: Check = (value) => {
    if (typeof value !== 'string') return wrongType('YYYY-MM-DD');
    if (value === '' && !empty) return { code: 'field-missing' };
    return value === '' || isLocalDate(value) ? null : { code: 'not-a-day', facts: { value } };
  };
  return field(check, presence, { type: String, ...(!empty && { format: 'date' }), example: '2026-03-31' });
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** An identifier that Licet gave: a UUID in lower case. */
export function Id(presence: Presence = {}): PropertyDecorator {
  const check: Check = (value) => (typeof value === 'string' && UUID.test(value) ? null : { code: 'not-an-id' });
  return field(check, presence, { type: String, format: 'uuid' });
}

export function isId(text: string): boolean {
  return UUID.test(text);
}

/** Identifiers, each once; `min` and `max` are inclusive. */
export function Ids({ min = 0, max, ...presence }: Presence & { min?: number; max: number }): PropertyDecorator {
  const check: Check = (value) => {
    if (!Array.isArray(value)) return wrongType('list');
    if (value.length > max) return { code: 'list-too-long', facts: { max } };
    if (value.length < min) return { code: 'list-too-short', facts: { min } };
    if (new Set(value).size !== value.length) return { code: 'named-twice' };
    return value.every((one) => typeof one === 'string' && UUID.test(one)) ? null : { code: 'not-an-id' };
  };
  const items = { type: 'string', format: 'uuid' };
  return field(check, presence, { type: 'array', items, minItems: min, maxItems: max, uniqueItems: true });
}

/** One word of a closed list. */
export function OneOf(values: readonly string[], presence: Presence = {}): PropertyDecorator {
  const check: Check = (value) => {
    if (typeof value !== 'string') return wrongType('text');
    return values.includes(value) ? null : { code: 'not-one-of', facts: { value, known: values.filter(Boolean) } };
  };
  return field(check, presence, { enum: [...values] });
}

/** Several words of a closed list, each once. */
export function SomeOf(values: readonly string[], presence: Presence = {}): PropertyDecorator {
  const check: Check = (value) => {
    if (!Array.isArray(value)) return wrongType('list');
    if (value.length > values.length || new Set(value).size !== value.length)
      return { code: 'list-too-long', facts: { max: values.length } };
    const fits = value.every((one) => typeof one === 'string' && values.includes(one));
    return fits ? null : { code: 'not-one-of', facts: { known: values } };
  };
  return field(check, presence, { enum: [...values], isArray: true, maxItems: values.length, uniqueItems: true });
}

/** ISO 3166 alpha-2 in capital letters, or the empty text. */
export function Country(presence: Presence = {}): PropertyDecorator {
  const check: Check = (value) => {
    if (typeof value !== 'string') return wrongType('text');
    return value === '' || isCountry(value) ? null : { code: 'unknown-country', facts: { value } };
  };
  return field(check, presence, { type: String, enum: ['', ...COUNTRY_CODES], example: 'JP' });
}

export function Flag(presence: Presence = {}): PropertyDecorator {
  return field((value) => (typeof value === 'boolean' ? null : wrongType('true / false')), presence, { type: Boolean });
}

/** A whole number within bounds, both inclusive; texts of digits count where the input is a query. */
export function WholeNumber({
  min,
  max,
  fromText,
  ...presence
}: Presence & { min: number; max: number; fromText?: boolean }): PropertyDecorator {
  const check: Check = (value) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) return wrongType(`${min}…${max}`);
    return value >= min && value <= max ? null : { code: 'number-out-of-range', facts: { min, max } };
  };
  const read = ({ value }: { value: unknown }) =>
    fromText && typeof value === 'string' && /^\d{1,10}$/.test(value) ? Number(value) : value;
  return applyDecorators(Transform(read), field(check, presence, { type: 'integer', minimum: min, maximum: max }));
}

const LARGEST_VERSION = 2_147_483_647;

/** The version that the writer saw; from 1. */
export function Version(): PropertyDecorator {
  return WholeNumber({ min: 1, max: LARGEST_VERSION });
}

const LONGEST_EMAIL = 254;

export function Email(presence: Presence = {}): PropertyDecorator {
  const check: Check = (value) => {
    if (typeof value !== 'string') return wrongType('text');
    if (value === '') return { code: 'field-missing' };
    const fits = value.length <= LONGEST_EMAIL && /^[^\s<>@",;\p{Cc}\ufffd]{1,64}@[^\s<>@",;\p{Cc}\ufffd]{1,189}$/u.test(value);
    return fits ? null : { code: 'not-an-email' };
  };
  const clean = ({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value);
  return applyDecorators(Transform(clean), field(check, presence, { type: String, format: 'email', maxLength: LONGEST_EMAIL }));
}

/** An object of any fields, which a use case reads. */
export function Free(presence: Presence & { readonly description?: string } = {}): PropertyDecorator {
  const { description, ...rest } = presence;
  return field(isFree, rest, { type: 'object', additionalProperties: true, ...(description && { description }) });
}

/** Objects of any fields; `min` and `max` are inclusive. */
export function FreeList({ min, max, ...presence }: Presence & { min: number; max: number }): PropertyDecorator {
  const check: Check = (value) => {
    if (!Array.isArray(value)) return wrongType('list');
    if (value.some((row) => isFree(row) !== null)) return wrongType('list of objects');
    if (value.length > max) return { code: 'list-too-long', facts: { max } };
    return value.length < min ? { code: 'list-too-short', facts: { min } } : null;
  };
  return field(check, presence, {
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    minItems: min,
    maxItems: max,
  });
}

const isFree: Check = (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? null : wrongType('object');

type ClassOf = () => new () => object;

/** A row of fields. */
export function Nested(of: ClassOf, presence: Presence = {}): PropertyDecorator {
  const check: Check = (value) => (typeof value === 'object' && !Array.isArray(value) ? null : wrongType('object'));
  return applyDecorators(field(check, presence, { type: () => of() }), ValidateNested(), Type(of));
}

/** Rows of fields; `min` and `max` are inclusive. */
export function ListOf(of: ClassOf, { min = 0, max, ...presence }: Presence & { min?: number; max: number }): PropertyDecorator {
  const check: Check = (value) => {
    if (!Array.isArray(value)) return wrongType('list');
    if (value.some((row) => typeof row !== 'object' || row === null || Array.isArray(row))) return wrongType('list of objects');
    if (value.length > max) return { code: 'list-too-long', facts: { max } };
    return value.length < min ? { code: 'list-too-short', facts: { min } } : null;
  };
  return applyDecorators(
    field(check, presence, { type: () => of(), isArray: true, minItems: min, maxItems: max }),
    ValidateNested({ each: true }),
    Type(of),
  );
}
