// The letter "not controlled": the lines, the papers seen and the law known on the day; it is no clearance. Decree 792 Art. 14.
import { z } from 'zod';
import { dayInWords } from '../paper/paper-words';
import type { DocumentKind } from './document-kind';
import { LETTER_LIMITS as L, letterFields, letterModel, letterTimestamp } from './letter';
import { bilingual, day, itemFields, itemList, text, upTo } from './view-parts';

const view = z.strictObject({
  ...letterFields,
  /** The lines found not controlled only. */
  items: itemList(
    z.strictObject({
      ...itemFields,
      /** The control code that the exporter stated; blank for none. */
      statedCode: upTo(L.code),
    }),
  ),
  /** The papers that the finding rests on beside the application. */
  papers: z
    .array(
      z.strictObject({
        kind: text(L.code),
        name: bilingual(L.paperName),
        fileName: text(L.fileName),
        hash: z.string().regex(/^[0-9a-f]{12}$/, 'must be the first 12 characters of a hash'),
      }),
    )
    .max(L.papers),
  lawHash: z.string().regex(/^[0-9a-f]{64}$/, 'must be a hash'),
  /** The day up to which published law was taken into account. */
  lawAsOf: day,
});

export type NotControlledLetterView = z.infer<typeof view>;

export const notControlledLetterKind: DocumentKind<NotControlledLetterView> = {
  version: 1,
  schema: view,
  model: (letter) => ({
    ...letterModel({
      ...letter,
      items: letter.items.map((item) => ({ ...item, statedCode: item.statedCode.trim() ? item.statedCode : null })),
    }),
    hasPapers: letter.papers.length > 0,
    lawAsOf: dayInWords(letter.lawAsOf),
  }),
  timestamp: letterTimestamp,
};
