// A whole server on a database of its own, with a clock that stands still, for tests through HTTP. People sign in with one password.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { CaseworkSettings, SeedPerson, type Actor, type LoadedLaw, type OrganisationRecord } from '#casework';
import { Argon2Passwords, loadLaw, loadManifests, LocalFileStore, repositoryRoot } from '#gateways';
import type { Role } from '#licensing';
import { createStore, pendingMigrations, type PostgresStore } from '#store';
import { createServer } from '../../apps/server/src/create-server';
import type { ServerParts } from '../../apps/server/src/server-parts';
import { TestClock } from '../fakes/test-clock';
import { freshDatabase, type FreshDatabase } from './database';

export const PASSWORD = 'correct horse battery staple';

/** Credit codes with a right check character. */
const CREDIT_CODES = ['91110000100000001W', '911100001000000020'];

export interface TestServer {
  readonly app: NestFastifyApplication;
  readonly parts: ServerParts;
  readonly store: PostgresStore;
  readonly database: FreshDatabase;
  readonly clock: TestClock;
  readonly law: LoadedLaw;
  readonly authority: OrganisationRecord;
  readonly exporters: readonly [OrganisationRecord, OrganisationRecord];
  /** A person who can sign in at once; the address is `<name>@example.test`. */
  person(organisation: OrganisationRecord, name: string, ...roles: Role[]): Promise<Actor>;
  /** A caller without a session. */
  visitor(): ReturnType<typeof request>;
  /** Signs the person in. */
  signIn(name: string, password?: string): Promise<SignedIn>;
  end(): Promise<void>;
}

/** A caller with a session, whose requests carry cookie and form token. */
export interface SignedIn {
  readonly cookie: string;
  readonly token: string;
  get(url: string): request.Test;
  post(url: string, body?: object): request.Test;
  patch(url: string, body?: object): request.Test;
  delete(url: string): request.Test;
  upload(url: string, kind: string, bytes: Buffer, fileName: string): request.Test;
}

let law: Promise<LoadedLaw> | undefined;

export async function testServer(change: Partial<ServerParts> = {}): Promise<TestServer> {
  const database = await freshDatabase();
  const store = await createStore({ url: database.appUrl, poolSize: 8 });
  const clock = new TestClock();
  const folder = mkdtempSync(path.join(tmpdir(), 'licet-server-'));
  const passwords = new Argon2Passwords();
  const parts: ServerParts = {
    store,
    clock,
    passwords,
    law: await (law ??= loadLaw()),
    procedures: await loadManifests(),
    files: new LocalFileStore(path.join(folder, 'files')),
    queue: { ping: () => Promise.resolve(), unfit: () => Promise.resolve(null) },
    settings: new CaseworkSettings({ publicUrl: 'http://127.0.0.1:3000', specimen: true, licenceSeries: 'DU' }),
    sessionSecret: randomUUID() + randomUUID(),
    sessionHours: 12,
    pendingMigrations: () => pendingMigrations(database.appUrl),
    root: repositoryRoot(),
    ...change,
  };
  const app = await createServer(parts);
  const seed = new SeedPerson(store, passwords);
  const place = { address: '示范路1号', province: '北京市' };
  const authority = await seed.organisation({
    kind: 'authority',
    nameZh: '示范主管机关',
    nameEn: 'Demo Authority',
    creditCode: '',
    ...place,
  });
  const exporter = (index: number, nameZh: string, nameEn: string) =>
    seed.organisation({ kind: 'exporter', nameZh, nameEn, creditCode: CREDIT_CODES[index] ?? '', ...place });
  const exporters = [await exporter(0, '北方稀土', 'North Rare Earths'), await exporter(1, '南方磁材', 'South Magnets')] as const;
  const server = app.getHttpServer();
  return {
    app,
    parts,
    store,
    database,
    clock,
    law: parts.law,
    authority,
    exporters,
    person: (organisation, name, ...roles) =>
      seed.person(organisation, { email: emailOf(name), name, roles, password: PASSWORD }),
    visitor: () => request(server),
    signIn: (name, password = PASSWORD) => signIn(server, emailOf(name), password),
    end: async () => {
      await app.close();
      await store.close();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A name that is an address already stays as it is. */
export function emailOf(name: string): string {
  return name.includes('@') ? name : `${name}@example.test`;
}

async function signIn(server: Parameters<typeof request>[0], email: string, password: string): Promise<SignedIn> {
  const answer = await request(server).post('/api/v1/session').send({ email, password }).expect(200);
  const { csrfToken: token } = answer.body as { csrfToken: string };
  const cookie = cookieOf(answer);
  const with_ = (test: request.Test) => test.set('cookie', cookie).set('x-csrf-token', token);
  return {
    cookie,
    token,
    get: (url) => request(server).get(url).set('cookie', cookie),
    post: (url, body) => with_(request(server).post(url)).send(body),
    patch: (url, body) => with_(request(server).patch(url)).send(body),
    delete: (url) => with_(request(server).delete(url)),
    upload: (url, kind, bytes, fileName) => with_(request(server).post(url)).field('kind', kind).attach('file', bytes, fileName),
  };
}

/** The session cookie that the answer sets, as it is to be sent back; empty when it sets none. */
export function cookieOf(answer: request.Response): string {
  const lines = [answer.headers['set-cookie'] ?? []].flat() as string[];
  return lines.find((line) => line.startsWith('licet_session='))?.split(';', 1)[0] ?? '';
}
