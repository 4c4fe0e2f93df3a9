// Routing rules on the pages: simulated, proposed, judged by another person, with what is wrong with them named.
import type { Actor } from '#casework';
import { addDays } from '#kernel';
import { anApplication } from '../../../../test/builders/application';
import { serverHouse } from '../../../../test/builders/server-house';
import { page, send as post } from '../../../../test/harness/page-calls';
import { testServer, type SignedIn, type TestServer } from '../../../../test/harness/test-server';

let server: TestServer;
let lin: Actor;
let proposer: SignedIn;
let second: SignedIn;
let manager: SignedIn;
let reviewer: SignedIn;
let queueId: string;

beforeAll(async () => {
  server = await testServer();
  const house = await serverHouse(server);
  lin = await server.person(server.exporters[0], 'lin', 'exporter');
  const { authority } = server;
  await server.person(authority, 'sun', 'administrator');
  await server.person(authority, 'li', 'administrator');
  await server.person(authority, 'zheng', 'manager');
  await server.person(authority, 'chen', 'reviewer');
  [proposer, second, manager, reviewer] = [
    await server.signIn('sun'),
    await server.signIn('li'),
    await server.signIn('zheng'),
    await server.signIn('chen'),
  ];
  const { body } = await proposer.post('/api/v1/teams', { name: { zh: '日本组', en: 'Japan team' } }).expect(201);
  const queue = {
    teamId: (body as { id: string }).id,
    name: { zh: '日本收件', en: 'Japan desk' },
    kind: 'work',
    stages: ['submitted', 'accepted'],
    feederIds: [],
  };
  queueId = ((await proposer.post('/api/v1/queues', queue).expect(201)).body as { id: string }).id;
  for (let count = 0; count < 2; count += 1) await anApplication(house).of(lin).submitted().build();
  await anApplication(house).of(lin).withdrawn().build();
});
afterAll(() => server.end());

type Form = Record<string, string | string[]>;
const send = (who: SignedIn, url: string, form: Form) => post(who, url, form as Record<string, string>);
const flat = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

const rule = (change: Form = {}): Form => ({
  'name.zh': '日本案件',
  'name.en': 'Cases to Japan',
  tier: '3',
  stages: 'submitted',
  'criteria.codes': '１Ｃ９０５，3A001',
  'criteria.destinations': 'jp、kr',
  'criteria.value.from': '',
  'criteria.value.below': '',
  'criteria.value.currency': '',
  'effect.kind': 'queues',
  'effect.queueIds': queueId,
  from: server.clock.today(),
  to: '',
  reason: 'Japan has its own desk',
  ...change,
});

async function proposed(change: Form = {}): Promise<string> {
  const answer = await send(proposer, '/rules/new', { ...rule(change), send: 'propose' }).expect(303);
  return answer.headers['location'] as string;
}

it('are simulated without being written, with the cases named and the form kept', async () => {
  const shown = await send(proposer, '/rules/new', { ...rule(), send: 'simulate' }).expect(200);
  const text = flat(shown.text);
  expect(text).toContain('Open cases that this moves: 2');
  expect(text).toMatch(/LA-2026-\d{6} Now Unrouted Then Japan desk/);
  expect(shown.text).not.toContain('href="/cases/');
  expect(shown.text).toContain('value="Cases to Japan"');
  expect(shown.text).toMatch(new RegExp(`value="${queueId}" checked`));
  expect((await page(proposer, '/rules')).text).toContain('There is no rule');
});

it('come back with each fault at its field', async () => {
  const wrong: [Form, string[]][] = [
    [{ tier: '', stages: [] }, ['tier']],
    [{ 'criteria.value.from': '1,000' }, ['criteria-value-currency']],
    [
      { 'criteria.destinations': 'Japan', 'effect.queueIds': [], 'name.en': ' ', reason: '' },
      ['criteria-destinations', 'effect-queueIds', 'name-en', 'reason'],
    ],
    [{ 'effect.kind': 'countersignatures' }, ['effect-count']],
    [{ 'effect.kind': '' }, ['effect-kind']],
    [{ from: 'soon' }, ['from']],
  ];
  for (const [change, fields] of wrong) {
    const answer = await send(proposer, '/rules/new', { ...rule(change), send: 'propose' }).expect(422);
    for (const field of fields) expect(answer.text).toContain(`href="#${field}"`);
    expect(answer.text).toContain('value="１Ｃ９０５，3A001"');
  }
  await send(proposer, '/rules/new', { ...rule(), colour: 'red', send: 'propose' }).expect(422);
});

it('count once another person has approved them; nobody approves their own', async () => {
  const at = await proposed();
  const own = (await page(proposer, at).expect(200)).text;
  expect(own).toContain('You proposed this version');
  expect(own).not.toContain('value="approve"');
  await send(proposer, `${at}/acts`, { act: 'approve', reason: '' }).expect(403);
  const shown = (await page(second, at).expect(200)).text;
  expect(flat(shown)).toContain('Open cases that this moves: 2');
  expect(flat(shown)).toContain('Control codes 1C905, 3A001');
  expect(flat(shown)).toContain('Destinations Japan, South Korea');
  expect((await page(manager, at)).text).toContain('href="/cases/');
  expect((await page(reviewer, at).expect(200)).text).not.toContain('value="approve"');
  await send(reviewer, `${at}/acts`, { act: 'approve', reason: '' }).expect(403);
  const bare = await send(second, `${at}/acts`, { act: 'reject', reason: ' ' }).expect(422);
  expect(bare.text).toContain('href="#reason"');
  await send(manager, `${at}/acts`, { act: 'approve', reason: '' }).expect(303);
  await send(second, `${at}/acts`, { act: 'approve', reason: '' }).expect(409);
  const approved = flat((await page(second, at)).text);
  expect(approved).toContain('Approved by zheng');
});

it('end when one person proposes it and another approves it', async () => {
  const at = await proposed({ 'name.en': 'Ending' });
  const retirement = at.replace(/\/1$/, '/retirement');
  expect((await page(proposer, at)).text).not.toContain(retirement);
  const own = (await page(proposer, at)).text;
  expect(own).toContain('Take back');
  await send(proposer, retirement, { from: server.clock.today(), reason: 'x' }).expect(409);
  await send(manager, `${at}/acts`, { act: 'approve', reason: '' }).expect(303);
  expect((await page(proposer, at)).text).toContain(`href="${retirement}"`);
  expect((await page(manager, at)).text).not.toContain(retirement);
  expect((await page(proposer, retirement).expect(200)).text).toContain('no older version counts again');
  await page(manager, retirement).expect(403);
  const bare = await send(proposer, retirement, { from: 'soon', reason: ' ' }).expect(422);
  for (const field of ['from', 'reason']) expect(bare.text).toContain(`href="#${field}"`);
  const answer = await send(proposer, retirement, { from: server.clock.today(), reason: 'Done with it' }).expect(303);
  const end = answer.headers['location'] as string;
  expect(end).toBe(at.replace(/\/1$/, '/2'));
  await send(proposer, `${end}/acts`, { act: 'approve', reason: '' }).expect(403);
  const shown = flat((await page(manager, end)).text);
  expect(shown).toContain('Ends the rule with all its versions');
  // Another rule sends the same cases to the same queue.
  expect(shown).toContain('Open cases that this moves: 0');
  expect(shown).toContain('All 2 were compared.');
  await send(manager, `${end}/acts`, { act: 'approve', reason: '' }).expect(303);
  const list = (await page(second, '/rules')).text;
  expect(list.slice(list.indexOf('Versions that were rejected, replaced or have ended'))).toContain(`href="${at}"`);
  expect((await page(proposer, at)).text).not.toContain(`href="${retirement}"`);
});

it('have versions that all stay readable', async () => {
  const at = await proposed({ 'name.en': 'Versioned' });
  const next = at.replace(/\/1$/, '/next');
  const form = (await page(proposer, next).expect(200)).text;
  expect(form).toContain('value="Versioned"');
  expect(form).toContain('value="1C905, 3A001"');
  expect(form).toContain('value="JP, KR"');
  const from = addDays(server.clock.today(), 30);
  const answer = await send(proposer, next, { ...rule({ 'name.en': 'Versioned', from }), send: 'propose' }).expect(303);
  expect(answer.headers['location']).toBe(at.replace(/\/1$/, '/2'));
  const shown = (await page(reviewer, at).expect(200)).text;
  expect(shown).toContain('Version 2');
  expect(shown).toContain(`href="${at.replace(/\/1$/, '/2')}"`);
  for (const none of ['/rules/x/1', at.replace(/\/1$/, '/9'), at.replace(/\/1$/, '/0'), '/rules/x/next'])
    await page(proposer, none).expect(404);
});

it('that cannot fire or are shadowed are named with the rule that shadows them', async () => {
  await proposed({ 'name.en': 'Wide <net>', tier: '1', 'criteria.codes': '', 'criteria.destinations': '' });
  await proposed({ 'name.en': 'Beaten', tier: '5' });
  const list = flat((await page(reviewer, '/rules').expect(200)).text);
  expect(list).toMatch(/Beaten .*Never fires .*Wide &lt;net&gt;/);
  expect(list).toContain('Tier 1');
  await proposed({
    'name.en': 'Dead',
    'criteria.value.from': '10',
    'criteria.value.below': '5',
    'criteria.value.currency': 'usd',
  });
  expect(flat((await page(reviewer, '/rules')).text)).toMatch(/Dead .*USD 10 or more.*Never fires/);
});

it('ask countersignatures', async () => {
  const at = await proposed({
    'effect.kind': 'countersignatures',
    'effect.count': '2',
    'effect.queueIds': [],
    stages: 'advised',
  });
  const text = flat((await page(second, at)).text);
  expect(text).toContain('Countersignatures asked: 2');
  const signing = { 'effect.kind': 'countersignatures', 'effect.count': '2', 'effect.queueIds': [] };
  const elsewhere = await send(proposer, '/rules/new', { ...rule(signing), send: 'propose' }).expect(422);
  expect(elsewhere.text).toContain('href="#stages"');
  const nowhere = await proposed({ ...signing, stages: [] });
  expect(flat((await page(second, nowhere)).text)).toContain('Stages Final advice given');
  await page(reviewer, '/rules/new').expect(403);
  await send(manager, '/rules/new', rule()).expect(403);
});
