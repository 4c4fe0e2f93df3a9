// The one permission guard: a route without an action is a fault of the program, a person without the role is refused.
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { authorise, type Action } from '#casework';
import { ACTION } from './action';
import { actorOfRequest } from './session';

@Injectable()
export class ActionGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const action = this.reflector.get<Action | undefined>(ACTION, context.getHandler());
    if (action === undefined) throw new Error(`${context.getClass().name}.${context.getHandler().name} names no action`);
    authorise(action, actorOfRequest(context.switchToHttp().getRequest<FastifyRequest>()));
    return true;
  }
}
