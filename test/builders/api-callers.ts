// The people of a house on a whole server as callers of its JSON API, each with a session.
import type request from 'supertest';
import { cookieOf, type TestServer } from '../harness/test-server';
import { PASSWORD } from './people';

/** Before the `@` of each person's address. */
export type CallerName =
  | 'exporter'
  | 'colleague'
  | 'other'
  | 'province'
  | 'reviewer'
  | 'second'
  | 'lead'
  | 'officer'
  | 'countersigner'
  | 'second-signer'
  | 'all-rounder'
  | 'manager'
  | 'auditor'
  | 'administrator';

export interface Caller {
  readonly name: CallerName;
  get(path: string): request.Test;
  post(path: string, body?: object): request.Test;
  patch(path: string, body: object): request.Test;
  put(path: string, body?: object): request.Test;
  delete(path: string): request.Test;
}

/** Signs the people in; paths are those below `/api/v1`, and answers are in English. */
export async function apiCallers<Name extends CallerName>(
  server: TestServer,
  ...names: readonly Name[]
): Promise<Record<Name, Caller>> {
  const signedIn = await Promise.all(names.map(async (name) => [name, await signIn(server, name)] as const));
  return Object.fromEntries(signedIn) as Record<Name, Caller>;
}

async function signIn(server: TestServer, name: CallerName): Promise<Caller> {
  const answer = await server
    .visitor()
    .post('/api/v1/session')
    .send({ email: `${name}@house.test`, password: PASSWORD })
    .expect(200);
  const { csrfToken } = answer.body as { csrfToken: string };
  const cookie = cookieOf(answer);
  const call = (method: 'get' | 'post' | 'patch' | 'put' | 'delete', path: string) =>
    server.visitor()[method](`/api/v1${path}`).set('cookie', cookie).set('x-csrf-token', csrfToken).set('accept-language', 'en');
  return {
    name,
    get: (path) => call('get', path),
    post: (path, body) => call('post', path).send(body),
    patch: (path, body) => call('patch', path).send(body),
    put: (path, body) => call('put', path).send(body),
    delete: (path) => call('delete', path),
  };
}
