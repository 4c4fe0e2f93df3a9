// The letter of refusal: the lines refused, the factors that speak against them, the grounds. Export Control Law Art. 13; Decree 792 Art. 17.
import { z } from 'zod';
import type { DocumentKind } from './document-kind';
import { LETTER_LIMITS as L, letterFields, letterModel, letterTimestamp } from './letter';
import { bilingual, destination, itemFields, itemList, numbered, text } from './view-parts';

const view = z.strictObject({
  ...letterFields,
  destination,
  /** The refused lines only. */
  items: itemList(
    z.strictObject({
      ...itemFields,
      /** Control code as the authority's list writes it. */
      code: text(L.code),
    }),
  ),
  /** The factors of review that speak against a licence, each with its place in the law. */
  criteria: z
    .array(z.strictObject({ zh: text(L.name), en: text(L.name), cite: text(L.name) }))
    .min(1)
    .max(L.criteria),
  /** What the applicant is told of the reasons. */
  grounds: bilingual(L.text),
});

export type RefusalLetterView = z.infer<typeof view>;

export const refusalLetterKind: DocumentKind<RefusalLetterView> = {
  version: 1,
  schema: view,
  model: (letter) => ({
    ...letterModel(letter),
    criteria: letter.criteria.map((row, i) => ({ ...numbered(row, i), cite: row.cite })),
  }),
  timestamp: letterTimestamp,
};
