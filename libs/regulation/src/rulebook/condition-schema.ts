// The form of a condition tree in the law files.
import { z } from 'zod';
import { confidence, text, texts } from './schema-parts';
import { OPERATORS } from './words';

/** A node of a condition tree: exactly one of allOf, anyOf, not, or a test (property, op, value, unit). */
export interface ConditionNode {
  readonly allOf?: readonly ConditionNode[] | undefined;
  readonly anyOf?: readonly ConditionNode[] | undefined;
  readonly not?: ConditionNode | undefined;
  readonly label?: string | undefined;
  readonly shape?: string | undefined;
  readonly whenStated?: readonly ShapeSubstitute[] | undefined;
  readonly property?: string | undefined;
  readonly op?: (typeof OPERATORS)[number] | undefined;
  readonly value?: string | number | boolean | readonly (string | number)[] | undefined;
  readonly unit?: string | undefined;
  readonly qualifier?: string | undefined;
  readonly appliesTo?: string | undefined;
  readonly examples?: readonly string[] | undefined;
  readonly edges?: readonly number[] | undefined;
  readonly confidence?: z.infer<typeof confidence> | undefined;
  readonly note?: string | undefined;
}

/** How a shape is tested when the piece states other measures than its own. */
export interface ShapeSubstitute {
  readonly stated: readonly string[];
  readonly unlessStated?: readonly string[] | undefined;
  readonly use: ConditionNode;
  readonly note: string;
}

export const conditionNode: z.ZodType<ConditionNode> = z.lazy(() =>
  z
    .strictObject({
      allOf: z.array(conditionNode).min(1).optional(),
      anyOf: z.array(conditionNode).min(1).optional(),
      not: conditionNode.optional(),
      label: text.optional(),
      shape: text.optional(),
      whenStated: z
        .array(z.strictObject({ stated: texts.min(1), unlessStated: texts.optional(), use: conditionNode, note: text }))
        .optional(),
      property: text.optional(),
      op: z.enum(OPERATORS).optional(),
      value: z.union([z.string(), z.number(), z.boolean(), z.array(z.union([z.string(), z.number()])).min(1)]).optional(),
      unit: text.optional(),
      qualifier: text.optional(),
      appliesTo: text.optional(),
      examples: texts.optional(),
      edges: z.array(z.number().positive()).length(3).optional(),
      confidence: confidence.optional(),
      note: text.optional(),
    })
    .superRefine(checkNode),
);

function checkNode(node: ConditionNode, context: z.RefinementCtx): void {
  const fault = (message: string, cure: string) => {
    context.addIssue({ code: 'custom', message, params: { cure } });
  };
  const kinds = [node.allOf, node.anyOf, node.not, node.property].filter((part) => part !== undefined).length;
  if (kinds !== 1) fault('a condition holds none or several of allOf, anyOf, not, property', 'keep exactly one of them');
  if (node.property === undefined) return;
  if (node.op === undefined || node.value === undefined || node.unit === undefined) {
    fault('a test lacks op, value or unit', 'write property, op, value and unit');
    return;
  }
  const list = Array.isArray(node.value);
  const wantsList = node.op === 'in' || node.op === 'contains' || node.op === 'contains-any';
  if (list !== wantsList)
    fault(`operator "${node.op}" does not fit its value`, wantsList ? 'give a list of values' : 'give one value');
  const compares = node.op.startsWith('>') || node.op.startsWith('<');
  if (compares && typeof node.value !== 'number' && !node.edges)
    fault(`operator "${node.op}" compares something that is no number`, 'give a number, or the edges of a size');
}
