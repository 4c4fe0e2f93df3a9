// An application as it is answered: one shape for the applicant, one for officers, each field chosen here.
import type { ApplicationView, Desk, ExporterView, LicenceGlimpse, OfficerView, PaperRecord } from '#casework';
import type { Language } from '#kernel';
import {
  APPLICATION_STATUSES,
  PAPER_KINDS,
  type ApplicationContent,
  type ApplicationStatus,
  type PaperKind,
  type ReviewClock,
} from '#licensing';
import { describeFault } from '../../http/refusals';
import { OpenMoveBody, openMoveBody } from '../open-move.body';
import { BilingualBody } from '../openapi/bilingual.body';
import { OutDay, OutEnum, OutFlag, OutId, OutInteger, OutList, OutMoment, OutOne, OutText } from '../openapi/out';
import { FaultBody } from '../openapi/problem.body';
import { ApplicantDto, ContractDto, DeclarationDto, EndUseDto, ItemDto, PartyDto, ShipmentDto } from './content.dto';
import { AdviceBody, adviceBody, CountersignatureBody, countersignatureBody } from './review.body';

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

class ApplicationOfBoth {
  @OutId()
  id: string;
  @OutText()
  reference: string;
  @OutEnum(APPLICATION_STATUSES)
  status: ApplicationStatus;
  @OutInteger()
  version: number;
  @OutOne(() => BilingualBody)
  organisation: BilingualBody;
  @OutOne(() => ContentBody)
  content: ApplicationContent;
  @OutList(() => FaultBody, { description: 'What asks for an explanation; it stops nothing' })
  attention: FaultBody[];
  @OutList(() => PaperBody)
  papers: PaperBody[];
  @OutList(() => OpenMoveBody)
  openMoves: OpenMoveBody[];
  @OutOne(() => ReviewClockBody, { nullable: true })
  clock: ReviewClock | null;
  @OutEnum(['applicant', 'authority', 'nobody'], { description: 'On whose desk the case lies' })
  desk: Desk;
  @OutMoment()
  createdAt: string;
  @OutMoment({ nullable: true })
  submittedAt: string | null;
  @OutMoment()
  updatedAt: string;
  @OutOne(() => LicenceGlimpseBody, { nullable: true })
  licence: LicenceGlimpse | null;
  @OutText({ nullable: true, description: 'Why it was returned or refused' })
  reasonGiven: string | null;
}

export class ExporterApplicationBody extends ApplicationOfBoth {
  @OutEnum(['exporter'])
  for: 'exporter';
  @OutFlag()
  editable: boolean;
  @OutList(() => FaultBody, { description: 'What is missing before it may be filed' })
  missing: FaultBody[];
}

export class HolderBody {
  @OutId()
  id: string;
  @OutText()
  name: string;
}

export class OfficerApplicationBody extends ApplicationOfBoth {
  @OutEnum(['officer'])
  for: 'officer';
  @OutOne(() => HolderBody, { nullable: true })
  holder: HolderBody | null;
  @OutList(() => AdviceBody)
  advice: AdviceBody[];
  @OutList(() => CountersignatureBody)
  countersignatures: CountersignatureBody[];
}

export type ApplicationBody = ExporterApplicationBody | OfficerApplicationBody;

export function applicationBody(view: ApplicationView, language: Language): ApplicationBody {
  return view.for === 'exporter' ? forExporter(view, language) : forOfficer(view, language);
}

function forExporter(view: ExporterView, language: Language): ExporterApplicationBody {
  return {
    ...shared(view, language),
    for: 'exporter',
    editable: view.editable,
    missing: view.missing.map((fault) => describeFault(fault, language)),
  };
}

function forOfficer(view: OfficerView, language: Language): OfficerApplicationBody {
  const { holder, advice, countersignatures } = view;
  return {
    ...shared(view, language),
    for: 'officer',
    holder,
    advice: advice.map(adviceBody),
    countersignatures: countersignatures.map(countersignatureBody),
  };
}

function shared(view: ApplicationView, language: Language): ApplicationOfBoth {
  const {
    id,
    reference,
    status,
    version,
    organisation,
    content,
    clock,
    desk,
    createdAt,
    submittedAt,
    updatedAt,
    licence,
    reasonGiven,
  } = view;
  return {
    id,
    reference,
    status,
    version,
    organisation,
    content,
    attention: view.attention.map((fault) => describeFault(fault, language)),
    papers: view.papers.map(paperBody),
    openMoves: view.openMoves.map((move) => openMoveBody(move, language)),
    clock,
    desk,
    createdAt,
    submittedAt,
    updatedAt,
    licence,
    reasonGiven,
  };
}

export function paperBody({ id, kind, fileName, mediaType, size, sha256, addedAt }: PaperRecord): PaperBody {
  return { id, kind, fileName, mediaType, size, sha256, addedAt };
}
