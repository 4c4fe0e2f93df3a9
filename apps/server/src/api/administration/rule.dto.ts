// Routing rules as they come in. Criteria are read whole by the rules of licensing, which name each fault in them.
import { TIERS, type NewRule, type RuleDraft } from '#casework';
import type { LocalDate } from '#kernel';
import { APPLICATION_STATUSES, CRITERIA_LIMITS, LIMITS, type ApplicationStatus } from '#licensing';
import { Day, Free, Id, Ids, Nested, OneOf, SomeOf, Text, WholeNumber } from '../../http/fields';
import { inputInvalid } from '../../http/validate-input';
import { NameDto, nameOf } from './team.dto';

/** Most queues that one rule names, inclusive. */
export const MOST_QUEUES_OF_RULE = 50;

const EFFECTS = ['queues', 'countersignatures'] as const satisfies readonly RuleDraft['effect']['kind'][];

export class RuleEffectDto {
  @OneOf(EFFECTS)
  kind: (typeof EFFECTS)[number];
  @Ids({ max: MOST_QUEUES_OF_RULE, optional: true })
  queueIds?: string[];
  @WholeNumber({ min: 1, max: 2, optional: true })
  count?: number;
}

class RuleDraftDto {
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
}

export class RuleDto extends RuleDraftDto {
  @Text({ max: LIMITS.reason, multiline: true, description: 'Why the rule is wanted' })
  reason: string;
}

export class SimulatedRuleDto extends RuleDraftDto {
  @Text({ max: LIMITS.reason, multiline: true, optional: true, description: 'Not looked at' })
  reason?: string;
}

export class RetirementDto {
  @Day()
  from: LocalDate;
  @Text({ max: LIMITS.reason, min: 1, multiline: true, description: 'Why the rule is to end' })
  reason: string;
}

/** The rule, its criteria not yet checked. Throws Refusal `input-invalid` where the effect lacks what its kind states or states more. */
export function ruleDraft({ name, tier, stages, criteria, effect, from, to }: RuleDraftDto): RuleDraft {
  return { name: nameOf(name), tier, stages, criteria, effect: ruleEffect(effect), from, to };
}

/** As `ruleDraft`, with why the rule is wanted. */
export function newRule(rule: RuleDto): NewRule {
  return { ...ruleDraft(rule), reason: rule.reason };
}

function ruleEffect({ kind, queueIds, count }: RuleEffectDto): RuleDraft['effect'] {
  if (kind === 'queues') {
    if (count !== undefined) throw inputInvalid([{ code: 'not-asked', at: 'effect.count' }]);
    return { kind, queueIds: queueIds ?? [] };
  }
  if (queueIds !== undefined) throw inputInvalid([{ code: 'not-asked', at: 'effect.queueIds' }]);
  if (count !== 1 && count !== 2) throw inputInvalid([{ code: 'field-missing', at: 'effect.count' }]);
  return { kind, count };
}

const ACTS = ['approve', 'reject'] as const;

export class RuleActDto {
  @OneOf(ACTS)
  act: (typeof ACTS)[number];
  @Text({ max: LIMITS.reason, multiline: true, description: 'May be empty for an approval' })
  reason: string;
}
