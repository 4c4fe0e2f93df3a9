// The one permission guard: a route without an action is a fault of the program, a person without the role is refused, and so is an agent without authority.
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { authorise, KeepAgencies, type Action, type Actor } from '#casework';
import { Refusal } from '#kernel';
import { isId } from '../fields';
import { isApi } from '../request-path';
import { ACTION, isOfExporters } from './action';
import { actAs, principalChosen, principalNamed } from './acting-for';
import { actorOfRequest } from './session';

@Injectable()
export class ActionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly agencies: KeepAgencies,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const action = this.reflector.get<Action | undefined>(ACTION, context.getHandler());
    if (action === undefined) throw new Error(`${context.getClass().name}.${context.getHandler().name} names no action`);
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const actor = actorOfRequest(request);
    authorise(action, actor);
    const principalId = isApi(request)
      ? principalNamed(request)
      : isOfExporters(action)
        ? principalChosen(request)?.id
        : undefined;
    if (actor && principalId !== undefined) {
      const agent = await this.agentOf(actor, principalId);
      authorise(action, agent);
      actAs(request, agent);
    }
    return true;
  }

  private agentOf(actor: Actor, principalId: string): Promise<Actor> {
    authorise('agency.act', actor);
    if (!isId(principalId)) throw new Refusal('missing', 'agency-not-found', { principalId });
    return this.agencies.actFor(actor, principalId);
  }
}
