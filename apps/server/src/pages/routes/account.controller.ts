// Pages around the account: sign in and out, the choice of language, passwords by mail, and the way home.
import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CaseworkSettings, may, SetPassword, SignIn, type Actor, type TokenPurpose } from '#casework';
import { Refusal } from '#kernel';
import { NewPasswordDto, ResetRequestDto, SignInDto } from '../../api/session/session.dto';
import { LANGUAGE_COOKIE } from '../../http/request-language';
import { Action } from '../../http/security/action';
import { CurrentActor, MaybeActor } from '../../http/security/current-actor';
import { MAIL_BOUND } from '../../http/security/mail-bound';
import { closeSession, openSession } from '../../http/security/session';
import { validateInput } from '../../http/validate-input';
import { Desk } from '../door/desk';
import { faultsOf } from '../door/faults';
import { localPath } from '../door/local-path';
import { FormAnswers } from '../forms/form-answers';
import { askResetForm, newPasswordForm, signInForm } from '../views/account-views';

const ONE_YEAR_S = 31_536_000;
const noAnswers = () => '';

@ApiExcludeController()
@Controller()
export class AccountPages {
  constructor(
    private readonly desk: Desk,
    private readonly signIn: SignIn,
    private readonly passwords: SetPassword,
    private readonly settings: CaseworkSettings,
  ) {}

  @Get()
  @Action('home.read')
  home(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): void {
    this.desk.goTo(reply, homeOf(actor));
  }

  @Get('sign-in')
  @Action('session.open')
  signInPage(@MaybeActor() actor: Actor | null, @Query('next') next: unknown, @Res() reply: FastifyReply): void {
    if (actor) return this.desk.goTo(reply, '/');
    const voice = this.desk.voice(reply);
    const view = signInForm({ voice, valueOf: noAnswers, faults: [] }, nextOf(next));
    this.desk.show(reply, 'account', view, view.title);
  }

  @Post('sign-in')
  @Action('session.open')
  async openSession(@Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const answers = new FormAnswers(body);
    const voice = this.desk.voice(reply);
    const { request } = reply;
    const given = { email: answers.text('email'), password: answers.text('password') };
    const next = nextOf(answers.text('next'));
    answers.refuseOthers();
    const faults = await faultsOf(voice, async () => {
      const { email, password } = validateInput(SignInDto, given);
      await openSession(request, reply, await this.signIn.execute({ email, password, networkAddress: request.ip }));
    });
    if (!faults) return this.desk.goTo(reply, next ?? '/');
    const view = signInForm({ voice, valueOf: (name) => answers.text(name), faults }, next);
    this.desk.show(reply, 'account', view, view.title);
  }

  @Post('sign-out')
  @Action('session.close')
  async closeSession(@Res() reply: FastifyReply): Promise<void> {
    await closeSession(reply.request, reply);
    this.desk.goTo(reply, '/sign-in', 'flash.signedOut');
  }

  @Post('language')
  @Action('language.choose')
  chooseLanguage(@Body() body: unknown, @Res() reply: FastifyReply): void {
    const answers = new FormAnswers(body);
    const language = answers.text('language');
    const back = localPath(answers.text('back'));
    answers.refuseOthers();
    if (language !== 'zh' && language !== 'en') throw new Refusal('invalid', 'malformed-request');
    const secure = this.settings.publicUrl.startsWith('https:');
    reply.setCookie(LANGUAGE_COOKIE, language, { path: '/', httpOnly: true, sameSite: 'lax', maxAge: ONE_YEAR_S, secure });
    this.desk.goTo(reply, back);
  }

  @Get('password-resets')
  @Action('password.reset')
  askPage(@Res() reply: FastifyReply): void {
    const view = askResetForm({ voice: this.desk.voice(reply), valueOf: noAnswers, faults: [] });
    this.desk.show(reply, 'account', view, view.title);
  }

  @Post('password-resets')
  @RouteConfig({ rateLimit: MAIL_BOUND })
  @Action('password.reset')
  async ask(@Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const answers = new FormAnswers(body);
    const voice = this.desk.voice(reply);
    const given = { email: answers.text('email') };
    answers.refuseOthers();
    const faults = await faultsOf(voice, async () => this.passwords.requestReset(validateInput(ResetRequestDto, given).email));
    if (!faults) return this.desk.goTo(reply, '/password-resets/sent');
    const view = askResetForm({ voice, valueOf: (name) => answers.text(name), faults });
    this.desk.show(reply, 'account', view, view.title);
  }

  @Get('password-resets/sent')
  @Action('password.reset')
  sent(@Res() reply: FastifyReply): void {
    const { t } = this.desk.voice(reply);
    const view = {
      title: t('reset.sentTitle'),
      text: t('reset.sentAbout'),
      link: { href: '/sign-in', text: t('reset.toSignIn') },
    };
    this.desk.show(reply, 'notice', view, view.title);
  }

  @Get('password-resets/:token')
  @Action('password.reset')
  resetPage(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    return this.newPassword(reply, token, 'password-reset', null);
  }

  @Post('password-resets/:token')
  @Action('password.reset')
  reset(@Param('token') token: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.newPassword(reply, token, 'password-reset', new FormAnswers(body));
  }

  @Get('invitations/:token')
  @Action('invitation.accept')
  invitationPage(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    return this.newPassword(reply, token, 'invitation', null);
  }

  @Post('invitations/:token')
  @Action('invitation.accept')
  accept(@Param('token') token: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.newPassword(reply, token, 'invitation', new FormAnswers(body));
  }

  private async newPassword(
    reply: FastifyReply,
    token: string,
    purpose: TokenPurpose,
    answers: FormAnswers | null,
  ): Promise<void> {
    const voice = this.desk.voice(reply);
    const holder = await this.passwords.holder(token, purpose);
    const given = { password: answers?.text('password') };
    answers?.refuseOthers();
    const faults =
      answers &&
      (await faultsOf(voice, async () => this.passwords.execute(token, purpose, validateInput(NewPasswordDto, given).password)));
    if (answers && !faults) return this.desk.goTo(reply, '/sign-in', 'flash.passwordSet');
    const [kind, folder] =
      purpose === 'invitation' ? (['invitation', 'invitations'] as const) : (['reset', 'password-resets'] as const);
    const action = `/${folder}/${encodeURIComponent(token)}`;
    const view = newPasswordForm({ voice, valueOf: noAnswers, faults: faults ?? [] }, kind, holder, action);
    this.desk.show(reply, 'account', view, view.title);
  }
}

/** Where each role begins. */
function homeOf(actor: Actor): string {
  if (may('application.list', actor)) return '/applications';
  return may('queue.read', actor) ? '/queue' : '/admin/people';
}

function nextOf(text: unknown): string | null {
  const path = localPath(typeof text === 'string' ? text : undefined);
  return path === '/' ? null : path;
}
