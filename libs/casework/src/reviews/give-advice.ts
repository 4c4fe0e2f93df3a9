// Advice in parallel: reviewers advise on their team's queue, the team lead gives the team's advice and with it finishes the queue; the last queue left concludes the review.
import { Injectable } from '@nestjs/common';
import { Clock, Refusal } from '#kernel';
import { standing as standingAdvice, type AdviceLine, type AdviceStanding, type ApplicationStatus } from '#licensing';
import { caseReach, type Actor } from '../actor';
import { CarryMove } from '../applications/carry-move';
import { caseFileOf, requireApplicationToChange, type CaseFile } from '../applications/case-file';
import { ClockOfCase } from '../applications/clock-of-case';
import { writeLog } from '../applications/write-log';
import { LoadedProcedures } from '../ports/loaded-procedures';
import { Store, type Transaction } from '../ports/store.port';
import { openPlace } from '../queues/hold-place';
import { officersDesk } from '../queues/officers-desk';
import type { PlaceRecord } from '../queues/queue-records';
import { SettlePlaces } from '../queues/settle-places';
import { RecordAdvice } from './record-advice';

export interface FinishedQueue {
  readonly status: ApplicationStatus;
  readonly version: number;
  /** Queues on which the case still stands. */
  readonly standing: readonly string[];
}

@Injectable()
export class GiveAdvice {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly clocks: ClockOfCase,
    private readonly procedures: LoadedProcedures,
    private readonly advice: RecordAdvice,
    private readonly places: SettlePlaces,
    private readonly moves: CarryMove,
  ) {}

  /**
   * A reviewer's advice for the team of the queue, whoever holds the case; a further one is a new version. Throws Refusal: `place-not-found` (missing), `place-left`,
   * `review-not-open`, `not-on-your-queue` (conflict), `advice-invalid` (invalid), `advised-meanwhile` (conflict).
   */
  advise(actor: Actor, placeId: string, lines: readonly AdviceLine[]): Promise<{ readonly id: string }> {
    return this.store.run(caseReach(actor), async (tx) => {
      const { file, teamId } = await this.open(tx, actor, placeId, 'queueIds');
      const { id } = await this.advice.record(tx, actor, file, { level: 'reviewer', teamId, lines });
      await writeLog(tx, this.clock, actor, { application: file.application, verb: 'give-advice', facts: { teamId } });
      return { id };
    });
  }

  /**
   * The team's advice; the case leaves the queue, and the stage where this was the last one. `seen`: ids of the reviewers' advice that the adviser was shown.
   * Throws Refusal: those of `advise`; `not-on-your-queue` also for who does not lead it, `advised-meanwhile` also where a reviewer's advice stands that was not seen.
   */
  finish(actor: Actor, placeId: string, lines: readonly AdviceLine[], seen: readonly string[]): Promise<FinishedQueue> {
    return this.store.run(caseReach(actor), (tx) => this.finishIn(tx, actor, placeId, lines, seen));
  }

  private async finishIn(
    tx: Transaction,
    actor: Actor,
    placeId: string,
    lines: readonly AdviceLine[],
    seen: readonly string[],
  ): Promise<FinishedQueue> {
    const { place, file, teamId } = await this.open(tx, actor, placeId, 'ledQueueIds');
    if (reviewersAdvice(file, teamId).some(({ id }) => !seen.includes(id))) throw new Refusal('conflict', 'advised-meanwhile');
    const { application } = file;
    await this.advice.record(tx, actor, file, { level: 'team', teamId, lines });
    await tx.places.leave([place.id], 'done', this.clock.now());
    await writeLog(tx, this.clock, actor, {
      application,
      verb: 'finish-review',
      facts: { queueId: place.queueId, teamId },
    });
    return tx.as({ kind: 'system' }, async (wide) => {
      const { standing } = await this.places.settle(
        wide,
        application,
        [],
        this.clocks.read(file.procedure, await wide.log.ofApplication(application.id))?.dueOn ?? null,
      );
      if (standing.length > 0) return { status: application.status, version: application.version, standing };
      const moved = await this.moves.concludeReview(wide, application.id);
      const places = await wide.places.ofApplication(application.id);
      return { ...moved, standing: places.filter(({ leftAt }) => leftAt === null).map(({ queueId }) => queueId) };
    });
  }

  private async open(
    tx: Transaction,
    actor: Actor,
    placeId: string,
    mine: 'queueIds' | 'ledQueueIds',
  ): Promise<{ readonly place: PlaceRecord; readonly file: CaseFile; readonly teamId: string }> {
    const { applicationId } = await openPlace(tx, placeId);
    const application = await requireApplicationToChange(tx, applicationId);
    // Read again: it may have been left while this act waited for its turn.
    const place = await openPlace(tx, placeId);
    if (application.status !== 'in-review') throw new Refusal('conflict', 'review-not-open', { status: application.status });
    const desk = await officersDesk(tx, actor, this.clock.today());
    const queue = (await tx.teams.queues()).find(({ id }) => id === place.queueId);
    if (!queue || !desk[mine].includes(queue.id)) throw new Refusal('conflict', 'not-on-your-queue');
    return { place, file: await caseFileOf(tx, this.procedures, application, actor), teamId: queue.teamId };
  }
}

/** What the team's reviewers advise in the present round. */
function reviewersAdvice({ advice, application }: CaseFile, teamId: string): AdviceStanding[] {
  return standingAdvice(advice, application.round).filter((given) => given.level === 'reviewer' && given.teamId === teamId);
}
