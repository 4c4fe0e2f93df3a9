// Decorators for the fields of answers: what OpenAPI says of them. Answers are described, not checked.
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';

interface Presence {
  readonly nullable?: boolean;
  readonly description?: string;
}

/** A class of fields; OpenAPI knows it as lazy by the name of the property `type`. */
type ClassOf = () => new () => object;

const out = (options: object, { nullable, description }: Presence = {}): PropertyDecorator =>
  ApiProperty({ ...options, ...(nullable && { nullable }), ...(description && { description }) } as ApiPropertyOptions);

export const OutText = (presence?: Presence) => out({ type: String }, presence);
export const OutId = (presence?: Presence) => out({ type: String, format: 'uuid' }, presence);
export const OutDay = (presence?: Presence) => out({ type: String, format: 'date' }, presence);
export const OutMoment = (presence?: Presence) => out({ type: String, format: 'date-time' }, presence);
export const OutInteger = (presence?: Presence) => out({ type: 'integer' }, presence);
export const OutFlag = (presence?: Presence) => out({ type: Boolean }, presence);
export const OutEnum = (values: readonly string[], presence?: Presence) => out({ enum: [...values] }, presence);
export const OutOne = (type: ClassOf, presence?: Presence) => out({ type: () => type() }, presence);
export const OutList = (type: ClassOf, presence?: Presence) => out({ type: () => type(), isArray: true }, presence);
export const OutWords = (values: readonly string[], presence?: Presence) => out({ enum: [...values], isArray: true }, presence);
export const OutTexts = (presence?: Presence) => out({ type: String, isArray: true }, presence);
export const OutFacts = (presence?: Presence) => out({ type: 'object', additionalProperties: true }, presence);
/** A text, a flag, a row of fields or null. */
export const OutValue = (presence?: Presence) =>
  out(
    { oneOf: [{ type: 'string' }, { type: 'boolean' }, { type: 'object', additionalProperties: true }, { type: 'null' }] },
    presence,
  );
