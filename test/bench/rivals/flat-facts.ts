// The same items and entries as general rule engines take them: a flat record of stated values, and of each entry its tree over that record.
import { decimal, decimalText, isDecimalText } from '#kernel';
import type { Rulebook } from '#regulation';
import type { ConditionNode } from '../../../libs/regulation/src/rulebook/condition-schema';
import { convert, sameDimension } from '../../../libs/regulation/src/condition/units';
import type { StatedItem } from '../../../libs/regulation/src/condition/stated';
import { itemEntries } from '../items';

/** Numbers, in the unit of the test, or null; texts and signs in lists. */
export type FlatFacts = Readonly<Record<string, number | null | readonly string[]>>;

/** A leaf: the fact's key, and what it is held against. */
export type FlatTest =
  | { readonly key: string; readonly op: '>' | '>=' | '<' | '<=' | '='; readonly limit: number }
  | { readonly key: string; readonly op: 'all' | 'any'; readonly words: readonly string[] };

export type FlatNode =
  { readonly allOf: readonly FlatNode[] } | { readonly anyOf: readonly FlatNode[] } | { readonly not: FlatNode } | FlatTest;

export interface FlatEntry {
  readonly id: string;
  readonly tree: FlatNode;
}

export interface FlatList {
  readonly entries: readonly FlatEntry[];
  /** The facts of an item, ready for any of the engines. */
  factsOf(stated: StatedItem): FlatFacts;
}

/** All item entries of the law. Chains between entries and what is built in are texts that no item states. */
export function flatList(rulebook: Rulebook): FlatList {
  const rows = itemEntries(rulebook);
  const keys = new Map<string, { readonly property: string; readonly unit: string | null }>();
  const keyOf = (property: string, unit: string | null): string => {
    const name = `${unit === null ? 'words' : 'number'}_${`${property} ${unit ?? ''}`.replace(/[^A-Za-z0-9]+/g, '_')}`;
    keys.set(name, { property, unit });
    return name;
  };
  const entries = rows.map(({ id, parameters }) => ({ id, tree: flat(parameters, keyOf) }));
  return { entries, factsOf: (stated) => Object.fromEntries([...keys].map(([key, asked]) => [key, valueOf(stated, asked)])) };
}

function flat(node: ConditionNode, keyOf: (property: string, unit: string | null) => string): FlatNode {
  if (node.allOf) return { allOf: node.allOf.map((child) => flat(child, keyOf)) };
  if (node.anyOf) return { anyOf: node.anyOf.map((child) => flat(child, keyOf)) };
  if (node.not) return { not: flat(node.not, keyOf) };
  const { property = '', op, value, unit = '', edges } = node;
  if (edges) return { allOf: edges.map((limit, edge) => ({ key: keyOf(`${property} ${edge}`, unit), op: numeric(op), limit })) };
  const values = (Array.isArray(value) ? value : [value]) as readonly (string | number | boolean)[];
  if (typeof values[0] === 'number')
    return { anyOf: values.map((limit) => ({ key: keyOf(property, unit), op: numeric(op), limit: Number(limit) })) };
  return { key: keyOf(property, null), op: op === 'contains' ? 'all' : 'any', words: values.map(String) };
}

function numeric(op: ConditionNode['op']): '>' | '>=' | '<' | '<=' | '=' {
  return op === '>' || op === '>=' || op === '<' || op === '<=' ? op : '=';
}

function valueOf(
  stated: StatedItem,
  { property, unit }: { readonly property: string; readonly unit: string | null },
): number | null | string[] {
  if (unit === null)
    return property === 'element' ? [...stated.elements] : stated.values(property).map(({ value }) => String(value));
  const first = stated.values(property).find((value) => sameDimension(value.unit, unit));
  if (!first || !isDecimalText(String(first.value))) return null;
  return Number(decimalText(convert(decimal(String(first.value)), first.unit, unit)));
}

/** The numeric tests of a tree, for the margins. */
export function numbersOf(node: FlatNode): Extract<FlatTest, { limit: number }>[] {
  if ('allOf' in node) return node.allOf.flatMap(numbersOf);
  if ('anyOf' in node) return node.anyOf.flatMap(numbersOf);
  if ('not' in node) return numbersOf(node.not);
  return 'limit' in node ? [node] : [];
}
