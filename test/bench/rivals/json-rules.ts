// The entries as rules of json-rules-engine: one rule for each entry, its results carry the stated value beside the limit.
import { Engine, type NestedCondition, type RuleProperties } from 'json-rules-engine';
import type { FlatList, FlatNode } from './flat-facts';
import type { Rival } from './zen';

const OPERATORS = { '>': 'above', '>=': 'atLeast', '<': 'below', '<=': 'atMost', '=': 'exactly' } as const;

export function jsonRules({ entries }: FlatList): Rival {
  const engine = new Engine(
    entries.map(({ id, tree }): RuleProperties => ({ conditions: { all: [condition(tree)] }, event: { type: id } })),
  );
  const compared: Readonly<Record<string, (value: number, limit: number) => boolean>> = {
    above: (value, limit) => value > limit,
    atLeast: (value, limit) => value >= limit,
    below: (value, limit) => value < limit,
    atMost: (value, limit) => value <= limit,
    exactly: (value, limit) => value === limit,
  };
  for (const [name, holds] of Object.entries(compared))
    engine.addOperator(name, (value: number | null, limit: number) => value !== null && holds(value, limit));
  engine.addOperator('holdsAll', (held: string[], words: string[]) => words.every((word) => held.includes(word)));
  engine.addOperator('holdsAny', (held: string[], words: string[]) => words.some((word) => held.includes(word)));
  return {
    run: async (facts) => {
      const { results } = await engine.run({ ...facts });
      return results.map(({ event }) => event?.type ?? '');
    },
    close: () => {
      engine.stop();
    },
  };
}

function condition(node: FlatNode): NestedCondition {
  if ('allOf' in node) return { all: node.allOf.map(condition) };
  if ('anyOf' in node) return { any: node.anyOf.map(condition) };
  if ('not' in node) return { not: condition(node.not) };
  if ('words' in node) return { fact: node.key, operator: node.op === 'all' ? 'holdsAll' : 'holdsAny', value: [...node.words] };
  return { fact: node.key, operator: OPERATORS[node.op], value: node.limit };
}
