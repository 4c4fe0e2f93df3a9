// What a refusal looks like (RFC 9457).
import type { DescribedFault, Problem } from '../../http/refusals';
import { OutFacts, OutInteger, OutList, OutText } from './out';

export class FaultBody implements DescribedFault {
  @OutText()
  code: string;
  @OutText({ nullable: true, description: 'Dotted path of the field, or the paper' })
  at: string | null;
  @OutText()
  message: string;
  @OutText()
  cure: string;
}

export class ProblemBody implements Problem {
  @OutText({ description: 'Address of the description of the code' })
  type: string;
  @OutText()
  title: string;
  @OutInteger()
  status: number;
  @OutText()
  detail: string;
  @OutText({ description: 'Stable; see /problems' })
  code: string;
  @OutText({ description: 'What to do about it' })
  cure: string;
  @OutFacts()
  facts: Readonly<Record<string, unknown>>;
  @OutList(() => FaultBody)
  faults: FaultBody[];
}
