// What an applicant does with a filed application beyond its answers: withdraws it, amends it, begins another out of it.
import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { GrowApplication, MakeMove, type Actor } from '#casework';
import { Refusal } from '#kernel';
import { applicationMove, LIMITS } from '#licensing';
import { ApplicationId } from '../../api/applications/applications.controller';
import { OneOf, Text, Version } from '../../http/fields';
import type { DescribedFault } from '../../http/refusals';
import { Action } from '../../http/security/action';
import { CurrentActor } from '../../http/security/current-actor';
import { validateInput } from '../../http/validate-input';
import { CaseReading } from '../door/case-reading';
import { Desk } from '../door/desk';
import { faultsOf } from '../door/faults';
import { FormAnswers } from '../forms/form-answers';
import { FILED_MOVES, filedMove, type FiledMove } from '../views/filed-move';

class FiledMoveForm {
  @Version()
  version: number;
  @Text({ max: LIMITS.reason, multiline: true })
  reason: string;
}

class CopyForm {
  @OneOf(['reapply', 'copy'])
  kind: 'reapply' | 'copy';
}

@ApiExcludeController()
@Controller('applications/:id')
export class FiledMovePages {
  constructor(
    private readonly desk: Desk,
    private readonly cases: CaseReading,
    private readonly moving: MakeMove,
    private readonly growing: GrowApplication,
  ) {}

  @Get('moves/:name')
  @Action('application.move')
  page(
    @CurrentActor() actor: Actor,
    @ApplicationId() id: string,
    @Param('name') name: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.show(actor, id, name, reply, null, []);
  }

  @Post('moves/:name')
  @Action('application.move')
  async move(
    @CurrentActor() actor: Actor,
    @ApplicationId() id: string,
    @Param('name') name: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const answers = new FormAnswers(body);
    const given = { version: answers.version(), reason: name === 'amend' ? '' : answers.text('reason') };
    answers.refuseOthers();
    if (!isFiledMove(name)) return this.show(actor, id, name, reply, answers, []);
    let next = id;
    const faults = await faultsOf(this.desk.voice(reply), async () => {
      const { version, reason } = validateInput(FiledMoveForm, given);
      if (name === 'amend') next = (await this.growing.amend(actor, id, version)).id;
      else await this.moving.execute(actor, id, name, { version, reason });
    });
    if (faults) return this.show(actor, id, name, reply, answers, faults);
    this.desk.goTo(reply, `/applications/${next}`, name === 'amend' ? 'flash.amended' : 'flash.moved');
  }

  @Post('copies')
  @Action('application.grow')
  async copy(
    @CurrentActor() actor: Actor,
    @ApplicationId() id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const answers = new FormAnswers(body);
    const given = { kind: answers.text('kind') };
    answers.refuseOthers();
    const { kind } = validateInput(CopyForm, given);
    const draft = await this.growing.grow(actor, id, kind);
    this.desk.goTo(reply, `/applications/${draft.id}`, kind === 'copy' ? 'flash.copied' : 'flash.reapplied');
  }

  private async show(
    actor: Actor,
    id: string,
    name: string,
    reply: FastifyReply,
    answers: FormAnswers | null,
    faults: readonly DescribedFault[],
  ): Promise<void> {
    const view = await this.cases.either(actor, id);
    if (view.for !== 'exporter') throw new Refusal('missing', 'application-not-found', { id });
    const open = view.openMoves.find((one) => one.name === name);
    if (!open || !isFiledMove(name)) {
      const from = applicationMove(name)?.from ?? [];
      throw new Refusal('conflict', 'move-not-open', { move: name, status: view.status, from });
    }
    const given = { asks: open.asks, valueOf: (field: string) => answers?.text(field) ?? '', faults };
    const page = filedMove(view, name, given, this.desk.voice(reply));
    this.desk.show(reply, 'filed-move', page, page.title);
  }
}

function isFiledMove(name: string): name is FiledMove {
  return (FILED_MOVES as readonly string[]).includes(name);
}
