// Advice: the recommendation with the authority's code for each item; the reviewer's determination is recorded beside the exporter's.
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Refusal, type Fault } from '#kernel';
import { isControlCode } from '#licensing';
import { LoadedLaw } from '../../ports/loaded-law';
import type { ApplicationRecord } from '../../records';
import { DetermineItems } from '../determine-items';
import { knownCodes } from '../known-codes';
import { MoveEffect, type MoveOutcome, type MoveScene } from './move-effect';
import type { AdviceInput } from './move-input';

@Injectable()
export class Advise extends MoveEffect {
  constructor(
    private readonly clock: Clock,
    private readonly law: LoadedLaw,
    private readonly determinations: DetermineItems,
  ) {
    super();
  }

  async apply({ tx, actor, file, command }: MoveScene): Promise<MoveOutcome> {
    const advice = command.advice as AdviceInput;
    const { application } = file;
    const faults = this.faults(application, advice);
    if (faults.length > 0) throw new Refusal('invalid', 'advice-invalid', { count: faults.length }, faults);
    await tx.reviews.addAdvice({
      id: randomUUID(),
      applicationId: application.id,
      organisationId: application.organisationId,
      round: application.round,
      adviserId: actor.personId,
      ...advice,
      at: this.clock.now(),
    });
    await this.determinations.record(tx, actor, application, 'reviewer');
    return { facts: { recommendation: advice.recommendation } };
  }

  private faults(application: ApplicationRecord, { recommendation, reasons, conditions, items }: AdviceInput): Fault[] {
    const faults: Fault[] = [];
    if (!reasons.trim()) faults.push({ code: 'field-missing', at: 'advice.reasons' });
    if (recommendation === 'approve-with-conditions' && conditions.length === 0)
      faults.push({ code: 'no-condition', at: 'advice.conditions' });
    if (recommendation !== 'approve-with-conditions' && conditions.length > 0) {
      faults.push({ code: 'conditions-not-for-this', at: 'advice.conditions', facts: { recommendation } });
    }
    const known = knownCodes(this.law.rulebook, this.clock.today());
    for (const { id, codeEdition } of application.content.items) {
      const stated = items.filter((item) => item.itemId === id);
      const at = `advice.items.${id}`;
      const code = stated[0]?.controlCode ?? '';
      if (stated.length !== 1 || !code) faults.push({ code: 'item-without-code', at, facts: { itemId: id } });
      else if (!isControlCode(code)) faults.push({ code: 'control-code-malformed', at, facts: { value: code } });
      else if (!known.controlCode(code) && !codeEdition)
        faults.push({ code: 'unknown-control-code', at, facts: { value: code } });
    }
    for (const { itemId } of items) {
      if (!application.content.items.some((item) => item.id === itemId))
        faults.push({ code: 'item-not-found', at: `advice.items.${itemId}`, facts: { itemId } });
    }
    return faults;
  }
}
