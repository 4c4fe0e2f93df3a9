// What the routing rules look at in a case: the codes, the way, the parties as the lists know them, the value. What nobody stated stays unknown.
import { decimal, type LocalDate } from '#kernel';
import type { ApplicationContent, PartyFlag, RoutingFacts } from '#licensing';
import type { Rulebook } from '#regulation';
import { itemFactFaults } from '../applications/check-item-facts';
import { exportFacts } from '../applications/export-facts';
import { determine } from '../applications/remembered-determination';
import type { ApplicationRecord } from '../records';

/** The case as the rules see it at the stage on the day. `codes` are the authority's own, where there is advice; the exporter's are added, so that a rule for either fires. */
export function routingFacts(
  rulebook: Rulebook,
  { procedure, status, content }: Pick<ApplicationRecord, 'procedure' | 'status' | 'content'>,
  codes: readonly string[],
  day: LocalDate,
): RoutingFacts {
  let flags: Flags | undefined;
  // Read only where a rule asks: it takes a determination.
  const read = () => (flags ??= readFlags(rulebook, content, day));
  return {
    procedure,
    stage: status,
    codes: [...new Set([...codes.filter(Boolean), ...content.items.map((item) => item.controlCode)])],
    destination: content.shipment.destination,
    endUserCountries: content.parties.filter(({ role }) => role === 'end-user').map(({ country }) => country),
    ...valueOf(content),
    get partyFlags() {
      return read().partyFlags;
    },
    get unknownFlags() {
      return read().unknownFlags;
    },
  };
}

/** The whole value in its one currency; unknown where lines lack a value or differ in currency. */
function valueOf({ items }: ApplicationContent): Pick<RoutingFacts, 'value' | 'currency'> {
  const [currency = '', ...others] = new Set(items.map((item) => item.currency));
  if (!currency || others.length > 0 || items.some((item) => !item.value)) return { value: null, currency };
  return { value: items.reduce((sum, item) => sum.plus(item.value), decimal(0)).toString(), currency };
}

type Flags = Pick<RoutingFacts, 'partyFlags' | 'unknownFlags'>;

/** Flags that the lists of parties decide. */
const LISTED: readonly PartyFlag[] = ['hit', 'near', 'watch-listed'];

function readFlags(rulebook: Rulebook, content: ApplicationContent, day: LocalDate): Flags {
  const { military } = content.endUse;
  const listed = listedFlags(rulebook, content, day);
  const flags = new Set(listed);
  if (military) flags.add('military');
  if (content.parties.some(({ role }) => role === 'middleman')) flags.add('middleman');
  return {
    partyFlags: [...flags].sort(),
    unknownFlags: [...(listed ? [] : LISTED), ...(military === null ? (['military'] as const) : [])],
  };
}

/** Lists name parties, not goods: the first item whose facts can be judged tells all. Null where none can be. */
function listedFlags(rulebook: Rulebook, content: ApplicationContent, day: LocalDate): PartyFlag[] | null {
  const item = content.items.find((_, index) => itemFactFaults(rulebook, content, index).length === 0);
  if (!item) return null;
  const { findings } = determine(rulebook, exportFacts(content, item, rulebook.propertyWords), day);
  return findings.flatMap((finding): PartyFlag[] => {
    const measure = rulebook.instrumentOf(finding.instrument)?.measures.find(({ id }) => id === finding.measure);
    if (finding.regime !== 'party-list' || !measure?.listType) return [];
    const named = finding.conditions?.children?.[0]?.verdict === 'met' ? 'hit' : 'near';
    return measure.listType === 'watch' ? [named, 'watch-listed'] : [named];
  });
}
