// An application as it is answered to officers: beside what both sides read, its queues, advice, signatures, documents and what an amendment changed.
import type { ApplicationView, OfficerView, PlaceView, PreparedDocumentRecord } from '#casework';
import type { Language } from '#kernel';
import { APPLICATION_STATUSES, DECISION_DOCUMENTS, type ApplicationStatus, type DecisionDocument } from '#licensing';
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
import { ApplicationOfBoth, applicationOfBoth, exporterApplicationBody, type ExporterApplicationBody } from './application.body';
import { DifferenceBody, differenceBody } from './difference.body';
import {
  AdviceBoardBody,
  AdviceBody,
  adviceBody,
  AdviceLineBody,
  adviceLineBody,
  boardBody,
  CountersignatureBody,
  countersignatureBody,
} from './review.body';

export class PlaceBody {
  @OutId()
  id: string;
  @OutId()
  queueId: string;
  @OutOne(() => BilingualBody)
  queue: BilingualBody;
  @OutId()
  teamId: string;
  @OutOne(() => BilingualBody)
  team: BilingualBody;
  @OutEnum(APPLICATION_STATUSES, { description: 'The status at which the case came here' })
  stage: ApplicationStatus;
  @OutInteger()
  round: number;
  @OutMoment()
  arrivedAt: string;
  @OutDay({ nullable: true, description: 'By which the queue is ordered' })
  dueOn: PlaceView['dueOn'];
  @OutText({ nullable: true })
  holderId: string | null;
  @OutText({ nullable: true })
  holderName: string | null;
  @OutText({ nullable: true, description: 'The rule that put it here; null for the fallback queue or by hand' })
  ruleId: string | null;
  @OutInteger({ nullable: true })
  ruleVersion: number | null;
  @OutOne(() => BilingualBody, { nullable: true, description: 'Name of that rule' })
  rule: BilingualBody | null;
  @OutText({ nullable: true, description: 'Who put it here by hand' })
  placedBy: string | null;
  @OutMoment({ nullable: true, description: 'Null while it stands here' })
  leftAt: string | null;
  @OutText({ nullable: true, description: 'moved, done or routed' })
  ending: PlaceView['ending'];
  @OutFlag({ description: 'You work on this queue' })
  yours: boolean;
}

export class PreparedDocumentBody {
  @OutId()
  id: string;
  @OutInteger()
  version: number;
  @OutFacts({ description: 'validity, grounds, remark: as far as the kind of document has them' })
  facts: PreparedDocumentRecord['facts'];
  @OutText({ nullable: true })
  preparedByName: string | null;
  @OutMoment()
  preparedAt: string;
}

export class NeededDocumentBody {
  @OutEnum(DECISION_DOCUMENTS)
  kind: DecisionDocument;
  @OutTexts()
  itemIds: readonly string[];
  @OutOne(() => PreparedDocumentBody, { nullable: true, description: 'Null while it is not prepared' })
  prepared: PreparedDocumentBody | null;
  @OutFlag({ description: 'It may be prepared, or prepared anew, at this stage and day' })
  open: boolean;
}

export class ComparedBody {
  @OutId()
  id: string;
  @OutText()
  reference: string;
  @OutEnum(['final', 'team'], {
    nullable: true,
    description: 'Whose lines carry over: its standing final advice, or its teams; null where nobody had advised',
  })
  advice: 'final' | 'team' | null;
}

export class OfficerApplicationBody extends ApplicationOfBoth {
  @OutEnum(['officer'])
  for: 'officer';
  @OutEnum(APPLICATION_STATUSES)
  status: ApplicationStatus;
  @OutInteger({ description: 'The round of review; advice of an older one no longer stands' })
  round: number;
  @OutList(() => PlaceBody, { description: 'Queues on which it stands or stood' })
  places: PlaceBody[];
  @OutList(() => AdviceBody, { description: 'Every version, oldest first' })
  advice: AdviceBody[];
  @OutOne(() => AdviceBoardBody)
  board: AdviceBoardBody;
  @OutList(() => CountersignatureBody)
  countersignatures: CountersignatureBody[];
  @OutInteger({ description: 'How many signatures the rules ask for' })
  signaturesAsked: number;
  @OutList(() => AdviceLineBody, { nullable: true, description: 'What the standing final advice would decide' })
  finalLines: AdviceLineBody[] | null;
  @OutList(() => NeededDocumentBody, { description: 'Documents that the decision needs' })
  documents: NeededDocumentBody[];
  @OutList(() => DifferenceBody, {
    description: 'What the amendment changed in fields and papers; empty for an application that amends none',
  })
  difference: DifferenceBody[];
  @OutOne(() => ComparedBody, {
    nullable: true,
    description: 'Where the difference begins; null for an application that amends none',
  })
  comparedWith: ComparedBody | null;
  @OutFlag()
  watching: boolean;
}

export type ApplicationBody = ExporterApplicationBody | OfficerApplicationBody;

export function applicationBody(view: ApplicationView, language: Language): ApplicationBody {
  return view.for === 'exporter' ? exporterApplicationBody(view, language) : officerApplicationBody(view, language);
}

function officerApplicationBody(view: OfficerView, language: Language): OfficerApplicationBody {
  const { status, round, signaturesAsked, watching } = view;
  return {
    ...applicationOfBoth(view, language),
    for: 'officer',
    status,
    round,
    places: view.places.map(placeBody),
    advice: view.advice.map(adviceBody),
    board: boardBody(view.board, language),
    countersignatures: view.countersignatures.map(countersignatureBody),
    signaturesAsked,
    finalLines: view.finalLines && view.finalLines.map(adviceLineBody),
    documents: view.documents.map(({ kind, itemIds, prepared, open }) => ({
      kind,
      itemIds,
      prepared: prepared && preparedBody(prepared),
      open,
    })),
    difference: view.difference.map((row) => differenceBody(row, language)),
    comparedWith: view.comparedWith,
    watching,
  };
}

function placeBody(place: PlaceView): PlaceBody {
  const { id, queueId, queue, teamId, team, stage, round, arrivedAt, dueOn } = place;
  const { holderId, holderName, ruleId, ruleVersion, rule, placedBy, leftAt, ending, yours } = place;
  return {
    id,
    queueId,
    queue,
    teamId,
    team,
    stage,
    round,
    arrivedAt,
    dueOn,
    holderId,
    holderName,
    ruleId,
    ruleVersion,
    rule,
    placedBy,
    leftAt,
    ending,
    yours,
  };
}

function preparedBody({ id, version, facts, preparedByName, preparedAt }: PreparedDocumentRecord): PreparedDocumentBody {
  return { id, version, facts, preparedByName, preparedAt };
}
