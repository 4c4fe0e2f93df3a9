// Visits every node of a condition tree with its place in the file.
import type { ConditionNode } from './condition-schema';

type Place = readonly PropertyKey[];

export function walkConditions(node: ConditionNode, at: Place, visit: (node: ConditionNode, at: Place) => void): void {
  visit(node, at);
  (node.allOf ?? []).forEach((child, i) => {
    walkConditions(child, [...at, 'allOf', i], visit);
  });
  (node.anyOf ?? []).forEach((child, i) => {
    walkConditions(child, [...at, 'anyOf', i], visit);
  });
  if (node.not) walkConditions(node.not, [...at, 'not'], visit);
  (node.whenStated ?? []).forEach((substitute, i) => {
    walkConditions(substitute.use, [...at, 'whenStated', i, 'use'], visit);
  });
}

/** All tests of the tree. */
export function testsOf(root: ConditionNode): ConditionNode[] {
  const tests: ConditionNode[] = [];
  walkConditions(root, [], (node) => {
    if (node.property !== undefined) tests.push(node);
  });
  return tests;
}
