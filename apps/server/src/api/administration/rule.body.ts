// Routing rules, what is wrong with them, and what a change of them would move, as they are answered.
import type { RuleRecord, RuleState, SimulatedChange, SimulatedSide } from '#casework';
import type { Language, LocalDate } from '#kernel';
import {
  APPLICATION_STATUSES,
  type ApplicationStatus,
  type RoutingCriteria,
  type RuleEffect,
  type RuleProblem,
} from '#licensing';
import { describeFault } from '../../http/refusals';
import { BilingualBody } from '../openapi/bilingual.body';
import {
  OutDay,
  OutEnum,
  OutFacts,
  OutFlag,
  OutId,
  OutInteger,
  OutList,
  OutMoment,
  OutOne,
  OutText,
  OutTexts,
  OutWords,
} from '../openapi/out';
import { FaultBody } from '../openapi/problem.body';

const STATES = ['proposed', 'approved', 'rejected'] as const satisfies readonly RuleState[];

export class RuleVersionBody {
  @OutId()
  id: string;
  @OutInteger()
  version: number;
}

export class RuleBody extends RuleVersionBody {
  @OutOne(() => BilingualBody)
  name: BilingualBody;
  @OutInteger({ description: 'The lowest tier in which a rule matches decides' })
  tier: number;
  @OutWords(APPLICATION_STATUSES)
  stages: readonly ApplicationStatus[];
  @OutFacts()
  criteria: RoutingCriteria;
  @OutFacts({
    description:
      '`kind` queues with `queueIds`, countersignatures with `count`, or retirement: the rule and all its versions end on the first day',
  })
  effect: RuleEffect;
  @OutDay({ description: 'Inclusive' })
  from: LocalDate;
  @OutDay({ nullable: true, description: 'Inclusive' })
  to: LocalDate | null;
  @OutText()
  reason: string;
  @OutEnum(STATES)
  state: RuleState;
  @OutId()
  proposedBy: string;
  @OutText({ nullable: true })
  proposedByName: string | null;
  @OutMoment()
  proposedAt: string;
  @OutText({ nullable: true, description: 'An approval is never the proposer’s' })
  judgedByName: string | null;
  @OutMoment({ nullable: true })
  judgedAt: string | null;
}

export class RuleProblemBody extends FaultBody {
  @OutId()
  ruleId: string;
  @OutInteger()
  version: number;
  @OutFlag({ description: 'Certain: the rule adds nothing to any case' })
  never: boolean;
}

export class RulesBody {
  @OutList(() => RuleBody, { description: 'Every version of every rule' })
  rules: RuleBody[];
  @OutList(() => RuleProblemBody, { description: 'What is wrong with those that count or are proposed' })
  problems: RuleProblemBody[];
}

export class CountsBody {
  @OutInteger()
  from: number;
  @OutInteger()
  to: number;
}

export class MovedCaseBody {
  @OutId()
  id: string;
  @OutText()
  reference: string;
  @OutTexts({ description: 'Ids of queues; none means the fallback queue' })
  from: readonly string[];
  @OutTexts()
  to: readonly string[];
  @OutOne(() => CountsBody)
  countersignatures: CountsBody;
}

export class MovedCasesBody {
  @OutInteger({ description: 'Cases compared, the newest' })
  compared: number;
  @OutInteger({ description: 'All such cases' })
  filed: number;
  @OutInteger({ description: 'All that move, listed or not' })
  moved: number;
  @OutList(() => MovedCaseBody, { description: 'The first of them' })
  cases: MovedCaseBody[];
}

export class SimulationBody {
  @OutOne(() => MovedCasesBody, { description: 'Cases with the authority, or returned: compared first' })
  open: MovedCasesBody;
  @OutOne(() => MovedCasesBody, { description: 'Cases that are over' })
  past: MovedCasesBody;
  @OutList(() => RuleProblemBody, { description: 'What is wrong with the rules as they then would be' })
  problems: RuleProblemBody[];
}

export function ruleBody(rule: RuleRecord): RuleBody {
  const { id, version, name, tier, stages, criteria, effect, from, to, reason, state } = rule;
  const { proposedBy, proposedByName, proposedAt, judgedByName, judgedAt } = rule;
  return {
    id,
    version,
    name,
    tier,
    stages,
    criteria,
    effect,
    from,
    to,
    reason,
    state,
    proposedBy,
    proposedByName,
    proposedAt,
    judgedByName,
    judgedAt,
  };
}

export function ruleProblemBody(problem: RuleProblem, language: Language): RuleProblemBody {
  const { ruleId, version, never } = problem;
  return { ruleId, version, never, ...describeFault(problem, language) };
}

export function simulationBody(change: SimulatedChange, language: Language): SimulationBody {
  const { open, past, problems } = change;
  return {
    open: movedBody(open),
    past: movedBody(past),
    problems: problems.map((problem) => ruleProblemBody(problem, language)),
  };
}

function movedBody({ compared, filed, moved, cases }: SimulatedSide): MovedCasesBody {
  return {
    compared,
    filed,
    moved,
    cases: cases.map(({ id, reference, from, to, countersignatures }) => ({ id, reference, from, to, countersignatures })),
  };
}
