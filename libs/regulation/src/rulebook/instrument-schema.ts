// The form of an instrument and its measures. References between rows are checked in check-references.ts.
import { z } from 'zod';
import { conditionNode } from './condition-schema';
import { entry, note } from './entry-schema';
import { ruleSchema } from './rule-schema';
import { catalogueNumber, confidence, controlCode, country, day, text, texts } from './schema-parts';
import { COVERAGE_STATES, LEGAL_EFFECTS, LIST_TYPES, MEASURE_KINDS, OPERATORS, REACHES } from './words';

const scope = z.strictObject({
  exporters: text.optional(),
  from: country.optional(),
  destinations: z.union([text, texts]).optional(),
  items: z.union([text, texts]).optional(),
  itemCodePrefixes: z.array(controlCode).optional(),
  itemCodePrefixesConfidence: confidence.optional(),
  endUserOrUse: texts.optional(),
  trigger: texts.optional(),
  risks: texts.optional(),
  standard: text.optional(),
  parties: texts.optional(),
  reach: z.enum(REACHES).optional(),
  alsoReach: z.enum(REACHES).optional(),
  suspends: texts.optional(),
  concerns: texts.optional(),
  repeals: texts.optional(),
  repealsCount: z.int().optional(),
  repealsNamed: texts.optional(),
  replaces: text.optional(),
  partlyCancels: text.optional(),
  deletes: z.array(catalogueNumber).optional(),
  noLongerApplies: texts.optional(),
  reportTo: z.union([text, z.strictObject({ url: text, phone: text })]).optional(),
  deadline: z.strictObject({ workingDays: z.int(), from: text }).optional(),
  applyAt: text.optional(),
  consultAt: text.optional(),
  language: text.optional(),
  exportIncludes: texts.optional(),
  entriesBefore: z.int().optional(),
  entriesAfter: z.int().optional(),
  added: z.int().optional(),
  deleted: z.int().optional(),
  amended: z.int().optional(),
  note: text.optional(),
});

const remark = z.strictObject({ remarkZh: text.optional(), remarkEn: text, plus: text.optional(), when: text.optional() });

const statusRecord = z.strictObject({
  state: z.enum(['suspended', 'stopped']),
  from: day,
  to: day.optional(),
  toConfidence: confidence.optional(),
  statusAfterTo: z.literal('unconfirmed').optional(),
  note: text.optional(),
  basis: text,
  sourceUrl: text.optional(),
  confidence,
});

const measure = z.strictObject({
  id: text,
  what: text,
  whatZh: text.optional(),
  kind: z.enum(MEASURE_KINDS),
  legalEffect: z.enum(LEGAL_EFFECTS),
  effectiveFrom: day.nullable(),
  effectiveFromConfidence: confidence.optional(),
  effectiveFromNotAfter: day.optional(),
  effectiveFromTime: z
    .string()
    .regex(/^\d\d:\d\d$/, { error: 'is not an hour' })
    .optional(),
  effectiveFromSourceUrl: text.optional(),
  effectiveTo: day.nullable(),
  effectiveToConfidence: confidence.optional(),
  effectiveToInclusive: z.boolean().optional(),
  effectiveToInclusiveConfidence: confidence.optional(),
  effectiveToNote: text.optional(),
  statusAfterEffectiveTo: z.literal('unconfirmed').optional(),
  politicalUntil: day.optional(),
  suspendedBy: texts.optional(),
  status: z.array(statusRecord).optional(),
  scope,
  listType: z.enum(LIST_TYPES).optional(),
  element: z
    .string()
    .regex(/^[A-Z][a-z]?$/, { error: 'is not an element symbol' })
    .optional(),
  controlHeading: controlCode.optional(),
  reservedCodes: z.array(controlCode).optional(),
  parameters: conditionNode.optional(),
  threshold: z
    .strictObject({
      property: text,
      op: z.enum(OPERATORS),
      value: z.number(),
      unit: text,
      numerator: text.optional(),
      denominator: text.optional(),
      rounding: text.optional(),
      appliesTo: text.optional(),
    })
    .optional(),
  inclusions: z.array(note).optional(),
  exclusions: z.array(note).optional(),
  rules: z.array(ruleSchema).optional(),
  documents: texts.optional(),
  papers: texts.optional(),
  requirements: texts.optional(),
  refusal: text.optional(),
  removal: text.optional(),
  barredActs: texts.optional(),
  ongoingActivity: text.optional(),
  specialApproval: text.optional(),
  conditions: texts.optional(),
  declaration: z
    .strictObject({
      controlled: remark.optional(),
      closeButNot: remark.optional(),
      doubtful: text.optional(),
      partOne: text.optional(),
    })
    .optional(),
  constraints: z.strictObject({ maxYearsPerPeriod: z.int(), maxExtensions: z.int().optional() }).optional(),
  temporaryControl: z.strictObject({ maxYears: z.int() }).optional(),
  currentStatus: text.optional(),
  articles: texts.optional(),
  sanction: text.optional(),
  availableMeasures: texts.optional(),
  reportableActs: texts.optional(),
  voluntaryDisclosure: text.optional(),
  codeFormat: z
    .strictObject({
      pattern: text,
      firstDigit: z.record(text, text),
      letter: z.record(text, text),
      thirdDigit: z.record(text, text),
      lastTwo: text,
      subLevels: text,
    })
    .optional(),
  notes: text.optional(),
  confidence,
  entries: z.array(entry),
});

const counts = z.strictObject({ prohibited: z.int(), restricted: z.int(), total: z.int(), basis: text.optional() });

export const instrumentSchema = z.strictObject({
  id: text,
  authority: text,
  number: text,
  numberConfidence: confidence.optional(),
  titleZh: text,
  titleEn: text,
  publishedOn: day.nullable(),
  publishedOnConfidence: confidence.optional(),
  publishedAtLocalTime: text.optional(),
  postedOn: day.optional(),
  effectiveFrom: day.optional(),
  isLegalInstrument: z.boolean().optional(),
  legalBasis: texts.optional(),
  sourceUrl: text,
  alsoAt: texts.optional(),
  attachments: texts.optional(),
  provenance: text,
  confidence,
  codesConfidence: confidence.optional(),
  codesBasis: text.optional(),
  hsConfidence: confidence.optional(),
  hsBasis: text.optional(),
  coverage: z.strictObject({
    state: z.enum(COVERAGE_STATES),
    missing: text.optional(),
    missingZh: text.optional(),
    asOfNotice: day.optional(),
  }),
  catalogueNumberFormat: z.strictObject({ pattern: text, positions: text, examplesRead: texts }).optional(),
  counts: counts.optional(),
  countsAfter: counts.optional(),
  detailFile: text.optional(),
  inclusions: z.array(note).optional(),
  exclusions: z.array(note).optional(),
  crossChecks: z.array(note).optional(),
  notes: text.optional(),
  measures: z.array(measure).min(1),
});

export type Instrument = z.infer<typeof instrumentSchema>;
export type Measure = z.infer<typeof measure>;
export type StatusRecord = z.infer<typeof statusRecord>;
