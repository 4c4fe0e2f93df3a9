// Filing: the content is judged once more by the law of the day, and the exporter's own determination of each item is recorded as of that day.
import { Injectable } from '@nestjs/common';
import { Clock, Refusal } from '#kernel';
import { checkContent } from '#licensing';
import { LoadedLaw } from '../../ports/loaded-law';
import { DetermineItems } from '../determine-items';
import { knownCodes } from '../known-codes';
import { MoveEffect, type MoveOutcome, type MoveScene } from './move-effect';

@Injectable()
export class Submit extends MoveEffect {
  constructor(
    private readonly clock: Clock,
    private readonly law: LoadedLaw,
    private readonly determinations: DetermineItems,
  ) {
    super();
  }

  async apply({ tx, actor, file }: MoveScene): Promise<MoveOutcome> {
    const { content } = file.application;
    const faults = checkContent(content, knownCodes(this.law.rulebook, this.clock.today()));
    if (faults.length > 0) throw new Refusal('invalid', 'content-invalid', { count: faults.length }, faults);
    await this.determinations.record(tx, actor, file.application, 'exporter');
    return { facts: { declaredBy: content.declaration.signatory } };
  }
}
