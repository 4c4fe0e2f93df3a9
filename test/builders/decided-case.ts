// The facts that the papers of a decision are made from: a case whose items are given, each with what was advised of it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { instant, localDate } from '#kernel';
import type { licenceView, refusalLetterView } from '#casework';
import { loadProcedures, type AdviceLine, type ApplicationContent, type Verdict } from '#licensing';
import { ROOT, shippedRulebook } from '../rules/shipped-law';
import { anItem, completeContent } from './content';

/** What any paper of a decision is made from. */
export type DecidedCase = Parameters<typeof refusalLetterView>[0] & Parameters<typeof licenceView>[0];

const TODAY = localDate('2026-03-02');
const MANIFEST = 'libs/licensing/data/procedures/dual-use-single.yaml';

/** A line of final advice as its verdict asks for it. */
export function anAdviceLine(itemId: string, verdict: Verdict, change: Partial<AdviceLine> = {}): AdviceLine {
  return {
    itemId,
    verdict,
    controlCode: verdict === 'not-controlled' ? '' : '1C905.b',
    conditions: verdict === 'approve-with-conditions' ? [{ zh: '仅限民用', en: 'For civil use only' }] : [],
    criteria: verdict === 'refuse' ? ['sensitivity'] : [],
    reason: 'INTERNAL REASON',
    ...change,
  };
}

/** A case of as many items as verdicts, `i1`, `i2` …, decided on 2 March 2026 under the shipped law. */
export function aDecidedCase(
  lines: readonly (Verdict | AdviceLine)[],
  change: Partial<DecidedCase> = {},
  content: Partial<ApplicationContent> = {},
): DecidedCase {
  const advice = lines.map((line, i) => (typeof line === 'string' ? anAdviceLine(`i${i + 1}`, line) : line));
  const at = instant('2026-01-05T02:00:00Z');
  const procedure = loadProcedures([{ path: MANIFEST, text: readFileSync(path.join(ROOT, MANIFEST), 'utf8') }]).get(
    'dual-use-single',
  );
  if (!procedure) throw new Error(`${MANIFEST} holds the procedure`);
  return {
    application: {
      id: 'a',
      reference: 'LA-2026-000123',
      organisationId: 'o',
      procedure: 'dual-use-single',
      status: 'decided',
      version: 9,
      content: completeContent({ items: lines.map((_, i) => anItem({ id: `i${i + 1}`, nameEn: `Item ${i + 1}` })), ...content }),
      origin: null,
      agentId: null,
      round: 1,
      createdBy: 'p',
      createdAt: at,
      submittedAt: at,
      updatedAt: at,
      toldVersion: 1,
      toldAt: at,
    },
    lines: advice,
    number: 'SP-2026-000001',
    today: TODAY,
    authority: { zh: '样张机关', en: 'Specimen Authority' },
    specimen: true,
    rulebook: shippedRulebook(),
    decidedBy: '陈立',
    procedure,
    papers: [],
    facts: { grounds: { zh: '理由', en: 'Grounds' } },
    validity: { from: TODAY, to: localDate('2027-03-01') },
    verification: { code: 'CODE', url: 'http://licet.test/verify/CODE' },
    ...change,
  };
}
