// Routing rules as they come in. Criteria are read whole by the rules of licensing, which name each fault in them.
import { TIERS, type NewRule } from '#casework';
import type { LocalDate } from '#kernel';
import { APPLICATION_STATUSES, CRITERIA_LIMITS, LIMITS, type ApplicationStatus, type RuleEffect } from '#licensing';
import { Day, Free, Id, Ids, Nested, OneOf, SomeOf, Text, WholeNumber } from '../../http/fields';
import { inputInvalid } from '../../http/validate-input';
import { NameDto, nameOf } from './team.dto';

/** Most queues that one rule names, inclusive. */
export const MOST_QUEUES_OF_RULE = 50;

const EFFECTS = ['queues', 'countersignatures'] as const satisfies readonly RuleEffect['kind'][];

export class RuleEffectDto {
  @OneOf(EFFECTS)
  kind: (typeof EFFECTS)[number];
  @Ids({ max: MOST_QUEUES_OF_RULE, optional: true })
  queueIds?: string[];
  @WholeNumber({ min: 1, max: 2, optional: true })
  count?: number;
}

export class RuleDto {
  @Id({ optional: true })
  id?: string;
  @Nested(() => NameDto)
  name: NameDto;
  @WholeNumber({ min: TIERS.least, max: TIERS.most })
  tier: number;
  @SomeOf(APPLICATION_STATUSES)
  stages: ApplicationStatus[];
  @Free({
    description: `All that is stated must hold: procedures (at most ${CRITERIA_LIMITS.procedures}), codes (${CRITERIA_LIMITS.codes}; each covers what lies below it), destinations (${CRITERIA_LIMITS.destinations}, ISO 3166 alpha-2), partyFlags, value {from, below, currency} with decimal text. An unknown fact counts as met.`,
  })
  criteria: object;
  @Nested(() => RuleEffectDto)
  effect: RuleEffectDto;
  @Day()
  from: LocalDate;
  @Day({ nullable: true })
  to: LocalDate | null;
  @Text({ max: LIMITS.reason, multiline: true, description: 'Why the rule is wanted' })
  reason: string;
}

/** The rule, its criteria not yet checked. Throws Refusal `input-invalid` where the effect lacks what its kind states or states more. */
export function newRule({ name, tier, stages, criteria, effect, from, to, reason }: RuleDto): NewRule {
  return { name: nameOf(name), tier, stages, criteria, effect: ruleEffect(effect), from, to, reason };
}

function ruleEffect({ kind, queueIds, count }: RuleEffectDto): RuleEffect {
  if (kind === 'queues') {
    if (count !== undefined) throw inputInvalid([{ code: 'not-asked', at: 'effect.count' }]);
    return { kind, queueIds: queueIds ?? [] };
  }
  if (queueIds !== undefined) throw inputInvalid([{ code: 'not-asked', at: 'effect.queueIds' }]);
  if (count !== 1 && count !== 2) throw inputInvalid([{ code: 'field-missing', at: 'effect.count' }]);
  return { kind, count };
}

const ACTS = ['approve', 'reject', 'retire'] as const;

export class RuleActDto {
  @OneOf(ACTS)
  act: (typeof ACTS)[number];
  @Text({ max: LIMITS.reason, multiline: true, description: 'May be empty for an approval' })
  reason: string;
}
