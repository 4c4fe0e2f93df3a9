// The floors of the house as files: arrows only down, floor 0 without a machine under it, names and heads as agreed.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from '#gateways';

const ROOT = repositoryRoot();
const FLOORS: Record<string, number> = {
  kernel: 0,
  regulation: 0,
  licensing: 0,
  casework: 1,
  store: 2,
  queue: 2,
  documents: 2,
  gateways: 2,
};
const LINES = 300;

const files = ['apps', 'libs', 'test'].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name.split(path.sep).join('/')}`),
);
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const source = files.filter((file) => !file.endsWith('.spec.ts') && !file.startsWith('test/'));
const within = (...libs: string[]) => source.filter((file) => libs.some((lib) => file.startsWith(`libs/${lib}/`)));
const holding = (among: readonly string[], pattern: RegExp) => among.filter((file) => pattern.test(read(file)));

test('every arrow goes down', () => {
  const command = [
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
    'apps',
    'libs',
  ];
  const output = run(command);
  const { summary } = JSON.parse(output) as {
    summary: { totalCruised: number; violations: { rule: { name: string }; from: string; to: string }[] };
  };
  expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  expect(summary.totalCruised).toBeGreaterThan(source.length);
}, 60_000);

test('the libs of the house are those of the plan, and none is a drawer for everything', () => {
  expect(readdirSync(path.join(ROOT, 'libs')).sort()).toEqual(Object.keys(FLOORS).sort());
});

test.each(Object.entries(FLOORS))('%s says in its first line what it is and that it stands on floor %i', (lib, floor) => {
  expect(read(`libs/${lib}/src/index.ts`)).toMatch(new RegExp(`^// ${lib} \\(floor ${floor}\\): `));
});

test('floor 0 knows no clock, no chance, no environment and no timer', () => {
  const floor0 = within('kernel', 'regulation', 'licensing');
  expect(floor0.length).toBeGreaterThan(20);
  expect(holding(floor0, /\bprocess\.|Date\.now|new Date\(\)|Math\.random|randomUUID|setTimeout|setInterval|\bfetch\(/)).toEqual(
    [],
  );
});

test('casework takes @Injectable of Nest and nothing else', () => {
  const importing = holding(within('casework'), /from '@nestjs\//);
  expect(importing.length).toBeGreaterThan(10);
  expect(importing.filter((file) => !/import \{ Injectable \} from '@nestjs\/common';/.test(read(file)))).toEqual([]);
  expect(holding(within('casework'), /from '@nestjs\/(?!common)/)).toEqual([]);
});

test('only the system clock reads the wall clock', () => {
  expect(holding(source, /Date\.now\(|new Date\(\)/)).toEqual(['libs/gateways/src/clock/system-clock.ts']);
});

test('nobody dodges a circle', () => {
  expect(holding(source, /forwardRef/)).toEqual([]);
});

test('a file begins with what it decides', () => {
  const headless = source.filter((file) => !/^(#!.*\n)?\/\/ \S/.test(read(file)));
  expect(headless).toEqual([]);
});

test('names are in kebab-case with the role last', () => {
  expect(files.filter((file) => !/^[a-z0-9-]+(\.[a-z-]+)*\.ts$/.test(path.basename(file)))).toEqual([]);
});

test(`no file of the program is longer than ${LINES} lines`, () => {
  expect(source.filter((file) => read(file).split('\n').length > LINES + 1)).toEqual([]);
});

test('nothing is put off: no TODO, no skipped or lone test', () => {
  expect(holding(source, /\b(TODO|FIXME|XXX)\b/)).toEqual([]);
  const specs = files.filter((file) => file.endsWith('.spec.ts') && !file.endsWith('guards/floors.spec.ts'));
  expect(holding(specs, /\b(test|it|describe)\.only\b|\bx(it|describe|test)\(/)).toEqual([]);
});

function run(command: readonly string[]): string {
  try {
    return execFileSync(process.execPath, command, { cwd: ROOT, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
  } catch (error) {
    const { stdout } = error as { stdout?: string };
    if (stdout) return stdout;
    throw error;
  }
}
