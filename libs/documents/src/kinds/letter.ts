// What the two letters of a decision share: their limits, their fields, and what their templates read.
import type { z } from 'zod';
import { dayInWords, groupDigits } from '../paper/paper-words';
import { bilingual, decidedBy, DECISION_PAPER_LIMITS, mayFlowOn, numbered, paperFields, secondsOf, text } from './view-parts';

/** Most rows and longest texts (characters) that a letter takes. */
export const LETTER_LIMITS = { ...DECISION_PAPER_LIMITS, criteria: 8, papers: 100, paperName: 400, fileName: 300 } as const;

const L = LETTER_LIMITS;

export const letterFields = {
  ...paperFields,
  /** The application that the letter answers. */
  reference: text(L.code),
  /** What the authority adds; null for nothing. */
  remark: bilingual(L.text).nullable(),
  decidedBy,
};

type Letter = z.infer<z.ZodObject<typeof letterFields>>;

interface LetterItem {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly specification: string;
  readonly quantity: string;
}

/** The letter as its template reads it: days and numbers in words, clauses numbered, what is absent null. */
export function letterModel<View extends Letter & { readonly items: readonly LetterItem[] }>(view: View): object {
  return {
    ...view,
    exporter: { ...view.exporter, nameEn: view.exporter.nameEn ?? null },
    items: view.items.map((item) => ({ ...item, quantity: groupDigits(item.quantity), breakable: mayFlowOn(item) })),
    itemCount: view.items.length,
    legalBasis: view.legalBasis.map(numbered),
    issuedOn: dayInWords(view.issuedOn),
  };
}

export const letterTimestamp = ({ issuedOn }: Letter) => secondsOf(issuedOn);
