// A published decision with its lines and letters, and the lines of earlier ones: what both sides may read.
import type { DecidedLine, DecisionLine, LetterGlimpse, PublishedDecision } from '#casework';
import { DECISION_OUTCOMES, REVIEW_FACTORS, VERDICTS, type DecisionOutcome, type ReviewFactor, type Verdict } from '#licensing';
import { BilingualBody } from '../openapi/bilingual.body';
import { OutEnum, OutId, OutList, OutMoment, OutOne, OutText, OutWords } from '../openapi/out';

const FACTORS = REVIEW_FACTORS.map(({ key }) => key);

export class DecisionLineBody implements DecisionLine {
  @OutId()
  itemId: string;
  @OutEnum(VERDICTS)
  verdict: Verdict;
  @OutText({ description: 'The authority’s own code; empty where the item is not controlled or referred' })
  controlCode: string;
  @OutList(() => BilingualBody)
  conditions: BilingualBody[];
  @OutWords(FACTORS, { description: 'Factors of the Export Control Law Art. 13 that speak against a licence' })
  criteria: readonly ReviewFactor[];
}

export class PublishedDecisionBody {
  @OutEnum(DECISION_OUTCOMES)
  outcome: DecisionOutcome;
  @OutList(() => DecisionLineBody)
  lines: DecisionLineBody[];
  @OutMoment()
  publishedAt: string;
}

export class LetterGlimpseBody implements LetterGlimpse {
  @OutId()
  id: string;
  @OutText()
  number: string;
  @OutEnum(['refusal-letter', 'not-controlled-letter'])
  kind: LetterGlimpse['kind'];
  @OutMoment()
  issuedAt: LetterGlimpse['issuedAt'];
  @OutEnum(['waiting', 'ready', 'failed'])
  documentState: LetterGlimpse['documentState'];
}

export class DecidedLineBody {
  @OutText({ nullable: true, description: 'The product that the item was taken from' })
  productId: string | null;
  @OutId()
  applicationId: string;
  @OutText()
  reference: string;
  @OutOne(() => BilingualBody)
  organisation: BilingualBody;
  @OutOne(() => BilingualBody)
  item: BilingualBody;
  @OutOne(() => DecisionLineBody)
  line: DecisionLineBody;
  @OutMoment()
  publishedAt: string;
}

export function decisionLineBody({ itemId, verdict, controlCode, conditions, criteria }: DecisionLine): DecisionLineBody {
  return { itemId, verdict, controlCode, conditions: conditions.map(({ zh, en }) => ({ zh, en })), criteria };
}

export function publishedDecisionBody({ outcome, lines, publishedAt }: PublishedDecision): PublishedDecisionBody {
  return { outcome, lines: lines.map(decisionLineBody), publishedAt };
}

export function decidedLineBody(decided: DecidedLine): DecidedLineBody {
  const { productId, applicationId, reference, organisation, item, line, publishedAt } = decided;
  return { productId, applicationId, reference, organisation, item, line: decisionLineBody(line), publishedAt };
}
