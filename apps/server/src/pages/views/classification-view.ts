// How a classification is shown: candidates with parameter against limit, why each is met, open or ruled out, and its coverage.
import { STATE_WORDS, type Candidate, type Classification } from '#regulation';
import { COVERAGE, OUTCOME, sayKey, SOURCE, VERDICT } from '../../http/words';
import type { NamePair, Spoken, Voice } from '../rendering/voice';
import { citationNumber, conditionView, missingText, type ConditionView } from './law';
import type { Tag } from './parts';

export interface MeasuredView {
  readonly property: string;
  readonly limit: string;
  readonly value: string;
  readonly margin: string;
  readonly verdict: string;
  readonly tone: Candidate['verdict'];
}

export interface CandidateView {
  readonly code: string | null;
  readonly name: NamePair;
  readonly state: string;
  readonly sources: string;
  readonly reasons: readonly string[];
  readonly measured: readonly MeasuredView[];
  readonly tree: readonly ConditionView[];
  readonly number: string;
  readonly url: string | null;
  readonly coverage: string;
  readonly missing: Spoken | null;
}

export interface ClassificationView {
  readonly outcome: Tag;
  readonly because: string;
  readonly met: readonly CandidateView[];
  readonly open: readonly CandidateView[];
  readonly leads: readonly CandidateView[];
  readonly ruledOut: readonly CandidateView[];
}

export function classificationView(
  { outcome, because, met, open, leads, ruledOut }: Classification,
  voice: Voice,
): ClassificationView {
  // Never green: a classification is no permission.
  const tone = { met: 'attention', open: 'info', 'ruled-out': 'neutral', refer: 'info' } as const;
  return {
    outcome: { text: voice.say(OUTCOME[outcome]), tone: tone[outcome] },
    because: voice.say(because),
    met: met.map((row) => candidateView(row, voice)),
    open: open.map((row) => candidateView(row, voice)),
    leads: leads.map((row) => candidateView(row, voice)),
    ruledOut: ruledOut.map((row) => candidateView(row, voice)),
  };
}

function candidateView(candidate: Candidate, voice: Voice): CandidateView {
  const { citation, coverage } = candidate;
  return {
    code: candidate.controlCode,
    name: voice.pair({ zh: candidate.nameZh, en: candidate.nameEn }),
    state: voice.say(STATE_WORDS[candidate.state]),
    sources: voice.list(candidate.sources.map((source) => voice.say(SOURCE[source]))),
    reasons: candidate.reasons.map((reason) => voice.say(reason)),
    measured: candidate.measured.map(({ property, op, limit, unit, value, margin, verdict }) => ({
      property: voice.say(property),
      limit: `${op} ${limit} ${unit}`.trim(),
      value: `${value} ${unit}`.trim(),
      margin,
      verdict: voice.say(VERDICT[verdict]),
      tone: verdict,
    })),
    tree: candidate.conditions ? [conditionView(candidate.conditions, voice)] : [],
    number: voice.list([citationNumber(citation, voice), citation.point ?? ''].filter(Boolean)),
    url: /^https?:\/\//.test(citation.url) ? citation.url : null,
    coverage: sayKey(COVERAGE, coverage.state, voice.language),
    missing: missingText(coverage, voice),
  };
}
