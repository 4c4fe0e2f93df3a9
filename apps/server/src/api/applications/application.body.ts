// An application as it is answered to its applicant, and what both sides read of it, each field chosen here. The officer's own part stands in officer.body.ts.
import type { ApplicationView, ExporterView, LicenceGlimpse, PaperRecord, Relative } from '#casework';
import { ORIGIN_KINDS } from '#casework';
import type { Language } from '#kernel';
import {
  PAPER_KINDS,
  type ApplicationContent,
  type HolderClass,
  type PaperKind,
  type PublicStage,
  type RequiredPaper,
  type ReviewClock,
} from '#licensing';
import { describeFault } from '../../http/refusals';
import { OpenMoveBody, openMoveBody } from '../open-move.body';
import { BilingualBody } from '../openapi/bilingual.body';
import { OutDay, OutEnum, OutFlag, OutId, OutInteger, OutList, OutMoment, OutOne, OutText } from '../openapi/out';
import { FaultBody } from '../openapi/problem.body';
import { PUBLIC_STAGES } from './acts.dto';
import { ApplicantDto, ContractDto, DeclarationDto, EndUseDto, ItemDto, PartyDto, ShipmentDto } from './content.dto';
import { LetterGlimpseBody, PublishedDecisionBody, publishedDecisionBody } from './decision.body';

export class ContentBody {
  @OutOne(() => ApplicantDto)
  applicant: ApplicantDto;
  @OutList(() => ItemDto)
  items: ItemDto[];
  @OutList(() => PartyDto)
  parties: PartyDto[];
  @OutOne(() => EndUseDto)
  endUse: EndUseDto;
  @OutOne(() => ContractDto)
  contract: ContractDto;
  @OutOne(() => ShipmentDto)
  shipment: ShipmentDto;
  @OutOne(() => DeclarationDto)
  declaration: DeclarationDto;
}

export class PaperBody {
  @OutId()
  id: string;
  @OutEnum(PAPER_KINDS)
  kind: PaperKind;
  @OutText()
  fileName: string;
  @OutEnum(['application/pdf', 'image/png'])
  mediaType: PaperRecord['mediaType'];
  @OutInteger({ description: 'Bytes' })
  size: number;
  @OutText()
  sha256: string;
  @OutMoment()
  addedAt: string;
}

export class ReviewClockBody implements ReviewClock {
  @OutDay()
  startedOn: ReviewClock['startedOn'];
  @OutDay({ description: 'Last day of the review period' })
  dueOn: ReviewClock['dueOn'];
  @OutFlag({ description: 'True where the count touched a year without a published calendar' })
  provisional: boolean;
  @OutDay({ nullable: true })
  stoppedOn: ReviewClock['stoppedOn'];
  @OutInteger({ description: 'Working days' })
  used: number;
  @OutInteger({ description: 'Working days; negative when overdue' })
  left: number;
  @OutInteger({ description: 'Working days' })
  limit: number;
}

export class LicenceGlimpseBody implements LicenceGlimpse {
  @OutId()
  id: string;
  @OutText()
  number: string;
  @OutEnum(['scheduled', 'active', 'expired', 'suspended', 'revoked'])
  life: LicenceGlimpse['life'];
  @OutDay()
  validFrom: LicenceGlimpse['validFrom'];
  @OutDay({ description: 'Inclusive' })
  validTo: LicenceGlimpse['validTo'];
  @OutEnum(['waiting', 'ready', 'failed'])
  documentState: LicenceGlimpse['documentState'];
}

export class ProcedureBody {
  @OutText()
  id: string;
  @OutOne(() => BilingualBody)
  name: BilingualBody;
}

export class RequiredPaperBody {
  @OutEnum(PAPER_KINDS)
  kind: PaperKind;
  @OutOne(() => BilingualBody)
  name: BilingualBody;
  @OutText({ description: 'The condition of the procedure that asks for it' })
  because: RequiredPaper['because'];
  @OutText()
  cite: string;
}

export class RelativeBody implements Relative {
  @OutId()
  id: string;
  @OutText()
  reference: string;
  @OutEnum(ORIGIN_KINDS)
  kind: Relative['kind'];
}

/** What both sides read. The status is none of it: each side has its own. */
export class ApplicationOfBoth {
  @OutId()
  id: string;
  @OutText()
  reference: string;
  @OutOne(() => ProcedureBody)
  procedure: ProcedureBody;
  @OutInteger()
  version: number;
  @OutOne(() => BilingualBody)
  organisation: BilingualBody;
  @OutOne(() => BilingualBody, { nullable: true, description: 'The organisation that files in the owner’s name' })
  agent: BilingualBody | null;
  @OutOne(() => ContentBody)
  content: ApplicationContent;
  @OutList(() => FaultBody, { description: 'What asks for an explanation; it stops nothing' })
  attention: FaultBody[];
  @OutList(() => PaperBody)
  papers: PaperBody[];
  @OutList(() => RequiredPaperBody, { description: 'What the procedure asks of this content' })
  requiredPapers: RequiredPaperBody[];
  @OutList(() => OpenMoveBody)
  openMoves: OpenMoveBody[];
  @OutOne(() => ReviewClockBody, { nullable: true })
  clock: ReviewClock | null;
  @OutEnum(['applicant', 'province', 'ministry', 'nobody'], { description: 'On whose desk the case lies' })
  desk: HolderClass;
  @OutMoment()
  createdAt: string;
  @OutMoment({ nullable: true })
  submittedAt: string | null;
  @OutMoment()
  updatedAt: string;
  @OutOne(() => RelativeBody, { nullable: true, description: 'The application that it grew out of' })
  origin: Relative | null;
  @OutOne(() => RelativeBody, { nullable: true, description: 'The draft that took its place' })
  amendment: Relative | null;
  @OutOne(() => PublishedDecisionBody, { nullable: true, description: 'Null until it is published' })
  decision: PublishedDecisionBody | null;
  @OutOne(() => LicenceGlimpseBody, { nullable: true })
  licence: LicenceGlimpse | null;
  @OutList(() => LetterGlimpseBody)
  letters: LetterGlimpseBody[];
  @OutText({ nullable: true, description: 'Why it was returned' })
  reasonGiven: string | null;
}

export class ExporterApplicationBody extends ApplicationOfBoth {
  @OutEnum(['exporter'])
  for: 'exporter';
  @OutEnum(PUBLIC_STAGES, { description: 'in-review stands for every stage between acceptance and publication' })
  status: PublicStage;
  @OutFlag()
  editable: boolean;
  @OutList(() => FaultBody, { description: 'What is missing before it may be filed' })
  missing: FaultBody[];
  @OutFlag({ description: 'A new application may be begun out of this one' })
  mayReapply: boolean;
}

export function exporterApplicationBody(view: ExporterView, language: Language): ExporterApplicationBody {
  return {
    ...applicationOfBoth(view, language),
    for: 'exporter',
    status: view.status,
    editable: view.editable,
    missing: view.missing.map((fault) => describeFault(fault, language)),
    mayReapply: view.mayReapply,
  };
}

export function applicationOfBoth(view: ApplicationView, language: Language): ApplicationOfBoth {
  const { id, reference, version, organisation, agent, content, clock, desk } = view;
  const { createdAt, submittedAt, updatedAt, origin, amendment, licence, reasonGiven } = view;
  return {
    id,
    reference,
    procedure: { id: view.procedure.id, name: view.procedure.name },
    version,
    organisation,
    agent,
    content,
    attention: view.attention.map((fault) => describeFault(fault, language)),
    papers: view.papers.map(paperBody),
    requiredPapers: view.requiredPapers.map(({ kind, name, because, cite }) => ({ kind, name, because, cite })),
    openMoves: view.openMoves.map((move) => openMoveBody(move, language)),
    clock,
    desk,
    createdAt,
    submittedAt,
    updatedAt,
    origin,
    amendment,
    decision: view.decision && publishedDecisionBody(view.decision),
    licence,
    letters: view.letters.map(({ id: letterId, number, kind, issuedAt, documentState }) => ({
      id: letterId,
      number,
      kind,
      issuedAt,
      documentState,
    })),
    reasonGiven,
  };
}

export function paperBody({ id, kind, fileName, mediaType, size, sha256, addedAt }: PaperRecord): PaperBody {
  return { id, kind, fileName, mediaType, size, sha256, addedAt };
}
