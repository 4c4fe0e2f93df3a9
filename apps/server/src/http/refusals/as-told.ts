// What an applicant learns of a case from facts that name its status: the public stage, never the authority's inner one.
import { Refusal } from '#kernel';
import { APPLICATION_STATUSES, publicStage, type ApplicationStatus } from '#licensing';

type Facts = Readonly<Record<string, unknown>>;

/** Facts in which a status, or a list of them, may stand under these names. */
const NAMES_OF_STATUS = ['status', 'from', 'to'] as const;

/** The facts with the public stage wherever one of them names a status. */
export function publicFacts(facts: Facts): Facts {
  const told = NAMES_OF_STATUS.flatMap((name) => (name in facts ? [[name, publicly(facts[name])] as const] : []));
  return { ...facts, ...Object.fromEntries(told) };
}

/** The refusal as an applicant is told of it. */
export function asToldToApplicant({ kind, code, facts, faults }: Refusal): Refusal {
  return new Refusal(kind, code, publicFacts(facts), faults);
}

function publicly(value: unknown): unknown {
  if (Array.isArray(value)) return [...new Set(value.map(publicly))];
  return isStatus(value) ? publicStage(value) : value;
}

function isStatus(value: unknown): value is ApplicationStatus {
  return (APPLICATION_STATUSES as readonly unknown[]).includes(value);
}
