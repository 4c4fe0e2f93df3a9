// Draws the generated pictures of the README: the map of the house from the real imports, and the lifecycle from the transition tables.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { applicationGraph, licenceGraph, lifecyclePicture } from '#licensing';

export const ROOT = path.resolve(__dirname, '../..');

/** All TypeScript files below the folder. */
function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return sources(full);
    return entry.name.endsWith('.ts') && !entry.name.endsWith('.spec.ts') ? [full] : [];
  });
}

function roomsOf(kind: 'apps' | 'libs'): string[] {
  return readdirSync(path.join(ROOT, kind)).sort();
}

function importsOf(kind: 'apps' | 'libs', room: string): string[] {
  const found = new Set<string>();
  for (const file of sources(path.join(ROOT, kind, room, 'src'))) {
    for (const match of readFileSync(file, 'utf8').matchAll(/from '#([a-z]+)'/g))
      if (match[1] && match[1] !== room) found.add(match[1]);
  }
  return [...found].sort();
}

const FLOORS: readonly { title: string; rooms: readonly string[] }[] = [
  { title: 'floor 3 · doors', rooms: ['server', 'worker', 'cli'] },
  { title: 'floor 2 · outside', rooms: ['store', 'queue', 'documents', 'gateways'] },
  { title: 'floor 1 · verbs', rooms: ['casework'] },
  { title: 'floor 0 · rules', rooms: ['licensing', 'regulation', 'kernel'] },
];

/** Each arrow is a real import; an arrow that a longer way already shows is left out. */
export function houseMap(): string {
  const arrows = new Map<string, readonly string[]>([
    ...roomsOf('apps').map((room) => [room, importsOf('apps', room)] as const),
    ...roomsOf('libs').map((room) => [room, importsOf('libs', room)] as const),
  ]);
  const reaches = (from: string, to: string): boolean =>
    (arrows.get(from) ?? []).some((next) => next === to || reaches(next, to));
  const lines = FLOORS.flatMap(({ title, rooms }, floor) => [
    `  subgraph f${String(FLOORS.length - 1 - floor)}["${title}"]`,
    ...rooms.map((room) => `    ${room}`),
    '  end',
  ]);
  for (const [from, targets] of arrows) {
    for (const to of targets) {
      if (!targets.some((other) => other !== to && reaches(other, to))) lines.push(`  ${from} --> ${to}`);
    }
  }
  return ['flowchart TD', ...lines].join('\n');
}

export const BLOCKS: Readonly<Record<string, () => string>> = {
  map: houseMap,
  lifecycle: () => lifecyclePicture(applicationGraph),
  'licence-lifecycle': () => lifecyclePicture(licenceGraph),
};

/** The README with each generated block renewed. Throws Error when a block has no place. */
export function renewed(readme: string): string {
  return Object.entries(BLOCKS).reduce((text, [name, draw]) => {
    const place = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- /${name} -->)`);
    if (!place.test(text)) throw new Error(`README.md has no place <!-- ${name} --> … <!-- /${name} -->`);
    return text.replace(place, (_whole, open: string, close: string) => `${open}\n\`\`\`mermaid\n${draw()}\n\`\`\`\n\n${close}`);
  }, readme);
}
