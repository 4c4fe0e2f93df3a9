// The shipped law files, read from the repository for the rule tests.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadRulebook, type LawText, type Rulebook, type RulebookSettings } from '#regulation';

export const ROOT = path.resolve(__dirname, '../..');
const LAW = path.join(ROOT, 'libs/regulation/data/china');
/** Facts of the domain that lie beside the repository on a work place; absent elsewhere. */
export const SHARED_LAW = path.resolve(ROOT, '../shared/domain/china');

export function shippedTexts(): LawText[] {
  return readdirSync(LAW, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ path: name.split(path.sep).join('/'), text: readFileSync(path.join(LAW, name), 'utf8') }));
}

const loaded = new Map<string, Rulebook>();

/** The shipped rulebook; loaded once for each setting in a test file. */
export function shippedRulebook(settings: RulebookSettings = {}): Rulebook {
  const key = JSON.stringify(settings);
  const kept = loaded.get(key);
  if (kept) return kept;
  const rulebook = loadRulebook(shippedTexts(), settings);
  loaded.set(key, rulebook);
  return rulebook;
}
