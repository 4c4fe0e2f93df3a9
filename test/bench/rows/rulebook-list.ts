// Findings on the item lists with their margins against a general rule engine. Both hold all item entries of the shipped law, and both are handed the
// same items with their names already read into values, since a general engine reads none.
import { productExportFacts } from '#casework';
import { loadLaw } from '#gateways';
import { localDate, type LocalDate } from '#kernel';
import type { ExportFacts, Rulebook } from '#regulation';
import { itemFindings } from '../../../libs/regulation/src/determination/item-findings';
import { situationOf, statedBy } from '../../../libs/regulation/src/determination/situation';
import type { Sides } from '../in-turns';
import { products } from '../items';
import { flatList, type FlatFacts, type FlatList } from '../rivals/flat-facts';
import { jsonRules } from '../rivals/json-rules';
import { zen, type Rival } from '../rivals/zen';

const SEED = 20_260_302;
const DAY = localDate('2026-03-02');
/** Items that both sides take, round and round. */
const ITEMS = 500;

export const rulebookVsZen = () => listFindings(zen, { own: 1_500, rival: 400 });
export const rulebookVsJsonRulesEngine = () => listFindings(jsonRules, { own: 1_500, rival: 20 });

/** Items of one turn of each side. */
interface Turn {
  readonly own: number;
  readonly rival: number;
}

/** Exports of products drawn by lot. */
export function drawnExports(rulebook: Rulebook, count: number): ExportFacts[] {
  const drawn = products(rulebook, SEED);
  return Array.from({ length: count }, () => productExportFacts(drawn.next().value, rulebook.propertyWords));
}

async function listFindings(rival: (list: FlatList) => Rival, turn: Turn): Promise<Sides> {
  const { rulebook } = await loadLaw();
  const facts = drawnExports(rulebook, ITEMS);
  const list = flatList(rulebook);
  const flat = facts.map((row) => list.factsOf(statedBy(rulebook, row)));
  const other = rival(list);
  console.error(`${facts.length} items, ${list.entries.length} entries; ${await agreement(rulebook, facts, flat, other)}`);
  const own = rounds(facts);
  const theirs = rounds(flat);
  return {
    product: () => {
      // Read anew for each turn: what is remembered of an item lasts no longer than its reading.
      const situations = Array.from({ length: turn.own }, () => situationOf(rulebook, own(), DAY, null));
      const begun = performance.now();
      for (const situation of situations) itemFindings(situation);
      return Promise.resolve(perSecond(turn.own, begun));
    },
    bare: async () => {
      const begun = performance.now();
      for (let left = turn.rival; left > 0; left--) await other.run(theirs());
      return perSecond(turn.rival, begun);
    },
    close: () => {
      other.close();
      return Promise.resolve();
    },
  };
}

/** Met entries of the findings on the item lists. */
function metEntries(rulebook: Rulebook, facts: ExportFacts, day: LocalDate): Set<string> {
  const { findings } = itemFindings(situationOf(rulebook, facts, day, null));
  return new Set(findings.filter(({ conditions }) => conditions?.verdict === 'met').flatMap(({ rows }) => rows));
}

/** How often the rival, which knows neither days, names nor notes, meets an entry that the rulebook meets too: it must do real work. */
async function agreement(
  rulebook: Rulebook,
  facts: readonly ExportFacts[],
  flat: readonly FlatFacts[],
  other: Rival,
): Promise<string> {
  let met = 0;
  let both = 0;
  for (const [place, row] of facts.entries()) {
    const own = metEntries(rulebook, row, DAY);
    for (const id of await other.run(flat[place] ?? {})) {
      met += 1;
      if (own.has(id)) both += 1;
    }
  }
  if (both === 0) throw new Error('The rival meets no entry that the rulebook meets');
  return `the rival meets ${met} entries, ${both} of them met by the rulebook on ${DAY}`;
}

function rounds<T>(things: readonly T[]): () => T {
  let next = 0;
  return () => {
    const thing = things[next++ % things.length];
    if (thing === undefined) throw new Error('There is nothing to measure with');
    return thing;
  };
}

function perSecond(count: number, begun: number): number {
  return count / ((performance.now() - begun) / 1000);
}
