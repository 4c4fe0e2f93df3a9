// Advice and countersignatures as officers are answered them.
import type { AdviceRecord, CountersignatureRecord } from '#casework';
import { RECOMMENDATIONS, type Recommendation } from '#licensing';
import { BilingualBody } from '../openapi/bilingual.body';
import { OutEnum, OutId, OutInteger, OutList, OutMoment, OutText } from '../openapi/out';
import { ItemAdviceDto } from './acts.dto';

export class AdviceBody {
  @OutId()
  id: string;
  @OutInteger({ description: 'Advice of an older round no longer stands' })
  round: number;
  @OutId()
  adviserId: string;
  @OutText({ nullable: true })
  adviserName: string | null;
  @OutEnum(RECOMMENDATIONS)
  recommendation: Recommendation;
  @OutText()
  reasons: string;
  @OutList(() => BilingualBody)
  conditions: BilingualBody[];
  @OutList(() => ItemAdviceDto)
  items: ItemAdviceDto[];
  @OutMoment()
  at: string;
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
  @OutEnum(['signed', 'sent-back'])
  outcome: CountersignatureRecord['outcome'];
  @OutText()
  reason: string;
  @OutMoment()
  at: string;
}

export function adviceBody({
  id,
  round,
  adviserId,
  adviserName,
  recommendation,
  reasons,
  conditions,
  items,
  at,
}: AdviceRecord): AdviceBody {
  return { id, round, adviserId, adviserName, recommendation, reasons, conditions: [...conditions], items: [...items], at };
}

export function countersignatureBody({
  id,
  adviceId,
  signerId,
  signerName,
  outcome,
  reason,
  at,
}: CountersignatureRecord): CountersignatureBody {
  return { id, adviceId, signerId, signerName, outcome, reason, at };
}
