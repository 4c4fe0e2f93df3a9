// An open move as its readers see it: its name, its words, what it asks and what blocks it.
import type { Language } from '#kernel';
import type { OpenMove } from '#licensing';
import { describeFault } from '../http/refusals';
import { MOVES } from '../http/words';
import { BilingualBody } from './openapi/bilingual.body';
import { OutList, OutOne, OutText, OutTexts } from './openapi/out';
import { FaultBody } from './openapi/problem.body';

export class OpenMoveBody {
  @OutText()
  name: string;
  @OutOne(() => BilingualBody)
  label: BilingualBody;
  @OutTexts({ description: 'What must come with the move: reason, advice' })
  asks: readonly string[];
  @OutList(() => FaultBody, { description: 'Empty when the move can be made now' })
  blockedBy: FaultBody[];
}

export function openMoveBody({ name, asks, blockedBy }: OpenMove, language: Language): OpenMoveBody {
  return { name, label: MOVES[name], asks, blockedBy: blockedBy.map((fault) => describeFault(fault, language)) };
}
