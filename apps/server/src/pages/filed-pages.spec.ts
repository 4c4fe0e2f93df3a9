// A filed application as its applicant sees it: where it stands, what is asked, the decision, notes, and the ways to another application.
import type { Actor } from '#casework';
import { anItem } from '../../../../test/builders/content';
import { anApplication, finishReviews, makeMove, present } from '../../../../test/builders/application';
import type { CaseScene } from '../../../../test/builders/house';
import { serverHouse } from '../../../../test/builders/server-house';
import { formVersion, page, send } from '../../../../test/harness/page-calls';
import { testServer, type SignedIn, type TestServer } from '../../../../test/harness/test-server';

let server: TestServer;
let house: CaseScene;
let lin: Actor;
let exporter: SignedIn;
let rival: SignedIn;

beforeAll(async () => {
  server = await testServer();
  house = await serverHouse(server);
  const [north, south] = server.exporters;
  lin = await server.person(north, 'lin', 'exporter');
  await server.person(south, 'zhou', 'exporter');
  exporter = await server.signIn('lin');
  rival = await server.signIn('zhou');
});
afterAll(() => server.end());

const mine = () => anApplication(house).of(lin);
const at = (id: string) => `/applications/${id}`;
const flat = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const stepNow = (html: string) => flat(/<li class="stage-[a-z]+" aria-current="step">.*?<\/li>/.exec(html)?.[0] ?? '').trim();

describe('where it stands', () => {
  it('is told stage by stage, with the class of holder and what is asked', async () => {
    const { id } = await mine().submitted().build();
    const filed = (await page(exporter, at(id)).expect(200)).text;
    expect(stepNow(filed)).toContain('Filed now here');
    expect(filed).toContain('Nothing for now.');
    expect(filed).toContain('Provincial commerce department');
    await makeMove(house, house.provincialOfficer, id, 'receive');
    expect(stepNow((await page(exporter, at(id))).text)).toContain('Province: received');
    await makeMove(house, house.provincialOfficer, id, 'return', { reason: 'A4 is cut off' });
    const returned = (await page(exporter, at(id)).expect(200)).text;
    expect(stepNow(returned)).toContain('Returned for correction');
    expect(returned).toContain('A4 is cut off');
  });

  it('tells nothing of the inner stages of the review, and counts the days', async () => {
    const { id } = await mine().accepted().build();
    const accepted = (await page(exporter, at(id)).expect(200)).text;
    expect(accepted).toContain('0 of 45 working days used');
    expect(accepted).toContain('45 working days left');
    await makeMove(house, house.caseOfficer, id, 'start-review');
    const inReview = flat((await page(exporter, at(id)).expect(200)).text);
    await finishReviews(house, id);
    expect((await present(house, id)).status).toBe('reviewed');
    expect(flat((await page(exporter, at(id)).expect(200)).text)).toBe(inReview);
  });

  it('does not tell a stranger that there is an application', async () => {
    const { id } = await mine().submitted().build();
    for (const place of ['', '/notes', '/moves/amend', '/moves/withdraw']) await page(rival, at(id) + place).expect(404);
    await send(rival, `${at(id)}/notes`, { text: 'x' }).expect(404);
    await send(rival, `${at(id)}/copies`, { kind: 'copy' }).expect(404);
    await send(rival, `${at(id)}/moves/amend`, { version: '1' }).expect(404);
  });
});

describe('the decision', () => {
  it('is read line by line once it is published, and not before', async () => {
    const { id } = await mine()
      .with(anItem({ id: 'i1' }), anItem({ id: 'i2' }))
      .advising('refuse')
      .decided()
      .build();
    expect((await page(exporter, at(id)).expect(200)).text).not.toContain('id="decision"');
    await makeMove(house, house.caseOfficer, id, 'publish');
    const told = (await page(exporter, at(id)).expect(200)).text;
    expect(stepNow(told)).toContain('Decided done');
    expect(flat(told)).toMatch(/Item 1 .*Refuse.*End user and end use .*Export Control Law Art\. 13 \(6\).*Item 2 /);
    expect(told).not.toContain('内部意见');
    expect(flat(told)).toContain('Letter of refusal');
    expect(told).toContain('Being prepared');
    expect(told).toContain('value="reapply"');
    expect((await page(exporter, at(id), 'zh')).text).toContain('不予许可决定书');
  });

  it('names what "not controlled" rests on and that it is no clearance', async () => {
    const { id } = await mine().advising('not-controlled').published().build();
    expect((await page(exporter, at(id)).expect(200)).text).toContain('is no clearance');
  });

  it('shows the conditions in both languages, and the licence', async () => {
    const { id } = await mine().advising('approve-with-conditions').published().build();
    const told = (await page(exporter, at(id)).expect(200)).text;
    expect(told).toContain('Civil use only');
    expect(told).toContain('仅限民用');
    expect(told).toMatch(/href="\/licences\/[0-9a-f-]{36}"/);
  });

  it('does not hand out a letter that is not ready, or somebody else’s', async () => {
    const { id } = await mine().advising('refuse').published().build();
    const [letter] = await server.store.run({ kind: 'system' }, (tx) => tx.decisions.letters(id));
    await page(exporter, `/letters/${letter?.id ?? ''}/document`).expect(409);
    await page(rival, `/letters/${letter?.id ?? ''}/document`).expect(404);
    await page(exporter, '/letters/none/document').expect(404);
  });
});

describe('notes', () => {
  it('go to the authority and back, and one that waits for an answer comes first', async () => {
    const { id } = await mine().submitted().build();
    await send(exporter, `${at(id)}/notes`, { text: 'The <importer> moved' }).expect(303);
    const own = (await page(exporter, `${at(id)}/notes`).expect(200)).text;
    expect(own).toContain('The &lt;importer&gt; moved');
    expect(own).toContain('note-own');
    expect((await page(exporter, at(id))).text).not.toContain('The authority has written to you.');
    const from = server.clock.now();
    await server.store.run({ kind: 'system' }, (tx) =>
      tx.notes.add({
        id: house.manager.personId,
        applicationId: id,
        organisationId: lin.organisationId,
        authorId: house.provincialOfficer.personId,
        side: 'authority',
        audience: 'applicant',
        text: 'Where to?',
        mentionIds: [],
        at: from,
      }),
    );
    const asked = (await page(exporter, at(id))).text;
    expect(asked).toContain('The authority has written to you.');
    expect(asked).toContain('Where to?');
    expect(asked).not.toContain(house.provincialOfficer.name);
  });

  it('with nothing in them are not sent, and what was written too long stays in the form', async () => {
    const { id } = await mine().submitted().build();
    const empty = await send(exporter, `${at(id)}/notes`, { text: ' ' }).expect(422);
    expect(empty.text).toContain('href="#text"');
    const long = await send(exporter, `${at(id)}/notes`, { text: 'a'.repeat(20_000) }).expect(422);
    expect(long.text).toContain('a'.repeat(20_000));
    await send(exporter, `${at(id)}/notes`, { text: 'x', audience: 'internal' }).expect(422);
  });
});

describe('another application', () => {
  it('takes the place of a filed one, once, and both say so', async () => {
    const { id, reference } = await mine().accepted().build();
    const form = await page(exporter, `${at(id)}/moves/amend`).expect(200);
    expect(form.text).toContain('becomes read-only');
    const version = await formVersion(exporter, `${at(id)}/moves/amend`);
    const [one, other] = await Promise.all([
      send(exporter, `${at(id)}/moves/amend`, { version }),
      send(exporter, `${at(id)}/moves/amend`, { version }),
    ]);
    const draft = one.headers['location'] as string;
    expect([one.status, other.status, other.headers['location']]).toEqual([303, 303, draft]);
    const old = (await page(exporter, at(id)).expect(200)).text;
    expect(old).toContain('Superseded by an amendment');
    expect(old).toContain(`href="${draft}"`);
    const anew = (await page(exporter, draft).expect(200)).text;
    expect(flat(anew)).toContain(`Amends ${reference}`);
    expect(anew).toContain('Fill in the application');
    await page(exporter, `${at(id)}/moves/amend`).expect(409);
  });

  it('is begun after a withdrawal, with the papers, or as a copy without them', async () => {
    const { id } = await mine().submitted().build();
    const version = await formVersion(exporter, `${at(id)}/moves/withdraw`);
    const none = await send(exporter, `${at(id)}/moves/withdraw`, { version, reason: ' ' }).expect(422);
    expect(none.text).toContain('href="#reason"');
    await send(exporter, `${at(id)}/copies`, { kind: 'reapply' }).expect(409);
    await send(exporter, `${at(id)}/moves/withdraw`, { version, reason: 'Order cancelled' }).expect(303);
    const ended = (await page(exporter, at(id)).expect(200)).text;
    expect(ended).toContain('The application was withdrawn');
    expect(ended).not.toContain('aria-current="step"');
    const again = (await send(exporter, `${at(id)}/copies`, { kind: 'reapply' }).expect(303)).headers['location'] as string;
    expect((await page(exporter, `${again}/papers`).expect(200)).text).toContain('A5.pdf');
    const copy = (await send(exporter, `${at(id)}/copies`, { kind: 'copy' }).expect(303)).headers['location'] as string;
    expect((await page(exporter, `${copy}/papers`).expect(200)).text).not.toContain('A5.pdf');
    await send(exporter, `${at(id)}/copies`, { kind: 'twin' }).expect(422);
  });

  it('offers no page for moves that are not the applicant’s', async () => {
    const { id } = await mine().submitted().build();
    for (const name of ['receive', 'publish', 'submit', 'no-such-move']) {
      await page(exporter, `${at(id)}/moves/${name}`).expect(409);
      await send(exporter, `${at(id)}/moves/${name}`, { version: '1', reason: 'r' }).expect(409);
    }
  });
});
