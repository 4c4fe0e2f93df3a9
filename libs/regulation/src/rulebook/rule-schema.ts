// The form of a rule: event, question, conditions on paths of the input, answer or clock.
import { z } from 'zod';
import { confidence, text, texts } from './schema-parts';
import { CLOCK_UNITS, LIST_TYPES } from './words';

const conditionValue = z.union([z.string(), z.number(), z.boolean(), texts]);
const ruleConditions = z.record(
  text,
  z.union([
    conditionValue,
    z.strictObject({
      '>': z.number().optional(),
      '>=': z.number().optional(),
      '<': z.number().optional(),
      '<=': z.number().optional(),
      in: texts.optional(),
      'not-in': texts.optional(),
      'ends-with': texts.optional(),
      'differs-from': text.optional(),
      after: text.optional(),
      'on-list': z.array(z.enum(LIST_TYPES)).optional(),
    }),
  ]),
);

export const ruleSchema = z.strictObject({
  id: text,
  about: text.optional(),
  event: z.union([text, texts]).optional(),
  asked: z.union([text, texts]).optional(),
  conditions: ruleConditions,
  needs: ruleConditions.optional(),
  beats: texts.optional(),
  status: z.string().nullable(),
  days: z.int().optional(),
  unit: z.enum(CLOCK_UNITS).optional(),
  startEvent: text.optional(),
  pausedBy: texts.optional(),
  ifCalendarMissing: text.optional(),
  compare: text.optional(),
  otherwise: text.optional(),
  noTimeLimit: z.boolean().optional(),
  orders: texts.optional(),
  remedies: texts.optional(),
  documents: texts.optional(),
  papers: texts.optional(),
  elements: z.array(z.strictObject({ element: text, words: texts })).optional(),
  remark: text.optional(),
  notes: text.optional(),
  citation: text,
  confidence: confidence.optional(),
});

export type LawRule = z.infer<typeof ruleSchema>;
export type RuleConditions = z.infer<typeof ruleConditions>;
