// Licences as pages: the list, one licence, its paper, and the manager's moves.
import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { MoveLicence, ReadLicences, RenderAgain, type Actor } from '#casework';
import { Refusal } from '#kernel';
import { licenceMove } from '#licensing';
import { LicenceMoveDto } from '../../api/licences/licence.body';
import { sendAttachment } from '../../http/attachment';
import { IdPipe } from '../../http/id.pipe';
import { PageQuery, pageRequest } from '../../http/page-query.dto';
import type { DescribedFault } from '../../http/refusals';
import { Action } from '../../http/security/action';
import { CurrentActor } from '../../http/security/current-actor';
import { validateInput } from '../../http/validate-input';
import { Desk } from '../door/desk';
import { faultsOf } from '../door/faults';
import { FormAnswers } from '../forms/form-answers';
import { documentState, licenceList, licencePage } from '../views/licence-views';
import { moveForm } from '../views/move-form';

const LicenceId = () => Param('id', new IdPipe('licence-not-found'));

@ApiExcludeController()
@Controller('licences')
export class LicencePages {
  constructor(
    private readonly desk: Desk,
    private readonly licences: ReadLicences,
    private readonly moving: MoveLicence,
    private readonly rendering: RenderAgain,
  ) {}

  @Get()
  @Action('licence.list')
  async list(@CurrentActor() actor: Actor, @Query() query: PageQuery, @Res() reply: FastifyReply): Promise<void> {
    const voice = this.desk.voice(reply);
    this.desk.show(
      reply,
      'licences',
      licenceList(await this.licences.list(actor, pageRequest(query)), actor, voice),
      voice.t('licences.title'),
    );
  }

  @Get(':id')
  @Action('licence.read')
  async one(@CurrentActor() actor: Actor, @LicenceId() id: string, @Res() reply: FastifyReply): Promise<void> {
    const licence = await this.licences.one(actor, id);
    this.desk.show(reply, 'licence', licencePage(licence, actor, this.desk.voice(reply)), licence.number);
  }

  @Get(':id/document-state')
  @Action('licence.read')
  async documentState(@CurrentActor() actor: Actor, @LicenceId() id: string, @Res() reply: FastifyReply): Promise<void> {
    this.desk.showPart(reply, 'licence-document', documentState(await this.licences.one(actor, id), this.desk.voice(reply)));
  }

  @Get(':id/document')
  @Action('licence.document')
  async document(@CurrentActor() actor: Actor, @LicenceId() id: string, @Res() reply: FastifyReply): Promise<void> {
    const { number, bytes } = await this.licences.document(actor, id);
    sendAttachment(reply, { fileName: `${number}.pdf`, mediaType: 'application/pdf', bytes });
  }

  @Post(':id/document')
  @Action('licence.render')
  async renderAgain(@CurrentActor() actor: Actor, @LicenceId() id: string, @Res() reply: FastifyReply): Promise<void> {
    await this.rendering.execute(actor, id);
    this.desk.goTo(reply, `/licences/${id}`, 'flash.renderAgain');
  }

  @Get(':id/moves/:name')
  @Action('licence.move')
  movePage(
    @CurrentActor() actor: Actor,
    @LicenceId() id: string,
    @Param('name') name: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.showMove(actor, id, name, reply, null, []);
  }

  @Post(':id/moves/:name')
  @Action('licence.move')
  async move(
    @CurrentActor() actor: Actor,
    @LicenceId() id: string,
    @Param('name') name: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const answers = new FormAnswers(body);
    const given = { version: answers.version(), reason: answers.text('reason') };
    answers.refuseOthers();
    const faults = await faultsOf(this.desk.voice(reply), () => {
      const { version, reason } = validateInput(LicenceMoveDto, given);
      return this.moving.execute(actor, id, name, { version, ...(reason !== undefined && { reason }) });
    });
    if (!faults) return this.desk.goTo(reply, `/licences/${id}`, 'flash.moved');
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
    const licence = await this.licences.one(actor, id);
    const move = licenceMove(name);
    if (!move || !licence.openMoves.some((open) => open.name === name)) {
      throw new Refusal('conflict', 'move-not-open', { move: name, status: licence.life, from: move?.from ?? [] });
    }
    const page = moveForm({
      voice: this.desk.voice(reply),
      name: move.name,
      asks: move.asks,
      caption: licence.number,
      back: { href: `/licences/${id}`, text: licence.number },
      action: `/licences/${id}/moves/${name}`,
      version: answers?.version() ?? licence.version,
      valueOf: (field) => answers?.text(field) ?? '',
      faults,
    });
    this.desk.show(reply, 'move', page, page.title);
  }
}
