// What the officer states for a document of the decision, and how earlier decisions are asked for.
import type { DocumentFacts } from '#casework';
import type { Bilingual, LocalDate } from '#kernel';
import { DECISION_DOCUMENTS, LIMITS, type DecisionDocument } from '#licensing';
import { Day, Nested, OneOf, Text, Version } from '../../http/fields';
import { OutEnum, OutFacts, OutFlag, OutId, OutInteger } from '../openapi/out';

export class ToldTextDto implements Bilingual {
  @Text({ max: LIMITS.longText, multiline: true })
  zh: string;
  @Text({ max: LIMITS.longText, multiline: true })
  en: string;
}

export class DocumentDto {
  @Version()
  version: number;
  @OneOf(DECISION_DOCUMENTS)
  kind: DecisionDocument;
  @Day({ optional: true })
  validFrom?: LocalDate;
  @Day({ optional: true })
  validTo?: LocalDate;
  @Nested(() => ToldTextDto, { optional: true })
  grounds?: ToldTextDto;
  @Nested(() => ToldTextDto, { optional: true })
  remark?: ToldTextDto;
}

/** What is stated, as plain values; a validity counts only with both days. */
export function documentFacts({ validFrom, validTo, grounds, remark }: DocumentDto): DocumentFacts {
  return {
    ...(validFrom && validTo && { validity: { from: validFrom, to: validTo } }),
    ...(grounds && { grounds: { zh: grounds.zh, en: grounds.en } }),
    ...(remark && { remark: { zh: remark.zh, en: remark.en } }),
  };
}

export class PreparedBody {
  @OutId()
  id: string;
  @OutInteger({ description: 'The new version of the application' })
  version: number;
}

export class PreviewBody {
  @OutEnum(DECISION_DOCUMENTS)
  kind: DecisionDocument;
  @OutFlag({ description: 'Always true: nothing is issued yet' })
  preview: true;
  @OutInteger({ nullable: true, description: 'Version of the prepared document' })
  version: number | null;
  @OutFacts({
    description: 'What the paper would show if it were issued today; number, verification and deciding officer are null',
  })
  view: Readonly<Record<string, unknown>>;
}

export class DecisionsQuery {
  @Text({ min: 1, max: LIMITS.shortText, description: 'The authority’s own control code, or how it begins', example: '1C905' })
  code: string;
}
