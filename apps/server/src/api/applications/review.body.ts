// Advice of every level, what stands of it and where it disagrees, signatures: as officers are answered them.
import type { AdviceBoard, AdviceRecord, CountersignatureRecord, Precedent } from '#casework';
import type { Language } from '#kernel';
import {
  ADVICE_LEVELS,
  VERDICTS,
  type AdviceConflict,
  type AdviceLevel,
  type AdviceLine,
  type CarriedItem,
  type OpenItem,
  type Position,
  type Verdict,
} from '#licensing';
import { OutEnum, OutFlag, OutId, OutInteger, OutList, OutMoment, OutOne, OutText, OutTexts } from '../openapi/out';
import { DecisionLineBody, decisionLineBody } from './decision.body';
import { DifferenceBody, differenceBody } from './difference.body';

export class AdviceLineBody extends DecisionLineBody implements AdviceLine {
  @OutText()
  reason: string;
}

export class AdviceBody {
  @OutId()
  id: string;
  @OutInteger({ description: 'Advice of an older round no longer stands' })
  round: number;
  @OutEnum(ADVICE_LEVELS)
  level: AdviceLevel;
  @OutText({ nullable: true, description: 'Null for final advice' })
  teamId: string | null;
  @OutInteger({ description: 'Every version is kept; the newest of its level, team and round stands' })
  version: number;
  @OutId()
  adviserId: string;
  @OutText({ nullable: true })
  adviserName: string | null;
  @OutList(() => AdviceLineBody)
  lines: AdviceLineBody[];
  @OutMoment()
  at: string;
}

export class PositionBody implements Position {
  @OutId()
  adviceId: string;
  @OutText({ nullable: true })
  teamId: string | null;
  @OutId()
  adviserId: string;
  @OutEnum(VERDICTS)
  verdict: Verdict;
  @OutText()
  controlCode: string;
}

export class ConflictBody {
  @OutId()
  itemId: string;
  @OutText({ nullable: true, description: 'The team whose reviewers differ; null where teams differ' })
  teamId: string | null;
  @OutTexts({ description: 'verdict, control-code' })
  over: readonly string[];
  @OutList(() => PositionBody)
  positions: PositionBody[];
}

export class OpenItemBody {
  @OutId()
  itemId: string;
  @OutTexts({ description: 'verdict, control-code, line-missing, referred' })
  over: readonly string[];
  @OutList(() => PositionBody)
  positions: PositionBody[];
}

export class ProposalBody {
  @OutList(() => AdviceLineBody, { description: 'Lines to start from' })
  lines: AdviceLineBody[];
  @OutList(() => OpenItemBody, { description: 'What the case officer has to judge' })
  open: OpenItemBody[];
}

export class CarryOverBarBody {
  @OutText()
  bar: string;
  @OutText({ description: 'Dotted path of what changed' })
  at: string;
}

export class CarriedItemBody {
  @OutId()
  itemId: string;
  @OutOne(() => AdviceLineBody, { nullable: true, description: 'The line that holds on; null where it does not' })
  line: AdviceLineBody | null;
  @OutList(() => CarryOverBarBody, { description: 'Each change that stands against it' })
  because: CarryOverBarBody[];
}

export class PrecedentBody {
  @OutId()
  itemId: string;
  @OutId()
  applicationId: string;
  @OutText()
  reference: string;
  @OutId({ description: 'The item of that application that was decided on' })
  decidedItemId: string;
  @OutOne(() => DecisionLineBody)
  line: DecisionLineBody;
  @OutMoment()
  publishedAt: string;
  @OutList(() => DifferenceBody, { description: 'In what the item differs from the one decided on' })
  difference: DifferenceBody[];
  @OutFlag({ description: 'The goods or the version of the product differ: the line is not to be taken over' })
  barred: boolean;
}

export class AdviceBoardBody {
  @OutList(() => AdviceBody, { description: 'What stands of the present round' })
  standing: AdviceBody[];
  @OutList(() => ConflictBody)
  conflicts: ConflictBody[];
  @OutOne(() => ProposalBody, {
    description: 'What the case officer starts from: the final advice given before in the round, else what the teams agree on',
  })
  proposal: ProposalBody;
  @OutList(() => CarriedItemBody, { description: 'Assessments of the application that this one is compared with' })
  carried: CarriedItemBody[];
  @OutList(() => PrecedentBody, { description: 'Earlier decisions on the same products' })
  precedents: PrecedentBody[];
}

export class CountersignatureBody {
  @OutId()
  id: string;
  @OutId()
  adviceId: string;
  @OutId()
  signerId: string;
  @OutText({ nullable: true })
  signerName: string | null;
  @OutInteger({ description: 'First or second signature' })
  place: number;
  @OutEnum(['signed', 'sent-back'])
  outcome: CountersignatureRecord['outcome'];
  @OutText()
  reason: string;
  @OutMoment()
  at: string;
}

export function adviceLineBody({ reason, ...line }: AdviceLine): AdviceLineBody {
  return { ...decisionLineBody(line), reason };
}

export function adviceBody(advice: AdviceRecord): AdviceBody {
  const { id, round, level, teamId, version, adviserId, adviserName, lines, at } = advice;
  return { id, round, level, teamId, version, adviserId, adviserName, lines: lines.map(adviceLineBody), at };
}

export function boardBody(
  { standing, conflicts, proposal, carried, precedents }: AdviceBoard,
  language: Language,
): AdviceBoardBody {
  return {
    standing: standing.map(adviceBody),
    conflicts: conflicts.map(conflictBody),
    proposal: { lines: proposal.lines.map(adviceLineBody), open: proposal.open.map(openItemBody) },
    carried: carried.map(carriedBody),
    precedents: precedents.map((row) => precedentBody(row, language)),
  };
}

function positionBody({ adviceId, teamId, adviserId, verdict, controlCode }: Position): PositionBody {
  return { adviceId, teamId, adviserId, verdict, controlCode };
}

function conflictBody({ itemId, teamId, over, positions }: AdviceConflict): ConflictBody {
  return { itemId, teamId, over, positions: positions.map(positionBody) };
}

function openItemBody({ itemId, over, positions }: OpenItem): OpenItemBody {
  return { itemId, over, positions: positions.map(positionBody) };
}

function carriedBody({ itemId, line, because }: CarriedItem): CarriedItemBody {
  return { itemId, line: line && adviceLineBody(line), because: because.map(({ bar, at }) => ({ bar, at })) };
}

function precedentBody(precedent: Precedent, language: Language): PrecedentBody {
  const { itemId, applicationId, reference, decidedItemId, line, publishedAt, difference, barred } = precedent;
  const rows = difference.map((row) => differenceBody(row, language));
  return { itemId, applicationId, reference, decidedItemId, line: decisionLineBody(line), publishedAt, difference: rows, barred };
}

export function countersignatureBody(row: CountersignatureRecord): CountersignatureBody {
  const { id, adviceId, signerId, signerName, place, outcome, reason, at } = row;
  return { id, adviceId, signerId, signerName, place, outcome, reason, at };
}
