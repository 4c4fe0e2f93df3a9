// The one check of input: unknown fields are refused, nothing is converted silently, and every fault is named by the path of its field.
import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { Refusal, type Fault } from '#kernel';
import { findingOf } from './fields';

type Class<T extends object> = new () => T;

/** Levels of objects and lists in one input, inclusive. */
export const DEEPEST_INPUT = 20;

/** Most faults that one answer lists. */
const MOST_FAULTS = 200;

/** The input as an instance of the class. Throws Refusal `input-invalid` with a fault per field. */
export function validateInput<T extends object>(type: Class<T>, input: unknown): T {
  const { instance, faults } = inspectInput(type, input);
  if (faults.length > 0) throw inputInvalid(faults);
  return instance;
}

/** The refusal of an input with these faults. */
export function inputInvalid(faults: readonly Fault[]): Refusal {
  return new Refusal('invalid', 'input-invalid', { count: faults.length }, faults.slice(0, MOST_FAULTS));
}

/** The input as an instance of the class, with the faults of its fields. Throws Refusal `input-invalid` for an input too deep to look into. */
export function inspectInput<T extends object>(type: Class<T>, input: unknown): { instance: T; faults: Fault[] } {
  const isObject = typeof input === 'object' && input !== null && !Array.isArray(input);
  if (isDeeperThan(input, DEEPEST_INPUT)) throw inputInvalid([{ code: 'nested-too-deep', facts: { max: DEEPEST_INPUT } }]);
  const instance = plainToInstance(type, isObject ? input : {}, { exposeUnsetFields: false });
  const errors = validateSync(instance, {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: true,
  });
  return { instance, faults: errors.flatMap((error) => faultsOf(error, '')) };
}

/** Looks level by level, for the depth comes from outside. */
function isDeeperThan(input: unknown, most: number): boolean {
  let level = [input].filter(isNest);
  for (let depth = 0; level.length > 0; depth++) {
    if (depth === most) return true;
    level = level.flatMap((nest) => Object.values(nest)).filter(isNest);
  }
  return false;
}

function isNest(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function faultsOf(error: ValidationError, above: string): Fault[] {
  const at = above + error.property;
  const own = Object.entries(error.constraints ?? {}).flatMap(([name, message]): Fault[] => {
    if (name === 'field') return [{ at, ...findingOf(message) }];
    return name === 'whitelistValidation' ? [{ at, code: 'unknown-field' }] : [];
  });
  if (own.length > 0) return own;
  return (error.children ?? []).flatMap((child) => faultsOf(child, `${at}.`));
}

/** Checks bodies and queries whose parameter names a class of fields; leaves everything else alone. */
@Injectable()
export class InputPipe implements PipeTransform {
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if ((type !== 'body' && type !== 'query') || !metatype || isBuiltIn(metatype)) return value;
    return validateInput(metatype as Class<object>, value);
  }
}

function isBuiltIn(type: unknown): boolean {
  return type === Object || type === String || type === Number || type === Boolean || type === Array;
}
