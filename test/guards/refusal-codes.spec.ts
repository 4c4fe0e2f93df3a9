// Each code that the program refuses with has its words, with the kind it is refused by; no words are left over; placeholders are whole in both languages.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { PLACEHOLDER, PLACEHOLDER_FORMS } from '../../apps/server/src/http/refusals/describe';
import { REFUSAL_CODES, refusalText, STATUS_OF_KIND } from '../../apps/server/src/http/refusals/refusals';
import { repositoryRoot } from '#gateways';

interface Use {
  readonly code: string;
  /** Null where the code marks a single fault. */
  readonly kind: string | null;
  readonly where: string;
}

const root = repositoryRoot();
const files = ['apps', 'libs'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts') && !/http\/refusals\/[a-z]+-refusals\.ts$/.test(name)),
);
const kinds = new Set(Object.keys(STATUS_OF_KIND));
const uses: Use[] = [];
const literals = new Set<string>();
for (const file of files)
  walk(ts.createSourceFile(file, readFileSync(path.join(root, file), 'utf8'), ts.ScriptTarget.Latest, true));

function walk(node: ts.Node): void {
  if (ts.isStringLiteral(node)) literals.add(node.text);
  const where = () =>
    `${node.getSourceFile().fileName}:${node.getSourceFile().getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
  if (ts.isNewExpression(node) && node.expression.getText() === 'Refusal') {
    const [kind, code] = node.arguments ?? [];
    if (kind && code && ts.isStringLiteral(kind) && ts.isStringLiteral(code))
      uses.push({ kind: kind.text, code: code.text, where: where() });
  }
  if (ts.isArrayLiteralExpression(node)) {
    const [kind, code] = node.elements;
    if (
      kind &&
      code &&
      ts.isStringLiteral(kind) &&
      ts.isStringLiteral(code) &&
      kinds.has(kind.text) &&
      node.elements.length <= 3
    ) {
      uses.push({ kind: kind.text, code: code.text, where: where() });
    }
  }
  if (ts.isObjectLiteralExpression(node) && isFault(node)) {
    for (const property of node.properties) {
      if (ts.isPropertyAssignment(property) && property.name.getText() === 'code' && ts.isStringLiteral(property.initializer)) {
        uses.push({ kind: null, code: property.initializer.text, where: where() });
      }
    }
  }
  ts.forEachChild(node, walk);
}

/** An object of the shape of a Fault: a code, and nothing but a place and facts. */
function isFault(node: ts.ObjectLiteralExpression): boolean {
  const names = node.properties.map((property) => property.name?.getText());
  return names.includes('code') && names.every((name) => name !== undefined && ['code', 'at', 'facts'].includes(name));
}

it('finds the refusals of the program', () => {
  expect(uses.filter(({ kind }) => kind !== null).length).toBeGreaterThan(40);
  expect(uses.filter(({ kind }) => kind === null).length).toBeGreaterThan(30);
});

it('has words for each code that is refused or marked', () => {
  const without = uses.filter(({ code }) => !refusalText(code)).map(({ code, where }) => `${code} (${where})`);
  expect(without).toEqual([]);
});

it('names the kind by which each code is refused', () => {
  const other = uses
    .filter(({ kind, code }) => kind !== null && refusalText(code)?.kind !== kind)
    .map(({ kind, code, where }) => `${code}: ${kind} (${where})`);
  expect(other).toEqual([]);
});

it('has no words that nobody uses', () => {
  expect(REFUSAL_CODES.filter((code) => !literals.has(code))).toEqual([]);
});

it.each(REFUSAL_CODES)('%s has whole words in both languages', (code) => {
  const text = refusalText(code);
  for (const part of ['title', 'detail', 'cure'] as const) {
    const zh = text?.[part].zh ?? '';
    const en = text?.[part].en ?? '';
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).toMatch(/^[\x20-\x7e…’“”·–]+$/);
    const names = (words: string) => [...words.matchAll(PLACEHOLDER)].map(([whole]) => whole).sort();
    expect(names(zh)).toEqual(names(en));
    for (const [, , form] of en.matchAll(PLACEHOLDER)) if (form) expect(PLACEHOLDER_FORMS).toContain(form);
    expect(zh.replace(PLACEHOLDER, '') + en.replace(PLACEHOLDER, '')).not.toMatch(/[{}]/);
  }
});
