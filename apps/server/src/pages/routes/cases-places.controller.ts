// A case's places on queues as pages: taken, let go, given to somebody; the case put on another queue or taken off one.
import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { HoldPlace, PutOnQueue, type Actor, type OfficerView, type PlaceView } from '#casework';
import { Refusal } from '#kernel';
import { ApplicationId } from '../../api/applications/applications.controller';
import { AssignmentDto, PlaceDto, RemovalDto } from '../../api/queues/queue.dto';
import { IdPipe } from '../../http/id.pipe';
import type { DescribedFault } from '../../http/refusals';
import { Action } from '../../http/security/action';
import { CurrentActor } from '../../http/security/current-actor';
import { validateInput } from '../../http/validate-input';
import { CaseReading } from '../door/case-reading';
import { Desk } from '../door/desk';
import { faultsOf } from '../door/faults';
import { OfficersDirectory } from '../door/officers-directory';
import { FormAnswers } from '../forms/form-answers';
import { assignForm, NOBODY, putForm, removeForm } from '../views/case-views-places';

export const PlaceId = () => Param('placeId', new IdPipe('place-not-found'));

@ApiExcludeController()
@Controller('cases/:id/places')
export class PlacePages {
  constructor(
    private readonly desk: Desk,
    private readonly cases: CaseReading,
    private readonly holding: HoldPlace,
  ) {}

  @Post(':placeId/take')
  @Action('case.take')
  async take(
    @CurrentActor() actor: Actor,
    @ApplicationId() id: string,
    @PlaceId() placeId: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    new FormAnswers(body).refuseOthers();
    await this.holding.take(actor, placeOf(await this.cases.case(actor, id), placeId).id);
    this.desk.goTo(reply, `/cases/${id}`, 'flash.taken');
  }

  @Post(':placeId/release')
  @Action('case.take')
  async release(
    @CurrentActor() actor: Actor,
    @ApplicationId() id: string,
    @PlaceId() placeId: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    new FormAnswers(body).refuseOthers();
    await this.holding.release(actor, placeOf(await this.cases.case(actor, id), placeId).id);
    this.desk.goTo(reply, '/queue', 'flash.released');
  }
}

/** For team leads and managers: who works on a place, and on which queues the case stands. */
@ApiExcludeController()
@Controller('cases/:id/places')
export class PlacingPages {
  constructor(
    private readonly desk: Desk,
    private readonly cases: CaseReading,
    private readonly holding: HoldPlace,
    private readonly placing: PutOnQueue,
    private readonly directory: OfficersDirectory,
  ) {}

  @Get()
  @Action('case.place')
  putPage(@CurrentActor() actor: Actor, @ApplicationId() id: string, @Res() reply: FastifyReply): Promise<void> {
    return this.showPut(actor, id, () => '', [], reply);
  }

  @Post()
  @Action('case.place')
  async put(
    @CurrentActor() actor: Actor,
    @ApplicationId() id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const answers = new FormAnswers(body);
    const chosen = answers.text('queueId');
    const given = { ...(chosen && { queueId: chosen }), reason: answers.text('reason') };
    answers.refuseOthers();
    const faults = await faultsOf(this.desk.voice(reply), () => {
      const { queueId, reason } = validateInput(PlaceDto, given);
      return this.placing.put(actor, id, queueId, reason);
    });
    if (!faults) return this.desk.goTo(reply, `/cases/${id}`, 'flash.placed');
    return this.showPut(actor, id, (name) => answers.text(name), faults, reply);
  }

  @Get(':placeId/remove')
  @Action('case.place')
  removePage(
    @CurrentActor() actor: Actor,
    @ApplicationId() id: string,
    @PlaceId() placeId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.showRemove(actor, id, placeId, '', [], reply);
  }

  @Post(':placeId/remove')
  @Action('case.place')
  async remove(
    @CurrentActor() actor: Actor,
    @ApplicationId() id: string,
    @PlaceId() placeId: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const answers = new FormAnswers(body);
    const given = answers.text('reason');
    answers.refuseOthers();
    placeOf(await this.cases.case(actor, id), placeId);
    const faults = await faultsOf(this.desk.voice(reply), () =>
      this.placing.take(actor, placeId, validateInput(RemovalDto, { reason: given }).reason),
    );
    if (!faults) return this.desk.goTo(reply, `/cases/${id}`, 'flash.placed');
    return this.showRemove(actor, id, placeId, given, faults, reply);
  }

  @Get(':placeId/assign')
  @Action('case.assign')
  assignPage(
    @CurrentActor() actor: Actor,
    @ApplicationId() id: string,
    @PlaceId() placeId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.showAssign(actor, id, placeId, null, [], reply);
  }

  @Post(':placeId/assign')
  @Action('case.assign')
  async assign(
    @CurrentActor() actor: Actor,
    @ApplicationId() id: string,
    @PlaceId() placeId: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const answers = new FormAnswers(body);
    const chosen = answers.text('personId');
    answers.refuseOthers();
    placeOf(await this.cases.case(actor, id), placeId);
    const faults = await faultsOf(this.desk.voice(reply), () => {
      const { personId } = validateInput(AssignmentDto, chosen ? { personId: chosen === NOBODY ? null : chosen } : {});
      return this.holding.assign(actor, placeId, personId);
    });
    if (!faults) return this.desk.goTo(reply, `/cases/${id}`, 'flash.assigned');
    return this.showAssign(actor, id, placeId, chosen, faults, reply);
  }

  private async showPut(
    actor: Actor,
    id: string,
    valueOf: (name: string) => string,
    faults: readonly DescribedFault[],
    reply: FastifyReply,
  ): Promise<void> {
    const view = await this.cases.case(actor, id);
    const page = putForm(view, await this.directory.ledQueues(actor), valueOf, faults, this.desk.voice(reply));
    this.desk.show(reply, 'form', page, `${page.title} ${view.reference}`);
  }

  private async showRemove(
    actor: Actor,
    id: string,
    placeId: string,
    reason: string,
    faults: readonly DescribedFault[],
    reply: FastifyReply,
  ): Promise<void> {
    const view = await this.cases.case(actor, id);
    const page = removeForm(view, placeOf(view, placeId), reason, faults, this.desk.voice(reply));
    this.desk.show(reply, 'form', page, `${page.title} ${view.reference}`);
  }

  private async showAssign(
    actor: Actor,
    id: string,
    placeId: string,
    chosen: string | null,
    faults: readonly DescribedFault[],
    reply: FastifyReply,
  ): Promise<void> {
    const view = await this.cases.case(actor, id);
    const place = placeOf(view, placeId);
    const members = await this.directory.membersOf(actor, place.teamId);
    const page = assignForm(view, place, members, chosen ?? place.holderId ?? '', faults, this.desk.voice(reply));
    this.desk.show(reply, 'form', page, `${page.title} ${view.reference}`);
  }
}

/** The place of this case. Throws Refusal `place-not-found` (missing), also for a place of another. */
export function placeOf({ places }: OfficerView, placeId: string): PlaceView {
  const place = places.find(({ id }) => id === placeId);
  if (!place) throw new Refusal('missing', 'place-not-found', { id: placeId });
  return place;
}
