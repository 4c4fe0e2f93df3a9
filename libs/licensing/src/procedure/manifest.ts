// What a procedure's manifest may say: data that selects stages and moves by name and adds none. Form only; load-procedures.ts judges the sense.
import { z } from 'zod';
import type { Bilingual } from '#kernel';
import type { Confidence } from '#regulation';
import { DECISION_DOCUMENTS, type DecisionDocument } from '../advice/decision';
import { PAPER_KINDS, type PaperKind } from '../application/content';
import {
  applicationMoves,
  APPLICATION_STATUSES,
  ROLES,
  type ApplicationMoveName,
  type ApplicationStatus,
  type Mover,
} from '../lifecycle/transitions';
import { PAPER_CONDITIONS, type PaperCondition } from './paper-conditions';

/** required: the case does not go on without it where its condition holds. on-request: it may be added, and the authority may ask for it. */
export const PAPER_MARKS = ['required', 'on-request'] as const;
export type PaperMark = (typeof PAPER_MARKS)[number];

/** `review`: the time in which the authority decides. */
export const CLOCK_NAMES = ['review'] as const;
export type ClockName = (typeof CLOCK_NAMES)[number];

export const CLOCK_UNITS = ['working-days'] as const;
export type ClockUnit = (typeof CLOCK_UNITS)[number];

/** Signatures under a final advice, both inclusive. */
export const COUNTERSIGNATURE_BOUNDS = { least: 1, most: 2 } as const;

/** Most days of a clock, inclusive. */
export const MOST_CLOCK_DAYS = 1000;

/** Most characters of a name or a citation, inclusive. */
export const MOST_MANIFEST_TEXT = 400;

export interface ProcedureMove {
  readonly name: ApplicationMoveName;
  /** Who makes the move: some of those whom the table of moves admits; absent: all of them. */
  readonly by?: readonly Mover[] | undefined;
}

export interface ProcedurePaper {
  readonly kind: PaperKind;
  readonly name: Bilingual;
  /** The first stage at which a required paper must be there, and all after it in the order of APPLICATION_STATUSES. */
  readonly from: ApplicationStatus;
  readonly when: PaperCondition;
  readonly mark: PaperMark;
  readonly cite: string;
  /** How well the duty is known: `read` in the text cited, `secondary` from practice. */
  readonly confidence: Extract<Confidence, 'read' | 'secondary'>;
}

/** Cases for which the clock does not bind, with the text that says so. */
export interface ClockExemption {
  readonly name: Bilingual;
  readonly cite: string;
}

export interface ProcedureClock {
  readonly name: ClockName;
  /** Whole units, the day of the start not counted. */
  readonly days: number;
  readonly unit: ClockUnit;
  readonly startsWith: ApplicationMoveName;
  readonly stopsWith: readonly ApplicationMoveName[];
  readonly cite: string;
  readonly exempt?: readonly ClockExemption[] | undefined;
}

/** The paper by which a decision is told; a mixed decision is told by several. */
export interface ProcedureLetter {
  readonly decision: DecisionDocument;
  readonly name: Bilingual;
  readonly cite: string;
}

/** A procedure as its file states it. */
export interface Manifest {
  readonly id: string;
  readonly name: Bilingual;
  readonly cite: string;
  readonly stages: readonly ApplicationStatus[];
  readonly moves: readonly ProcedureMove[];
  readonly papers: readonly ProcedurePaper[];
  readonly clocks: readonly ProcedureClock[];
  readonly letters: readonly ProcedureLetter[];
  /** How many countersignatures a case has at least, and how many rules may ask for. */
  readonly countersignatures: { readonly least: number; readonly most: number };
}

const text = z.string().trim().min(1, 'is empty').max(MOST_MANIFEST_TEXT, `is longer than ${MOST_MANIFEST_TEXT} characters`);
const bilingual = z.strictObject({ zh: text, en: text });

/** One word of a closed list; a foreign one is called by its name. */
function word<const Word extends string>(what: string, words: readonly Word[]) {
  return z.enum(words, {
    error: ({ code, input }) => (code === 'invalid_value' ? `names the unknown ${what} "${String(input)}"` : undefined),
  });
}

const stage = word('stage', APPLICATION_STATUSES);
const mover = word('role', [...ROLES, 'system']);
const move = word(
  'move',
  applicationMoves.map(({ name }) => name),
);
const condition = word('condition', Object.keys(PAPER_CONDITIONS) as PaperCondition[]);
const signatures = z
  .int()
  .min(COUNTERSIGNATURE_BOUNDS.least, `is below ${COUNTERSIGNATURE_BOUNDS.least}`)
  .max(COUNTERSIGNATURE_BOUNDS.most, `is above ${COUNTERSIGNATURE_BOUNDS.most}`);

/** The form of a manifest: closed words, no key that is not known. */
export const manifestSchema: z.ZodType<Manifest> = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'is no name of small letters and hyphens'),
  name: bilingual,
  cite: text,
  stages: z.array(stage),
  moves: z.array(z.strictObject({ name: move, by: z.array(mover).min(1, 'names nobody').optional() })),
  papers: z.array(
    z.strictObject({
      kind: word('paper', PAPER_KINDS),
      name: bilingual,
      from: stage,
      when: condition,
      mark: word('mark', PAPER_MARKS),
      cite: text,
      confidence: word('confidence', ['read', 'secondary']),
    }),
  ),
  clocks: z.array(
    z.strictObject({
      name: word('clock', CLOCK_NAMES),
      days: z.int().min(1, 'is below 1').max(MOST_CLOCK_DAYS, `is above ${MOST_CLOCK_DAYS}`),
      unit: word('unit', CLOCK_UNITS),
      startsWith: move,
      stopsWith: z.array(move).min(1, 'names no move'),
      cite: text,
      exempt: z.array(z.strictObject({ name: bilingual, cite: text })).optional(),
    }),
  ),
  letters: z.array(z.strictObject({ decision: word('letter', DECISION_DOCUMENTS), name: bilingual, cite: text })),
  countersignatures: z.strictObject({ least: signatures, most: signatures }),
});
