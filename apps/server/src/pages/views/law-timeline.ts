// The timeline of the law as figures for a picture: rows of bars in per cent of the width, so that the words keep their size on any screen.
import { addMonths, daysBetween, localDate, type LocalDate } from '#kernel';
import { STATE_WORDS, type LawDay, type MeasurePresence, type TimelineRow } from '#regulation';
import type { Voice } from '../rendering/voice';

export interface TimelineBar {
  readonly x: string;
  readonly width: string;
  readonly fill: string;
  readonly state: string;
}

export interface TimelineTick {
  readonly x: string;
  readonly label: string;
  readonly anchor: 'start' | 'middle' | 'end';
}

export interface TimelineView {
  readonly title: string;
  readonly about: string;
  readonly height: number;
  readonly ticks: readonly TimelineTick[];
  /** The chosen day. */
  readonly day: TimelineTick;
  readonly rows: readonly {
    readonly label: string;
    readonly labelY: number;
    readonly barY: number;
    readonly bars: readonly TimelineBar[];
  }[];
  readonly legend: readonly { readonly fill: string; readonly state: string; readonly text: string }[];
  /** The same as words. */
  readonly table: readonly {
    readonly name: string;
    readonly measures: string;
    readonly stretches: readonly { readonly days: string; readonly state: string }[];
  }[];
}

const HEAD = 40;
const ROW = 36;
const MONTHS_OF_TICK = ['-01-', '-04-', '-07-', '-10-'];
/** Every other one, so that the names do not meet on a narrow screen. */
const NAMED_TICKS = ['-01-', '-07-'];
/** Columns of type that a label fits in on a narrow screen; a Chinese character takes two. */
const LABEL_COLUMNS = 48;

const FILL: Readonly<Record<Exclude<MeasurePresence, 'absent'>, string>> = {
  'in-force': '#14558f',
  suspended: 'url(#law-hatch)',
  unsettled: 'url(#law-dots)',
  'not-yet-effective': '#ffffff',
  ended: '#c3ccd5',
};

/** First the rows that ask for attention on the day. */
const ORDER: readonly MeasurePresence[] = ['unsettled', 'suspended', 'not-yet-effective', 'in-force', 'ended', 'absent'];

/** Null when no measure changes its state around the day. */
export function timelineView({ on, timeline }: LawDay, voice: Voice): TimelineView | null {
  const { from, to } = timeline;
  const place = ({ stretches }: TimelineRow) =>
    ORDER.indexOf(stretches.find((stretch) => stretch.from <= on && on <= stretch.to)?.state ?? 'absent');
  const rows = [...timeline.rows].sort((a, b) => place(a) - place(b));
  if (rows.length === 0) return null;
  const days = daysBetween(from, to) + 1;
  const percent = (day: LocalDate) => (100 * daysBetween(from, day)) / days;
  const twice = (row: TimelineRow) => rows.filter(({ instrument }) => instrument === row.instrument).length > 1;
  const nameOf = (row: TimelineRow) => {
    const name = voice.say(row.name);
    const parts = row.measures.map((id) => id.slice(row.instrument.length + 1));
    return twice(row) ? `${name} (${voice.list(parts)})` : name;
  };
  return {
    title: voice.t('lawDay.pictureTitle', { from, to }),
    about: voice.t('lawDay.pictureAbout', { count: rows.length, day: on }),
    height: HEAD + rows.length * ROW,
    ticks: ticksOf(from, to).map((day) => tick(percent(day), NAMED_TICKS.includes(day.slice(4, 8)) ? day.slice(0, 7) : '')),
    day: tick(percent(on), on),
    rows: rows.map((row, index) => ({
      label: shortened(nameOf(row)),
      labelY: HEAD + index * ROW + 13,
      barY: HEAD + index * ROW + 18,
      bars: row.stretches.flatMap(({ state, ...stretch }) => {
        if (state === 'absent') return [];
        const x = percent(stretch.from);
        const width = percent(stretch.to) + 100 / days - x;
        return [{ x: x.toFixed(2), width: width.toFixed(2), fill: FILL[state], state }];
      }),
    })),
    legend: (Object.keys(FILL) as (keyof typeof FILL)[]).map((state) => ({
      fill: FILL[state],
      state,
      text: voice.say(STATE_WORDS[state]),
    })),
    table: rows.map((row) => ({
      name: voice.say(row.name),
      measures: row.measures.join(', '),
      stretches: row.stretches.map(({ from: first, to: last, state }) => ({
        days: first === last ? first : `${first} – ${last}`,
        state: voice.say(STATE_WORDS[state]),
      })),
    })),
  };
}

/** First days of quarters inside the window. */
function ticksOf(from: LocalDate, to: LocalDate): LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = localDate(`${from.slice(0, 7)}-01`); day <= to; day = addMonths(day, 1))
    if (day >= from && MONTHS_OF_TICK.includes(day.slice(4, 8))) days.push(day);
  return days;
}

function tick(x: number, label: string): TimelineTick {
  return { x: x.toFixed(2), label, anchor: x < 8 ? 'start' : x > 92 ? 'end' : 'middle' };
}

function shortened(text: string): string {
  let columns = 0;
  let kept = '';
  for (const character of text) {
    columns += /[\u1100-\uffff]/.test(character) ? 2 : 1;
    if (columns > LABEL_COLUMNS) return `${kept}…`;
    kept += character;
  }
  return kept;
}
