// A determination as it is answered: every field chosen here, so that what a finding carries inside stays inside.
import { READING_WORDS, type Determination, type EvaluatedNode, type Finding, type ReadingWord } from '#regulation';
import { BilingualBody } from '../openapi/bilingual.body';
import { OutDay, OutEnum, OutFacts, OutFlag, OutList, OutOne, OutText, OutTexts } from '../openapi/out';

export class EvaluatedNodeBody {
  @OutEnum(['allOf', 'anyOf', 'not', 'test'])
  kind: EvaluatedNode['kind'];
  @OutEnum(['met', 'not-met', 'unknown'], { description: 'What was not stated is unknown, never not met' })
  verdict: EvaluatedNode['verdict'];
  @OutOne(() => BilingualBody)
  reason: BilingualBody;
  @OutText({ nullable: true, description: 'Stated value less limit, with its sign and unit' })
  margin: string | null;
  @OutText({ nullable: true })
  property: string | null;
  @OutText({ nullable: true })
  op: string | null;
  @OutText({ nullable: true })
  limit: string | null;
  @OutText({ nullable: true })
  value: string | null;
  @OutText({ nullable: true })
  unit: string | null;
  @OutList(() => EvaluatedNodeBody)
  children: EvaluatedNodeBody[];
}

export class ReadingBody {
  @OutText()
  status: Finding['status'];
  @OutOne(() => BilingualBody)
  when: BilingualBody;
}

export class UnderReadingBody {
  @OutEnum(READING_WORDS)
  reading: ReadingWord;
  @OutText({ description: 'The status that the finding has under the reading' })
  status: Finding['status'];
  @OutText()
  reason: string;
  @OutText()
  by: string;
  @OutText()
  confirmedBy: string;
  @OutDay()
  since: string;
}

export class FindingBody {
  @OutText()
  regime: Finding['regime'];
  @OutText()
  instrument: string;
  @OutText()
  measure: string;
  @OutText()
  status: Finding['status'];
  @OutFlag({ description: 'False for what is shown and never heads: remarks, unmet rules' })
  heads: boolean;
  @OutList(() => ReadingBody, { description: 'What each way of settling an open point would mean' })
  readings: ReadingBody[];
  @OutOne(() => UnderReadingBody, { nullable: true, description: 'How the organisation reads an undetermined finding' })
  underReading: UnderReadingBody | null;
  @OutText({ nullable: true })
  controlCode: string | null;
  @OutText()
  effect: string;
  @OutText()
  nameZh: string;
  @OutText()
  nameEn: string;
  @OutList(() => BilingualBody)
  reasons: BilingualBody[];
  @OutOne(() => EvaluatedNodeBody, { nullable: true })
  conditions: EvaluatedNodeBody | null;
  @OutTexts()
  documents: readonly string[];
  @OutFacts({ description: 'Instrument, number, titles, address, day of publication, point' })
  citation: Finding['citation'];
  @OutText()
  confidence: Finding['confidence'];
  @OutFacts({ description: 'How far the instrument is loaded: `state` and what is `missing`' })
  coverage: Finding['coverage'];
  @OutDay({ nullable: true })
  holdsUntil: Finding['holdsUntil'];
  @OutTexts()
  rows: readonly string[];
}

export class DeterminationBody {
  @OutDay()
  on: Determination['on'];
  @OutDay({ nullable: true })
  knownOn: Determination['knownOn'];
  @OutText()
  rulebookHash: string;
  @OutText({ description: 'The gravest operative status, within the loaded law' })
  headline: Determination['headline'];
  @OutText({ nullable: true, description: 'The gravest status under the recorded readings; null where none bears on the answer' })
  workingStatus: Determination['workingStatus'];
  @OutTexts()
  controlCodes: readonly string[];
  @OutTexts()
  documents: readonly string[];
  @OutList(() => FindingBody)
  findings: FindingBody[];
  @OutFacts({ nullable: true, description: 'First day on which anything known changes the answer, and what' })
  holdsUntil: Determination['holdsUntil'];
  @OutList(() => BilingualBody, { description: 'What the answer does not cover; never empty' })
  notChecked: readonly BilingualBody[];
}

export function determinationBody(answer: Determination): DeterminationBody {
  const { on, knownOn, rulebookHash, headline, controlCodes, documents, holdsUntil, notChecked } = answer;
  return {
    on,
    knownOn,
    rulebookHash,
    headline,
    workingStatus: workingStatusOf(answer),
    controlCodes,
    documents,
    findings: answer.findings.map(findingBody),
    holdsUntil,
    notChecked,
  };
}

function workingStatusOf({ workingStatus }: Partial<Pick<Determination, 'workingStatus'>>): Determination['workingStatus'] {
  return workingStatus ?? null;
}

function findingBody(finding: Finding): FindingBody {
  const {
    regime,
    instrument,
    measure,
    status,
    heads,
    controlCode,
    effect,
    nameZh,
    nameEn,
    documents,
    citation,
    confidence,
    coverage,
    holdsUntil,
    rows,
  } = finding;
  return {
    regime,
    instrument,
    measure,
    status,
    heads,
    readings: finding.readings.map(({ status: reading, when }) => ({ status: reading, when })),
    underReading: underReading(finding),
    controlCode,
    effect,
    nameZh,
    nameEn,
    reasons: [...finding.reasons],
    conditions: finding.conditions && nodeBody(finding.conditions),
    documents,
    citation,
    confidence,
    coverage,
    holdsUntil,
    rows,
  };
}

/** Null also for an answer that was recorded before there were readings. */
function underReading({ underReading: given }: Partial<Pick<Finding, 'underReading'>>): UnderReadingBody | null {
  if (!given) return null;
  const { reading, status, reason, by, confirmedBy, since } = given;
  return { reading, status, reason, by, confirmedBy, since };
}

export function nodeBody({
  kind,
  verdict,
  reason,
  margin,
  property,
  op,
  limit,
  value,
  unit,
  children,
}: EvaluatedNode): EvaluatedNodeBody {
  return {
    kind,
    verdict,
    reason,
    margin,
    property: property ?? null,
    op: op ?? null,
    limit: limit ?? null,
    value: value ?? null,
    unit: unit ?? null,
    children: (children ?? []).map(nodeBody),
  };
}
