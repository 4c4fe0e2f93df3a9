// A re-check as it is answered: the products whose answer differs between two points of the law.
import type { DifferingProduct, Recheck, RecheckPage } from '#casework';
import { LawPointBody } from '../law/law-day.body';
import { OutInteger, OutList, OutOne, OutText, OutTexts } from '../openapi/out';
import { ProductBody, productBody } from './product.body';

export class AnswerInShortBody {
  @OutText()
  headline: DifferingProduct['before']['headline'];
  @OutText({ nullable: true, description: 'Under the recorded readings; null where none bears on the answer' })
  workingStatus: DifferingProduct['before']['workingStatus'];
  @OutTexts()
  controlCodes: readonly string[];
  @OutTexts()
  documents: readonly string[];
}

export class DifferingProductBody {
  @OutOne(() => ProductBody)
  product: ProductBody;
  @OutOne(() => AnswerInShortBody)
  before: AnswerInShortBody;
  @OutOne(() => AnswerInShortBody)
  after: AnswerInShortBody;
  @OutTexts({ description: 'Measures whose findings differ' })
  measures: readonly string[];
}

export class ProductDifferenceBody {
  @OutOne(() => LawPointBody)
  from: LawPointBody;
  @OutOne(() => LawPointBody)
  to: LawPointBody;
  @OutOne(() => DifferingProductBody, { nullable: true, description: 'Null when the answer is the same at both points' })
  difference: DifferingProductBody | null;
}

export class RecheckPageBody {
  @OutOne(() => LawPointBody)
  from: LawPointBody;
  @OutOne(() => LawPointBody)
  to: LawPointBody;
  @OutList(() => DifferingProductBody, { description: 'Products of this page whose answer differs' })
  rows: DifferingProductBody[];
  @OutInteger({ description: 'Products of this page that were judged at both points' })
  judged: number;
  @OutList(() => ProductBody, { description: 'Products whose facts cannot be right; a person has to mend them' })
  notJudged: ProductBody[];
  @OutText({ nullable: true, description: 'To be sent as `after`; null when every product was looked at' })
  next: string | null;
}

export function differingBody({ product, before, after, measures }: DifferingProduct): DifferingProductBody {
  return { product: productBody(product), before, after, measures };
}

export function recheckPageBody({ from, to }: Recheck, { rows, judged, notJudged, next }: RecheckPage): RecheckPageBody {
  return { from, to, rows: rows.map(differingBody), judged, notJudged: notJudged.map(productBody), next };
}
