// A case as its officers see it, with a form for each move that a person makes without writing advice.
import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { MakeMove, PreviewDocument, type Actor, type OfficerView } from '#casework';
import { Refusal } from '#kernel';
import { applicationMove, SEPARATION, type ApplicationMove } from '#licensing';
import { moveCommand, MoveDto } from '../../api/applications/acts.dto';
import { ApplicationId } from '../../api/applications/applications.controller';
import type { DescribedFault } from '../../http/refusals';
import { Action } from '../../http/security/action';
import { CurrentActor } from '../../http/security/current-actor';
import { validateInput } from '../../http/validate-input';
import { MOVES } from '../../http/words';
import { CaseReading } from '../door/case-reading';
import { Desk } from '../door/desk';
import { faultsOf } from '../door/faults';
import { OfficersDirectory } from '../door/officers-directory';
import type { Voice } from '../rendering/voice';
import { FormAnswers } from '../forms/form-answers';
import { adviceView, standingFinal } from '../views/advice-board';
import { SHOWN_FIRST } from '../views/asked-of-you';
import { caseView } from '../views/case-views';
import { moveForm } from '../views/move-form';
import { previewView, type PreviewView } from '../views/document-preview';

@ApiExcludeController()
@Controller('cases')
export class CasePages {
  constructor(
    private readonly desk: Desk,
    private readonly cases: CaseReading,
    private readonly moving: MakeMove,
    private readonly directory: OfficersDirectory,
    private readonly previewing: PreviewDocument,
  ) {}

  @Get(':id')
  @Action('queue.read')
  async one(@CurrentActor() actor: Actor, @ApplicationId() id: string, @Res() reply: FastifyReply): Promise<void> {
    const sheet = await this.cases.officers(actor, id);
    const scene = { ...sheet, colleagues: await this.directory.colleagues(actor) };
    this.desk.show(reply, 'case', caseView(scene, actor, this.desk.voice(reply)), sheet.view.reference);
  }

  @Get(':id/moves/:name')
  @Action('application.move')
  movePage(
    @CurrentActor() actor: Actor,
    @ApplicationId() id: string,
    @Param('name') name: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.showMove(actor, id, name, reply, null, []);
  }

  @Post(':id/moves/:name')
  @Action('application.move')
  async move(
    @CurrentActor() actor: Actor,
    @ApplicationId() id: string,
    @Param('name') name: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const answers = new FormAnswers(body);
    await this.cases.case(actor, id);
    const given = applicationMove(name)?.asks.includes('reason') ? { reason: answers.text('reason') } : {};
    answers.refuseOthers();
    const work = () =>
      this.moving.execute(actor, id, name, moveCommand(validateInput(MoveDto, { version: answers.version(), ...given })));
    const faults = await faultsOf(this.desk.voice(reply), work);
    if (!faults) return this.desk.goTo(reply, `/cases/${id}`, 'flash.moved');
    return this.showMove(actor, id, name, reply, answers, faults);
  }

  private async showMove(
    actor: Actor,
    id: string,
    name: string,
    reply: FastifyReply,
    answers: FormAnswers | null,
    faults: readonly DescribedFault[],
  ): Promise<void> {
    const voice = this.desk.voice(reply);
    const view = await this.cases.case(actor, id);
    const move = openMove(view, name);
    const final = SHOWN_FIRST.includes(name) || name === 'send-back' ? standingFinal(view) : null;
    const page = moveForm({
      voice,
      name: move.name,
      asks: move.asks,
      caption: view.reference,
      back: { href: `/cases/${id}`, text: view.reference },
      action: `/cases/${id}/moves/${name}`,
      version: answers?.version() ?? view.version,
      advice: final && adviceView(final, view, voice),
      documents: name === 'finalise' || name === 'publish' ? await this.previews(actor, view, voice) : [],
      valueOf: (field) => answers?.text(field) ?? '',
      faults,
    });
    this.desk.show(reply, 'move', page, `${voice.say(MOVES[move.name])} ${view.reference}`);
  }

  /** Every document of the decision as prepared. */
  private async previews(actor: Actor, view: OfficerView, voice: Voice): Promise<PreviewView[]> {
    const previews: PreviewView[] = [];
    for (const { kind, prepared } of view.documents)
      if (prepared) previews.push(previewView(await this.previewing.execute(actor, view.id, kind), voice));
    return previews;
  }
}

/** The move when the officer has it and nothing blocks it. Throws Refusal: the blocking one, or `move-not-open` (conflict). */
export function openMove(view: OfficerView, name: string): ApplicationMove {
  const move = applicationMove(name);
  const open = view.openMoves.find((one) => one.name === name);
  if (!move || !open) throw new Refusal('conflict', 'move-not-open', { move: name, status: view.status, from: move?.from ?? [] });
  const [block] = open.blockedBy;
  if (block) throw new Refusal(SEPARATION.includes(block.code) ? 'forbidden' : 'conflict', block.code, block.facts ?? {});
  return move;
}
