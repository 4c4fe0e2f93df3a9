// A classification as it is answered: candidates with their sources, what is ruled out, and the question that decides most.
import { CLASSIFICATION_OUTCOMES, type Candidate, type Classification, type NextQuestion } from '#regulation';
import { EvaluatedNodeBody, nodeBody } from '../applications/law.body';
import { BilingualBody } from '../openapi/bilingual.body';
import { OutDay, OutEnum, OutFacts, OutFlag, OutList, OutOne, OutText, OutTexts } from '../openapi/out';

const VERDICTS = ['met', 'not-met', 'unknown'];

export class MeasuredBody {
  @OutOne(() => BilingualBody)
  property: BilingualBody;
  @OutText()
  op: string;
  @OutText()
  limit: string;
  @OutText()
  unit: string;
  @OutText()
  value: string;
  @OutText({ description: 'Stated value less limit, with its sign' })
  margin: string;
  @OutEnum(VERDICTS)
  verdict: Candidate['verdict'];
}

export class CandidateBody {
  @OutText()
  row: string;
  @OutText()
  measure: string;
  @OutText()
  regime: Candidate['regime'];
  @OutText({ nullable: true })
  controlCode: string | null;
  @OutText()
  nameZh: string;
  @OutText()
  nameEn: string;
  @OutText()
  state: Candidate['state'];
  @OutTexts({ description: 'What raised the candidate; a search or a customs code never decides' })
  sources: readonly string[];
  @OutEnum(VERDICTS)
  verdict: Candidate['verdict'];
  @OutOne(() => EvaluatedNodeBody, { nullable: true })
  conditions: EvaluatedNodeBody | null;
  @OutList(() => MeasuredBody)
  measured: readonly MeasuredBody[];
  @OutList(() => BilingualBody)
  reasons: readonly BilingualBody[];
  @OutFlag({ description: 'Further conditions of the entry are not known here' })
  incomplete: boolean;
  @OutFacts()
  citation: Candidate['citation'];
  @OutText()
  confidence: Candidate['confidence'];
  @OutFacts()
  coverage: Candidate['coverage'];
}

export class HeldAgainstBody {
  @OutText()
  op: string;
  @OutText()
  limit: string;
  @OutTexts()
  values: readonly string[];
  @OutOne(() => BilingualBody)
  words: BilingualBody;
  @OutTexts({ description: 'Candidate entries with this limit' })
  rows: readonly string[];
}

export class NextQuestionBody {
  @OutText({ description: 'The unknown property that decides most candidates' })
  property: string;
  @OutOne(() => BilingualBody)
  label: BilingualBody;
  @OutEnum(['number', 'yes-no', 'word', 'element', 'size', 'customs-code'])
  kind: NextQuestion['kind'];
  @OutText()
  unit: string;
  @OutList(() => HeldAgainstBody)
  limits: readonly HeldAgainstBody[];
  @OutTexts({ description: 'Candidate entries that an answer can settle' })
  settles: readonly string[];
  @OutTexts({ description: 'Candidate entries that an answer brings nearer' })
  touches: readonly string[];
}

export class ClassificationBody {
  @OutDay()
  on: Classification['on'];
  @OutDay({ nullable: true })
  knownOn: Classification['knownOn'];
  @OutText()
  rulebookHash: string;
  @OutEnum(CLASSIFICATION_OUTCOMES, { description: 'refer: a person has to look; ruled-out: within the loaded law only' })
  outcome: Classification['outcome'];
  @OutOne(() => BilingualBody)
  because: BilingualBody;
  @OutList(() => CandidateBody)
  met: CandidateBody[];
  @OutList(() => CandidateBody)
  open: CandidateBody[];
  @OutList(() => CandidateBody, { description: 'Open entries that a full-text search alone raised: leads for a person' })
  leads: CandidateBody[];
  @OutList(() => CandidateBody)
  ruledOut: CandidateBody[];
  @OutOne(() => NextQuestionBody, { nullable: true })
  nextQuestion: NextQuestionBody | null;
  @OutList(() => BilingualBody, { description: 'What the classification does not cover; never empty' })
  notChecked: readonly BilingualBody[];
}

export function classificationBody(classification: Classification): ClassificationBody {
  const { on, knownOn, rulebookHash, outcome, because, met, open, leads, ruledOut, nextQuestion, notChecked } = classification;
  return {
    on,
    knownOn,
    rulebookHash,
    outcome,
    because,
    met: met.map(candidateBody),
    open: open.map(candidateBody),
    leads: leads.map(candidateBody),
    ruledOut: ruledOut.map(candidateBody),
    nextQuestion,
    notChecked,
  };
}

function candidateBody(candidate: Candidate): CandidateBody {
  const { row, measure, regime, controlCode, nameZh, nameEn, state, sources, verdict, conditions, measured } = candidate;
  const { reasons, incomplete, citation, confidence, coverage } = candidate;
  return {
    row,
    measure,
    regime,
    controlCode,
    nameZh,
    nameEn,
    state,
    sources,
    verdict,
    conditions: conditions && nodeBody(conditions),
    measured,
    reasons,
    incomplete,
    citation,
    confidence,
    coverage,
  };
}
