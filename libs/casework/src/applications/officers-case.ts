// What only officers see of a case: its queues, the advice of every level with its conflicts, what carries over and what was decided before.
import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import {
  carriedLines,
  conflicts,
  decisionOf,
  differenceBetween,
  documentsFor,
  proposal,
  standing,
  type CarriedItem,
  type DifferenceRow,
  type GuardFacts,
} from '#licensing';
import type { Actor } from '../actor';
import type { Transaction } from '../ports/store.port';
import { officersDesk } from '../queues/officers-desk';
import type { RuleRecord } from '../queues/queue-records';
import type { AdviceRecord, ApplicationRecord } from '../records';
import type { AdviceBoard, OfficerView, PlaceView, Precedent } from './application-view';
import { finalAdvice, preparedFor, type CaseFile } from './case-file';

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
  | 'watching'
>;

/** Most precedents that a case offers. */
const MOST_PRECEDENTS = 50;

@Injectable()
export class OfficersCase {
  constructor(private readonly clock: Clock) {}

  async of(tx: Transaction, actor: Actor, file: CaseFile, facts: GuardFacts): Promise<OfficersPart> {
    const { application, countersignatures, advice } = file;
    const amended = await this.amended(tx, application);
    const difference = amended ? differenceBetween(amended.content, application.content) : [];
    const final = finalAdvice(file);
    return {
      round: application.round,
      places: await this.places(tx, actor, file),
      advice,
      board: await this.board(tx, file, amended, difference),
      countersignatures,
      signaturesAsked: facts.signaturesAsked,
      finalLines: final?.lines ?? null,
      documents: final ? documentsOf(file, final) : [],
      difference,
      watching: (await tx.places.watchers(application.id)).includes(actor.personId),
    };
  }

  private async amended(tx: Transaction, { origin }: ApplicationRecord): Promise<ApplicationRecord | null> {
    return origin?.kind === 'amend' ? tx.applications.find(origin.id) : null;
  }

  private async board(
    tx: Transaction,
    { application, advice }: CaseFile,
    amended: ApplicationRecord | null,
    difference: readonly DifferenceRow[],
  ): Promise<AdviceBoard> {
    const rows = standing(advice, application.round);
    return {
      standing: advice.filter(({ id }) => rows.some((row) => row.id === id)),
      conflicts: [...conflicts(rows, 'reviewer'), ...conflicts(rows, 'team')],
      proposal: proposal(rows, 'final'),
      carried: amended ? await this.carried(tx, amended, difference) : [],
      precedents: await this.precedents(tx, application.id),
    };
  }

  /** From the final advice of the amended application, or what its teams agreed on. */
  private async carried(
    tx: Transaction,
    amended: ApplicationRecord,
    difference: readonly DifferenceRow[],
  ): Promise<readonly CarriedItem[]> {
    const advice = await tx.reviews.advice(amended.id);
    const final = finalAdvice({ application: amended, advice });
    return carriedLines(final?.lines ?? proposal(standing(advice, amended.round), 'final').lines, difference);
  }

  private async precedents(tx: Transaction, applicationId: string): Promise<readonly Precedent[]> {
    const uses = await tx.products.uses(applicationId);
    const earlier = await tx.decisions.ofProducts(
      uses.map(({ productId }) => productId),
      MOST_PRECEDENTS,
    );
    return uses.flatMap(({ itemId, productId }) =>
      earlier
        .filter((row) => row.productId === productId && row.applicationId !== applicationId)
        .map(({ applicationId: decided, reference, line, publishedAt }) => ({
          itemId,
          applicationId: decided,
          reference,
          line,
          publishedAt,
        })),
    );
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

function documentsOf(file: CaseFile, final: AdviceRecord): OfficersPart['documents'] {
  const prepared = preparedFor(file, final.id);
  return documentsFor(decisionOf(final.lines)).map(({ kind, itemIds }) => ({
    kind,
    itemIds,
    prepared: prepared.find((row) => row.kind === kind) ?? null,
  }));
}
