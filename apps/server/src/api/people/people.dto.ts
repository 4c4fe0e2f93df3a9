// What people and organisations take and answer.
import type { OrganisationKind, OrganisationRecord, PersonRecord, PersonState } from '#casework';
import { LIMITS, ROLES, type Role } from '#licensing';
import { Email, Id, OneOf, SomeOf, Text, Version } from '../../http/fields';
import { OutEnum, OutId, OutInteger, OutText } from '../openapi/out';

const KINDS = ['exporter', 'authority'] as const satisfies readonly OrganisationKind[];
const STATES = ['invited', 'active', 'deactivated'] as const satisfies readonly PersonState[];

export class InvitationDto {
  @Id()
  organisationId: string;
  @Email()
  email: string;
  @Text({ min: 1, max: LIMITS.shortText })
  name: string;
  @SomeOf(ROLES)
  roles: Role[];
}

export class DeactivationDto {
  @Version()
  version: number;
  @Id({ optional: true, nullable: true })
  handOverTo?: string | null;
}

export class OrganisationDto {
  @OneOf(KINDS)
  kind: OrganisationKind;
  @Text({ min: 1, max: LIMITS.name })
  nameZh: string;
  @Text({ min: 1, max: LIMITS.name })
  nameEn: string;
  @Text({ max: 18, description: 'Unified social credit code; empty for an authority' })
  creditCode: string;
  @Text({ max: LIMITS.address })
  address: string;
  @Text({ max: LIMITS.shortText })
  province: string;
}

export class PersonBody implements PersonRecord {
  @OutId()
  id: string;
  @OutId()
  organisationId: string;
  @OutText()
  email: string;
  @OutText()
  name: string;
  @OutEnum(ROLES)
  roles: readonly Role[];
  @OutEnum(STATES)
  state: PersonState;
  @OutInteger()
  version: number;
}

export class OrganisationBody implements OrganisationRecord {
  @OutId()
  id: string;
  @OutEnum(KINDS)
  kind: OrganisationKind;
  @OutText()
  nameZh: string;
  @OutText()
  nameEn: string;
  @OutText()
  creditCode: string;
  @OutText()
  address: string;
  @OutText()
  province: string;
}

export class HandedOverBody {
  @OutInteger({ description: 'Places on queues that passed to the person named' })
  handedOver: number;
  @OutInteger({
    description:
      'Places on queues that became free for anybody to take: where nobody was named, or the person named is not of the team',
  })
  freed: number;
}

/** The record as its answer: what else the store may know of a person stays inside. */
export function personBody({ id, organisationId, email, name, roles, state, version }: PersonRecord): PersonBody {
  return { id, organisationId, email, name, roles, state, version };
}
