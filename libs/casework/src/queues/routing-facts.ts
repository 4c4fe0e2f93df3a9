// What the routing rules look at in a case: the codes, the way, the parties as the lists know them, the value. What nobody stated stays unknown.
import { decimal, type LocalDate } from '#kernel';
import type { ApplicationContent, PartyFlag, RoutingFacts } from '#licensing';
import type { Finding, Rulebook } from '#regulation';
import { itemFactFaults } from '../applications/check-item-facts';
import { exportFacts } from '../applications/export-facts';
import { determine } from '../applications/remembered-determination';
import type { ApplicationRecord } from '../records';

/** The case as the rules see it at the stage on the day. `codes` are the authority's own where there is advice, beside the exporter's. */
export function routingFacts(
  rulebook: Rulebook,
  { procedure, status, content }: Pick<ApplicationRecord, 'procedure' | 'status' | 'content'>,
  codes: readonly string[],
  day: LocalDate,
): RoutingFacts {
  let flags: readonly PartyFlag[] | undefined;
  return {
    procedure,
    stage: status,
    codes: [...new Set([...codes.filter(Boolean), ...content.items.map((item) => item.controlCode)])],
    destination: content.shipment.destination,
    endUserCountries: content.parties.filter(({ role }) => role === 'end-user').map(({ country }) => country),
    ...valueOf(content),
    // Read only where a rule asks: it takes a determination.
    get partyFlags() {
      return (flags ??= partyFlags(rulebook, content, day));
    },
  };
}

/** The whole value in its one currency; unknown where lines lack a value or differ in currency. */
function valueOf({ items }: ApplicationContent): Pick<RoutingFacts, 'value' | 'currency'> {
  const [currency = '', ...others] = new Set(items.map((item) => item.currency));
  if (!currency || others.length > 0 || items.some((item) => !item.value)) return { value: null, currency };
  return { value: items.reduce((sum, item) => sum.plus(item.value), decimal(0)).toString(), currency };
}

function partyFlags(rulebook: Rulebook, content: ApplicationContent, day: LocalDate): PartyFlag[] {
  const flags = new Set<PartyFlag>();
  if (content.endUse.military === true) flags.add('military');
  if (content.parties.some(({ role }) => role === 'middleman')) flags.add('middleman');
  for (const finding of partyFindings(rulebook, content, day)) {
    flags.add(finding.conditions?.children?.[0]?.verdict === 'met' ? 'hit' : 'near');
    const measure = rulebook.instrumentOf(finding.instrument)?.measures.find(({ id }) => id === finding.measure);
    if (measure?.listType === 'watch') flags.add('watch-listed');
  }
  return [...flags].sort();
}

/** Lists name parties, not goods: the first item whose facts can be judged tells all. */
function partyFindings(rulebook: Rulebook, content: ApplicationContent, day: LocalDate): readonly Finding[] {
  const item = content.items.find((_, index) => itemFactFaults(rulebook, content, index).length === 0);
  if (!item) return [];
  const { findings } = determine(rulebook, exportFacts(content, item, rulebook.propertyWords), day);
  return findings.filter(({ regime }) => regime === 'party-list');
}
