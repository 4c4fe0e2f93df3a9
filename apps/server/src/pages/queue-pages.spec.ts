// The officers' queues as pages through HTTP: tabs and shelves, filters, taking and letting go, assigning, acts on many, watching, mentions, the overview.
import { WriteNote } from '#casework';
import { anApplication, makeMove } from '../../../../test/builders/application';
import { completeContent } from '../../../../test/builders/content';
import { aQueue, aTeam, placesOf, routeAll } from '../../../../test/builders/desks';
import type { CaseScene } from '../../../../test/builders/house';
import { pageCallers } from '../../../../test/builders/page-callers';
import { serverHouse } from '../../../../test/builders/server-house';
import { page, send } from '../../../../test/harness/page-calls';
import { testServer, type SignedIn, type TestServer } from '../../../../test/harness/test-server';

let server: TestServer;
let home: CaseScene;
let people: Record<'province' | 'officer' | 'lead' | 'reviewer' | 'manager' | 'auditor', SignedIn>;

beforeAll(async () => {
  server = await testServer();
  home = await serverHouse(server);
  people = await pageCallers(server, 'province', 'officer', 'lead', 'reviewer', 'manager', 'auditor');
});
afterAll(() => server.end());

const submitted = () => anApplication(home).submitted().build();
const openPlace = async (id: string) => (await placesOf(home, id)).find(({ leftAt }) => leftAt === null)?.id ?? '';
/** The value of the box that marks the case. */
const markIn = (html: string, id: string) => new RegExp(`value="([^"]*:${id}:[^"]*)"`).exec(html)?.[1] ?? '';
/** A form in which a name may stand several times. */
const post = (who: SignedIn, url: string, form: string) =>
  who.post(url).set('accept', 'text/html').set('accept-language', 'en').type('form').send(form);
const formOf = (...pairs: [string, string][]) => new URLSearchParams(pairs).toString();

describe('a queue page', () => {
  it('offers a free case, hands it over once, and takes it back', async () => {
    const { id, reference } = await submitted();
    const place = await openPlace(id);
    const free = await page(people.province, '/queue?shelf=free').expect(200);
    expect(free.text).toContain(`action="/cases/${id}/places/${place}/take"`);
    expect((await page(people.province, '/queue').expect(200)).text).toContain('Unrouted');
    const taken = await send(people.province, `/cases/${id}/places/${place}/take`, {}).expect(303);
    expect(taken.headers['location']).toBe(`/cases/${id}`);
    await send(people.officer, `/cases/${id}/places/${place}/take`, {}).expect(409);
    expect((await page(people.province, '/queue?shelf=mine').expect(200)).text).toContain(reference);
    await send(people.province, `/cases/${id}/places/${place}/release`, {}).expect(303);
    const next = await send(people.province, '/queue/take-next', { queueId: '' }).expect(303);
    expect(next.headers['location']).toMatch(/^\/cases\/[0-9a-f-]{36}$/);
    await send(people.province, '/queue/take-next', { queueId: 'first' }).expect(422);
  });

  it('narrows by stage, destination, day and text; an empty filter narrows nothing, a wrong one is refused', async () => {
    const { reference } = await submitted();
    const only = await page(people.province, `/queue?shelf=all&status=submitted&destination=JP&dueBy=&text=${reference}`).expect(
      200,
    );
    expect(only.text.match(/class="reference"/g)).toHaveLength(1);
    expect(only.text).toMatch(/<details class="queue-filter" open>/);
    const none = await page(people.province, '/queue?destination=US').expect(200);
    expect(none.text).toContain('No case fits the filter.');
    expect(none.text).toContain('value="US" selected');
    for (const wrong of ['shelf=top', 'status=draft', 'destination=XX', 'dueBy=soon', 'queue=1'])
      await page(people.province, `/queue?${wrong}`).expect(422);
  });

  it('shows an auditor every queue and no button', async () => {
    await submitted();
    const seen = await page(people.auditor, '/queue').expect(200);
    expect(seen.text).toContain('LA-');
    expect(seen.text).not.toMatch(
      /<form[^>]* action="\/(queue|cases)[^"]*"[^>]* method="post"|method="post" action="\/(queue|cases)/,
    );
    expect(seen.text).not.toContain('type="checkbox"');
    expect((await page(people.auditor, '/queue/overview').expect(200)).text).toContain('Unrouted');
  });
});

describe('a place', () => {
  it('is given to a member of its team by its lead, and freed again', async () => {
    const team = await aTeam(home, home.teamLead, home.reviewer);
    const queue = await aQueue(home, team);
    await routeAll(home, 'KR', ['in-review'], queue);
    const { id } = await anApplication(home)
      .stating({ shipment: { ...completeContent().shipment, destination: 'KR' } })
      .inReview()
      .build();
    const url = `/cases/${id}/places/${await openPlace(id)}/assign`;
    const form = await page(people.lead, url).expect(200);
    expect(form.text).toContain('陈审');
    expect(form.text).not.toContain('吴审');
    expect((await send(people.lead, url, { personId: '' }).expect(422)).text).toContain('href="#personId"');
    await send(people.lead, url, { personId: home.reviewer.personId }).expect(303);
    expect((await page(people.reviewer, '/queue?shelf=mine').expect(200)).text).toContain(`/cases/${id}`);
    await send(people.lead, url, { personId: 'nobody' }).expect(303);
    expect((await page(people.reviewer, '/queue?shelf=mine').expect(200)).text).not.toContain(`href="/cases/${id}"`);
    await page(people.reviewer, url).expect(403);
    const seen = await page(people.reviewer, `/cases/${id}`).expect(200);
    expect(seen.text).toContain('Rule &quot;By destination&quot;, version 1');
  });

  it('is added by hand on a queue of the stage, and taken off while another is left', async () => {
    const { id } = await submitted();
    const queue = await aQueue(home, await aTeam(home, home.caseOfficer), { kind: 'work', stages: ['submitted'] });
    const first = await openPlace(id);
    const remove = `/cases/${id}/places/${first}/remove`;
    const reason = '改由许可组办理';
    await send(people.manager, remove, { reason }).expect(409);
    expect((await page(people.manager, `/cases/${id}/places`).expect(200)).text).toContain(`value="${queue}"`);
    expect((await page(people.lead, `/cases/${id}/places`).expect(200)).text).not.toContain(`value="${queue}"`);
    const bare = await send(people.manager, `/cases/${id}/places`, { queueId: queue, reason: '' }).expect(422);
    expect(bare.text).toContain('href="#reason"');
    await send(people.manager, `/cases/${id}/places`, { queueId: queue, reason }).expect(303);
    const seen = (await page(people.manager, `/cases/${id}`).expect(200)).text;
    expect(seen).toContain('Put there by a person');
    expect(seen).toContain(reason);
    expect(seen).toContain(`href="${remove}"`);
    expect((await page(people.manager, remove).expect(200)).text).toContain('name="reason"');
    await send(people.manager, remove, { reason }).expect(303);
    await page(people.manager, `/cases/${id}/places/${id}/assign`).expect(404);
  });
});

describe('an act on many', () => {
  it('moves all marked cases or none, and names the row that stood against it', async () => {
    const [one, other] = [await submitted(), await submitted()];
    const list = (await page(people.province, '/queue?shelf=all&status=submitted').expect(200)).text;
    const marks = [markIn(list, one.id), markIn(list, other.id)];
    const pairs = (...more: [string, string][]): [string, string][] => [
      ...marks.map((mark): [string, string] => ['marked', mark]),
      ['back', '/queue?shelf=all&status=submitted'],
      ...more,
    ];
    const asked = await post(people.province, '/queue/bulk', formOf(...pairs(['act', 'move']))).expect(200);
    expect(asked.text).toContain('Move the marked cases on (2)');
    expect(asked.text).toContain('value="receive"');
    expect(asked.text).not.toContain('value="publish"');
    expect((await post(people.province, '/queue/bulk/move', formOf(...pairs(['name', '']))).expect(422)).text).toContain(
      'href="#name"',
    );
    await makeMove(home, home.provincialOfficer, other.id, 'receive');
    const refused = await post(people.province, '/queue/bulk/move', formOf(...pairs(['name', 'receive']))).expect(422);
    expect(refused.text).toContain(`${other.reference}: `);
    expect(refused.text).toContain('href="#marked-1"');
    expect(refused.text).not.toContain('href="#marked-0"');
    expect((await page(people.province, `/cases/${one.id}`)).text).toContain('Filed: the province has to receive it.');
    const rest = formOf(['marked', markIn(list, one.id)], ['back', '//elsewhere.test'], ['name', 'receive']);
    const moved = await post(people.province, '/queue/bulk/move', rest).expect(303);
    expect(moved.headers['location']).toBe('/queue');
    expect((await page(people.province, `/cases/${one.id}`)).text).toContain('Received: the province checks the papers.');
  });

  it('assigns all marked cases, and needs a mark and a known act', async () => {
    const { id } = await submitted();
    const mark = markIn((await page(people.manager, '/queue?shelf=all&status=submitted').expect(200)).text, id);
    await post(people.manager, '/queue/bulk', formOf(['act', 'assign'], ['back', '/queue'])).expect(303);
    await post(people.manager, '/queue/bulk', formOf(['act', 'drop'], ['back', '/queue'], ['marked', mark])).expect(400);
    const asked = await post(
      people.manager,
      '/queue/bulk',
      formOf(['act', 'assign'], ['back', '/queue'], ['marked', mark]),
    ).expect(200);
    expect(asked.text).toContain('Assign the marked cases (1)');
    const chosen = formOf(['marked', mark], ['back', '/queue'], ['personId', home.provincialOfficer.personId]);
    await post(people.manager, '/queue/bulk/assign', chosen).expect(303);
    expect((await page(people.province, '/queue?shelf=mine').expect(200)).text).toContain(`/cases/${id}`);
  });
});

it('lists what an officer watches, where the officer is named, and for a manager what lies on every queue', async () => {
  const { id, reference } = await submitted();
  await send(people.officer, `/cases/${id}/watch`, { watch: 'yes' }).expect(303);
  expect((await page(people.officer, '/queue/watched').expect(200)).text).toContain(reference);
  await send(people.officer, `/cases/${id}/watch`, { watch: 'no' }).expect(303);
  expect((await page(people.officer, '/queue/watched').expect(200)).text).toContain('You watch no case.');
  await send(people.auditor, `/cases/${id}/watch`, { watch: 'yes' }).expect(303);
  expect((await page(people.auditor, '/queue').expect(200)).text).toContain('href="/queue/watched"');
  expect((await page(people.auditor, '/queue/watched').expect(200)).text).toContain(reference);
  const note = { audience: 'internal' as const, text: 'Please look at the contract', mentionIds: [home.caseOfficer.personId] };
  await home.get(WriteNote).execute(home.provincialOfficer, id, note);
  expect((await page(people.officer, '/queue/mentions').expect(200)).text).toContain('Please look at the contract');
  const overview = await page(people.manager, '/queue/overview').expect(200);
  expect(overview.text).toContain('First in line');
  expect(overview.text).toContain('All officers');
});
