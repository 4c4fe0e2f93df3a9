// The labelled products of the Chinese list beside the repository, as facts; none where the file is absent, which is said once.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ItemFacts, StatedParameter } from '#regulation';
import { ROOT } from './shipped-law';
import { wherePresent } from '../harness/where-present';

const FILE = path.resolve(ROOT, '../shared/data/classification-pairs.csv');
const present = existsSync(FILE);
/** Skips, with the reason printed, where the file is absent. */
export const whereLabelled = wherePresent(
  present ? null : '../shared/data/classification-pairs.csv is not here',
  'the labelled products',
);

export interface Product {
  id: string;
  description: string;
  parameters: Record<string, unknown>;
  list: string;
  code: string;
  status: string;
  as_of: string;
}

const WORDS: Record<string, [string, string]> = {
  purity_pct: ['purity', '%'],
  density_g_cm3: ['density', 'g/cm3'],
  elastic_limit_mpa: ['elastic limit', 'MPa'],
  elongation_pct: ['elongation', '%'],
  uts_mpa: ['ultimate tensile strength', 'MPa'],
  w_pct: ['tungsten content', '% by weight'],
  flexural_strength_mpa: ['flexural strength', 'MPa'],
  energy_density_wh_kg: ['gravimetric energy density', 'Wh/kg'],
  alloy: ['alloy system', 'text'],
  sintered: ['sintered', 'boolean'],
};

function rowsOf(csv: string): string[][] {
  const rows: string[][] = [[]];
  let field = '';
  let quoted = false;
  for (let i = 0; i < csv.length; i += 1) {
    const sign = csv.charAt(i);
    if (quoted && sign === '"' && csv.charAt(i + 1) === '"') {
      field += '"';
      i += 1;
    } else if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === ',' || sign === '\n')) {
      rows.at(-1)?.push(field);
      field = '';
      if (sign === '\n') rows.push([]);
    } else if (sign !== '\r') field += sign;
  }
  return rows.filter((row) => row.length > 1);
}

export function products(): Product[] {
  if (!present) return [];
  const [head = [], ...rows] = rowsOf(readFileSync(FILE, 'utf8'));
  return rows
    .map((row) => Object.fromEntries(head.map((key, i) => [key, row[i] ?? ''])) as Record<string, string>)
    .map(
      (row) => ({ ...row, parameters: JSON.parse(row['parameters'] || '{}') as Record<string, unknown> }) as unknown as Product,
    )
    .filter((row) => row.list === 'CN');
}

export function itemOf({ description, parameters }: Product): ItemFacts {
  const stated: StatedParameter[] = [];
  for (const [key, value] of Object.entries(parameters)) {
    const word = WORDS[key];
    if (word && (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean'))
      stated.push({ property: word[0], value, unit: word[1] });
    if (key === 'block_mm' && Array.isArray(value)) stated.push({ property: 'size', value: value.join(' x '), unit: 'mm' });
  }
  const { hs_cn: hsCode } = parameters;
  return { kind: 'goods', nameZh: description, parameters: stated, ...(typeof hsCode === 'string' ? { hsCode } : {}) };
}
