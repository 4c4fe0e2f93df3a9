// GET of an application by its exporter, against a bare Fastify route that runs the same statements as the same role with as many connections.
import { anApplication } from '../../builders/application';
import type { Sides } from '../in-turns';
import { forMs, load, requestBytes, type HttpCall } from '../load';
import { CALLERS, DATABASE_CONNECTIONS, openScene } from '../scene';
import { inOneTransaction } from '../statements';

const TURN_MS = 3_000;

export async function httpRead(): Promise<Sides> {
  const scene = await openScene();
  const { id } = await anApplication(scene.house).submitted().build();
  const call: HttpCall = { method: 'GET', path: `/api/v1/applications/${id}`, headers: scene.session };
  const statements = inOneTransaction(await scene.statementsOf(call));
  const bareUrl = await scene.bare.ask<string>({
    order: 'serve',
    databaseUrl: scene.house.database.appUrl,
    connections: DATABASE_CONNECTIONS,
    statements,
  });
  const request = requestBytes(call);
  return {
    product: () => load(scene.url, CALLERS, forMs(TURN_MS, request)),
    bare: () => load(bareUrl, CALLERS, forMs(TURN_MS, request)),
    close: () => scene.close(),
  };
}
