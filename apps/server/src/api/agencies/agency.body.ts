// The recorded authority of an agent as it comes in and as both organisations are answered it.
import type { AgencyRecord } from '#casework';
import type { LocalDate } from '#kernel';
import { LIMITS } from '#licensing';
import { Day, Text } from '../../http/fields';
import { BilingualBody } from '../openapi/bilingual.body';
import { OutDay, OutId, OutMoment, OutOne, OutText } from '../openapi/out';

const CREDIT_CODE_LENGTH = 18;

export class AgencyDto {
  @Text({ min: 1, max: CREDIT_CODE_LENGTH, description: 'Unified social credit code of the agent' })
  creditCode: string;
  @Day()
  from: LocalDate;
  @Day({ nullable: true })
  to: LocalDate | null;
  @Text({ max: LIMITS.longText, multiline: true, description: 'Number and date of the letter on which it rests' })
  note: string;
}

export class AgencyBody {
  @OutId()
  id: string;
  @OutId({ description: 'What an agent sends as X-Licet-Principal' })
  principalId: string;
  @OutOne(() => BilingualBody)
  principalName: BilingualBody;
  @OutId()
  agentId: string;
  @OutOne(() => BilingualBody)
  agentName: BilingualBody;
  @OutDay({ description: 'Inclusive' })
  from: LocalDate;
  @OutDay({ nullable: true, description: 'Inclusive; null: until revoked' })
  to: LocalDate | null;
  @OutText()
  note: string;
  @OutMoment()
  recordedAt: string;
  @OutMoment({ nullable: true })
  revokedAt: string | null;
}

export function agencyBody(agency: AgencyRecord): AgencyBody {
  const { id, principalId, principalName, agentId, agentName, from, to, note, recordedAt, revokedAt } = agency;
  return { id, principalId, principalName, agentId, agentName, from, to, note, recordedAt, revokedAt };
}
