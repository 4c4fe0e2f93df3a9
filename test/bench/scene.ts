// What the rows over HTTP share: a house with people, the product's server beside it, and a signed-in person.
import type { Actor } from '#casework';
import { house, type House } from '../builders/house';
import { PASSWORD } from '../builders/people';
import { startChild, type Child } from './child';
import type { HttpCall } from './load';
import type { Statement } from './statements';

/** Connections of the load, and of each side to the database. */
export const CALLERS = 20;
export const DATABASE_CONNECTIONS = 10;

export interface Scene {
  readonly house: House;
  readonly url: string;
  /** Headers of the person's session. */
  readonly session: Readonly<Record<string, string>>;
  readonly exporter: Actor;
  /** The statements that the product sends for the request, which is made once. */
  statementsOf(call: HttpCall): Promise<Statement[]>;
  /** A process without the product. */
  readonly bare: Child;
  close(): Promise<void>;
}

/** `email`: whose session it is. */
export async function openScene(email = 'exporter@house.test'): Promise<Scene> {
  const here = await house();
  const server = startChild('product-server');
  const bare = startChild('bare-server');
  const url = await server.ask<string>({
    order: 'start',
    databaseUrl: here.database.appUrl,
    connections: DATABASE_CONNECTIONS,
    now: here.clock.now(),
  });
  return {
    house: here,
    url,
    session: await signIn(url, email),
    exporter: here.exporter,
    statementsOf: (call) => server.ask<Statement[]>({ order: 'record', call }),
    bare,
    close: async () => {
      await server.close();
      await bare.close();
      await here.end();
    },
  };
}

async function signIn(url: string, email: string): Promise<Readonly<Record<string, string>>> {
  const answer = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  const { csrfToken } = (await answer.json()) as { csrfToken?: string };
  const cookie = answer.headers.get('set-cookie')?.split(';', 1)[0];
  if (!cookie || !csrfToken) throw new Error(`Signing in was answered ${answer.status}`);
  return { cookie, 'x-csrf-token': csrfToken };
}
