// The decorator by which every route names the one action of the permissions that it performs.
import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension, ApiHeader } from '@nestjs/swagger';
import { isOfAgents, permissions, type Action as ActionName } from '#casework';
import { PRINCIPAL_HEADER } from './acting-for';

export const ACTION = 'licet:action';
/** Marks in the description a route that refuses an agent at work for a principal. */
export const OWN_HOUSE = 'x-own-house';

export const Action = (name: ActionName): MethodDecorator =>
  applyDecorators(
    SetMetadata(ACTION, name),
    ...(isOfAgents(name)
      ? [principalHeader]
      : isOfExporters(name) || name.startsWith('agency.')
        ? [ApiExtension(OWN_HOUSE, true)]
        : []),
  ) as MethodDecorator;

/** On the pages agencies are given and seen by each organisation for itself. */
export function isOfExporters(name: ActionName): boolean {
  const who: string | readonly string[] = permissions[name];
  return Array.isArray(who) && who.includes('exporter') && !name.startsWith('agency.');
}

const principalHeader = ApiHeader({
  name: PRINCIPAL_HEADER,
  required: false,
  description:
    'The id of the organisation for which you file as its agent; it must have recorded an authority for yours that holds today. You then see and work on the cases that your organisation filed for it, judged under its readings, and nothing else of it; routes on products, readings and authorities refuse it with agent-not-principal.',
  schema: { type: 'string', format: 'uuid' },
});
