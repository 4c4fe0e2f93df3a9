// Filing: the exporter's own determination of each item is recorded as of the day of filing.
import { Injectable } from '@nestjs/common';
import { DetermineItems } from '../determine-items';
import { MoveEffect, type MoveOutcome, type MoveScene } from './move-effect';

@Injectable()
export class Submit extends MoveEffect {
  constructor(private readonly determinations: DetermineItems) {
    super();
  }

  async apply({ tx, actor, file }: MoveScene): Promise<MoveOutcome> {
    await this.determinations.record(tx, actor, file.application, 'exporter');
    return { facts: { declaredBy: file.application.content.declaration.signatory } };
  }
}
