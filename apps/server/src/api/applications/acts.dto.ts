// What acts on an application take: moves, holding, comparing with the official list, papers.
import type { AdviceInput, MoveCommand } from '#casework';
import type { Bilingual, LocalDate } from '#kernel';
import {
  APPLICATION_STATUSES,
  LIMITS,
  PAPER_KINDS,
  RECOMMENDATIONS,
  type ApplicationStatus,
  type PaperKind,
  type Recommendation,
} from '#licensing';
import { Day, Id, ListOf, Nested, OneOf, Text, Version } from '../../http/fields';
import { PageQuery } from '../../http/page-query.dto';

export class ConditionDto implements Bilingual {
  @Text({ min: 1, max: LIMITS.longText, multiline: true })
  zh: string;
  @Text({ min: 1, max: LIMITS.longText, multiline: true })
  en: string;
}

export class ItemAdviceDto {
  @Id()
  itemId: string;
  @Text({ max: LIMITS.shortText, description: 'The authority’s own code for the item' })
  controlCode: string;
}

export class AdviceDto implements AdviceInput {
  @OneOf(RECOMMENDATIONS)
  recommendation: Recommendation;
  @Text({ max: LIMITS.reason, multiline: true })
  reasons: string;
  @ListOf(() => ConditionDto, { max: LIMITS.conditions })
  conditions: ConditionDto[];
  @ListOf(() => ItemAdviceDto, { max: LIMITS.items })
  items: ItemAdviceDto[];
}

export class MoveDto {
  @Version()
  version: number;
  @Text({ max: LIMITS.reason, multiline: true, optional: true })
  reason?: string;
  @Nested(() => AdviceDto, { optional: true })
  advice?: AdviceDto;
  @Day({ optional: true })
  validFrom?: LocalDate;
  @Day({ optional: true })
  validTo?: LocalDate;
}

/** The command of the move; a validity counts only with both days. */
export function moveCommand({ version, reason, advice, validFrom, validTo }: MoveDto): MoveCommand {
  return {
    version,
    ...(reason !== undefined && { reason }),
    ...(advice && { advice: plainAdvice(advice) }),
    ...(validFrom && validTo && { validity: { from: validFrom, to: validTo } }),
  };
}

function plainAdvice({ recommendation, reasons, conditions, items }: AdviceDto): AdviceInput {
  return {
    recommendation,
    reasons,
    conditions: conditions.map(({ zh, en }) => ({ zh, en })),
    items: items.map((item) => ({ ...item })),
  };
}

const HOLDS = ['take', 'release'] as const;

export class HoldDto {
  @Version()
  version: number;
  @OneOf(HOLDS)
  action: (typeof HOLDS)[number];
}

export class ListCheckDto {
  @Id()
  itemId: string;
  @Text({ min: 1, max: LIMITS.shortText, description: 'The edition of the official list that was read' })
  edition: string;
  @Text({ max: LIMITS.longText, multiline: true })
  note: string;
}

export class NewPaperDto {
  @OneOf(PAPER_KINDS)
  kind: PaperKind;
}

export class OwnApplicationsQuery extends PageQuery {
  @OneOf(APPLICATION_STATUSES, { optional: true })
  status?: ApplicationStatus;
}

const SHELVES = ['mine', 'free', 'all'] as const;

export class QueueQuery extends PageQuery {
  @OneOf(SHELVES, { optional: true })
  filter?: (typeof SHELVES)[number];
}

export class DeterminationQuery {
  @Day({ optional: true })
  on?: LocalDate;
}
