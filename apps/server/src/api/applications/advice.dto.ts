// Advice as it comes in: one line for each item. What a verdict asks for beside it is judged by the rules of licensing.
import type { AdviceInput } from '#casework';
import type { Bilingual } from '#kernel';
import { LIMITS, REVIEW_FACTORS, VERDICTS, type AdviceLine, type ReviewFactor, type Verdict } from '#licensing';
import { Id, Ids, ListOf, OneOf, SomeOf, Text } from '../../http/fields';

const FACTORS = REVIEW_FACTORS.map(({ key }) => key);

/** How a field is taken that may be left out, and is empty then. */
const OR_EMPTY = { optional: true, blank: '' } as const;

export class ConditionDto implements Bilingual {
  @Text({ min: 1, max: LIMITS.longText, multiline: true })
  zh: string;
  @Text({ min: 1, max: LIMITS.longText, multiline: true })
  en: string;
}

export class AdviceLineDto implements AdviceLine {
  @Id()
  itemId: string;
  @OneOf(VERDICTS)
  verdict: Verdict;
  @Text({
    max: LIMITS.shortText,
    description: 'The authority’s own code for the item; empty where it is not controlled or referred',
    ...OR_EMPTY,
  })
  controlCode = '';
  @ListOf(() => ConditionDto, { max: LIMITS.conditions, optional: true })
  conditions: ConditionDto[] = [];
  @SomeOf(FACTORS, { optional: true })
  criteria: ReviewFactor[] = [];
  @Text({ max: LIMITS.reason, multiline: true, ...OR_EMPTY })
  reason = '';
}

export class AdviceDto implements AdviceInput {
  @ListOf(() => AdviceLineDto, { max: LIMITS.items })
  lines: AdviceLineDto[];
}

/** Most reviewers' advice that a team lead says to have seen. */
export const MOST_SEEN = 200;

export class TeamAdviceDto extends AdviceDto {
  /** Ids of the standing advice of the team's reviewers that the lead was shown. */
  @Ids({ max: MOST_SEEN })
  seen: string[];
}

/** The lines as plain values. */
export function adviceLines({ lines }: AdviceDto): AdviceLine[] {
  return lines.map(({ itemId, verdict, controlCode, conditions, criteria, reason }) => ({
    itemId,
    verdict,
    controlCode,
    conditions: conditions.map(({ zh, en }) => ({ zh, en })),
    criteria,
    reason,
  }));
}
