// Where an application stands, as its applicant may know it: the public stages in their order, how far the case has come, and when.
import type { ExporterView, TimelineEntry } from '#casework';
import type { ApplicationStatus, PublicStage } from '#licensing';
import type { Voice } from '../rendering/voice';

const STEPS = [
  'draft',
  'submitted',
  'received',
  'checked',
  'forwarded',
  'accepted',
  'in-review',
  'published',
] as const satisfies readonly ApplicationStatus[];
type Step = (typeof STEPS)[number];

/** The acts of the log by which a case reaches a step; the last one counts. */
const REACHED_BY: Readonly<Record<Step, readonly TimelineEntry['verb'][]>> = {
  draft: ['create'],
  submitted: ['submit', 'resubmit'],
  received: ['receive'],
  checked: ['check'],
  forwarded: ['forward'],
  accepted: ['accept'],
  'in-review': ['start-review'],
  published: ['publish', 'grant', 'refuse'],
};

const SENT_BACK: readonly TimelineEntry['verb'][] = ['return', 'return-from-ministry'];

/** The step on which a status stands; null where the way ended before the decision. */
const STEP_OF: Readonly<Record<PublicStage, Step | null>> = {
  draft: 'draft',
  submitted: 'submitted',
  received: 'received',
  checked: 'checked',
  forwarded: 'forwarded',
  returned: 'draft',
  accepted: 'accepted',
  'in-review': 'in-review',
  published: 'published',
  closed: 'published',
  withdrawn: null,
  superseded: null,
};

export interface StageStep {
  readonly label: string;
  readonly state: 'done' | 'now' | 'open';
  readonly stateText: string;
  /** Day on which the case came here; null where it has not. */
  readonly day: string | null;
  readonly current: boolean;
}

export interface StageLine {
  readonly title: string;
  readonly steps: readonly StageStep[];
}

/** `timeline` oldest first, as the reader may see it. */
export function stageLine({ status }: Pick<ExporterView, 'status'>, timeline: readonly TimelineEntry[], voice: Voice): StageLine {
  const { t } = voice;
  const here = STEP_OF[status];
  const since = timeline.findLastIndex(({ verb }) => SENT_BACK.includes(verb));
  const present = timeline.filter((entry, index) => index > since || REACHED_BY.draft.includes(entry.verb));
  const reached = new Map(STEPS.map((step) => [step, present.findLast(({ verb }) => REACHED_BY[step].includes(verb))]));
  const farthest = here ?? STEPS.findLast((step) => reached.get(step)) ?? 'draft';
  const place = STEPS.indexOf(farthest);
  return {
    title: t('step.title'),
    steps: STEPS.map((step, index) => {
      const state = index > place ? 'open' : index === place && here !== null && step !== 'published' ? 'now' : 'done';
      const came = step === 'draft' && status === 'returned' ? timeline[since] : reached.get(step);
      const entry = index <= place ? came : undefined;
      return {
        label: step === 'draft' && status === 'returned' ? t('step.returned') : t(`step.${step}`),
        state,
        stateText: t(`stepState.${state}`),
        day: entry ? voice.moment(entry.at).slice(0, 10) : null,
        current: step === here,
      };
    }),
  };
}
