// Readings of measures that the law leaves unsettled, of one's own organisation.
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ReadReadings, RecordReading, type Actor } from '#casework';
import { IdPipe } from '../../http/id.pipe';
import { PageQuery, pageRequest } from '../../http/page-query.dto';
import { Action } from '../../http/security/action';
import { CurrentActor } from '../../http/security/current-actor';
import { Refuses } from '../openapi/refuses';
import { ReadingDto, WithdrawalDto } from './law.dto';
import { LawReadingBody, readingBody, ReadingPageBody, readingPageBody } from './reading.body';

const ReadingId = () => Param('id', new IdPipe('reading-not-found'));

@ApiTags('law')
@Controller('api/v1/law/readings')
export class ReadingsController {
  constructor(
    private readonly reading: ReadReadings,
    private readonly recording: RecordReading,
  ) {}

  @Get()
  @Action('reading.list')
  @ApiOperation({ summary: 'Readings of your organisation, newest first, withdrawn ones too' })
  @ApiOkResponse({ type: ReadingPageBody })
  @Refuses('not-signed-in', 'role-missing', 'input-invalid', 'bad-cursor')
  async list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<ReadingPageBody> {
    return readingPageBody(await this.reading.list(actor, pageRequest(query)));
  }

  @Get(':id')
  @Action('reading.list')
  @ApiOperation({ summary: 'One reading' })
  @ApiOkResponse({ type: LawReadingBody })
  @Refuses('not-signed-in', 'role-missing', 'reading-not-found')
  async read(@CurrentActor() actor: Actor, @ReadingId() id: string): Promise<LawReadingBody> {
    return readingBody(await this.reading.one(actor, id));
  }

  @Post()
  @Action('reading.propose')
  @ApiOperation({ summary: 'Propose how to read an unsettled measure; it counts once another person confirms it' })
  @ApiCreatedResponse({ type: LawReadingBody })
  @Refuses(
    'not-signed-in',
    'role-missing',
    'form-token-wrong',
    'input-invalid',
    'measure-unknown',
    'reading-not-needed',
    'reading-stands',
  )
  async propose(@CurrentActor() actor: Actor, @Body() proposed: ReadingDto): Promise<LawReadingBody> {
    return readingBody(await this.recording.propose(actor, { ...proposed }));
  }

  @Post(':id/confirmation')
  @HttpCode(200)
  @Action('reading.confirm')
  @ApiOperation({ summary: 'Confirm a reading that another person of your organisation proposed' })
  @ApiOkResponse({ type: LawReadingBody })
  @Refuses(
    'not-signed-in',
    'role-missing',
    'form-token-wrong',
    'reading-not-found',
    'proposer-cannot-confirm',
    'reading-acted-before',
    'reading-not-needed',
  )
  async confirm(@CurrentActor() actor: Actor, @ReadingId() id: string): Promise<LawReadingBody> {
    return readingBody(await this.recording.confirm(actor, id));
  }

  @Post(':id/withdrawal')
  @HttpCode(200)
  @Action('reading.withdraw')
  @ApiOperation({ summary: 'Withdraw a reading; it stays in the history' })
  @ApiOkResponse({ type: LawReadingBody })
  @Refuses('not-signed-in', 'role-missing', 'form-token-wrong', 'input-invalid', 'reading-not-found', 'reading-acted-before')
  async withdraw(
    @CurrentActor() actor: Actor,
    @ReadingId() id: string,
    @Body() { reason }: WithdrawalDto,
  ): Promise<LawReadingBody> {
    return readingBody(await this.recording.withdraw(actor, id, reason));
  }
}
