// GET of an application by its exporter, against a bare Fastify route that runs the same statements as the same role with as many connections.
import { anApplication } from '../../builders/application';
import type { Sides } from '../in-turns';
import { load, requestBytes, times, type HttpCall } from '../load';
import { CALLERS, DATABASE_CONNECTIONS, openScene } from '../scene';

/** Requests of one turn of one side: a count, so that a slow machine warms up no less than a fast one. */
const REQUESTS = 800;

export async function httpRead(): Promise<Sides> {
  const scene = await openScene();
  const { id } = await anApplication(scene.house).submitted().build();
  const call: HttpCall = { method: 'GET', path: `/api/v1/applications/${id}`, headers: scene.session };
  const statements = await scene.statementsOf(call);
  const bareUrl = await scene.bare.ask<string>({
    order: 'serve',
    databaseUrl: scene.house.database.appUrl,
    connections: DATABASE_CONNECTIONS,
    statements,
  });
  const request = requestBytes(call);
  return {
    product: () => load(scene.url, CALLERS, times(REQUESTS, request)),
    bare: () => load(bareUrl, CALLERS, times(REQUESTS, request)),
    close: () => scene.close(),
  };
}
