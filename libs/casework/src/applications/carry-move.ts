// Carries a move out once it may be made: effect, guarded update, places, log, mail. The system's own moves that follow from it run in the same transaction.
import { Injectable } from '@nestjs/common';
import { Clock, Refusal, type Instant } from '#kernel';
import {
  clockOf,
  movesOf,
  requireMove,
  type ApplicationMove,
  type ApplicationMoveName,
  type ApplicationStatus,
} from '#licensing';
import type { Actor } from '../actor';
import { LoadedProcedures } from '../ports/loaded-procedures';
import type { Transaction } from '../ports/store.port';
import { SettlePlaces } from '../queues/settle-places';
import type { ApplicationRecord } from '../records';
import { audienceOf, publicFacts } from './applicant-sight';
import { caseFileOf, finalAdvice, requireApplication, staleVersion, versionFor, type CaseFile } from './case-file';
import { ClockOfCase } from './clock-of-case';
import { ReadGuardFacts } from './guard-facts';
import { MoveEffects } from './moves/move-effects';
import { requireInput, type MoveCommand } from './moves/move-input';
import { writeLog } from './write-log';

/** Moves of which the applicant is told by mail. */
const TOLD: readonly ApplicationMoveName[] = ['accept', 'return', 'return-from-ministry', 'publish'];

export interface MovedCase {
  readonly status: ApplicationStatus;
  /** As the mover knows it. */
  readonly version: number;
}

@Injectable()
export class CarryMove {
  constructor(
    private readonly clock: Clock,
    private readonly clocks: ClockOfCase,
    private readonly procedures: LoadedProcedures,
    private readonly guardFacts: ReadGuardFacts,
    private readonly effects: MoveEffects,
    private readonly places: SettlePlaces,
  ) {}

  /** The move of a person on a case that this transaction holds. Throws Refusal: those of `requireMove`, `move-input-missing`, and those of the move's effect. */
  async byPerson(
    tx: Transaction,
    actor: Actor,
    application: ApplicationRecord,
    name: string,
    command: MoveCommand,
  ): Promise<MovedCase> {
    const file = await caseFileOf(tx, this.procedures, application, actor);
    const facts = await this.guardFacts.of(tx, actor, file);
    const move = requireMoveFor(actor, () => requireMove(movesOf(file.procedure), name, application.status, actor.roles, facts));
    requireInput(move, command);
    const outcome = await this.effects.of(move.name)?.apply({ tx, actor, file, command });
    const reason = command.reason?.trim();
    return this.carry(tx, actor, file, move, { ...(reason && { reason }), ...outcome?.facts }, outcome?.change);
  }

  /** Concludes the review once the case stands on no queue any more; the case as it then is. Runs in the reach `system`. */
  async concludeReview(tx: Transaction, applicationId: string): Promise<MovedCase> {
    const application = await requireApplication(tx, applicationId);
    const file = await caseFileOf(tx, this.procedures, application, null);
    const facts = await this.guardFacts.of(tx, null, file);
    const move = requireMove(movesOf(file.procedure), 'conclude-review', application.status, ['system'], facts);
    return this.carry(tx, null, file, move, {});
  }

  private async carry(
    tx: Transaction,
    actor: Actor | null,
    file: CaseFile,
    move: ApplicationMove,
    said: Readonly<Record<string, unknown>>,
    more: { readonly round?: number } = {},
  ): Promise<MovedCase> {
    const { application, procedure } = file;
    const { id, status: from, version } = application;
    const at = this.clock.now();
    const told = audienceOf(move.name, {}) === 'applicant';
    const change = { status: move.to, told, ...this.stamps(file, move, at), ...more };
    if (!(await tx.applications.move(id, { status: from, version }, change, at))) {
      if (!actor) throw new Error(`Application ${id} changed under ${move.name}`);
      throw await staleVersion(tx, actor, id, version);
    }
    const moved = { status: move.to, version: version + 1 };
    const facts = { from, to: move.to, ...said };
    const logId = await writeLog(tx, this.clock, actor, { application, verb: move.name, version: moved.version, facts });
    if (TOLD.includes(move.name)) await tx.jobs.add({ name: 'notify-case-moved', payload: { applicationId: id, logId } }, at);
    const toldVersion = application.toldVersion + (told ? 1 : 0);
    const present = { ...application, ...moved, toldVersion, round: more.round ?? application.round };
    await tx.as({ kind: 'system' }, async (wide) => {
      const lines = finalAdvice({ application: present, advice: await wide.reviews.advice(id) })?.lines ?? [];
      const running = this.clocks.read(procedure, await wide.log.ofApplication(id));
      await this.places.settle(
        wide,
        present,
        lines.map(({ controlCode }) => controlCode),
        running?.dueOn ?? null,
      );
    });
    return { ...moved, version: actor ? versionFor(actor, present) : moved.version };
  }

  /** The columns that lists sort and count by. */
  private stamps({ procedure }: CaseFile, move: ApplicationMove, at: Instant) {
    const { startsWith, stopsWith } = clockOf(procedure);
    return {
      ...(move.to === 'submitted' && { submittedAt: at }),
      ...(move.name === startsWith && { acceptedAt: at }),
      ...(stopsWith.includes(move.name) && { decidedAt: at }),
    };
  }
}

/** The refusal of an applicant's move names no inner stage. */
function requireMoveFor(actor: Actor, require: () => ApplicationMove): ApplicationMove {
  try {
    return require();
  } catch (error) {
    if (actor.organisationKind !== 'exporter' || !(error instanceof Refusal)) throw error;
    throw new Refusal(error.kind, error.code, publicFacts(error.facts), error.faults);
  }
}
