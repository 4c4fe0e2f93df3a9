// Readings of unsettled measures as pages: list, propose, confirm, withdraw.
import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ReadReadings, RecordReading, type Actor } from '#casework';
import { ReadingDto, WithdrawalDto } from '../../api/law/law.dto';
import { IdPipe } from '../../http/id.pipe';
import { PageQuery, pageRequest } from '../../http/page-query.dto';
import type { DescribedFault } from '../../http/refusals';
import { Action } from '../../http/security/action';
import { CurrentActor } from '../../http/security/current-actor';
import { validateInput } from '../../http/validate-input';
import { Desk } from '../door/desk';
import { faultsOf } from '../door/faults';
import { FormAnswers } from '../forms/form-answers';
import { readingForm, readingList, withdrawalForm } from '../views/reading-pages';

const ReadingId = () => Param('id', new IdPipe('reading-not-found'));
const LIST = '/law/readings';

@ApiExcludeController()
@Controller('law/readings')
export class ReadingPages {
  constructor(
    private readonly desk: Desk,
    private readonly reading: ReadReadings,
    private readonly recording: RecordReading,
  ) {}

  @Get()
  @Action('reading.list')
  async list(@CurrentActor() actor: Actor, @Query() query: PageQuery, @Res() reply: FastifyReply): Promise<void> {
    const voice = this.desk.voice(reply);
    const view = readingList(await this.reading.list(actor, pageRequest(query)), actor, voice);
    this.desk.show(reply, 'readings', view, voice.t('readings.title'));
  }

  @Get('new')
  @Action('reading.propose')
  form(@Query() query: unknown, @Res() reply: FastifyReply): void {
    const asked = new FormAnswers(query);
    asked.text('measure');
    asked.refuseOthers();
    this.showForm(reply, asked, []);
  }

  @Post()
  @Action('reading.propose')
  async propose(@CurrentActor() actor: Actor, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const answers = new FormAnswers(body);
    const given = { measure: answers.text('measure'), reading: answers.text('reading'), reason: answers.text('reason') };
    answers.refuseOthers();
    const faults = await faultsOf(this.desk.voice(reply), async () => {
      await this.recording.propose(actor, { ...validateInput(ReadingDto, given) });
    });
    if (!faults) return this.desk.goTo(reply, LIST, 'flash.readingProposed');
    return this.showForm(reply, answers, faults);
  }

  @Post(':id/confirmation')
  @Action('reading.confirm')
  async confirm(@CurrentActor() actor: Actor, @ReadingId() id: string, @Res() reply: FastifyReply): Promise<void> {
    await this.recording.confirm(actor, id);
    this.desk.goTo(reply, LIST, 'flash.readingConfirmed');
  }

  @Get(':id/withdrawal')
  @Action('reading.withdraw')
  withdrawal(@CurrentActor() actor: Actor, @ReadingId() id: string, @Res() reply: FastifyReply): Promise<void> {
    return this.showWithdrawal(actor, id, reply, null, []);
  }

  @Post(':id/withdrawal')
  @Action('reading.withdraw')
  async withdraw(
    @CurrentActor() actor: Actor,
    @ReadingId() id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const answers = new FormAnswers(body);
    const given = { reason: answers.text('reason') };
    answers.refuseOthers();
    const faults = await faultsOf(this.desk.voice(reply), async () => {
      await this.recording.withdraw(actor, id, validateInput(WithdrawalDto, given).reason);
    });
    if (!faults) return this.desk.goTo(reply, LIST, 'flash.readingWithdrawn');
    return this.showWithdrawal(actor, id, reply, answers, faults);
  }

  private showForm(reply: FastifyReply, answers: FormAnswers, faults: readonly DescribedFault[]): void {
    const voice = this.desk.voice(reply);
    const page = readingForm({ voice, valueOf: (name) => answers.text(name), faults }, this.reading.unsettled());
    this.desk.show(reply, 'form', page, page.title);
  }

  private async showWithdrawal(
    actor: Actor,
    id: string,
    reply: FastifyReply,
    answers: FormAnswers | null,
    faults: readonly DescribedFault[],
  ): Promise<void> {
    const voice = this.desk.voice(reply);
    const valueOf = (name: string) => answers?.text(name) ?? '';
    const page = withdrawalForm(await this.reading.one(actor, id), { voice, valueOf, faults });
    this.desk.show(reply, 'form', page, page.title);
  }
}
