// What a final advice decides: which items are licensed, refused or not controlled, and the documents that say so.
import { favoursLicence, type AdviceLine } from './advice';

export const DECISION_OUTCOMES = ['granted', 'refused', 'not-controlled', 'mixed'] as const;
export type DecisionOutcome = (typeof DECISION_OUTCOMES)[number];

export const DECISION_DOCUMENTS = ['licence', 'refusal-letter', 'not-controlled-letter'] as const;
export type DecisionDocument = (typeof DECISION_DOCUMENTS)[number];

/** Ids of items, each in one of the three lists, in the order of the lines. */
export interface Decision {
  readonly outcome: DecisionOutcome;
  readonly licensed: readonly string[];
  readonly refused: readonly string[];
  readonly notControlled: readonly string[];
}

/** The decision that the lines of a final advice make. Throws Error where they decide nothing: no line, a line that refers, an item with two lines. */
export function decisionOf(lines: readonly Pick<AdviceLine, 'itemId' | 'verdict'>[]): Decision {
  if (lines.length === 0) throw new Error('an advice without lines decides nothing');
  const seen = new Set<string>();
  for (const { itemId, verdict } of lines) {
    if (verdict === 'refer') throw new Error(`item ${itemId} is referred, not decided`);
    if (seen.has(itemId)) throw new Error(`item ${itemId} has two lines`);
    seen.add(itemId);
  }
  const idsOf = (wanted: (line: Pick<AdviceLine, 'verdict'>) => boolean) => lines.filter(wanted).map(({ itemId }) => itemId);
  const licensed = idsOf(({ verdict }) => favoursLicence(verdict));
  const refused = idsOf(({ verdict }) => verdict === 'refuse');
  const notControlled = idsOf(({ verdict }) => verdict === 'not-controlled');
  const outcome =
    licensed.length === lines.length
      ? 'granted'
      : refused.length === lines.length
        ? 'refused'
        : notControlled.length === lines.length
          ? 'not-controlled'
          : 'mixed';
  return { outcome, licensed, refused, notControlled };
}

/** The documents without which the decision is not complete, each with the ids of the items it is about; never one about no item. */
export function documentsFor({
  licensed,
  refused,
  notControlled,
}: Decision): { readonly kind: DecisionDocument; readonly itemIds: readonly string[] }[] {
  const about: Readonly<Record<DecisionDocument, readonly string[]>> = {
    licence: licensed,
    'refusal-letter': refused,
    'not-controlled-letter': notControlled,
  };
  return DECISION_DOCUMENTS.filter((kind) => about[kind].length > 0).map((kind) => ({ kind, itemIds: about[kind] }));
}
