// Passwords by mail: asking for a reset tells nobody whether the address is known; a token sets a password once.
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiAcceptedResponse, ApiNoContentResponse, ApiOperation, ApiSecurity, ApiTags } from '@nestjs/swagger';
import { SetPassword } from '#casework';
import { Action } from '../../http/security/action';
import { MAIL_BOUND } from '../../http/security/mail-bound';
import { Refuses } from '../openapi/refuses';
import { NewPasswordDto, ResetRequestDto } from './session.dto';

@ApiTags('session')
@ApiSecurity({})
@Controller('api/v1')
export class AccountsController {
  constructor(private readonly passwords: SetPassword) {}

  @Post('password-resets')
  @HttpCode(202)
  @RouteConfig({ rateLimit: MAIL_BOUND })
  @Action('password.reset')
  @ApiOperation({ summary: 'Ask for a mail with a link to set a new password' })
  @ApiAcceptedResponse({ description: 'Always, whether the address is known or not' })
  @Refuses('input-invalid')
  async ask(@Body() { email }: ResetRequestDto): Promise<void> {
    await this.passwords.requestReset(email);
  }

  @Post('password-resets/:token')
  @HttpCode(204)
  @Action('password.reset')
  @ApiOperation({ summary: 'Set a new password; all sessions of the person end' })
  @ApiNoContentResponse()
  @Refuses('token-invalid', 'password-unfit', 'input-invalid')
  async reset(@Param('token') token: string, @Body() { password }: NewPasswordDto): Promise<void> {
    await this.passwords.execute(token, 'password-reset', password);
  }

  @Post('invitations/:token')
  @HttpCode(204)
  @Action('invitation.accept')
  @ApiOperation({ summary: 'Accept an invitation by setting a password' })
  @ApiNoContentResponse()
  @Refuses('token-invalid', 'password-unfit', 'input-invalid')
  async accept(@Param('token') token: string, @Body() { password }: NewPasswordDto): Promise<void> {
    await this.passwords.execute(token, 'invitation', password);
  }
}
