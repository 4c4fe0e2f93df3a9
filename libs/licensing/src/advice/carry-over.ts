// Which lines of a superseded application's advice still hold for the amended one: those of unchanged items, while nothing changed that every item is judged by.
// Export Control Law Art. 13.
import type { PaperKind, PartyRole } from '../application/content';
import type { DifferenceRow } from '../application/difference';
import type { AdviceLine } from './advice';

/** Why a line does not carry over. The first three concern the item alone, the others every item. */
export type CarryOverBar =
  | 'item-changed'
  | 'item-added'
  | 'item-removed'
  | 'exporter-changed'
  | 'destination-changed'
  | 'kind-of-export-changed'
  | 'end-use-changed'
  | 'party-changed'
  | 'paper-changed';

export interface CarriedItem {
  readonly itemId: string;
  /** The line that holds on; null where it does not. */
  readonly line: AdviceLine | null;
  /** Each change that stands against it, with its path; empty where the line holds on. */
  readonly because: readonly { readonly bar: CarryOverBar; readonly at: string }[];
}

/** Parties whose person is judged; a carrier or agent is not. */
const JUDGED_ROLES: readonly PartyRole[] = ['importer', 'consignee', 'middleman', 'end-user'];

/** Papers by which end user, end use and item are judged: test report and certificates. None is bound to one item. */
const JUDGED_PAPERS: readonly PaperKind[] = ['A4', 'A5', 'A6'];

const SHARED_FIELDS: Readonly<Record<string, CarryOverBar>> = {
  'applicant.creditCode': 'exporter-changed',
  'shipment.destination': 'destination-changed',
  'shipment.deliveryForm': 'kind-of-export-changed',
  'shipment.tradeMode': 'kind-of-export-changed',
};

/**
 * Whether each line of the old advice carries over, in the order of the lines, then each added item. `difference` is that of the two applications' contents and papers.
 * Contract, route, port, other papers and the exporter's contacts do not stand against it.
 */
export function carriedLines(lines: readonly AdviceLine[], difference: readonly DifferenceRow[]): CarriedItem[] {
  const shared = difference.flatMap((row) => {
    const bar = sharedBar(row);
    return bar ? [{ bar, at: row.at }] : [];
  });
  const old = lines.map((line) => {
    const because = [...itemBars(line.itemId, difference), ...shared];
    return { itemId: line.itemId, line: because.length === 0 ? line : null, because };
  });
  const named = new Set(lines.map(({ itemId }) => itemId));
  const added = difference.flatMap((row) => {
    const itemId = row.subject?.section === 'items' ? row.subject.id : null;
    if (itemId === null || !isWholeItem(row) || row.kind !== 'added' || named.has(itemId)) return [];
    return [{ itemId, line: null, because: [{ bar: 'item-added' as const, at: row.at }, ...shared] }];
  });
  return [...old, ...added];
}

function sharedBar({ at, subject }: DifferenceRow): CarryOverBar | null {
  if (subject?.section === 'papers') return JUDGED_PAPERS.includes(subject.id) ? 'paper-changed' : null;
  if (subject?.section === 'parties') return subject.roles.some((role) => JUDGED_ROLES.includes(role)) ? 'party-changed' : null;
  return at.startsWith('endUse.') ? 'end-use-changed' : (SHARED_FIELDS[at] ?? null);
}

function itemBars(itemId: string, difference: readonly DifferenceRow[]): CarriedItem['because'] {
  return difference
    .filter(({ subject }) => subject?.section === 'items' && subject.id === itemId)
    .map((row) => ({
      bar: isWholeItem(row) && row.kind !== 'changed' ? (`item-${row.kind}` as const) : 'item-changed',
      at: row.at,
    }));
}

/** A row of the item itself, not of a field or of a row inside it. */
function isWholeItem({ at }: DifferenceRow): boolean {
  return /^items\.\d+$/.test(at);
}
