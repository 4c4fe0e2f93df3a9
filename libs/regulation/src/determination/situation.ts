// The facts of one determination beside the law of its day: places, statements and what is asked of the item.
import type { LocalDate } from '#kernel';
import { statedItem, type StatedItem } from '../condition/stated';
import type { LawOnDay, MeasureOnDay, Rulebook } from '../rulebook/rulebook';
import type { EnteredKnowledge, ExportFacts, StatementFacts } from './facts';
import { refsOf } from './statement-words';

export interface Situation {
  readonly rulebook: Rulebook;
  readonly law: LawOnDay;
  readonly facts: ExportFacts;
  readonly stated: StatedItem;
  readonly entered: readonly EnteredKnowledge[];
  /** Where the thing leaves from; taken to be China while nothing else is stated. */
  readonly from: string;
  /** Where it goes; null when not stated. */
  readonly to: string | null;
  statements(predicate: string, about?: string): readonly StatementFacts[];
}

const HOME = 'CN';

/** The situation on one day; the words of the facts do not depend on the day, so a caller that asks many days passes them on. */
export function situationOf(
  rulebook: Rulebook,
  facts: ExportFacts,
  on: LocalDate,
  knownOn: LocalDate | null,
  stated = statedBy(rulebook, facts),
): Situation {
  const entered = (facts.operatorKnowledge ?? [])
    .flatMap((row) => [row.enteredInstrument, row.enteredState])
    .filter((row) => row !== undefined);
  const statements = facts.statements ?? [];
  return {
    rulebook,
    law: rulebook.on(on, knownOn, entered),
    facts,
    stated,
    entered,
    from: facts.from ?? facts.exporter?.place ?? HOME,
    to: facts.to ?? null,
    statements: (predicate, about) =>
      statements.filter(
        (row) => row.predicate === predicate && (about === undefined || row.about === undefined || row.about.startsWith(about)),
      ),
  };
}

/** What the facts state about the item. */
export function statedBy(rulebook: Rulebook, facts: ExportFacts): StatedItem {
  const about = (facts.statements ?? []).filter((row) => row.about === undefined || row.about === 'item');
  return statedItem(rulebook, facts.item ?? {}, facts.endUse, about);
}

/** The thing leaves China, its people take it abroad, or it is handed to a foreign person inside China. */
export function leavesChina(situation: Situation): boolean {
  return situation.from === HOME && reachesOthers(situation);
}

function reachesOthers({ to, statements }: Situation): boolean {
  return to !== HOME || statements('is-foreign-person').length > 0 || statements('sends-personnel-abroad').length > 0;
}

/** The act is bound by a rule on what leaves China, or by one that follows Chinese persons wherever they act. */
export function isBoundBy({ measure }: MeasureOnDay, situation: Situation): boolean {
  if (leavesChina(situation)) return true;
  return FOLLOWS_PERSONS.test(measure.scope.exporters ?? '') && isChinesePerson(situation) && reachesOthers(situation);
}

/** How a scope names persons whom its rule follows abroad. */
const FOLLOWS_PERSONS = /\bPRC (citizens|persons|legal persons)\b/;

function isChinesePerson({ facts, statements }: Situation): boolean {
  if (facts.exporter?.place === HOME) return true;
  return statements('is-citizen-of').some((row) => (row.about ?? 'exporter') === 'exporter' && refsOf(row).includes(HOME));
}

/** Where the thing goes and where its end users are: a rule on a destination asks for both. */
export function destinationsOf({ to, facts }: Situation): readonly string[] {
  const users = (facts.parties ?? []).filter(({ role }) => role === 'end-user').map(({ country }) => country);
  return [...new Set([to, ...users])].filter((country) => country !== null && country !== undefined);
}

/** The act takes place between places outside China. */
export function isAbroad(situation: Situation): boolean {
  return situation.from !== HOME && situation.to !== HOME;
}

/** Of Chinese origin: stated as such, or forwarded as such; undefined when no origin is stated. */
export function isOfChineseOrigin({ facts, statements }: Situation): boolean | undefined {
  if (statements('forwards-goods-of-origin').some((row) => refsOf(row).includes(HOME))) return true;
  const origin = facts.item?.origin;
  return origin === undefined ? undefined : origin === HOME;
}
