// Teams, queues and absences on the pages: kept by an administrator, read by officers, each absence by whom it concerns.
import type { Actor } from '#casework';
import { addDays } from '#kernel';
import { page, send as post, versionIn } from '../../../../test/harness/page-calls';
import { testServer, type SignedIn, type TestServer } from '../../../../test/harness/test-server';

let server: TestServer;
let chen: Actor;
let he: Actor;
let xie: Actor;
let administrator: SignedIn;
let reviewer: SignedIn;
let lead: SignedIn;
let auditor: SignedIn;

beforeAll(async () => {
  server = await testServer();
  const { authority } = server;
  chen = await server.person(authority, 'chen', 'reviewer');
  he = await server.person(authority, 'he', 'team-lead');
  xie = await server.person(authority, 'xie', 'reviewer');
  await server.person(authority, 'qin', 'auditor');
  await server.person(authority, 'sun', 'administrator');
  administrator = await server.signIn('sun');
  reviewer = await server.signIn('chen');
  lead = await server.signIn('he');
  auditor = await server.signIn('qin');
});
afterAll(() => server.end());

type Form = Record<string, string | string[]>;
const send = (who: SignedIn, url: string, form: Form) => post(who, url, form as Record<string, string>);
const teams = async (who = administrator) => (await page(who, '/teams').expect(200)).text;
/** Address of the last link with that text. */
const hrefOf = (html: string, text: string) =>
  [...html.matchAll(/href="([^"]+)">([^<]+)</g)].filter(([, , words]) => words === text).at(-1)?.[1] ?? '';
const version = async (url: string) => versionIn((await page(administrator, url).expect(200)).text);

async function team(en: string): Promise<string> {
  await send(administrator, '/teams/new', { 'name.zh': '技术组', 'name.en': en }).expect(303);
  return hrefOf(await teams(), `Change team ${en}`);
}

/** Changes the names of the team at the address. */
async function rename(at: string, zh: string, en: string): Promise<void> {
  await send(administrator, at, { version: await version(at), 'name.zh': zh, 'name.en': en, retired: 'no' }).expect(303);
}

async function queue(at: string, form: Form): Promise<void> {
  await send(administrator, `${at}/queues/new`, { 'name.zh': '技术审查', kind: 'review', stages: 'in-review', ...form }).expect(
    303,
  );
}

describe('teams', () => {
  it('begin with the team of all officers and the queue that takes what no rule routes', async () => {
    const html = await teams(reviewer);
    expect(html).toContain('All officers');
    expect(html).toContain('Takes what no rule routes');
    expect(html).not.toContain('New team');
    await page(reviewer, '/teams/new').expect(403);
  });

  it('show their latest changes to administrators and auditors', async () => {
    const at = await team('Chemical');
    await rename(at, '化学组', 'Chemical goods');
    for (const who of [administrator, auditor]) {
      const html = await teams(who);
      expect(html).toContain('Team changed: Chemical goods');
      expect(html).toContain('Name: 技术组 · Chemical → 化学组 · Chemical goods');
    }
    expect(await teams(reviewer)).not.toContain('Latest changes');
  });

  it('are named in both languages, and keep what was typed', async () => {
    const wrong = await send(administrator, '/teams/new', { 'name.zh': '技<术>组', 'name.en': ' ' }).expect(422);
    expect(wrong.text).toContain('href="#name-en"');
    expect(wrong.text).toContain('value="技&lt;术&gt;组"');
    const at = await team('Nuclear');
    await rename(at, '核组', 'Nuclear goods');
    expect(await teams()).toContain('Nuclear goods');
    await send(administrator, at, { version: '1', 'name.zh': 'x', 'name.en': 'x', retired: 'no' }).expect(409);
  });

  it('have officers of the authority as members, set together', async () => {
    const at = await team('Members');
    const members = `${at}/members`;
    const form = (await page(administrator, members).expect(200)).text;
    expect(form).toContain('Team lead');
    await send(administrator, members, { version: versionIn(form), personIds: [chen.personId, he.personId] }).expect(303);
    expect(await teams()).toContain('chen, he');
    const again = (await page(administrator, members)).text;
    expect(again).toMatch(new RegExp(`value="${chen.personId}" checked`));
    await send(administrator, members, { version: versionIn(again), personIds: 'nobody' }).expect(422);
    await send(administrator, members, { version: versionIn(again) }).expect(303);
    expect(await teams()).toContain('No member yet');
  });

  it('are retired only without a queue in use', async () => {
    const at = await team('Short-lived');
    await queue(at, { 'name.en': 'Short queue' });
    const retire = async () =>
      send(administrator, at, { version: await version(at), 'name.zh': '短', 'name.en': 'Short-lived', retired: 'yes' });
    expect((await retire()).status).toBe(409);
    const own = hrefOf(await teams(), 'Change queue Short queue');
    const teamId = at.split('/').at(-1) ?? '';
    const kept = { teamId, 'name.zh': '短', 'name.en': 'Short queue', kind: 'review', stages: 'in-review', retired: 'yes' };
    await send(administrator, own, { version: await version(own), ...kept }).expect(303);
    expect((await retire()).status).toBe(303);
  });
});

describe('queues', () => {
  it('take the stages that their kind can take, after others, and never in a circle', async () => {
    const at = await team('Feeding');
    const wrong = await send(administrator, `${at}/queues/new`, {
      'name.zh': '甲',
      'name.en': 'First',
      kind: 'review',
      stages: ['submitted', 'in-review'],
    }).expect(422);
    expect(wrong.text).toContain('href="#stages"');
    expect(wrong.text).toMatch(/value="submitted" checked/);
    await queue(at, { 'name.en': 'First' });
    const first = hrefOf(await teams(), 'Change queue First');
    const firstId = first.split('/').at(-1) ?? '';
    await queue(at, { 'name.en': 'Second', feederIds: firstId });
    const html = await teams();
    expect(html).toContain('Opens after First');
    const second = hrefOf(html, 'Change queue Second').split('/').at(-1) ?? '';
    const change = {
      teamId: at.split('/').at(-1) ?? '',
      'name.zh': '甲',
      'name.en': 'First',
      kind: 'review',
      stages: 'in-review',
      retired: 'no',
    };
    const circle = await send(administrator, first, { version: await version(first), ...change, feederIds: second }).expect(422);
    expect(circle.text).toContain('href="#feederIds"');
    await page(administrator, `/teams/queues/${at.split('/').at(-1) ?? ''}`).expect(404);
  });

  it('that take what no rule routes keep their stages', async () => {
    const at = hrefOf(await teams(), 'Change queue Unrouted');
    const form = (await page(administrator, at).expect(200)).text;
    expect(form).not.toContain('name="stages"');
    const teamId = /<option value="([0-9a-f-]{36})" selected/.exec(form)?.[1] ?? '';
    await send(administrator, at, { version: versionIn(form), teamId, 'name.zh': '未分派', 'name.en': 'Not routed' }).expect(303);
    await send(administrator, at, { version: '2', teamId, 'name.zh': 'x', 'name.en': 'x', stages: 'submitted' }).expect(422);
    expect(await teams()).toContain('Not routed');
  });
});

describe('absences', () => {
  it('are recorded by everybody for themselves, with a substitute', async () => {
    const today = server.clock.today();
    const members = `${await team('Together')}/members`;
    const both = [chen.personId, he.personId];
    await send(administrator, members, { version: await version(members), personIds: both }).expect(303);
    const form = (await page(reviewer, '/absences/new').expect(200)).text;
    expect(form).not.toContain('name="personId"');
    expect(form).not.toContain(`value="${chen.personId}"`);
    const wrong = await send(reviewer, '/absences/new', { from: today, to: addDays(today, -1), substituteId: '' }).expect(422);
    expect(wrong.text).toContain('href="#to"');
    await send(reviewer, '/absences/new', { from: today, to: addDays(today, 3), substituteId: he.personId }).expect(303);
    const list = (await page(lead, '/absences').expect(200)).text;
    expect(list).toContain('Away now');
    expect(list).toContain('he stands in');
    expect(list).toContain('End the absence of chen');
    await page(auditor, '/absences').expect(403);
  });

  it('of others are recorded and ended by a lead or an administrator, not by a colleague', async () => {
    const from = addDays(server.clock.today(), 10);
    await send(lead, '/absences/new', { personId: he.personId, from, to: from, substituteId: '' }).expect(303);
    const seen = (await page(reviewer, '/absences').expect(200)).text;
    expect(seen).toContain('Nobody stands in');
    expect(seen).not.toContain('End the absence of he');
    const end = /action="(\/absences\/[0-9a-f-]{36}\/end)">[^]*?End the absence of he/.exec((await page(lead, '/absences')).text);
    const forms = [...(await page(administrator, '/absences').expect(200)).text.matchAll(/action="(\/absences\/[^"]+)"/g)].map(
      ([, at]) => at ?? '',
    );
    expect(end).not.toBeNull();
    const last = forms.at(-1) ?? '';
    await send(reviewer, last, {}).expect(403);
    await send(administrator, last, {}).expect(303);
    await send(administrator, last, {}).expect(409);
    expect((await page(reviewer, '/absences')).text).not.toContain('Nobody stands in');
    await send(reviewer, '/absences/new', { personId: he.personId, from, to: from }).expect(422);
  });

  it('of others are a lead’s to record within the own teams, and a substitute who is away is named', async () => {
    const from = addDays(server.clock.today(), 10);
    const whose =
      /<select[^>]*name="personId"[^]*?<\/select>/.exec((await page(lead, '/absences/new').expect(200)).text)?.[0] ?? '';
    expect(whose).toContain(chen.personId);
    expect(whose).not.toContain(xie.personId);
    const theirs = { personId: xie.personId, from, to: from, substituteId: '' };
    await send(lead, '/absences/new', theirs).expect(403);
    await send(administrator, '/absences/new', { ...theirs, substituteId: chen.personId }).expect(303);
    await send(reviewer, '/absences/new', { from, to: from, substituteId: '' }).expect(303);
    expect((await page(reviewer, '/absences')).text).toContain('chen was to stand in, but is away too');
  });
});
