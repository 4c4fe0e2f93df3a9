// Agents on the pages: authority is given and revoked, the agent chooses for whom to act, and each page says so until the authority ends.
import type { Actor } from '#casework';
import { addDays } from '#kernel';
import { anApplication } from '../../../../test/builders/application';
import type { CaseScene } from '../../../../test/builders/house';
import { serverHouse } from '../../../../test/builders/server-house';
import { page, send } from '../../../../test/harness/page-calls';
import { testServer, type SignedIn, type TestServer } from '../../../../test/harness/test-server';

let server: TestServer;
let house: CaseScene;
let lin: Actor;
let principal: SignedIn;
let agent: SignedIn;
let officer: SignedIn;

beforeAll(async () => {
  server = await testServer();
  house = await serverHouse(server);
  const [north, south] = server.exporters;
  lin = await server.person(north, 'lin', 'exporter');
  await server.person(south, 'zhou', 'exporter');
  await server.person(server.authority, 'feng', 'provincial-officer');
  principal = await server.signIn('lin');
  officer = await server.signIn('feng');
});
beforeEach(async () => {
  agent = await server.signIn('zhou');
});
afterAll(() => server.end());

const authority = (change: Record<string, string> = {}) => ({
  creditCode: server.exporters[1].creditCode,
  from: server.clock.today(),
  to: '',
  note: 'Letter 7 of 2026',
  ...change,
});
const revokeHref = async () =>
  /href="(\/agents\/[0-9a-f-]{36}\/revoke)"/.exec((await page(principal, '/agents')).text)?.[1] ?? '';
const ACTING = 'You act as agent for North Rare Earths.';

/** Gives the authority unless it stands. */
async function given(): Promise<void> {
  if ((await revokeHref()) === '') await send(principal, '/agents/new', authority()).expect(303);
}

/** Begins to act for the principal. */
async function acting(): Promise<void> {
  await given();
  const answer = await send(agent, '/agents/act', { principalId: server.exporters[0].id }).expect(303);
  expect(answer.headers['location']).toBe('/applications');
}

it('authority is given with days and a letter, and its faults stand at their fields', async () => {
  const wrong = await send(principal, '/agents/new', authority({ creditCode: 'X', to: '2020-01-01', note: ' ' })).expect(422);
  for (const field of ['creditCode', 'to', 'note']) expect(wrong.text).toContain(`href="#${field}"`);
  expect(wrong.text).toContain('value="2020-01-01"');
  await given();
  expect((await send(principal, '/agents/new', authority()).expect(422)).text).toContain('href="#creditCode"');
  expect((await page(principal, '/agents')).text).toContain('South Magnets');
  const received = (await page(agent, '/agents').expect(200)).text;
  expect(received).toContain('Act for North Rare Earths');
  expect(received).not.toContain('/revoke');
  expect((await page(agent, '/applications')).text).toContain('Act for North Rare Earths');
  await page(officer, '/agents').expect(403);
});

it('an agent acts for the principal: every page says so, and shows only what the agent filed', async () => {
  const own = await anApplication(house).of(lin).submitted().build();
  await acting();
  const list = (await page(agent, '/applications').expect(200)).text;
  expect(list).toContain(ACTING);
  expect(list).not.toContain(own.reference);
  expect(list).not.toContain('href="/products"');
  await page(agent, `/applications/${own.id}`).expect(404);
  for (const place of ['/products', '/law/readings', '/products/new'])
    expect((await page(agent, place).expect(403)).text).toContain('Not for an agent');
  expect((await page(agent, '/law').expect(200)).text).not.toContain('href="/law/readings"');
  expect((await page(principal, '/law').expect(200)).text).toContain('href="/law/readings"');
  const address = (await send(agent, '/applications', {}).expect(303)).headers['location'] as string;
  for (const place of [address, `${address}/items`, `${address}/papers`, '/licences', '/agents'])
    expect((await page(agent, place).expect(200)).text).toContain(ACTING);
  expect((await page(agent, `${address}/items`)).text).not.toContain('/items/from-product');
  await page(agent, `${address}/items/from-product`).expect(403);
  expect((await page(principal, address).expect(200)).text).toContain('Filed by its agent South Magnets');
  await send(agent, `${address}/contract`, { version: '1', 'contract.number': 'C-1' }).expect(303);
  await send(agent, `${address}/notes`, { text: 'Written by the agent' }).expect(303);
  for (const reader of [agent, principal]) {
    const { text } = await page(reader, `${address}/notes`).expect(200);
    expect(text).toContain('Written by the agent');
    expect(text).not.toContain('note-authority');
    expect((await page(reader, address)).text).not.toContain('The authority has written to you.');
  }
  await send(agent, '/agents/stop', {}).expect(303);
  expect((await page(agent, '/applications')).text).not.toContain(ACTING);
  await page(agent, address).expect(404);
});

it('a session of the API is not moved by the choice of the pages', async () => {
  await acting();
  const { body } = await agent.get('/api/v1/applications').expect(200);
  expect(body).toMatchObject({ rows: [] });
});

it('what the agent was about to do has no effect once the authority is revoked, and the page says why', async () => {
  await acting();
  const address = (await send(agent, '/applications', {}).expect(303)).headers['location'] as string;
  const revoke = await revokeHref();
  expect((await page(principal, revoke).expect(200)).text).toContain('It ends at once');
  await send(principal, revoke, {}).expect(303);
  const late = await send(agent, `${address}/contract`, { version: '1', 'contract.number': 'C-9' }).expect(404);
  expect(late.text).toContain('Your authority has ended');
  expect(late.text).toContain('North Rare Earths');
  expect(late.text).not.toContain(ACTING);
  expect((await page(principal, `${address}/contract`).expect(200)).text).not.toContain('C-9');
  expect((await page(agent, '/applications').expect(200)).text).not.toContain(ACTING);
  expect((await page(agent, '/agents')).text).toContain('Revoked');
  await send(agent, '/agents/act', { principalId: server.exporters[0].id }).expect(404);
  await send(principal, revoke, {}).expect(409);
});

it('authority for later days or of a stranger is none', async () => {
  await send(principal, '/agents/new', authority({ from: addDays(server.clock.today(), 2) })).expect(303);
  expect((await page(agent, '/agents')).text).toContain('Not begun yet');
  for (const principalId of [server.exporters[0].id, house.otherOrganisation.id, 'x', ''])
    await send(agent, '/agents/act', { principalId }).expect(404);
  await send(agent, (await revokeHref()) || '/agents/x/revoke', {}).expect(404);
});

it('an authority that is over is given anew from the page', async () => {
  const until = addDays(server.clock.today(), 1);
  const revoke = await revokeHref();
  if (revoke) await send(principal, revoke, {}).expect(303);
  await send(principal, '/agents/new', authority({ to: until })).expect(303);
  const again = await send(principal, '/agents/new', authority({ from: until })).expect(422);
  expect(again.text).toContain('Begin after its last day');
  server.clock.advanceDays(2);
  principal = await server.signIn('lin');
  agent = await server.signIn('zhou');
  expect(await revokeHref()).toBe('');
  await send(principal, '/agents/new', authority()).expect(303);
  await acting();
  expect((await page(agent, '/applications').expect(200)).text).toContain(ACTING);
});
