// A published decision as both sides read it: one line for each item, with what binds it and what spoke against it.
import type { ApplicationView, DecisionLine } from '#casework';
import { REVIEW_FACTORS } from '#licensing';
import { DECISION_OUTCOME, ADVICE_VERDICT } from '../../http/words';
import type { NamePair, Voice } from '../rendering/voice';
import { namePairOf } from './law';
import type { Tag, Tone } from './parts';

export interface DecisionLineView {
  readonly number: number;
  readonly name: NamePair;
  readonly verdict: Tag;
  readonly code: string | null;
  readonly conditions: readonly NamePair[];
  readonly criteria: readonly { readonly text: string; readonly cite: string }[];
}

export interface DecisionView {
  readonly outcome: Tag;
  readonly published: string;
  readonly lines: readonly DecisionLineView[];
  /** Said wherever an item was found not to be controlled. */
  readonly noClearance: string | null;
}

export const VERDICT_TONE: Readonly<Record<DecisionLine['verdict'], Tone>> = {
  approve: 'done',
  'approve-with-conditions': 'attention',
  refuse: 'danger',
  'not-controlled': 'neutral',
  refer: 'info',
};

const OUTCOME_TONE = { granted: 'done', refused: 'danger', 'not-controlled': 'neutral', mixed: 'attention' } as const;

/** Null until the decision is published. */
export function decisionView({ decision, content }: ApplicationView, voice: Voice): DecisionView | null {
  if (!decision) return null;
  const { outcome, lines, publishedAt } = decision;
  return {
    outcome: { text: voice.say(DECISION_OUTCOME[outcome]), tone: OUTCOME_TONE[outcome] },
    published: voice.t('decision.published', { at: voice.moment(publishedAt) }),
    lines: content.items.flatMap((item, index) => {
      const line = lines.find(({ itemId }) => itemId === item.id);
      return line ? [{ number: index + 1, name: namePairOf(item, voice), ...toldOf(line, voice) }] : [];
    }),
    noClearance: lines.some(({ verdict }) => verdict === 'not-controlled') ? voice.t('decision.noClearance') : null,
  };
}

function toldOf({ verdict, controlCode, conditions, criteria }: DecisionLine, voice: Voice) {
  return {
    verdict: {
      text: verdict === 'refer' ? voice.say(ADVICE_VERDICT.refer) : voice.t(`told.${verdict}`),
      tone: VERDICT_TONE[verdict],
    },
    code: controlCode || null,
    conditions: conditions.map((condition) => voice.pair(condition)),
    criteria: REVIEW_FACTORS.filter(({ key }) => criteria.includes(key)).map((factor) => ({
      text: voice.say(factor),
      cite: voice.cite(factor.cite),
    })),
  };
}
