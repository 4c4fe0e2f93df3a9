// The form of the files beside the instruments: property words, guidance, calendar, conventions, technology catalogue.
import { z } from 'zod';
import { conditionNode } from './condition-schema';
import { catalogueNumber, confidence, day, text, texts } from './schema-parts';

const words = z.strictObject({ zh: texts, en: texts });

export const propertyWordSchema = z.strictObject({
  unit: text,
  meaning: text,
  zh: texts.optional(),
  alsoEn: texts.optional(),
  valueWords: z.record(text, words).optional(),
  valueWordsConfidence: confidence.optional(),
  implies: z
    .array(z.strictObject({ value: text, states: z.strictObject({ property: text, value: text }), confidence }))
    .optional(),
});

export const guidanceSchema = z.strictObject({
  id: text,
  titleZh: text,
  titleEn: text,
  publishedOn: day,
  sourceUrl: text,
  confidence,
  force: text,
});

const calendarDay = z.strictObject({ date: day, nameZh: text, nameEn: text, weekday: text });

export const calendarSchema = z.strictObject({
  title: text,
  jurisdiction: text,
  timezone: text,
  asOf: day,
  provenance: text,
  sourceUrl: text,
  rule: z.strictObject({ workingDay: text, openAssumptions: texts }),
  years: z.record(
    z.string().regex(/^\d{4}$/, { error: 'is not a year' }),
    z.strictObject({
      status: z.enum(['published', 'not-known']),
      noticeUrls: texts.optional(),
      confidence: confidence.optional(),
      holidays: z.array(calendarDay),
      makeUpWorkingDays: z.array(calendarDay),
      workingDaysInYear: z.int().optional(),
      note: text.optional(),
    }),
  ),
});

export const conventionsSchema = z.strictObject({
  title: text,
  schemaVersion: text,
  asOf: day,
  jurisdiction: text,
  timezone: text,
  conventions: z.record(text, z.unknown()),
});

const catalogueEntry = z.strictObject({
  id: text,
  number: catalogueNumber.nullable(),
  numberFrom: day.nullable().optional(),
  numberTo: day.nullable().optional(),
  part: z.enum(['prohibited', 'restricted']),
  isEntry: z.boolean().optional(),
  sectorZh: text.nullable(),
  sectorEn: text.nullable(),
  nameZh: text.nullable(),
  nameZhBasis: text.nullable(),
  nameEn: text,
  controlPoints: z.array(
    z.strictObject({
      ref: text.optional(),
      zh: text.nullable(),
      en: text,
      confidence: text,
      asOf: text,
      status: text,
      parameters: conditionNode.optional(),
      note: text.optional(),
    }),
  ),
  effectiveFrom: day.nullable(),
  effectiveTo: day.nullable(),
  effectiveToBasis: text.optional(),
  history: z.array(z.strictObject({ on: day, instrument: text, change: text, what: text.optional() })),
  formerNumbers: z.array(z.strictObject({ number: catalogueNumber, from: day, to: day, basis: text })),
  draftNumber2022: text.nullable(),
  stateOn: z.record(day, text),
  stateBasis: z.record(day, text),
  confidence: text,
  confidenceThen: text.optional(),
  sourceUrl: text,
  sources: texts,
  notes: text.optional(),
});

export const technologyCatalogueSchema = z.strictObject({
  title: text,
  schemaVersion: z.int(),
  asOf: day,
  jurisdiction: text,
  conventions: texts,
  instruments: z.array(z.record(text, text.nullable())),
  countsByDate: z.record(day, z.record(text, z.union([z.int(), text]))),
  countsNote: text,
  inferenceRules: texts,
  numberingRules: z.record(text, z.unknown()),
  numbersKnown2023Edition: texts,
  entries: z.array(catalogueEntry),
  draftOnly: z.array(z.record(text, text.nullable())),
  draft2022Names: z.record(text, z.unknown()),
  leads: z.array(z.record(text, text)),
  pending: z.array(z.record(text, text)),
  coverage: z.record(text, z.unknown()),
  sources: z.array(z.record(text, text)),
});

export type PropertyWord = z.infer<typeof propertyWordSchema>;
export type Guidance = z.infer<typeof guidanceSchema>;
export type CatalogueEntry = z.infer<typeof catalogueEntry>;
export type Calendar = z.infer<typeof calendarSchema>;
