// Small pieces that several pages share: tags, links, summary rows, the clock of a review.
import type { OpenMove, ReviewClock } from '#licensing';
import type { ApplicationStatus, LicenceLife } from '#licensing';
import { describeFault } from '../../http/refusals';
import { LIFE_OF_LICENCE, MOVES, STATUS_OF_APPLICATION } from '../../http/words';
import type { FormError } from '../forms/form-builder';
import type { Field } from '../forms/field';
import type { Spoken, Voice } from '../rendering/voice';

/** neutral: says nothing good or bad · info: under way · attention: something is asked · danger: not allowed or failed · done: reached. */
export type Tone = 'neutral' | 'info' | 'attention' | 'danger' | 'done';

export interface Tag {
  readonly text: string;
  readonly tone: Tone;
}

export interface Link {
  readonly href: string;
  readonly text: string;
}

/** One row of a summary: a label with one or more lines of value. */
export interface SummaryRow {
  readonly label: string;
  readonly lines: readonly Spoken[];
}

export interface SummaryCard {
  readonly id: string;
  readonly title: string;
  readonly change: Link | null;
  readonly rows: readonly SummaryRow[];
}

/** What every page with a form holds. */
export interface FormView {
  readonly title: string;
  readonly back: Link;
  readonly action: string;
  readonly version: number | null;
  readonly errors: readonly FormError[];
  readonly fields: readonly Field[];
  readonly submit: string;
}

/** A form before an act that takes something away. */
export interface ConfirmView extends FormView {
  readonly about: string;
}

export interface ClockView {
  readonly used: number;
  readonly limit: number;
  /** Used days for drawing, 0 to `limit`. */
  readonly drawn: number;
  readonly tone: Tone;
  readonly leftText: string;
  readonly usedText: string;
  readonly dueText: string;
  readonly dueOn: string;
  readonly provisional: boolean;
  readonly stopped: boolean;
}

const STATUS_TONE: Readonly<Record<ApplicationStatus, Tone>> = {
  draft: 'neutral',
  submitted: 'info',
  received: 'info',
  checked: 'info',
  forwarded: 'info',
  returned: 'attention',
  accepted: 'info',
  'in-review': 'info',
  reviewed: 'info',
  advised: 'info',
  'signed-once': 'info',
  countersigned: 'info',
  decided: 'info',
  published: 'done',
  closed: 'neutral',
  withdrawn: 'neutral',
  superseded: 'neutral',
};

export function statusTag(status: ApplicationStatus, voice: Voice): Tag {
  return { text: voice.say(STATUS_OF_APPLICATION[status]), tone: STATUS_TONE[status] };
}

const LIFE_TONE: Readonly<Record<LicenceLife, Tone>> = {
  scheduled: 'info',
  active: 'done',
  expired: 'neutral',
  suspended: 'attention',
  revoked: 'danger',
};

export function lifeTag(life: LicenceLife, voice: Voice): Tag {
  return { text: voice.say(LIFE_OF_LICENCE[life]), tone: LIFE_TONE[life] };
}

/** Working days left at which the clock calls for attention. */
const SOON = 10;

export function clockView(clock: ReviewClock | null, { t }: Voice): ClockView | null {
  if (!clock) return null;
  const { used, left, limit, dueOn, provisional, stoppedOn } = clock;
  const stopped = stoppedOn !== null;
  const leftText = stopped
    ? t('clock.stopped', { day: stoppedOn })
    : left < 0
      ? t('clock.overdue', { days: -left })
      : t('clock.left', { days: left });
  return {
    used,
    limit,
    drawn: Math.min(used, limit),
    tone: stopped ? 'neutral' : left < 0 ? 'danger' : left <= SOON ? 'attention' : 'info',
    leftText,
    usedText: t('clock.used', { used, limit }),
    dueText: t('clock.due', { day: dueOn }),
    dueOn,
    provisional: provisional && !stopped,
    stopped,
  };
}

/** A move as a button: a form of its own where it asks for something, else one click; blocked ones say why. */
export interface MoveButton {
  readonly name: string;
  readonly label: string;
  readonly href: string;
  /** One click: the button sends the form. */
  readonly direct: boolean;
  readonly primary: boolean;
  readonly blockedBy: readonly { readonly message: string; readonly cure: string }[];
}

/** Moves that change the case for the worse for its applicant, or end it; they never stand out. */
const QUIET = [
  'return',
  'return-from-ministry',
  'send-back',
  'reopen-review',
  'reconsider',
  'withdraw',
  'amend',
  'suspend',
  'revoke',
  'close',
];

/** The leading moves first. `alwaysForm`: moves that show something before they are made, though they ask for nothing. */
export function moveButtons(
  moves: readonly OpenMove[],
  base: string,
  voice: Voice,
  alwaysForm: readonly string[] = [],
): MoveButton[] {
  const buttons = moves.map(({ name, asks, blockedBy }): MoveButton => ({
    name,
    label: voice.say(MOVES[name]),
    href: `${base}/moves/${name}`,
    direct: asks.length === 0 && !alwaysForm.includes(name),
    primary: !QUIET.includes(name),
    blockedBy: blockedBy.map((fault) => {
      const { message, cure } = describeFault(fault, voice.language);
      return { message, cure };
    }),
  }));
  return [...buttons.filter(({ primary }) => primary), ...buttons.filter(({ primary }) => !primary)];
}

export function spoken(text: string, lang: string): Spoken {
  return { text, lang };
}
