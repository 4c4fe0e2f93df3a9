// The entries as one decision table of the GoRules engine: every row that is met is collected, with the margins of its numbers.
import { ZenEngine } from '@gorules/zen-engine';
import { numbersOf, type FlatFacts, type FlatList, type FlatNode } from './flat-facts';

export interface Rival {
  /** Ids of the entries that are met. */
  run(facts: FlatFacts): Promise<readonly string[]>;
  close(): void;
}

export function zen({ entries }: FlatList): Rival {
  const engine = new ZenEngine();
  const decision = engine.createDecision({
    contentType: 'application/vnd.gorules.decision',
    nodes: [
      { id: 'in', name: 'in', type: 'inputNode', position: { x: 0, y: 0 } },
      {
        id: 'list',
        name: 'list',
        type: 'decisionTableNode',
        position: { x: 1, y: 0 },
        content: {
          hitPolicy: 'collect',
          inputs: [{ id: 'met', name: 'met' }],
          outputs: [
            { id: 'entry', name: 'entry', field: 'entry' },
            { id: 'margins', name: 'margins', field: 'margins' },
          ],
          rules: entries.map(({ id, tree }, place) => ({
            _id: `r${place}`,
            met: expression(tree),
            entry: JSON.stringify(id),
            margins: `[${numbersOf(tree)
              .map(({ key, limit }) => `${key} == null ? null : ${key} - ${limit}`)
              .join(', ')}]`,
          })),
        },
      },
      { id: 'out', name: 'out', type: 'outputNode', position: { x: 2, y: 0 } },
    ],
    edges: [
      { id: 'a', sourceId: 'in', targetId: 'list', type: 'edge' },
      { id: 'b', sourceId: 'list', targetId: 'out', type: 'edge' },
    ],
  });
  return {
    run: async (facts) => {
      const { result, trace } = await decision.evaluate(facts, { trace: true });
      if (!trace) throw new Error('The engine gave no trace');
      return (result as { entry: string }[]).map(({ entry }) => entry);
    },
    close: () => {
      engine.dispose();
    },
  };
}

function expression(node: FlatNode): string {
  if ('allOf' in node) return `(${node.allOf.map(expression).join(' and ')})`;
  if ('anyOf' in node) return `(${node.anyOf.map(expression).join(' or ')})`;
  if ('not' in node) return `not (${expression(node.not)})`;
  if ('words' in node)
    return `(${node.words.map((word) => `${JSON.stringify(word)} in ${node.key}`).join(node.op === 'all' ? ' and ' : ' or ')})`;
  return `(${node.key} != null and ${node.key} ${node.op === '=' ? '==' : node.op} ${node.limit})`;
}
