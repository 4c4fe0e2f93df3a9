// A case as its officers work on it, through HTTP: what is asked of each, signatures, documents, publication, notes.
import { randomUUID } from 'node:crypto';
import { addDays, addMonths } from '#kernel';
import { anApplication, makeMove, prepareDocuments, present, linesOn } from '../../../../test/builders/application';
import { anItem, completeContent } from '../../../../test/builders/content';
import { aRule } from '../../../../test/builders/desks';
import type { CaseScene } from '../../../../test/builders/house';
import { pageCallers } from '../../../../test/builders/page-callers';
import { serverHouse } from '../../../../test/builders/server-house';
import { formVersion, page, send, versionIn } from '../../../../test/harness/page-calls';
import { testServer, type SignedIn, type TestServer } from '../../../../test/harness/test-server';

type Name = 'exporter' | 'province' | 'reviewer' | 'second' | 'lead' | 'officer' | 'countersigner' | 'manager' | 'auditor';

let server: TestServer;
let home: CaseScene;
let people: Record<Name, SignedIn>;

beforeAll(async () => {
  server = await testServer();
  home = await serverHouse(server);
  people = await pageCallers(
    server,
    'exporter',
    'province',
    'reviewer',
    'second',
    'lead',
    'officer',
    'countersigner',
    'manager',
    'auditor',
  );
});
afterAll(() => server.end());

/** Items as the doors name them. */
const oneItem = () => [anItem({ id: randomUUID() })];
const twoItems = () => [...oneItem(), anItem({ id: randomUUID(), nameEn: 'Second item', nameZh: '第二项' })];

describe('the case page', () => {
  it('says first what is asked of its reader, and of whom else the case waits', async () => {
    const { id } = await anApplication(home).submitted().build();
    const mine = (await page(people.province, `/cases/${id}`).expect(200)).text;
    expect(mine).toContain('Asked of you');
    expect(mine).toContain('Take from Unrouted');
    expect(mine).toContain(`action="/cases/${id}/moves/receive"`);
    expect(mine).toContain('No rule applied: the fallback queue');
    const theirs = (await page(people.auditor, `/cases/${id}`).expect(200)).text;
    expect(theirs).toContain('Waiting for others');
    expect(theirs).toContain('With: Unrouted: All officers');
    const forms = [...theirs.matchAll(/method="post" action="(\/cases[^"]*)"/g)].map(([, action]) => action);
    expect(forms).toEqual([`/cases/${id}/watch`]);
    expect(theirs).not.toMatch(/href="\/cases\/[^"]*\/(moves|notes|places)/);
    await page(people.exporter, `/cases/${id}`).expect(403);
  });

  it('takes each move of the provincial leg in turn, and asks for a reason where one is told', async () => {
    const { id } = await anApplication(home).submitted().build();
    const move = async (name: string, form: Record<string, string> = {}) =>
      send(people.province, `/cases/${id}/moves/${name}`, {
        version: await formVersion(people.province, `/cases/${id}`),
        ...form,
      });
    for (const name of ['receive', 'check']) expect((await move(name)).status).toBe(303);
    expect((await present(home, id)).status).toBe('checked');
    const empty = await move('return', { reason: '' });
    expect([empty.status, empty.text.includes('href="#reason"')]).toEqual([422, true]);
    expect((await move('return', { reason: 'Translate the contract' })).status).toBe(303);
    await page(people.province, `/cases/${id}/moves/receive`).expect(409);
  });
});

describe('the decision', () => {
  it('needs two signatures where a rule says so, keeps a sent-back one readable, and refuses the adviser', async () => {
    await aRule(home, {
      stages: ['advised'],
      criteria: { destinations: ['FR'] },
      effect: { kind: 'countersignatures', count: 2 },
    });
    const shipment = { ...completeContent().shipment, destination: 'FR' };
    const { id } = await anApplication(home).by('case-officer', home.allRounder).stating({ shipment }).advised().build();
    const url = (name: string) => `/cases/${id}/moves/${name}`;
    const adviser = await server.signIn('all-rounder@house.test', 'correct horse battery');
    expect((await page(adviser, url('countersign-first')).expect(403)).text).toContain('who advised does not countersign');
    const first = await page(people.countersigner, url('countersign-first')).expect(200);
    await send(people.countersigner, url('countersign-first'), { version: versionIn(first.text) }).expect(303);
    expect((await page(people.officer, `/cases/${id}`)).text).toContain('1 of 2 signatures');
    await page(people.countersigner, url('countersign-second')).expect(403);
    await makeMove(home, home.secondCountersigner, id, 'send-back', { reason: 'Name the end user' });
    await makeMove(home, home.caseOfficer, id, 'advise', { advice: { lines: linesOn((await present(home, id)).content) } });
    const again = (await page(people.officer, `/cases/${id}`).expect(200)).text;
    expect(again).toContain('0 of 2 signatures');
    expect(again).toContain('Earlier advice');
    expect(again).toContain('Name the end user');
  });

  it('prepares each document with a picture of what will be issued, and publishes once everything was shown again', async () => {
    const items = twoItems();
    const { id, content } = await anApplication(home).stating({ items }).reviewed().build();
    const [granted, refused] = linesOn(content).map((one, index) =>
      index === 0 ? one : { ...one, verdict: 'refuse' as const, criteria: ['end-user-and-use' as const] },
    );
    if (!granted || !refused) throw new Error('There are two items');
    await makeMove(home, home.caseOfficer, id, 'advise', { advice: { lines: [granted, refused] } });
    await makeMove(home, home.countersigner, id, 'countersign');
    const base = `/cases/${id}/documents`;
    const blocked = (await page(people.officer, `/cases/${id}`).expect(200)).text;
    expect(blocked).toContain(`href="${base}/licence"`);
    expect(blocked).toMatch(/<button[^>]* disabled aria-describedby="blocked-finalise">/);

    const form = await page(people.officer, `${base}/licence`).expect(200);
    const today = server.clock.today();
    const last = addDays(addMonths(today, 12), -1);
    expect(form.text).toContain(`value="${last}"`);
    expect(form.text).not.toContain('Second item');
    const version = versionIn(form.text);
    const past = { version, validFrom: addDays(today, -1), validTo: last };
    expect((await send(people.officer, `${base}/licence`, past).expect(422)).text).toContain('href="#validFrom"');
    await send(people.officer, `${base}/licence`, { ...past, validFrom: today }).expect(303);

    const letter = async (fields: Record<string, string>) =>
      send(people.officer, `${base}/refusal-letter`, {
        version: await formVersion(people.officer, `${base}/refusal-letter`),
        'grounds.zh': '',
        'grounds.en': '',
        'remark.zh': '',
        'remark.en': '',
        ...fields,
      });
    expect((await letter({ 'grounds.en': 'Unproven' })).text).toContain('href="#grounds-zh"');
    const told = { 'grounds.zh': '最终用途无法核实', 'grounds.en': 'The end use cannot be verified' };
    const shown = await letter({ ...told, add: 'preview' });
    expect([shown.status, shown.text.includes('Export Control Law Art. 13 (6)')]).toEqual([200, true]);
    expect((await letter(told)).status).toBe(303);
    await page(people.officer, `${base}/not-controlled-letter`).expect(409);

    for (const name of ['finalise', 'publish']) {
      const url = `/cases/${id}/moves/${name}`;
      const all = (await page(people.officer, url).expect(200)).text;
      for (const words of ['The end use cannot be verified', last, 'Second item', 'Final advice', 'Announcement No. 18 of 2025'])
        expect(all).toContain(words);
      await send(people.officer, url, { version: versionIn(all) }).expect(303);
    }
    const read = (await page(people.officer, `/cases/${id}`).expect(200)).text;
    expect(read).toContain('DU-R-2026-000001');
    expect(read).toMatch(/href="\/licences\/[0-9a-f-]{36}"/);
    await page(people.officer, `${base}/licence`).expect(409);
  });

  it('names the papers seen where an item is not controlled, and calls the letter no clearance', async () => {
    const { id } = await anApplication(home).advising('not-controlled').countersigned().build();
    const form = (await page(people.manager, `/cases/${id}/documents/not-controlled-letter`).expect(200)).text;
    expect(form).toContain('A4.pdf');
    expect(form).toContain('is no clearance');
    await prepareDocuments(home, id);
    expect((await page(people.manager, `/cases/${id}`).expect(200)).text).toContain('Prepared');
  });
});

describe('a note', () => {
  it('names colleagues where it is internal, keeps what was written when it cannot stay, and reaches the applicant where it is told', async () => {
    const { id } = await anApplication(home).submitted().build();
    const url = `/cases/${id}/notes`;
    const form = await page(people.officer, url).expect(200);
    expect(form.text).toContain(`value="${home.reviewer.personId}"`);
    const wrong = { audience: 'applicant', text: 'Please call', mentionIds: home.reviewer.personId };
    const kept = await send(people.officer, url, wrong).expect(422);
    expect(kept.text).toContain('href="#mentionIds"');
    expect(kept.text).toContain('Please call</textarea>');
    await send(people.officer, url, { ...wrong, audience: 'internal', text: 'Ask the lab' }).expect(303);
    await send(people.officer, url, { audience: 'applicant', text: 'Please call' }).expect(303);
    const read = (await page(people.reviewer, `/cases/${id}`).expect(200)).text;
    for (const words of ['Ask the lab', 'Names 陈审', 'Please call', 'To the applicant']) expect(read).toContain(words);
    const told = (await page(people.exporter, `/applications/${id}`).expect(200)).text;
    expect(told).not.toContain('Ask the lab');
    await page(people.auditor, url).expect(403);
  });
});
