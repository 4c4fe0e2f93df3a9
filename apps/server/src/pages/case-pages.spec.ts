// A case as its officers work on it, through HTTP: what is asked of each, advice of every level, signatures, documents, publication, notes.
import { randomUUID } from 'node:crypto';
import { GrowApplication, SaveContent } from '#casework';
import { addDays, addMonths } from '#kernel';
import type { ApplicationContent } from '#licensing';
import { anApplication, makeMove, prepareDocuments, present, linesOn, versionTo } from '../../../../test/builders/application';
import { anItem, completeContent } from '../../../../test/builders/content';
import { aQueue, aTeam, aRule, placesOf, routeAll } from '../../../../test/builders/desks';
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
const openPlaces = async (id: string) => (await placesOf(home, id)).filter(({ leftAt }) => leftAt === null);

/** The fields of one line of the advice form. */
function line(itemId: string, fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [`advice.lines.${itemId}.${name}`, value]));
}

const approve = { verdict: 'approve', controlCode: '1C905.b', reason: 'Civil use' };

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

describe('advice', () => {
  it('is given by reviewers side by side, their conflict is named, and the lead finishes from what they agree on', async () => {
    const team = await aTeam(home, home.teamLead, home.reviewer, home.secondReviewer);
    await routeAll(home, 'DE', ['in-review'], await aQueue(home, team));
    const shipment = { ...completeContent().shipment, destination: 'DE' };
    const { id, content } = await anApplication(home).stating({ items: twoItems(), shipment }).inReview().build();
    const [one, other] = content.items.map((item) => item.id) as [string, string];
    const [place] = await openPlaces(id);
    const url = `/cases/${id}/places/${place?.id}`;
    const form = await page(people.reviewer, `${url}/advice`).expect(200);
    expect(form.text).toContain(`name="advice.lines.${one}.controlCode" type="text" value="1C905.b"`);
    const given = { version: versionIn(form.text), ...line(one, approve) };

    const filled = await send(people.reviewer, `${url}/advice`, { ...given, add: `fill.${one}` }).expect(200);
    expect(filled.text.match(/value="approve" checked/g)).toHaveLength(2);
    const more = await send(people.reviewer, `${url}/advice`, { ...given, add: `advice.lines.${one}.conditions` }).expect(200);
    expect(more.text).toContain(`name="advice.lines.${one}.conditions.2.en"`);
    const wrong = await send(people.reviewer, `${url}/advice`, {
      ...given,
      ...line(one, { verdict: 'approve-with-conditions', 'conditions.0.zh': '报告', reason: '' }),
      ...line(other, { verdict: 'refuse', controlCode: '9Z999' }),
    }).expect(422);
    expect(wrong.text).toContain(`href="#advice-lines-${one}-conditions-0-en"`);
    expect(wrong.text).toContain('value="报告"');

    await send(people.reviewer, `${url}/advice`, { ...given, ...line(other, approve) }).expect(303);
    const refuse = { verdict: 'refuse', controlCode: '1C905.b', criteria: 'destination', phrase: 'diversion-risk' };
    await send(people.second, `${url}/advice`, { ...given, ...line(other, refuse) }).expect(303);
    const board = (await page(people.lead, `/cases/${id}`).expect(200)).text;
    expect(board).toContain('Verdicts differ');
    expect(board).toContain('Route, middleman or consignee');
    expect(board).toContain('Export Control Law Art. 13 (5)');

    const finish = (await page(people.lead, `${url}/finish`).expect(200)).text;
    expect(finish).toContain('Left for you to judge: Verdicts differ.');
    expect(finish.match(/value="approve" checked/g)).toHaveLength(1);
    await page(people.reviewer, `${url}/finish`).expect(403);
    const missing = await send(people.lead, `${url}/finish`, { ...given, ...line(other, { controlCode: '1C905.b' }) }).expect(
      422,
    );
    expect(missing.text).toContain(`href="#advice-lines-${other}-verdict"`);
    await send(people.lead, `${url}/finish`, { ...given, ...line(other, approve) }).expect(303);
    expect((await present(home, id)).status).toBe('reviewed');
    await page(people.lead, `${url}/advice`).expect(409);
  });

  it('starts the final advice from what the teams agree on; a referral is not offered', async () => {
    const { id, content } = await anApplication(home)
      .with(...oneItem())
      .reviewed()
      .build();
    const [itemId = ''] = content.items.map((item) => item.id);
    const url = `/cases/${id}/moves/advise`;
    const form = await page(people.officer, url).expect(200);
    expect(form.text).toMatch(/value="approve" checked/);
    expect(form.text).not.toContain('value="refer"');
    const version = versionIn(form.text);
    const conditional = { ...approve, verdict: 'approve-with-conditions', standing: 'report-arrival' };
    await send(people.officer, url, { version, ...line(itemId, conditional) }).expect(303);
    const shown = (await page(people.countersigner, `/cases/${id}/moves/countersign`).expect(200)).text;
    expect(shown).toContain('the exporter reports the day of arrival');
    expect(shown).toContain('Final advice, round 1, version 1');
  });

  it('offers a line of the amended application and of an earlier decision, for one item and not for another', async () => {
    const { id, content } = await anApplication(home)
      .with(...oneItem())
      .reviewed()
      .build();
    await makeMove(home, home.caseOfficer, id, 'advise', { advice: { lines: linesOn(content, 'approve-with-conditions') } });
    const version = await versionTo(home, home.exporter, id);
    const { id: amended, content: copied } = await home.get(GrowApplication).amend(home.exporter, id, version);
    await fileAnew(amended, { ...copied, contract: { ...copied.contract, number: 'CQ-2' } });
    const board = (await page(people.lead, `/cases/${amended}`).expect(200)).text;
    expect(board).toContain('What the amendment changed');
    expect(board).toContain('CQ-2');
    expect(board).toContain('From the amended application');
    const [place] = await openPlaces(amended);
    const [itemId = ''] = copied.items.map((item) => item.id);
    const base = `/cases/${amended}/places/${place?.id}/finish`;
    expect(board).toContain(`href="${base}?line=${itemId}&amp;from=carried#item-${itemId}"`);
    const taken = (await page(people.lead, `${base}?line=${itemId}&from=carried`).expect(200)).text;
    expect(taken).toMatch(/value="approve-with-conditions" checked/);
    expect(taken).toContain('value="Civil use only"');
    const plain = await page(people.lead, base).expect(200);
    expect(plain.text).not.toMatch(/value="approve-with-conditions" checked/);
    const used = await send(people.lead, base, { version: versionIn(plain.text), add: `use.${itemId}.carried` }).expect(200);
    expect(used.text).toMatch(/value="approve-with-conditions" checked/);
  });
});

describe('the decision', () => {
  it('needs two signatures where a rule says so, keeps a sent-back one readable, and refuses the adviser', async () => {
    await aRule(home, {
      stages: ['advised', 'signed-once'],
      criteria: { destinations: ['FR'] },
      effect: { kind: 'countersignatures', count: 2 },
    });
    const shipment = { ...completeContent().shipment, destination: 'FR' };
    const { id } = await anApplication(home).by('case-officer', home.allRounder).stating({ shipment }).advised().build();
    const url = (name: string) => `/cases/${id}/moves/${name}`;
    const adviser = await server.signIn('all-rounder@house.test', 'correct horse battery');
    expect((await page(adviser, url('countersign-first')).expect(403)).text).toContain('nobody countersigns their own');
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
      for (const words of ['The end use cannot be verified', last, 'Second item', 'Final advice']) expect(all).toContain(words);
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

/** Files the draft with this content and brings it into review. */
async function fileAnew(id: string, content: ApplicationContent): Promise<void> {
  const { version } = await present(home, id);
  const { declaration } = completeContent();
  await home.get(SaveContent).execute(home.exporter, id, version, { ...content, declaration });
  await makeMove(home, home.exporter, id, 'submit');
  for (const name of ['receive', 'check', 'forward'] as const) await makeMove(home, home.provincialOfficer, id, name);
  for (const name of ['accept', 'start-review'] as const) await makeMove(home, home.caseOfficer, id, name);
}
