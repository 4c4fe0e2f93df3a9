// What acts on an application take: moves, growing another one out of it, comparing with the official list, papers.
import type { MoveCommand } from '#casework';
import type { LocalDate } from '#kernel';
import { APPLICATION_STATUSES, LIMITS, PAPER_KINDS, publicStage, type PaperKind, type PublicStage } from '#licensing';
import { Day, Id, Nested, OneOf, Text, Version } from '../../http/fields';
import { PageQuery } from '../../http/page-query.dto';
import { AdviceDto, adviceLines } from './advice.dto';

export class MoveDto {
  @Version()
  version: number;
  @Text({ max: LIMITS.reason, multiline: true, optional: true })
  reason?: string;
  @Nested(() => AdviceDto, { optional: true })
  advice?: AdviceDto;
}

export function moveCommand({ version, reason, advice }: MoveDto): MoveCommand {
  return { version, ...(reason !== undefined && { reason }), ...(advice && { advice: { lines: adviceLines(advice) } }) };
}

export class NewApplicationDto {
  @Text({
    min: 1,
    max: LIMITS.shortText,
    optional: true,
    description: 'Id of the procedure; may be left out where one only is loaded',
  })
  procedure?: string;
}

export class AmendmentDto {
  @Version()
  version: number;
}

const COPIES = ['reapply', 'copy'] as const;

export class CopyDto {
  @OneOf(COPIES)
  kind: (typeof COPIES)[number];
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

/** The stages as an applicant sees them. */
export const PUBLIC_STAGES = [...new Set(APPLICATION_STATUSES.map(publicStage))];

export class OwnApplicationsQuery extends PageQuery {
  @OneOf(PUBLIC_STAGES, { optional: true })
  status?: PublicStage;
}

export class DeterminationQuery {
  @Day({ optional: true })
  on?: LocalDate;
}
