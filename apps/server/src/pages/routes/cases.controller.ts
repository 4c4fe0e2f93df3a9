// A case as its officers see it, with a form for each move.
import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { MakeMove, type Actor, type OfficerView } from '#casework';
import { addDays, addMonths, Clock, Refusal } from '#kernel';
import { applicationMove, LIMITS, SINGLE_LICENCE_MONTHS } from '#licensing';
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
import { FormAnswers } from '../forms/form-answers';
import { adviceFieldOf, adviceInput, conditionRows } from '../forms/advice-form';
import { typedCode } from '../forms/typed-text';
import { adviceViews, caseView } from '../views/case-views';
import { itemLawLines } from '../views/law';
import { adviseForm, moveForm } from '../views/move-form';

@ApiExcludeController()
@Controller('cases')
export class CasePages {
  constructor(
    private readonly desk: Desk,
    private readonly cases: CaseReading,
    private readonly moving: MakeMove,
    private readonly clock: Clock,
  ) {}

  @Get(':id')
  @Action('queue.read')
  async one(@CurrentActor() actor: Actor, @ApplicationId() id: string, @Res() reply: FastifyReply): Promise<void> {
    const { view, determinations, timeline } = await this.cases.officers(actor, id);
    this.desk.show(reply, 'case', caseView(view, determinations, timeline, actor, this.desk.voice(reply)), view.reference);
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
    const { view } = await this.cases.officers(actor, id);
    const { given, placeOf } = inputOf(name, answers, view);
    answers.refuseOthers();
    if (answers.has('add')) return this.showMove(actor, id, name, reply, answers, []);
    const work = () =>
      this.moving.execute(actor, id, name, moveCommand(validateInput(MoveDto, { version: answers.version(), ...given })));
    const faults = await faultsOf(this.desk.voice(reply), work, placeOf);
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
    const { view, determinations } = await this.cases.officers(actor, id);
    const move = openMove(view, name);
    const version = answers?.version() ?? view.version;
    if (move.name === 'advise') {
      const law = itemLawLines(view.content.items, determinations, voice, (itemId) => `/applications/${id}/items/${itemId}/law`);
      const valueOf = (field: string) => (answers ? answers.text(field) : proposedCode(view, field));
      const page = adviseForm({ voice, view: { ...view, version }, law, valueOf, conditionRows: conditionRows(answers), faults });
      return this.desk.show(reply, 'advise', page, page.title);
    }
    const page = moveForm({
      voice,
      name: move.name,
      asks: move.asks,
      caption: view.reference,
      back: { href: `/cases/${id}`, text: view.reference },
      action: `/cases/${id}/moves/${name}`,
      version,
      advice: adviceViews(view, voice),
      valueOf: (field) => (answers ? answers.text(field) : this.proposed(field)),
      faults,
    });
    this.desk.show(reply, 'move', page, `${voice.say(MOVES[move.name])} ${view.reference}`);
  }

  /** The longest validity that begins today, for the manager to shorten. */
  private proposed(field: string): string {
    const today = this.clock.today();
    if (field === 'validFrom') return today;
    return field === 'validTo' ? addDays(addMonths(today, SINGLE_LICENCE_MONTHS), -1) : '';
  }
}

/** The move when the officer has it and nothing blocks it. Throws Refusal: the blocking one, or `move-not-open` (conflict). */
function openMove(view: OfficerView, name: string) {
  const move = applicationMove(name);
  const open = view.openMoves.find((one) => one.name === name);
  if (!move || !open) throw new Refusal('conflict', 'move-not-open', { move: name, status: view.status, from: move?.from ?? [] });
  const [block] = open.blockedBy;
  if (block)
    throw new Refusal(block.code === 'adviser-cannot-countersign' ? 'forbidden' : 'conflict', block.code, block.facts ?? {});
  return move;
}

/** The exporter's code, where the authority's is asked for. */
function proposedCode(view: OfficerView, field: string): string {
  return view.content.items.find(({ id }) => field === adviceFieldOf(id))?.controlCode ?? '';
}

/** What the form gives with the move, and where its faults belong. */
function inputOf(name: string, answers: FormAnswers, view: OfficerView): { given: object; placeOf: (at: string) => string } {
  const asIs = (at: string) => at;
  const asks = applicationMove(name)?.asks ?? [];
  if (asks.includes('advice')) return adviceInput(answers, view.content.items, LIMITS.conditions);
  if (asks.includes('validity'))
    return {
      given: { validFrom: typedCode(answers.text('validFrom')), validTo: typedCode(answers.text('validTo')) },
      placeOf: asIs,
    };
  return { given: asks.includes('reason') ? { reason: answers.text('reason') } : {}, placeOf: asIs };
}
