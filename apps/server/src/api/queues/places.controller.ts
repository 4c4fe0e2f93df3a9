// A case on a queue: who holds it, on which queues it stands, what its team advises; and the same act on many cases.
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ActInBulk, GiveAdvice, HoldPlace, PutOnQueue, type Actor } from '#casework';
import { IdPipe } from '../../http/id.pipe';
import { Action } from '../../http/security/action';
import { CurrentActor } from '../../http/security/current-actor';
import { AdviceDto, adviceLines, TeamAdviceDto } from '../applications/advice.dto';
import { ApplicationId } from '../applications/applications.controller';
import { NewRowBody } from '../openapi/new-row.body';
import { Refuses } from '../openapi/refuses';
import { AssignedManyBody, FinishedQueueBody, MovedManyBody, NewPlaceBody } from './queue.body';
import { AssignmentDto, BulkAssignmentDto, bulkMove, BulkMoveDto, HoldDto, PlaceDto, RemovalDto } from './queue.dto';

const PlaceId = () => Param('id', new IdPipe('place-not-found'));

@ApiTags('queue')
@Controller('api/v1')
export class PlacesController {
  constructor(
    private readonly holding: HoldPlace,
    private readonly placing: PutOnQueue,
    private readonly advising: GiveAdvice,
    private readonly bulk: ActInBulk,
  ) {}

  @Post('places/:id/hold')
  @HttpCode(204)
  @Action('case.take')
  @ApiOperation({ summary: 'Take the case on this queue, or let it go' })
  @ApiNoContentResponse()
  @Refuses(
    'not-signed-in',
    'role-missing',
    'form-token-wrong',
    'input-invalid',
    'place-not-found',
    'place-left',
    'not-on-your-queue',
    'held-by-another',
    'not-held-by-you',
  )
  async hold(@CurrentActor() actor: Actor, @PlaceId() id: string, @Body() { action }: HoldDto): Promise<void> {
    await (action === 'take' ? this.holding.take(actor, id) : this.holding.release(actor, id));
  }

  @Post('places/:id/assignments')
  @HttpCode(204)
  @Action('case.assign')
  @ApiOperation({ summary: 'Give the case to a member of the queue’s team, or free it with null' })
  @ApiNoContentResponse()
  @Refuses(
    'not-signed-in',
    'role-missing',
    'form-token-wrong',
    'input-invalid',
    'place-not-found',
    'place-left',
    'assign-not-yours',
    'assignee-unfit',
    'held-by-another',
  )
  async assign(@CurrentActor() actor: Actor, @PlaceId() id: string, @Body() { personId }: AssignmentDto): Promise<void> {
    await this.holding.assign(actor, id, personId);
  }

  @Post('applications/:id/places')
  @Action('case.place')
  @ApiOperation({ summary: 'Put the case on a further queue by hand: as lead of the queue’s team, or as manager' })
  @ApiCreatedResponse({ type: NewPlaceBody })
  @Refuses(
    'not-signed-in',
    'role-missing',
    'form-token-wrong',
    'input-invalid',
    'application-not-found',
    'reason-missing',
    'queue-not-found',
    'assign-not-yours',
    'queue-unfit',
    'place-taken',
  )
  put(@CurrentActor() actor: Actor, @ApplicationId() id: string, @Body() { queueId, reason }: PlaceDto): Promise<NewPlaceBody> {
    return this.placing.put(actor, id, queueId, reason);
  }

  @Post('places/:id/removal')
  @HttpCode(204)
  @Action('case.place')
  @ApiOperation({ summary: 'Take the case off the queue by hand: as lead of the queue’s team, or as manager' })
  @ApiNoContentResponse()
  @Refuses(
    'not-signed-in',
    'role-missing',
    'form-token-wrong',
    'input-invalid',
    'reason-missing',
    'place-not-found',
    'assign-not-yours',
    'place-left',
    'only-place',
  )
  async takeOff(@CurrentActor() actor: Actor, @PlaceId() id: string, @Body() { reason }: RemovalDto): Promise<void> {
    await this.placing.take(actor, id, reason);
  }

  @Post('places/:id/advice')
  @Action('advice.give')
  @ApiOperation({ summary: 'Give a reviewer’s advice for the team of the queue; a further one is a new version' })
  @ApiCreatedResponse({ type: NewRowBody })
  @Refuses(
    'not-signed-in',
    'role-missing',
    'form-token-wrong',
    'input-invalid',
    'place-not-found',
    'place-left',
    'review-not-open',
    'not-on-your-queue',
    'advice-invalid',
    'advised-meanwhile',
  )
  advise(@CurrentActor() actor: Actor, @PlaceId() id: string, @Body() advice: AdviceDto): Promise<NewRowBody> {
    return this.advising.advise(actor, id, adviceLines(advice));
  }

  @Post('places/:id/finish')
  @HttpCode(200)
  @Action('advice.finish')
  @ApiOperation({
    summary:
      'Give the team’s advice, naming as seen the standing advice of its reviewers; what you had not seen refuses it. The case leaves the queue, and the last queue left concludes the review',
  })
  @ApiOkResponse({ type: FinishedQueueBody })
  @Refuses(
    'not-signed-in',
    'role-missing',
    'form-token-wrong',
    'input-invalid',
    'place-not-found',
    'place-left',
    'review-not-open',
    'not-on-your-queue',
    'advice-invalid',
    'advised-meanwhile',
  )
  finish(@CurrentActor() actor: Actor, @PlaceId() id: string, @Body() advice: TeamAdviceDto): Promise<FinishedQueueBody> {
    return this.advising.finish(actor, id, adviceLines(advice), advice.seen);
  }

  @Post('bulk/moves')
  @HttpCode(200)
  @Action('case.bulk')
  @ApiOperation({ summary: 'Make the same move on many cases: on all or on none, with the reason for each that is refused' })
  @ApiOkResponse({ type: MovedManyBody })
  @Refuses('not-signed-in', 'role-missing', 'form-token-wrong', 'input-invalid', 'bulk-refused')
  moveMany(@CurrentActor() actor: Actor, @Body() input: BulkMoveDto): Promise<MovedManyBody> {
    return this.bulk.move(actor, bulkMove(input));
  }

  @Post('bulk/assignments')
  @HttpCode(200)
  @Action('case.assign')
  @ApiOperation({ summary: 'Give many cases to one person, or free them with null: all or none' })
  @ApiOkResponse({ type: AssignedManyBody })
  @Refuses('not-signed-in', 'role-missing', 'form-token-wrong', 'input-invalid', 'bulk-refused')
  assignMany(@CurrentActor() actor: Actor, @Body() { placeIds, personId }: BulkAssignmentDto): Promise<AssignedManyBody> {
    return this.bulk.assign(actor, placeIds, personId);
  }
}
