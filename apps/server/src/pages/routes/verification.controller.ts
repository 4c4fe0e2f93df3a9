// Verification as pages: a form for the code, and what anyone who holds it may know.
import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { LONGEST_VERIFICATION_INPUT, normalVerificationCode, VerifyLicence } from '#casework';
import { Text } from '../../http/fields';
import { Action } from '../../http/security/action';
import { validateInput } from '../../http/validate-input';
import { Desk } from '../door/desk';
import { faultsOf } from '../door/faults';
import { FormAnswers } from '../forms/form-answers';
import { verificationForm, verificationPage } from '../views/verification-views';

class CodeDto {
  @Text({ min: 1, max: LONGEST_VERIFICATION_INPUT })
  code: string;
}

@ApiExcludeController()
@Controller('verify')
export class VerificationPages {
  constructor(
    private readonly desk: Desk,
    private readonly verifying: VerifyLicence,
  ) {}

  @Get()
  @Action('licence.verify')
  form(@Res() reply: FastifyReply): void {
    const view = verificationForm({ voice: this.desk.voice(reply), valueOf: () => '', faults: [] });
    this.desk.show(reply, 'account', view, view.title);
  }

  @Post()
  @Action('licence.verify')
  async ask(@Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const answers = new FormAnswers(body);
    const voice = this.desk.voice(reply);
    const typed = answers.text('code');
    const faults = await faultsOf(voice, () => Promise.resolve().then(() => validateInput(CodeDto, { code: typed })));
    const code = normalVerificationCode(typed);
    if (!faults) return this.desk.goTo(reply, code === '' ? '/verify' : `/verify/${code}`);
    const view = verificationForm({ voice, valueOf: (name) => answers.text(name), faults });
    this.desk.show(reply, 'account', view, view.title);
  }

  @Get(':code')
  @Action('licence.verify')
  async one(@Param('code') code: string, @Res() reply: FastifyReply): Promise<void> {
    const voice = this.desk.voice(reply);
    const view = verificationPage(await this.verifying.execute(code), voice);
    reply.header('x-robots-tag', 'noindex');
    this.desk.show(reply, 'verification', view, voice.t('verify.title'), 'without forms for visitors');
  }
}
