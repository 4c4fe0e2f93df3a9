// Refusals as pages: what happened, why, and the cure; a stale version also shows what changed and what the person had written.
import type { LogVerb } from '#casework';
import type { Instant } from '#kernel';
import type { Problem } from '../../http/refusals/problem';
import { fieldLabel, timelineText } from '../../http/words';
import type { FormAnswers } from '../forms/form-answers';
import type { Voice } from '../rendering/voice';
import type { Link } from './parts';

export interface ProblemView {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly cure: string;
  readonly faults: readonly { readonly message: string; readonly cure: string }[];
  readonly link: Link;
}

export function problemView(problem: Pick<Problem, 'status' | 'title' | 'detail' | 'cure' | 'faults'>, link: Link): ProblemView {
  const { status, title, detail, cure, faults } = problem;
  return { status, title, detail, cure, faults: faults.map((fault) => ({ message: fault.message, cure: fault.cure })), link };
}

export interface StaleView {
  readonly title: string;
  readonly detail: string;
  readonly changes: readonly { readonly at: string; readonly text: string }[];
  readonly written: readonly { readonly label: string; readonly text: string }[];
  readonly link: Link;
}

/** Longest text of one answer that is shown again, in characters. */
const LONGEST_SHOWN = 2000;

export function staleView(
  problem: Pick<Problem, 'title' | 'detail' | 'facts'>,
  answers: FormAnswers,
  again: string,
  voice: Voice,
): StaleView {
  return {
    title: problem.title,
    detail: problem.detail,
    changes: changesOf(problem.facts['changes']).map(({ at, verb }) => ({
      at: voice.moment(at),
      text: timelineText({ verb, payload: {} }, voice.language),
    })),
    written: answers
      .written()
      .map(({ name, text }) => ({ label: fieldLabel(name, voice.language), text: text.slice(0, LONGEST_SHOWN) })),
    link: { href: again, text: voice.t('stale.again') },
  };
}

function changesOf(value: unknown): { at: Instant; verb: LogVerb }[] {
  return Array.isArray(value) ? (value as { at: Instant; verb: LogVerb }[]) : [];
}
