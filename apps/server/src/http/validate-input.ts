// The one check of input: unknown fields are refused, nothing is converted silently, and every fault is named by the path of its field.
import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { Refusal, type Fault } from '#kernel';
import { findingOf } from './fields';

type Class<T extends object> = new () => T;

/** Most faults that one answer lists. */
const MOST_FAULTS = 200;

/** The input as an instance of the class. Throws Refusal `input-invalid` with a fault per field. */
export function validateInput<T extends object>(type: Class<T>, input: unknown): T {
  const isObject = typeof input === 'object' && input !== null && !Array.isArray(input);
  const instance = plainToInstance(type, isObject ? input : {}, { exposeUnsetFields: false });
  const errors = validateSync(instance, {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: true,
  });
  const faults = errors.flatMap((error) => faultsOf(error, ''));
  if (faults.length > 0) throw new Refusal('invalid', 'input-invalid', { count: faults.length }, faults.slice(0, MOST_FAULTS));
  return instance;
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
