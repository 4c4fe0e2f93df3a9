// The form of an entry (a listed item, technology or party) and of the notes that include or exclude.
import { z } from 'zod';
import { conditionNode } from './condition-schema';
import { catalogueNumber, confidence, controlCode, country, day, hsCode, text, texts } from './schema-parts';

const citation = z
  .strictObject({ guidance: text.optional(), instrument: text.optional(), point: text.optional() })
  .refine((c) => (c.guidance === undefined) !== (c.instrument === undefined), {
    error: 'a citation names neither or both of guidance and instrument',
    params: { cure: 'name one of them' },
  });

export const note = z.strictObject({
  textEn: text,
  textZh: text,
  strength: z.enum(['definite', 'general']),
  match: conditionNode.optional(),
  appliesTo: z.array(controlCode).optional(),
  checkInstead: z.array(controlCode).optional(),
  confidence: confidence.optional(),
  citation,
});

export const entry = z.strictObject({
  controlCode: controlCode.optional(),
  controlCodeSince: day.optional(),
  codeConfidence: confidence.optional(),
  catalogueNumber: catalogueNumber.optional(),
  nameZh: text,
  nameZhConfidence: confidence.optional(),
  nameEn: text,
  itemKind: z.enum(['goods', 'technology', 'service']).optional(),
  alsoItemKinds: z.array(z.enum(['goods', 'technology', 'service'])).optional(),
  status: z.enum(['prohibited', 'restricted']).optional(),
  annex: text.optional(),
  part: text.optional(),
  parameters: conditionNode.optional(),
  parametersComplete: z.boolean().optional(),
  forms: z.strictObject({ zh: text, en: text, closed: z.boolean() }).optional(),
  inclusions: z.array(note).optional(),
  exclusions: z.array(note).optional(),
  technologyFor: z.array(controlCode).optional(),
  controlPoints: z.array(z.strictObject({ nameZh: text, nameEn: text })).optional(),
  sameItemAs: controlCode.optional(),
  sameItemAsConfidence: confidence.optional(),
  hsCodes: z.array(hsCode).optional(),
  hsDigits: z.literal(8).optional(),
  hsConfidence: confidence.optional(),
  hsCodesByMaterial: z.record(text, z.array(hsCode)).optional(),
  hsCodesCorrection: z.strictObject({ printed: hsCode, probable: hsCode, confidence, basis: text }).optional(),
  declarationHint: z.strictObject({ textEn: text, citation }).optional(),
  effectiveTo: day.optional(),
  effectiveToInclusive: z.boolean().optional(),
  synonyms: z.strictObject({ zh: texts, en: texts, formula: texts.optional(), cas: texts.optional() }).optional(),
  synonymConfidence: confidence.optional(),
  candidateBy: z.array(z.enum(['name', 'formula', 'statement'])).optional(),
  candidateByConfidence: confidence.optional(),
  ordinal: z.int().positive().optional(),
  country: country.optional(),
  countryConfidence: confidence.optional(),
  address: text.optional(),
  postcode: text.optional(),
  aliases: texts.optional(),
  branches: z.array(z.strictObject({ nameEn: text, country: country.optional() })).optional(),
  notes: text.optional(),
  sourceUrl: text.optional(),
  alsoAt: texts.optional(),
  confidence: confidence.optional(),
});

export type Entry = z.infer<typeof entry>;
export type LawNote = z.infer<typeof note>;
