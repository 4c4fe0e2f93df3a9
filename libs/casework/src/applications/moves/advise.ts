// Final advice: a verdict and the authority's code for each item; the reviewer's determination is recorded beside the exporter's. The log keeps which rules ask for signatures.
import { Injectable } from '@nestjs/common';
import { RecordAdvice } from '../../reviews/record-advice';
import { AskSignatures, askedFacts } from '../ask-signatures';
import { DetermineItems } from '../determine-items';
import { MoveEffect, type MoveOutcome, type MoveScene } from './move-effect';
import type { AdviceInput } from './move-input';

@Injectable()
export class Advise extends MoveEffect {
  constructor(
    private readonly advice: RecordAdvice,
    private readonly determinations: DetermineItems,
    private readonly signatures: AskSignatures,
  ) {
    super();
  }

  async apply({ tx, actor, file, command }: MoveScene): Promise<MoveOutcome> {
    const { lines } = command.advice as AdviceInput;
    const { outcome } = await this.advice.record(tx, actor, file, { level: 'final', teamId: null, lines });
    await this.determinations.record(tx, actor, file.application, 'reviewer');
    return { facts: { outcome, ...askedFacts(await this.signatures.of(tx, file, lines)) } };
  }
}
