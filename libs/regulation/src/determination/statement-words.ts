// Predicates of statements, and those that say in other words what the procedure facts and places say.
import type { ExportFacts, StatementFacts } from './facts';

/** Every predicate whose effect is settled; those that lift and lay no duty are known as well and change nothing. */
export const PREDICATES: ReadonlySet<string> = new Set([
  'also-supplies-military',
  'branch-in-china-of-foreign-firm',
  'carries-on-abroad',
  'contains-no-chinese-content',
  'does-not-fall-under',
  'evidence-shows-no-military-link',
  'falls-under',
  'forwards-goods-of-origin',
  'holds-licence',
  'holds-no-licence',
  'in-no-control-list',
  'is-citizen-of',
  'is-defence-contractor',
  'is-employee-of',
  'is-foreign-person',
  'is-free-sample',
  'is-in-country',
  'is-military-establishment',
  'is-not-original-end-user',
  'is-original-end-user-at-original-place',
  'is-to-be-made-public',
  'itself-on-no-list',
  'knows-of',
  'made-without-chinese-technology',
  'meets-control-points-of',
  'no-hs-code-paired',
  'on-watch-list',
  'only-rare-earth-contained',
  'parent-on-control-list',
  'passes-no-know-how-for',
  'penalised',
  'resells-the-goods',
  'sends-personnel-abroad',
  'shipped-under-licence',
  'test-report-shows-none-of',
  'to-be-added-to-licence',
  'was-refused',
  'was-told-of',
]);

const LICENCE_KINDS = ['single', 'general', 'registration certificate'];
/** Events that a statement tells of. */
const EVENTS: Readonly<Record<string, string>> = { 'was-refused': 'refusal', 'to-be-added-to-licence': 'consignee-added' };

/**
 * The facts with what statements say in the words of procedure and place: a refusal, a consignee to be added, a penalty on file, the
 * licence held, the first end user at the first place, the country in which a foreign person is. What is stated directly goes first.
 */
export function withStatementsAsFacts(facts: ExportFacts): ExportFacts {
  const statements = facts.statements ?? [];
  if (statements.length === 0) return facts;
  const procedure: Record<string, unknown> = { ...facts.procedure };
  for (const statement of statements) tell(procedure, statement);
  const place = statements.find(({ predicate }) => predicate === 'is-in-country');
  const foreign = statements.some(({ predicate }) => predicate === 'is-foreign-person');
  const there = place && foreign ? refsOf(place)[0] : undefined;
  return {
    ...facts,
    ...(facts.to === undefined && there !== undefined ? { to: there } : {}),
    ...(Object.keys(procedure).length > 0 ? { procedure } : {}),
  };
}

function tell(procedure: Record<string, unknown>, statement: StatementFacts): void {
  const { predicate } = statement;
  const event = EVENTS[predicate];
  if (event) procedure['event'] ??= event;
  if (predicate === 'is-original-end-user-at-original-place') {
    procedure['sameEndUser'] ??= true;
    procedure['samePlace'] ??= true;
  }
  if (predicate === 'holds-licence') {
    const kind = refsOf(statement).find((ref) => LICENCE_KINDS.includes(ref));
    const licence = (procedure['licence'] ?? {}) as Record<string, unknown>;
    if (kind !== undefined) procedure['licence'] = { kind, ...licence };
  }
  if (predicate === 'penalised' && procedure['applicantRecord'] === undefined)
    procedure['applicantRecord'] = [penaltyOf(statement)];
}

/** The record of a penalty in the words of its `ref`: a conviction or an administrative penalty, serious or not, and for what. */
function penaltyOf(statement: StatementFacts): Record<string, unknown> {
  const words = refsOf(statement).join(', ').toLowerCase();
  const isMinor = /\b(not serious|non-serious|minor|light)\b/.test(words);
  return {
    kind: /convict|criminal/.test(words) ? 'criminal conviction' : 'administrative penalty',
    ...(/dual-use/.test(words) ? { subject: 'dual-use export control' } : {}),
    ...(isMinor ? { serious: false } : /serious/.test(words) ? { serious: true } : {}),
    ...(statement.yearsAgo === undefined ? {} : { yearsBefore: statement.yearsAgo }),
  };
}

export function refsOf(statement: StatementFacts): readonly string[] {
  return statement.ref === undefined ? [] : typeof statement.ref === 'string' ? [statement.ref] : statement.ref;
}

/** The reference is the id of the measure or of its instrument, with or without words on the annex meant. */
export function namesMeasure(ref: string, instrumentId: string, measureId: string): boolean {
  return [instrumentId, measureId].some((id) => ref === id || ref.startsWith(`${id} `) || ref.startsWith(`${id},`));
}
