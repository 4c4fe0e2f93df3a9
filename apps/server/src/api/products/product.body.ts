// Products, their versions, records and re-checks as they are answered.
import type {
  EarlierDecision,
  PageOf,
  ProductDeterminationRecord,
  ProductDeterminationSummary,
  ProductFacts,
  ProductReading,
  ProductRecord,
  ProductVersionRecord,
  Replay,
} from '#casework';
import type { Language } from '#kernel';
import { describeFault } from '../../http/refusals';
import { DeterminationBody, determinationBody } from '../applications/law.body';
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
} from '../openapi/out';
import { FaultBody } from '../openapi/problem.body';
import { ClassificationBody, classificationBody } from './classification.body';
import { ProductFactsDto } from './product.dto';

const VIEWS = ['exporter', 'reviewer'];

export class ProductBody {
  @OutId()
  id: string;
  @OutInteger({ description: 'The latest version' })
  version: number;
  @OutOne(() => ProductFactsDto)
  facts: ProductFacts;
  @OutMoment()
  createdAt: string;
  @OutMoment()
  changedAt: string;
}

export class ProductPageBody {
  @OutList(() => ProductBody)
  rows: ProductBody[];
  @OutText({ nullable: true, description: 'To be sent as `after` for the next page' })
  next: string | null;
}

export class ProductVersionBody {
  @OutInteger()
  version: number;
  @OutOne(() => ProductFactsDto)
  facts: ProductFacts;
  @OutText({ nullable: true })
  madeByName: string | null;
  @OutMoment()
  madeAt: string;
}

export class ProductDeterminationSummaryBody {
  @OutId()
  id: string;
  @OutInteger()
  version: number;
  @OutEnum(VIEWS)
  view: ProductDeterminationSummary['view'];
  @OutDay()
  on: ProductDeterminationSummary['on'];
  @OutDay({ nullable: true })
  knownOn: ProductDeterminationSummary['knownOn'];
  @OutText()
  lawHash: string;
  @OutText()
  headline: ProductDeterminationSummary['headline'];
  @OutText({ nullable: true, description: 'Under the recorded readings; null where none bore on the answer' })
  workingStatus: ProductDeterminationSummary['workingStatus'];
  @OutTexts()
  controlCodes: readonly string[];
  @OutText({ nullable: true })
  madeByName: string | null;
  @OutMoment()
  madeAt: string;
}

export class EarlierDecisionBody {
  @OutId()
  applicationId: string;
  @OutText()
  reference: string;
  @OutText()
  controlCode: string;
  @OutOne(() => BilingualBody)
  item: BilingualBody;
  @OutEnum(['granted', 'refused'])
  outcome: EarlierDecision['outcome'];
  @OutMoment()
  decidedAt: string;
}

export class ProductReadingBody extends ProductBody {
  @OutDay({ description: 'The legal day asked' })
  on: ProductReading['point']['on'];
  @OutDay({ nullable: true })
  knownOn: ProductReading['point']['knownOn'];
  @OutOne(() => DeterminationBody, { nullable: true, description: 'Null while the facts cannot be right: see `faults`' })
  answer: DeterminationBody | null;
  @OutOne(() => ClassificationBody, { nullable: true })
  classification: ClassificationBody | null;
  @OutList(() => FaultBody)
  faults: FaultBody[];
  @OutList(() => ProductVersionBody, { description: 'Newest first' })
  versions: ProductVersionBody[];
  @OutList(() => ProductDeterminationSummaryBody, { description: 'Newest first' })
  determinations: ProductDeterminationSummaryBody[];
  @OutList(() => EarlierDecisionBody, {
    description: 'How the authority decided on the same codes for this organisation, newest first',
  })
  decisions: EarlierDecisionBody[];
}

export class MadeProductBody {
  @OutId()
  id: string;
  @OutInteger()
  version: number;
}

export class ProductVersionMadeBody {
  @OutInteger()
  version: number;
}

export class RecordDocumentBody {
  @OutEnum(['waiting', 'ready', 'failed'])
  state: ProductDeterminationRecord['document']['state'];
  @OutText({ nullable: true })
  sha256: string | null;
  @OutText({ nullable: true })
  template: string | null;
}

export class ProductDeterminationBody {
  @OutId()
  id: string;
  @OutId()
  productId: string;
  @OutInteger()
  version: number;
  @OutEnum(VIEWS)
  view: ProductDeterminationRecord['view'];
  @OutDay()
  on: ProductDeterminationRecord['on'];
  @OutDay({ nullable: true })
  knownOn: ProductDeterminationRecord['knownOn'];
  @OutText()
  lawHash: string;
  @OutTexts()
  rows: readonly string[];
  @OutFacts({ description: 'The facts that were judged' })
  facts: ProductDeterminationRecord['facts'];
  @OutOne(() => DeterminationBody)
  answer: DeterminationBody;
  @OutOne(() => ClassificationBody)
  classification: ClassificationBody;
  @OutText({ nullable: true })
  madeByName: string | null;
  @OutMoment()
  madeAt: string;
  @OutOne(() => RecordDocumentBody)
  document: RecordDocumentBody;
}

export class ReplayBody {
  @OutFlag({ description: 'The law of the recorded hash gives the recorded answer again' })
  same: boolean;
  @OutOne(() => DeterminationBody)
  recorded: DeterminationBody;
  @OutOne(() => DeterminationBody)
  again: DeterminationBody;
}

export function productBody({ id, version, facts, createdAt, changedAt }: ProductRecord): ProductBody {
  return { id, version, facts, createdAt, changedAt };
}

export function productPageBody({ rows, next }: PageOf<ProductRecord>): ProductPageBody {
  return { rows: rows.map(productBody), next };
}

export function productVersionBody({ version, facts, madeByName, madeAt }: ProductVersionRecord): ProductVersionBody {
  return { version, facts, madeByName, madeAt };
}

export function summaryBody(row: ProductDeterminationSummary): ProductDeterminationSummaryBody {
  const { id, version, view, on, knownOn, lawHash, headline, workingStatus, controlCodes, madeByName, madeAt } = row;
  return { id, version, view, on, knownOn, lawHash, headline, workingStatus, controlCodes, madeByName, madeAt };
}

export function productReadingBody(reading: ProductReading, language: Language): ProductReadingBody {
  const { product, point, judged, faults, versions, determinations, decisions } = reading;
  return {
    ...productBody(product),
    on: point.on,
    knownOn: point.knownOn,
    answer: judged && determinationBody(judged.answer),
    classification: judged && classificationBody(judged.classification),
    faults: faults.map((fault) => describeFault(fault, language)),
    versions: versions.map(productVersionBody),
    determinations: determinations.map(summaryBody),
    decisions: decisions.map(({ applicationId, reference, controlCode, item, outcome, decidedAt }) => ({
      applicationId,
      reference,
      controlCode,
      item,
      outcome,
      decidedAt,
    })),
  };
}

export function productDeterminationBody(record: ProductDeterminationRecord): ProductDeterminationBody {
  const { id, productId, version, view, on, knownOn, lawHash, rows, facts, answer, classification, madeByName, madeAt } = record;
  const { state, sha256, template } = record.document;
  return {
    id,
    productId,
    version,
    view,
    on,
    knownOn,
    lawHash,
    rows,
    facts,
    answer: determinationBody(answer),
    classification: classificationBody(classification),
    madeByName,
    madeAt,
    document: { state, sha256, template },
  };
}

export function replayBody({ same, record, again }: Replay): ReplayBody {
  return { same, recorded: determinationBody(record.answer), again: determinationBody(again) };
}
