// One line for each request that was answered: its id, its route and the case it is about; never its address, which may hold a token.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Log } from '#gateways';
import { isSessionless } from './request-path';

const CASE_ROUTE = /^(?:\/api\/v1)?\/(?:applications|cases)\/:id(?:\/|$)/;
const ID = /^[0-9a-f-]{36}$/;

export function logRequests(fastify: FastifyInstance, log: Log): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    if (!isSessionless(request.url)) log.info(factsOf(request, reply), 'request');
    done();
  });
}

/** The pattern under which the request was routed; `none` where there is no such place. */
export function routeOf(request: FastifyRequest): string {
  return request.is404 ? 'none' : (request.routeOptions.url ?? 'none');
}

function factsOf(request: FastifyRequest, reply: FastifyReply) {
  const route = routeOf(request);
  const { id } = request.params as { readonly id?: string };
  return {
    request: request.id,
    method: request.method,
    route,
    ...(CASE_ROUTE.test(route) && id !== undefined && ID.test(id) && { case: id }),
    status: reply.statusCode,
    ms: Math.round(reply.elapsedTime * 10) / 10,
  };
}
