// Every route of the running server names one action of the permissions, and keeps out whoever may not do it.
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { permissions, type Action } from '#casework';
import { ROLES, type Role } from '#licensing';
import { RouteTable } from '../../apps/server/src/http/route-table';
import { ACTION } from '../../apps/server/src/http/security/action';
import { testServer, type SignedIn, type TestServer } from '../harness/test-server';

interface DeclaredRoute {
  readonly method: string;
  readonly url: string;
  readonly action: Action | undefined;
}

/** What is served without a controller: files of the pages. */
const SERVED = /^\/assets\/[a-z]+-[0-9a-z.]+\/\*$/;

let server: TestServer;
let declared: DeclaredRoute[];
const callers = new Map<Role, SignedIn>();

beforeAll(async () => {
  server = await testServer({ requestsPerMinute: 100_000 });
  declared = declaredRoutes();
  for (const role of ROLES) {
    await server.person(role === 'exporter' ? server.exporters[0] : server.authority, role, role);
    callers.set(role, await server.signIn(role));
  }
});
afterAll(() => server.end());

function declaredRoutes(): DeclaredRoute[] {
  const scanner = new MetadataScanner();
  const controllers = [...server.app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
  return controllers.flatMap(({ metatype }) => {
    const prototype = (metatype as { prototype: object }).prototype;
    return scanner.getAllMethodNames(prototype).flatMap((name) => {
      const handler: unknown = Reflect.get(prototype, name);
      const method = Reflect.getMetadata(METHOD_METADATA, handler as object) as RequestMethod | undefined;
      if (method === undefined) return [];
      const paths = [Reflect.getMetadata(PATH_METADATA, handler as object) as string | string[]].flat();
      const prefixes = [Reflect.getMetadata(PATH_METADATA, metatype as object) as string | string[]].flat();
      const action = Reflect.getMetadata(ACTION, handler as object) as Action | undefined;
      return prefixes.flatMap((prefix) =>
        paths.map((path) => ({ method: RequestMethod[method], url: join(prefix, path), action })),
      );
    });
  });
}

function join(...parts: string[]): string {
  return `/${parts
    .map((part) => part.replace(/^\/+|\/+$/g, ''))
    .filter(Boolean)
    .join('/')}`;
}

const withRoles = () => declared.filter(({ action }) => action && Array.isArray(permissions[action]));
const addressOf = ({ url }: DeclaredRoute) => url.replace(/:[a-zA-Z]+/g, '00000000-0000-4000-8000-000000000000');
const isPage = ({ url }: DeclaredRoute) => !/^\/(api|health)\//.test(url);

function call(route: DeclaredRoute, caller?: SignedIn) {
  const method = route.method.toLowerCase() as 'get' | 'post' | 'patch' | 'delete' | 'put';
  const test = server.visitor()[method](addressOf(route));
  if (caller) test.set('cookie', caller.cookie).set('x-csrf-token', caller.token);
  if (method === 'get') return test;
  return isPage(route) ? test.type('form').send({ version: '1' }) : test.send({});
}

it('finds the routes', () => {
  expect(declared.length).toBeGreaterThan(30);
});

it('has an action on every route', () => {
  expect(declared.filter(({ action }) => !action || !Object.hasOwn(permissions, action))).toEqual([]);
});

it('registers nothing with the HTTP server but declared routes and assets', () => {
  const known = new Set(declared.map(({ method, url }) => `${method} ${url}`));
  const others = server.app
    .get(RouteTable)
    .routes.map(({ method, url }) => `${method === 'HEAD' ? 'GET' : method} ${url}`)
    .filter((route) => !known.has(route) && !SERVED.test(route.replace(/^[A-Z]+ /, '')));
  expect(others).toEqual([]);
});

it('has a route for every action that the API or a page can do', () => {
  // The files of the pages are served without a controller, to anyone.
  const used = new Set<Action | undefined>(['asset.read', ...declared.map(({ action }) => action)]);
  expect(Object.keys(permissions).filter((action) => !used.has(action as Action))).toEqual([]);
});

it('keeps visitors out of everything that is not for anyone', async () => {
  for (const route of declared.filter(({ action }) => action && permissions[action] !== 'anyone')) {
    const answer = await call(route);
    const expected = isPage(route) && route.method !== 'GET' ? 403 : 401;
    expect({ route, status: answer.status }).toEqual({ route, status: expected });
  }
});

it('keeps every role out of what is not its task', async () => {
  for (const route of withRoles()) {
    const allowed = permissions[route.action as Action] as readonly Role[];
    for (const role of ROLES.filter((one) => !allowed.includes(one))) {
      const answer = await call(route, callers.get(role));
      expect({ route, role, status: answer.status }).toEqual({ route, role, status: 403 });
    }
  }
});

it('lets those in whose task it is: they meet no question of permission', async () => {
  for (const route of withRoles()) {
    const [role] = permissions[route.action as Action] as readonly Role[];
    const answer = await call(route, callers.get(role as Role));
    expect({
      route,
      role,
      in: answer.status !== 401 && !answer.text.includes('role-missing'),
      fault: answer.status >= 500,
    }).toEqual({ route, role, in: true, fault: false });
  }
});
