// One act on the cases marked on a queue page: all of them or none, with the reason for each that stood against it.
import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ActInBulk, WriteNote, type Actor } from '#casework';
import { Refusal } from '#kernel';
import { applicationMove } from '#licensing';
import { BulkAssignmentDto, bulkMove, BulkMoveDto } from '../../api/queues/queue.dto';
import { describeFault, type DescribedFault } from '../../http/refusals';
import { Action } from '../../http/security/action';
import { CurrentActor } from '../../http/security/current-actor';
import { validateInput } from '../../http/validate-input';
import { Desk } from '../door/desk';
import { faultsOf } from '../door/faults';
import { localPath } from '../door/local-path';
import { FormAnswers } from '../forms/form-answers';
import { eachCaseOnce, MARKED, markedCases, type MarkedCase } from '../forms/marked-cases';
import { NOBODY } from '../views/case-views-places';
import { bulkView, type BulkAct } from '../views/queue-bulk';
import { BULK_ACTS } from '../views/queue-views';

@ApiExcludeController()
@Controller('queue/bulk')
export class BulkPages {
  constructor(
    private readonly desk: Desk,
    private readonly bulk: ActInBulk,
    private readonly notes: WriteNote,
  ) {}

  /** The page that asks what is to be done with the marked cases. */
  @Post()
  @Action('case.bulk')
  async ask(@CurrentActor() actor: Actor, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const answers = new FormAnswers(body);
    const marked = markedCases(answers);
    const act = actNamed(answers.text('act'));
    const back = backOf(answers);
    answers.refuseOthers();
    if (marked.length === 0) return this.desk.goTo(reply, back, 'flash.noneMarked');
    return this.show(actor, act, act === 'move' ? eachCaseOnce(marked) : marked, answers, reply, [], back);
  }

  @Post(':act')
  @Action('case.bulk')
  async act(
    @CurrentActor() actor: Actor,
    @Param('act') name: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const act = actNamed(name);
    const answers = new FormAnswers(body);
    const marked = markedCases(answers);
    const back = backOf(answers);
    const work = act === 'assign' ? this.assigning(actor, marked, answers) : this.moving(actor, marked, answers);
    answers.refuseOthers();
    const faults = await this.refusedRows(reply, work);
    if (!faults) return this.desk.goTo(reply, back, act === 'assign' ? 'flash.assigned' : 'flash.movedAll');
    return this.show(actor, act, marked, answers, reply, faults, back);
  }

  private assigning(actor: Actor, marked: readonly MarkedCase[], answers: FormAnswers): () => Promise<unknown> {
    const chosen = answers.text('personId');
    return () => {
      const { placeIds, personId } = validateInput(BulkAssignmentDto, {
        placeIds: marked.map(({ placeId }) => placeId),
        ...(chosen && { personId: chosen === NOBODY ? null : chosen }),
      });
      return this.bulk.assign(actor, placeIds, personId);
    };
  }

  private moving(actor: Actor, marked: readonly MarkedCase[], answers: FormAnswers): () => Promise<unknown> {
    const [name, reason] = [answers.text('name'), answers.text('reason')];
    const asksReason = applicationMove(name)?.asks.includes('reason') ?? false;
    return () =>
      this.bulk.move(
        actor,
        bulkMove(
          validateInput(BulkMoveDto, {
            name,
            ...(asksReason && { reason }),
            cases: marked.map(({ applicationId: id, version }) => ({ id, version })),
          }),
        ),
      );
  }

  /** Null when the act was done; else the faults of its fields, or of each refused row at `marked.<place>`. */
  private async refusedRows(reply: FastifyReply, work: () => Promise<unknown>): Promise<readonly DescribedFault[] | null> {
    const voice = this.desk.voice(reply);
    try {
      return await faultsOf(voice, work);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'bulk-refused') throw error;
      return error.faults.map((fault) => ({
        ...describeFault(fault, voice.language),
        at: (fault.at ?? '').replace(/^(cases|placeIds)/, MARKED),
      }));
    }
  }

  private async show(
    actor: Actor,
    act: BulkAct,
    marked: readonly MarkedCase[],
    answers: FormAnswers,
    reply: FastifyReply,
    faults: readonly DescribedFault[],
    back: string,
  ): Promise<void> {
    const voice = this.desk.voice(reply);
    const people = act === 'assign' ? await this.notes.colleagues(actor) : [];
    const view = bulkView({ voice, actor, act, marked, answers, people, faults, back });
    this.desk.show(reply, 'bulk', view, view.title);
  }
}

function actNamed(text: string): BulkAct {
  const act = BULK_ACTS.find((one) => one === text);
  if (!act) throw new Refusal('invalid', 'malformed-request');
  return act;
}

/** The queue page from which the cases come. */
function backOf(answers: FormAnswers): string {
  const path = localPath(answers.text('back'));
  return path === '/' ? '/queue' : path;
}
