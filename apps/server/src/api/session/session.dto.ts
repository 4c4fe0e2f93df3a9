// What sessions and accounts take and answer.
import { PASSWORD_LENGTH, type Actor } from '#casework';
import { ROLES, type Role } from '#licensing';
import { Email, Text } from '../../http/fields';
import { OutEnum, OutId, OutText } from '../openapi/out';

/** Longer than any password that can be set, so that a wrong one is answered like every other wrong one. */
const LONGEST_TRY = 1000;

export class SignInDto {
  @Email()
  email: string;
  @Text({ min: 1, max: LONGEST_TRY, verbatim: true })
  password: string;
}

export class ResetRequestDto {
  @Email()
  email: string;
}

export class NewPasswordDto {
  @Text({ max: LONGEST_TRY, verbatim: true, description: `${PASSWORD_LENGTH.min} to ${PASSWORD_LENGTH.max} characters` })
  password: string;
}

export class SessionBody {
  @OutId()
  personId: string;
  @OutText()
  name: string;
  @OutEnum(ROLES)
  roles: readonly Role[];
  @OutId()
  organisationId: string;
  @OutEnum(['exporter', 'authority'])
  organisationKind: Actor['organisationKind'];
  @OutText({ description: 'To be sent as the header x-csrf-token with every request that changes something' })
  csrfToken: string;
}

export function sessionBody({ personId, name, roles, organisationId, organisationKind }: Actor, csrfToken: string): SessionBody {
  return { personId, name, roles, organisationId, organisationKind, csrfToken };
}
