// A row of a difference as it is answered: between an application and its amendment, or between an item and the one decided on before.
import type { Language } from '#kernel';
import type { DifferenceRow } from '#licensing';
import { fieldLabel } from '../../http/words';
import { OutEnum, OutText, OutValue } from '../openapi/out';

export class DifferenceBody {
  @OutText({ description: 'Dotted path of the field, papers.<kind>, or productVersion' })
  at: string;
  @OutText({ nullable: true, description: 'The path before the change, where places differ' })
  was: string | null;
  @OutText({ description: 'The name of the field, in the language asked for' })
  field: string;
  @OutEnum(['added', 'removed', 'changed'])
  kind: DifferenceRow['kind'];
  @OutValue({ description: 'The value as stated, the whole row where one was removed; null for what was added' })
  before: DifferenceRow['before'];
  @OutValue({ description: 'The value as stated, the whole row where one was added; null for what was removed' })
  after: DifferenceRow['after'];
}

export function differenceBody({ at, was, kind, before, after }: DifferenceRow, language: Language): DifferenceBody {
  return { at, was: was ?? null, field: fieldLabel(at, language), kind, before, after };
}
