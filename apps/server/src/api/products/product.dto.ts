// Products and questions about them as they come in.
import {
  PRODUCT_KINDS,
  PRODUCT_LIMITS,
  type ProductContent,
  type ProductFacts,
  type ProductKind,
  type ProductTechnology,
} from '#casework';
import type { LocalDate } from '#kernel';
import { Country, Day, DecimalText, Id, ListOf, Nested, OneOf, Text, Version } from '../../http/fields';
import { PageQuery } from '../../http/page-query.dto';
import { CompositionDto, ParameterDto } from '../applications/content.dto';

const L = PRODUCT_LIMITS;

export class ProductContentDto implements ProductContent {
  @Text({ max: L.name })
  nameZh: string;
  @Text({ max: L.name })
  nameEn: string;
  @Country()
  origin: string;
  @DecimalText({ description: 'Per cent of the value of the whole, 0 to 100; empty when not known' })
  valuePercent: string;
}

export class ProductTechnologyDto implements ProductTechnology {
  @Text({ max: L.name })
  nameZh: string;
  @Text({ max: L.name })
  nameEn: string;
  @Country()
  origin: string;
}

/** Everything stated about a product; an empty text is not stated. */
export class ProductFactsDto implements ProductFacts {
  @Text({ max: L.name, example: '氧化镝' })
  nameZh: string;
  @Text({ max: L.name, example: 'Dysprosium oxide' })
  nameEn: string;
  @OneOf(PRODUCT_KINDS)
  kind: ProductKind;
  @Text({ max: L.shortText })
  form: string;
  @ListOf(() => CompositionDto, { max: L.compositionRows })
  composition: CompositionDto[];
  @ListOf(() => ParameterDto, { max: L.parameters })
  parameters: ParameterDto[];
  @Text({ max: L.shortText, example: '2846901500', description: 'A hint; it never decides' })
  hsCode: string;
  @Text({ max: L.shortText, example: '1308-87-8' })
  casNumber: string;
  @Text({ max: L.shortText, example: '1C905.b', description: 'The exporter’s own view; a hint' })
  controlCode: string;
  @Country()
  origin: string;
  @Country()
  madeIn: string;
  @ListOf(() => ProductContentDto, { max: L.contents })
  contents: ProductContentDto[];
  @ListOf(() => ProductTechnologyDto, { max: L.technologies })
  madeWithTechnology: ProductTechnologyDto[];
}

export class NewProductDto {
  @Nested(() => ProductFactsDto)
  facts: ProductFactsDto;
}

export class NewProductVersionDto extends NewProductDto {
  @Version()
  version: number;
}

export class ProductQuestionDto {
  @Day({ optional: true })
  on?: LocalDate;
  @Day({ optional: true, nullable: true })
  knownOn?: LocalDate | null;
  @Country({ optional: true })
  destination?: string;
}

/** Plain values of a checked instance. */
export function factsOf(dto: ProductFactsDto): ProductFacts {
  return {
    ...dto,
    composition: dto.composition.map(plain),
    parameters: dto.parameters.map(plain),
    contents: dto.contents.map(plain),
    madeWithTechnology: dto.madeWithTechnology.map(plain),
  };
}

function plain<T extends object>(row: T): T {
  return { ...row };
}

export class LawPointsQuery {
  @Day()
  from: LocalDate;
  @Day()
  to: LocalDate;
  @Day({ optional: true })
  knownFrom?: LocalDate;
  @Day({ optional: true })
  knownTo?: LocalDate;
  @Country({ optional: true })
  destination?: string;
}

export class RecheckQuery extends PageQuery {
  @Day()
  from: LocalDate;
  @Day()
  to: LocalDate;
  @Day({ optional: true })
  knownFrom?: LocalDate;
  @Day({ optional: true })
  knownTo?: LocalDate;
  @Country({ optional: true })
  destination?: string;
}

/** The two points of the law that the query names. */
export function recheckOf({ from, to, knownFrom, knownTo, destination }: LawPointsQuery) {
  return {
    from: { on: from, knownOn: knownFrom ?? null },
    to: { on: to, knownOn: knownTo ?? null },
    ...(destination && { destination }),
  };
}

export class ProductVersionNameDto {
  @Id()
  id: string;
  @Version()
  version: number;
}
