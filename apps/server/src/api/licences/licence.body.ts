// Licences as they are answered, and what their moves take.
import type { LicenceReading, PageOf } from '#casework';
import type { Language } from '#kernel';
import { LICENCE_STATES, LIMITS, type LicenceLife, type LicenceState } from '#licensing';
import { Text, Version } from '../../http/fields';
import { OpenMoveBody, openMoveBody } from '../open-move.body';
import { OutDay, OutEnum, OutFacts, OutId, OutInteger, OutList, OutMoment, OutOne, OutText } from '../openapi/out';

export class LicenceMoveDto {
  @Version()
  version: number;
  @Text({ max: LIMITS.reason, multiline: true, optional: true })
  reason?: string;
}

export class IssuedDocumentBody {
  @OutEnum(['waiting', 'ready', 'failed'])
  state: LicenceReading['document']['state'];
  @OutText({ nullable: true })
  sha256: string | null;
  @OutText({ nullable: true, description: 'Kind and version of the template' })
  template: string | null;
  @OutMoment({ nullable: true })
  readyAt: string | null;
}

export class LicenceBody {
  @OutId()
  id: string;
  @OutText()
  number: string;
  @OutId()
  applicationId: string;
  @OutInteger()
  version: number;
  @OutEnum(['scheduled', 'active', 'expired', 'suspended', 'revoked'], { description: 'As read today' })
  life: LicenceLife;
  @OutDay()
  validFrom: LicenceReading['validFrom'];
  @OutDay({ description: 'Inclusive' })
  validTo: LicenceReading['validTo'];
  @OutMoment()
  issuedAt: string;
  @OutList(() => OpenMoveBody)
  openMoves: OpenMoveBody[];
  @OutOne(() => IssuedDocumentBody)
  document: IssuedDocumentBody;
  @OutFacts({ description: 'What the paper shows, frozen at issue' })
  view: unknown;
}

export class ListedLicenceBody extends LicenceBody {
  @OutText({ description: 'Reference of the application' })
  reference: string;
}

export class LicencePageBody {
  @OutList(() => ListedLicenceBody)
  rows: ListedLicenceBody[];
  @OutText({ nullable: true })
  next: string | null;
}

export class LicenceMovedBody {
  @OutEnum(LICENCE_STATES)
  state: LicenceState;
  @OutInteger()
  version: number;
}

export function licenceBody(licence: LicenceReading, language: Language): LicenceBody {
  const { id, number, applicationId, version, life, validFrom, validTo, issuedAt, document, view } = licence;
  const openMoves = licence.openMoves.map((move) => openMoveBody(move, language));
  return { id, number, applicationId, version, life, validFrom, validTo, issuedAt, openMoves, document, view };
}

export function licencePageBody(
  { rows, next }: PageOf<LicenceReading & { readonly reference: string }>,
  language: Language,
): LicencePageBody {
  return { rows: rows.map((row) => ({ ...licenceBody(row, language), reference: row.reference })), next };
}
