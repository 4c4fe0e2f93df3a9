// Facts about exports as they come in: one or many, in the shape that the command line reads too.
import { MOST_INPUTS, type ExportQuestion } from '#casework';
import { isLocalDate, Refusal, type LocalDate } from '#kernel';
import { Day, Free, FreeList, Nested } from '../../http/fields';
import { ProductVersionNameDto } from './product.dto';

export class DeterminationsDto {
  @Free({
    optional: true,
    description: 'Facts about one export: item, from, to, exporter, parties, endUse, statements, procedure, on',
  })
  input?: Record<string, unknown>;
  @FreeList({ min: 1, max: MOST_INPUTS, optional: true })
  inputs?: Record<string, unknown>[];
  @Day({ optional: true })
  on?: LocalDate;
  @Day({ optional: true })
  knownOn?: LocalDate;
  @Nested(() => ProductVersionNameDto, { optional: true })
  product?: ProductVersionNameDto;
}

/** The questions of the request; the day of an input goes before the one of the request. Throws Refusal `input-invalid` unless there is either one input or many. */
export function questionsOf({ input, inputs, on, knownOn, product }: DeterminationsDto): ExportQuestion[] {
  if ((input === undefined) === (inputs === undefined))
    throw new Refusal('invalid', 'input-invalid', { count: 1 }, [{ code: 'one-or-many-inputs', at: 'input' }]);
  if (product && inputs)
    throw new Refusal('invalid', 'input-invalid', { count: 1 }, [{ code: 'one-input-for-product', at: 'inputs' }]);
  return (inputs ?? [input]).map((row, index) => {
    const own: unknown = (row as Record<string, unknown> | undefined)?.['on'];
    if (own !== undefined && own !== null && !isLocalDate(own)) {
      const at = inputs ? `inputs.${index}.on` : 'input.on';
      throw new Refusal('invalid', 'input-invalid', { count: 1 }, [{ code: 'not-a-day', at, facts: { value: own } }]);
    }
    const day = isLocalDate(own) ? own : on;
    return { input: row, ...(day && { on: day }), knownOn: knownOn ?? null };
  });
}
