// Signing in, asking who one is, signing out.
import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiSecurity, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignIn, type Actor } from '#casework';
import { Action } from '../../http/security/action';
import { CurrentActor } from '../../http/security/current-actor';
import { closeSession, openSession } from '../../http/security/session';
import { Refuses } from '../openapi/refuses';
import { sessionBody, SessionBody, SignInDto } from './session.dto';

@ApiTags('session')
@Controller('api/v1/session')
export class SessionController {
  constructor(private readonly signIn: SignIn) {}

  @Post()
  @HttpCode(200)
  @Action('session.open')
  @ApiSecurity({})
  @ApiOperation({ summary: 'Sign in' })
  @ApiOkResponse({ type: SessionBody })
  @Refuses('sign-in-failed', 'sign-in-limited', 'input-invalid')
  async open(
    @Body() { email, password }: SignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionBody> {
    const actor = await this.signIn.execute({ email, password, networkAddress: request.ip });
    return sessionBody(actor, await openSession(request, reply, actor));
  }

  @Get()
  @Action('account.read')
  @ApiOperation({ summary: 'Who is signed in, and the form token' })
  @ApiOkResponse({ type: SessionBody })
  @Refuses('not-signed-in')
  read(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): SessionBody {
    return sessionBody(actor, reply.generateCsrf());
  }

  @Delete()
  @HttpCode(204)
  @Action('session.close')
  @ApiOperation({ summary: 'Sign out' })
  @ApiNoContentResponse()
  @Refuses('not-signed-in', 'form-token-wrong')
  async close(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await closeSession(request, reply);
  }
}
