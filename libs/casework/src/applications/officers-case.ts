// What only officers see of a case: its queues, the advice of every level with its conflicts, what carries over and what was decided before.
import { Injectable } from '@nestjs/common';
import { Clock, type LocalDate } from '#kernel';
import {
  carriedLines,
  conflicts,
  decisionOf,
  differenceBetween,
  documentsFor,
  isDocumentOpen,
  paperDifferences,
  precedentFit,
  proposal,
  standing,
  type DifferenceRow,
  type GuardFacts,
} from '#licensing';
import type { Actor } from '../actor';
import type { Transaction } from '../ports/store.port';
import { officersDesk } from '../queues/officers-desk';
import type { RuleRecord } from '../queues/queue-records';
import type { AdviceRecord, ApplicationRecord } from '../records';
import { amendedBefore, type AmendedBefore } from './amended-before';
import type { AdviceBoard, OfficerView, PlaceView, Precedent } from './application-view';
import { finalAdvice, newestFinal, preparedFor, type CaseFile } from './case-file';

type OfficersPart = Pick<
  OfficerView,
  | 'round'
  | 'places'
  | 'advice'
  | 'board'
  | 'countersignatures'
  | 'signaturesAsked'
  | 'finalLines'
  | 'documents'
  | 'difference'
  | 'comparedWith'
  | 'watching'
>;

/** Most precedents that a case offers for each product. */
const MOST_PRECEDENTS = 50;

@Injectable()
export class OfficersCase {
  constructor(private readonly clock: Clock) {}

  async of(tx: Transaction, actor: Actor, file: CaseFile, facts: GuardFacts): Promise<OfficersPart> {
    const { application, countersignatures, advice } = file;
    const before = await amendedBefore(tx, application);
    const difference = before ? await this.difference(tx, before.application, file) : [];
    const final = finalAdvice(file);
    return {
      round: application.round,
      places: await this.places(tx, actor, file),
      advice,
      board: await this.board(tx, file, before, difference),
      countersignatures,
      signaturesAsked: facts.signaturesAsked,
      finalLines: final?.lines ?? null,
      documents: final ? documentsOf(file, final, this.clock.today()) : [],
      difference,
      comparedWith: before && { id: before.application.id, reference: before.application.reference, advice: before.level },
      watching: (await tx.places.watchers(application.id)).includes(actor.personId),
    };
  }

  private async difference(
    tx: Transaction,
    before: ApplicationRecord,
    { application, papers }: CaseFile,
  ): Promise<readonly DifferenceRow[]> {
    const earlier = await tx.papers.ofApplication(before.id);
    return [...differenceBetween(before.content, application.content), ...paperDifferences(earlier, papers)];
  }

  private async board(
    tx: Transaction,
    file: CaseFile,
    before: AmendedBefore | null,
    difference: readonly DifferenceRow[],
  ): Promise<AdviceBoard> {
    const { application, advice } = file;
    const final = finalAdvice(file);
    const newest = newestFinal(file);
    const rows = standing(advice, application.round).filter(({ level, id }) => level !== 'final' || id === final?.id);
    return {
      standing: advice.filter(({ id }) => rows.some((row) => row.id === id)),
      conflicts: [...conflicts(rows, 'reviewer'), ...conflicts(rows, 'team')],
      proposal: newest ? { lines: newest.lines, open: [] } : proposal(rows, 'final'),
      carried: before ? carriedLines(before.lines, difference) : [],
      precedents: await this.precedents(tx, application),
    };
  }

  private async precedents(tx: Transaction, { id, content }: ApplicationRecord): Promise<readonly Precedent[]> {
    const uses = await tx.products.uses(id);
    const earlier = await tx.decisions.ofProducts(
      uses.map(({ productId }) => productId),
      MOST_PRECEDENTS,
    );
    return uses.flatMap(({ itemId, productId, version }) => {
      const place = content.items.findIndex((item) => item.id === itemId);
      const item = content.items[place];
      if (!item) return [];
      return earlier
        .filter((row) => row.productId === productId && row.applicationId !== id)
        .map(({ applicationId, reference, line, publishedAt, productVersion, decidedItem }) => ({
          itemId,
          applicationId,
          reference,
          decidedItemId: decidedItem.id,
          line,
          publishedAt,
          ...precedentFit({ item: decidedItem, productVersion }, { item, productVersion: version }, place),
        }));
    });
  }

  private async places(tx: Transaction, actor: Actor, { places }: CaseFile): Promise<readonly PlaceView[]> {
    const queues = await tx.teams.queues();
    const teams = await tx.teams.teams();
    const desk = await officersDesk(tx, actor, this.clock.today());
    const rules = await this.rules(tx, places);
    return places.map((place) => {
      const queue = queues.find(({ id }) => id === place.queueId);
      const team = teams.find(({ id }) => id === queue?.teamId);
      if (!queue || !team) throw new Error(`Place ${place.id} is on a queue or team that is not there`);
      const yours = desk.queueIds.includes(queue.id);
      const rule = rules.find(({ id, version }) => id === place.ruleId && version === place.ruleVersion)?.name ?? null;
      const led = desk.ledQueueIds.includes(queue.id);
      return { ...place, queue: queue.name, team: team.name, teamId: team.id, rule, yours, led };
    });
  }

  /** The versions of rules that put the case where it stood. */
  private async rules(tx: Transaction, places: CaseFile['places']): Promise<RuleRecord[]> {
    const named = new Map(places.map(({ ruleId: id, ruleVersion: version }) => [`${id} ${version}`, { id, version }]));
    const rules: RuleRecord[] = [];
    for (const { id, version } of named.values()) {
      const rule = id === null || version === null ? null : await tx.rules.find(id, version);
      if (rule) rules.push(rule);
    }
    return rules;
  }
}

function documentsOf(file: CaseFile, final: AdviceRecord, today: LocalDate): OfficersPart['documents'] {
  const rows = preparedFor(file, final.id);
  return documentsFor(decisionOf(final.lines)).map(({ kind, itemIds }) => {
    const prepared = rows.find((row) => row.kind === kind) ?? null;
    return { kind, itemIds, prepared, open: isDocumentOpen(file.application.status, kind, prepared?.facts ?? null, today) };
  });
}
