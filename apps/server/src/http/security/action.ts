// The decorator by which every route names the one action of the permissions that it performs.
import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { permissions, type Action as ActionName } from '#casework';
import { PRINCIPAL_HEADER } from './acting-for';

export const ACTION = 'licet:action';

export const Action = (name: ActionName): MethodDecorator =>
  applyDecorators(SetMetadata(ACTION, name), ...(isOfExporters(name) ? [principalHeader] : [])) as MethodDecorator;

/** Agencies are given and seen by each organisation for itself. */
export function isOfExporters(name: ActionName): boolean {
  const who: string | readonly string[] = permissions[name];
  return Array.isArray(who) && who.includes('exporter') && !name.startsWith('agency.');
}

const principalHeader = ApiHeader({
  name: PRINCIPAL_HEADER,
  required: false,
  description:
    'The id of the organisation for which you file as its agent; it must have recorded an authority for yours that holds today. You then see and work on the cases that your organisation filed for it, and nothing else of it.',
  schema: { type: 'string', format: 'uuid' },
});
