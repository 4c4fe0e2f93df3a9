// Builds the HTTP server from its parts; main.ts listens on it, tests talk to it.
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { NestLog } from '#gateways';
import { assertTablesSound } from '#licensing';
import { describeApi } from './api/openapi/describe-api';
import { Assets } from './http/assets';
import { tellMovedClock } from './http/moved-clock';
import { logRequests } from './http/request-log';
import { registerManners } from './http/manners/register-manners';
import { routableAddress } from './http/request-path';
import { RouteTable } from './http/route-table';
import { registerSecurity } from './http/security/register-security';
import type { ServerParts } from './server-parts';
import { ServerModule } from './server.module';

/** Largest body of a request that is not an upload, bytes. */
export const BODY_LIMIT = 1024 * 1024;

/** How long a whole request, an upload included, may take to arrive. */
const REQUEST_TIMEOUT_MS = 120_000;

/** Longer than any address that arrives, so that a wrong id of any length is answered by its route. */
const LONGEST_ADDRESS = 64 * 1024;

/** Proxies whose word on the caller's address is taken, where the public address is https and so a proxy stands before us. */
const OWN_NETWORKS = ['loopback', 'linklocal', 'uniquelocal'];

/** The initialised server; the caller listens and closes. Throws Error when the transition tables are not sound. */
export async function createServer(parts: ServerParts): Promise<NestFastifyApplication> {
  assertTablesSound();
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT_MS,
    trustProxy: parts.settings.publicUrl.startsWith('https:') ? OWN_NETWORKS : false,
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    rewriteUrl: (request: IncomingMessage) => routableAddress(request.url),
    routerOptions: { maxParamLength: LONGEST_ADDRESS },
  });
  const routes = new RouteTable();
  routes.watch(adapter.getInstance());
  const assets = new Assets(parts.root);
  const { log, metrics = null } = parts;
  if (log) logRequests(adapter.getInstance(), log);
  metrics?.watch(adapter.getInstance());
  tellMovedClock(adapter.getInstance(), parts.clock);
  const app = await NestFactory.create<NestFastifyApplication>(ServerModule.with(parts, { routes, assets, metrics }), adapter, {
    logger: log ? new NestLog(log) : ['error', 'warn', 'fatal'],
    abortOnError: false,
  });
  await registerSecurity(app, parts);
  await assets.register(app);
  registerManners(app, parts);
  describeApi(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}
