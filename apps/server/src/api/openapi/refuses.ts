// The decorator by which a route says which refusals it gives: problem responses with their codes, grouped by HTTP status.
import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { PROBLEM_TYPE } from '../../http/refusals/problem';
import { refusalText, statusOf, type RefusalCode } from '../../http/refusals/refusals';
import { ProblemBody } from './problem.body';

/** Codes that any route may give. */
const ALWAYS: readonly RefusalCode[] = ['too-many-requests'];

function codesByStatus(codes: readonly RefusalCode[]): Map<number, string[]> {
  const byStatus = new Map<number, string[]>();
  for (const code of codes) {
    const kind = refusalText(code)?.kind;
    if (!kind) throw new Error(`"${code}" marks a fault and is never refused by itself`);
    const status = statusOf({ kind, code });
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return byStatus;
}

function response(names: readonly string[]) {
  return {
    description: names.join(', '),
    content: {
      [PROBLEM_TYPE]: {
        schema: {
          allOf: [
            { $ref: getSchemaPath(ProblemBody) },
            { type: 'object', properties: { code: { type: 'string', enum: [...names] } } },
          ],
        },
      },
    },
  };
}

/** How problem responses are described: codes by HTTP status, and the response that lists the codes of one status. */
export const problemResponses = { codesByStatus, response } as const;

export function Refuses(...codes: RefusalCode[]): MethodDecorator {
  const responses = [...codesByStatus([...codes, ...ALWAYS])].map(([status, names]) =>
    ApiResponse({ status, ...response(names) }),
  );
  return applyDecorators(ApiExtraModels(ProblemBody), ...responses) as MethodDecorator;
}
