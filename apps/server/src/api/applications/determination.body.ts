// Determinations as they are answered: the answer of the day, what was recorded, and who compared what with the official list.
import type { DeterminationRecord, ItemDetermination, ListCheckRecord } from '#casework';
import type { Determination, EvaluatedNode, Finding } from '#regulation';
import { BilingualBody } from '../openapi/bilingual.body';
import { OutDay, OutEnum, OutFacts, OutId, OutList, OutMoment, OutOne, OutText, OutTexts } from '../openapi/out';

export class EvaluatedNodeBody {
  @OutEnum(['allOf', 'anyOf', 'not', 'test'])
  kind: EvaluatedNode['kind'];
  @OutEnum(['met', 'not-met', 'unknown'])
  verdict: EvaluatedNode['verdict'];
  @OutOne(() => BilingualBody)
  reason: BilingualBody;
  @OutText({ nullable: true, description: 'Stated value less limit, with its sign and unit' })
  margin: string | null;
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
  @OutOne(() => EvaluatedNodeBody, { nullable: true, description: 'With the nodes below it as `children`' })
  conditions: EvaluatedNodeBody | null;
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
  @OutTexts()
  controlCodes: readonly string[];
  @OutTexts()
  documents: readonly string[];
  @OutList(() => FindingBody)
  findings: Determination['findings'];
  @OutFacts({ nullable: true, description: 'First day on which anything known changes the answer, and what' })
  holdsUntil: Determination['holdsUntil'];
  @OutList(() => BilingualBody, { description: 'What the answer does not cover; never empty' })
  notChecked: Determination['notChecked'];
}

export class RecordedDeterminationBody {
  @OutId()
  id: string;
  @OutEnum(['exporter', 'reviewer'])
  view: DeterminationRecord['view'];
  @OutMoment()
  madeAt: string;
  @OutOne(() => DeterminationBody)
  answer: Determination;
}

export class ListCheckBody {
  @OutId()
  id: string;
  @OutText()
  edition: string;
  @OutText()
  note: string;
  @OutDay()
  on: ListCheckRecord['on'];
  @OutText({ nullable: true })
  personName: string | null;
}

export class ItemDeterminationBody {
  @OutId()
  itemId: string;
  @OutOne(() => DeterminationBody)
  answer: Determination;
  @OutList(() => RecordedDeterminationBody)
  recorded: RecordedDeterminationBody[];
  @OutList(() => ListCheckBody)
  listChecks: ListCheckBody[];
}

export function itemDeterminationBody({ itemId, answer, recorded, listChecks }: ItemDetermination): ItemDeterminationBody {
  return {
    itemId,
    answer,
    recorded: recorded.map(({ id, view, madeAt, answer: recordedAnswer }) => ({ id, view, madeAt, answer: recordedAnswer })),
    listChecks: listChecks.map(({ id, edition, note, on, personName }) => ({ id, edition, note, on, personName })),
  };
}
