// The people of a house on a whole server as callers of its pages, each with a session.
import type { SignedIn, TestServer } from '../harness/test-server';
import type { CallerName } from './api-callers';
import { PASSWORD } from './people';

export async function pageCallers<Name extends CallerName>(
  server: TestServer,
  ...names: readonly Name[]
): Promise<Record<Name, SignedIn>> {
  const signedIn = await Promise.all(
    names.map(async (name) => [name, await server.signIn(`${name}@house.test`, PASSWORD)] as const),
  );
  return Object.fromEntries(signedIn) as Record<Name, SignedIn>;
}
