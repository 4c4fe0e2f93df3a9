// The people of a house on a whole server, so that applications can be built there and asked for by HTTP.
import type { TestServer } from '../harness/test-server';
import type { CaseScene } from './house';
import { addPeople } from './people';

export async function serverHouse(server: TestServer): Promise<CaseScene> {
  const people = await addPeople(server.store, server.parts.passwords, server.authority);
  return { ...people, store: server.store, clock: server.clock, get: (verb) => server.app.get(verb, { strict: false }) };
}
