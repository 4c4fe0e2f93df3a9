// The pages on which advice is given: by reviewers, by a team, finally; what each form starts from, what may be taken over, what is refused at its line.
import { randomUUID } from 'node:crypto';
import { GrowApplication, SaveContent } from '#casework';
import type { ApplicationContent } from '#licensing';
import {
  anApplication,
  compareItems,
  linesOn,
  makeMove,
  present,
  reviewersAdvice,
  versionTo,
} from '../../../../test/builders/application';
import { anItem, completeContent } from '../../../../test/builders/content';
import { aQueue, aTeam, placesOf, routeAll } from '../../../../test/builders/desks';
import type { CaseScene } from '../../../../test/builders/house';
import { pageCallers } from '../../../../test/builders/page-callers';
import { serverHouse } from '../../../../test/builders/server-house';
import { formVersion, page, send, versionIn } from '../../../../test/harness/page-calls';
import { testServer, type SignedIn, type TestServer } from '../../../../test/harness/test-server';

type Name = 'reviewer' | 'second' | 'lead' | 'officer' | 'countersigner';

let server: TestServer;
let home: CaseScene;
let people: Record<Name, SignedIn>;

beforeAll(async () => {
  server = await testServer();
  home = await serverHouse(server);
  people = await pageCallers(server, 'reviewer', 'second', 'lead', 'officer', 'countersigner');
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
    const kept = { ...given, ...line(other, { verdict: 'refuse', controlCode: '1C905.b' }), add: `fill.${one}` };
    expect((await send(people.reviewer, `${url}/advice`, kept).expect(200)).text).toMatch(/value="refuse" checked/);
    const marked = await send(people.reviewer, `${url}/advice`, { ...kept, marked: other }).expect(200);
    expect(marked.text.match(/value="approve" checked/g)).toHaveLength(2);
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
    const blind = await send(people.lead, `${url}/finish`, { ...given, ...line(other, approve) }).expect(422);
    expect(blind.text).toContain('Another advice that you had not seen was given meanwhile');
    const seen = [...blind.text.matchAll(/name="seen" value="([^"]+)"/g)].map(([, seenId]) => seenId ?? '');
    expect(seen).toEqual(await reviewersAdvice(home, id));
    await send(people.lead, `${url}/finish`, { ...given, ...line(other, approve), seen }).expect(303);
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
    expect(board).toContain('Final advice on LA-');
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

  it('starts the next final advice from the one that was sent back, which stands no longer', async () => {
    const { id, content } = await anApplication(home)
      .with(...oneItem())
      .reviewed()
      .build();
    await makeMove(home, home.caseOfficer, id, 'advise', { advice: { lines: linesOn(content, 'refuse') } });
    expect((await page(people.officer, `/cases/${id}`).expect(200)).text).toContain('0 of 1 signatures');
    await makeMove(home, home.countersigner, id, 'send-back', { reason: 'Name the end user' });
    const board = (await page(people.officer, `/cases/${id}`).expect(200)).text;
    expect(board).not.toContain('of 1 signatures');
    expect(board).toContain('Name the end user');
    const form = (await page(people.officer, `/cases/${id}/moves/advise`).expect(200)).text;
    expect(form).toMatch(/value="refuse" checked/);
    expect(form).toContain('It stands no longer');
  });

  it('finds no item not controlled that nobody compared with the list, and says so at its line', async () => {
    const { id, content } = await anApplication(home)
      .with(...oneItem())
      .advising('not-controlled')
      .reviewed()
      .build();
    const [itemId = ''] = content.items.map((item) => item.id);
    const url = `/cases/${id}/moves/advise`;
    const given = {
      version: await formVersion(people.officer, url),
      ...line(itemId, { verdict: 'not-controlled', reason: 'x' }),
    };
    const refused = await send(people.officer, url, given).expect(422);
    expect(refused.text).toContain(`href="#advice-lines-${itemId}-verdict"`);
    expect(refused.text).toContain('has compared &quot;氧化镝 / Dysprosium oxide&quot; with the official list');
    await compareItems(home, id);
    await send(people.officer, url, given).expect(303);
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
