// Advice of every level as pages: a reviewer's, a team's, which finishes its queue, and the final one, which is a move of the case.
import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { GiveAdvice, MakeMove, type Actor, type OfficerView } from '#casework';
import { Refusal } from '#kernel';
import type { AdviceLevel, AdviceLine } from '#licensing';
import { adviceLines, type AdviceDto } from '../../api/applications/advice.dto';
import { MoveDto } from '../../api/applications/acts.dto';
import { ApplicationId } from '../../api/applications/applications.controller';
import { Action } from '../../http/security/action';
import { CurrentActor } from '../../http/security/current-actor';
import { validateInput } from '../../http/validate-input';
import { MOVES } from '../../http/words';
import { adviceFaults } from '../door/advice-faults';
import { CaseReading } from '../door/case-reading';
import { Desk } from '../door/desk';
import { adviceInput, sameFor, writtenLines, type WrittenLines } from '../forms/advice-form';
import { FormAnswers } from '../forms/form-answers';
import { advisePage, proposalFor, startLines, withOffer, type AdviseScene } from '../views/advise-page';
import { itemLawLines } from '../views/law';
import { openMove } from './cases.controller';
import { PlaceId, placeOf } from './cases-places.controller';

/** An offered line that the reader chose on the case page. */
interface TakenQuery {
  readonly line?: unknown;
  readonly from?: unknown;
}

interface AdviceSeat {
  readonly level: AdviceLevel;
  readonly teamId: string | null;
  readonly title: string;
  readonly action: string;
  readonly record: (version: number, lines: readonly AdviceLine[], seen: readonly string[]) => Promise<unknown>;
}

/** The form as it was last written in. */
type WrittenSheet = Pick<AdviseScene, 'version' | 'written'> & Partial<Pick<AdviseScene, 'marked' | 'add' | 'faults'>>;

@ApiExcludeController()
@Controller('cases/:id')
export class AdvicePages {
  constructor(
    private readonly desk: Desk,
    private readonly cases: CaseReading,
    private readonly reviews: GiveAdvice,
    private readonly moving: MakeMove,
  ) {}

  @Get('moves/advise')
  @Action('application.move')
  async finalPage(
    @CurrentActor() actor: Actor,
    @ApplicationId() id: string,
    @Query() query: TakenQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const view = await this.cases.case(actor, id);
    openMove(view, 'advise');
    return this.begin(actor, view, this.finalSeat(actor, id, reply), query, reply);
  }

  @Post('moves/advise')
  @Action('application.move')
  async final(
    @CurrentActor() actor: Actor,
    @ApplicationId() id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const view = await this.cases.case(actor, id);
    return this.take(actor, view, this.finalSeat(actor, id, reply), body, reply);
  }

  @Get('places/:placeId/advice')
  @Action('advice.give')
  async advicePage(
    @CurrentActor() actor: Actor,
    @ApplicationId() id: string,
    @PlaceId() placeId: string,
    @Query() query: TakenQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const view = await this.cases.case(actor, id);
    return this.begin(actor, view, this.seatAt(actor, view, placeId, 'reviewer', reply), query, reply);
  }

  @Post('places/:placeId/advice')
  @Action('advice.give')
  async advise(
    @CurrentActor() actor: Actor,
    @ApplicationId() id: string,
    @PlaceId() placeId: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const view = await this.cases.case(actor, id);
    return this.take(actor, view, this.seatAt(actor, view, placeId, 'reviewer', reply), body, reply);
  }

  @Get('places/:placeId/finish')
  @Action('advice.finish')
  async finishPage(
    @CurrentActor() actor: Actor,
    @ApplicationId() id: string,
    @PlaceId() placeId: string,
    @Query() query: TakenQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const view = await this.cases.case(actor, id);
    return this.begin(actor, view, this.seatAt(actor, view, placeId, 'team', reply), query, reply);
  }

  @Post('places/:placeId/finish')
  @Action('advice.finish')
  async finish(
    @CurrentActor() actor: Actor,
    @ApplicationId() id: string,
    @PlaceId() placeId: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const view = await this.cases.case(actor, id);
    return this.take(actor, view, this.seatAt(actor, view, placeId, 'team', reply), body, reply);
  }

  private finalSeat(actor: Actor, id: string, reply: FastifyReply): AdviceSeat {
    return {
      level: 'final',
      teamId: null,
      title: this.desk.voice(reply).say(MOVES.advise),
      action: `/cases/${id}/moves/advise`,
      record: (version, lines) => this.moving.execute(actor, id, 'advise', { version, advice: { lines } }),
    };
  }

  /** Throws Refusal `place-not-found` (missing), `place-left`, `review-not-open`, `not-on-your-queue` (conflict). */
  private seatAt(actor: Actor, view: OfficerView, placeId: string, level: 'reviewer' | 'team', reply: FastifyReply): AdviceSeat {
    const place = placeOf(view, placeId);
    if (place.leftAt !== null) throw new Refusal('conflict', 'place-left', { at: place.leftAt });
    if (view.status !== 'in-review') throw new Refusal('conflict', 'review-not-open', { status: view.status });
    if (!place.yours) throw new Refusal('conflict', 'not-on-your-queue');
    const voice = this.desk.voice(reply);
    const team = voice.say(place.team);
    return {
      level,
      teamId: place.teamId,
      title: voice.t(level === 'team' ? 'advise.finishFor' : 'advise.adviseFor', { team }),
      action: `/cases/${view.id}/places/${placeId}/${level === 'team' ? 'finish' : 'advice'}`,
      record: (_version, lines, seen) =>
        level === 'team' ? this.reviews.finish(actor, placeId, lines, seen) : this.reviews.advise(actor, placeId, lines),
    };
  }

  private begin(
    actor: Actor,
    view: OfficerView,
    seat: AdviceSeat,
    { line, from }: TakenQuery,
    reply: FastifyReply,
  ): Promise<void> {
    const taken = typeof line === 'string' && typeof from === 'string' ? { itemId: line, source: from } : null;
    const proposed = proposalFor(view, seat.level, seat.teamId, actor.personId);
    const sheet = { version: view.version, written: startLines(view, proposed, taken) };
    return this.show(actor, view, seat, sheet, reply);
  }

  private async take(actor: Actor, view: OfficerView, seat: AdviceSeat, body: unknown, reply: FastifyReply): Promise<void> {
    const answers = new FormAnswers(body);
    const { items } = view.content;
    const written = writtenLines(answers, items);
    const seen = answers.list('seen');
    const marked = answers.list('marked');
    answers.refuseOthers();
    const version = answers.version();
    if (answers.has('add')) {
      const add = answers.text('add');
      const sheet = { version, written: grown(view, written, marked, add), marked: add.startsWith('fill.') ? [] : marked, add };
      return this.show(actor, view, seat, sheet, reply);
    }
    const voice = this.desk.voice(reply);
    const { given, placeOf: fieldOf } = adviceInput(written, voice.language);
    const faults = await adviceFaults(voice, items, fieldOf, () => {
      const { advice } = validateInput(MoveDto, { version, advice: given });
      return seat.record(version, adviceLines(advice as AdviceDto), seen);
    });
    if (!faults) return this.desk.goTo(reply, `/cases/${view.id}`, seat.level === 'final' ? 'flash.moved' : 'flash.advised');
    return this.show(actor, view, seat, { version, written, marked, faults }, reply);
  }

  private async show(
    actor: Actor,
    view: OfficerView,
    { level, teamId, title, action }: AdviceSeat,
    sheet: WrittenSheet,
    reply: FastifyReply,
  ): Promise<void> {
    const voice = this.desk.voice(reply);
    const determinations = await this.cases.determinations(actor, view.id);
    const law = itemLawLines(view.content.items, determinations, voice, (item) => `/applications/${view.id}/items/${item}/law`);
    const scene = { voice, view, level, teamId, title, action, law, marked: [], add: '', faults: [], ...sheet };
    const page = advisePage(scene, proposalFor(view, level, teamId, actor.personId).open);
    this.desk.show(reply, 'advise', page, `${title} ${view.reference}`);
  }
}

/** What a button of the form asked for: other items as one of them, an offered line taken over; or more rows, which the page makes. */
function grown(view: OfficerView, written: WrittenLines, marked: readonly string[], add: string): WrittenLines {
  const [what, itemId = '', source = ''] = add.split('.');
  if (what === 'fill') return sameFor(written, itemId, marked);
  return what === 'use' ? withOffer(view, written, itemId, source) : written;
}
