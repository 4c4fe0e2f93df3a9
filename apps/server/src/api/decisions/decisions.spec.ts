// Advice of teams, documents and letters of a mixed decision, earlier decisions by code, what grows out of a case, notes: by the API.
import { randomUUID } from 'node:crypto';
import { anApplication, finishReviews, linesOn, makeMove, present } from '../../../../../test/builders/application';
import { apiCallers, type Caller } from '../../../../../test/builders/api-callers';
import { anItem } from '../../../../../test/builders/content';
import { placeOn } from '../../../../../test/builders/desks';
import { noSuchId, type CaseScene } from '../../../../../test/builders/house';
import { pdfBytes } from '../../../../../test/builders/paper-bytes';
import { serverHouse } from '../../../../../test/builders/server-house';
import { describedBy, type Described } from '../../../../../test/harness/described';
import { testServer, type TestServer } from '../../../../../test/harness/test-server';

let server: TestServer;
let home: CaseScene;
let described: Described;
let people: Record<'exporter' | 'other' | 'reviewer' | 'lead' | 'officer' | 'manager', Caller>;

beforeAll(async () => {
  server = await testServer();
  home = await serverHouse(server);
  people = await apiCallers(server, 'exporter', 'other', 'reviewer', 'lead', 'officer', 'manager');
  described = await describedBy(server);
});
afterAll(() => server.end());

interface Refused {
  readonly code: string;
  readonly faults: readonly { readonly code: string; readonly at: string; readonly message: string }[];
}
const ask = <T = Refused>(test: ReturnType<Caller['get']>, status: number, pattern: string) =>
  described<T>(test, status, `/api/v1${pattern}`);
const ONE = '/applications/{id}';

it('a reviewer advises as often as needed, a team lead finishes the queue', async () => {
  const { id, content } = await anApplication(home)
    .with(anItem({ id: randomUUID() }))
    .inReview()
    .build();
  const place = await placeOn(home, id);
  const lines = linesOn(content);
  const give = (caller: Caller, body: object, status: number) =>
    ask(caller.post(`/places/${place}/advice`, body), status, '/places/{id}/advice');
  await give(people.reviewer, { lines }, 201);
  await give(people.reviewer, { lines: linesOn(content, 'refer') }, 201);
  expect(await give(people.officer, { lines }, 403)).toMatchObject({ code: 'role-missing' });
  const [line] = lines;
  const itemId = line?.itemId ?? '';
  const wrong = await give(people.reviewer, { lines: [{ ...line, verdict: 'refuse', reason: '' }] }, 422);
  expect(wrong.faults.map(({ code, at }) => `${at} ${code}`)).toEqual([
    `advice.lines.${itemId}.criteria field-missing`,
    `advice.lines.${itemId}.reason field-missing`,
  ]);
  expect(
    (await give(people.reviewer, { lines: [{ ...line, verdict: 'yes', criteria: ['luck'] }] }, 422)).faults.map(({ at }) => at),
  ).toEqual(['lines.0.verdict', 'lines.0.criteria']);
  const view = await ask<{ advice: object[]; board: { standing: { id: string }[] } }>(
    people.lead.get(`/applications/${id}`),
    200,
    ONE,
  );
  expect(view.advice).toMatchObject([{ version: 1 }, { version: 2, level: 'reviewer', lines: [{ verdict: 'refer' }] }]);
  expect(view.board.standing).toHaveLength(1);
  const finish = (caller: Caller, status: number, seen: readonly string[] = view.board.standing.map(({ id: shown }) => shown)) =>
    ask(caller.post(`/places/${place}/finish`, { lines, seen }), status, '/places/{id}/finish');
  expect(await finish(people.reviewer, 403)).toMatchObject({ code: 'role-missing' });
  expect(await finish(people.lead, 409, [])).toMatchObject({ code: 'advised-meanwhile' });
  expect(await finish(people.lead, 200)).toMatchObject({ status: 'reviewed' });
  expect(await finish(people.lead, 409)).toMatchObject({ code: 'place-left' });
});

it('a mixed decision asks for its documents, and its letters are read by whom they concern', async () => {
  const [kept, refused] = [anItem({ id: randomUUID() }), anItem({ id: randomUUID() })];
  const { id, content } = await anApplication(home).with(kept, refused).inReview().build();
  await finishReviews(home, id);
  const lines = [...linesOn({ ...content, items: [kept] }), ...linesOn({ ...content, items: [refused] }, 'refuse')];
  await makeMove(home, home.caseOfficer, id, 'advise', { advice: { lines } });
  await makeMove(home, home.countersigner, id, 'countersign');
  const prepare = async (body: object, status: number, caller = people.officer) => {
    const { version } = await present(home, id);
    return ask(caller.post(`/applications/${id}/documents`, { version, ...body }), status, `${ONE}/documents`);
  };
  const preview = (kind: string, status: number, caller: Caller = people.officer) =>
    ask(caller.get(`/applications/${id}/documents/${kind}/preview`), status, `${ONE}/documents/{kind}/preview`);
  expect(await preview('licence', 409)).toMatchObject({ code: 'documents-not-prepared' });
  expect(await preview('ticket', 409)).toMatchObject({ code: 'document-not-of-decision' });
  expect(await preview('licence', 403, people.exporter)).toMatchObject({ code: 'role-missing' });
  const grounds = { zh: '最终用户与军方有关', en: 'The end user is tied to a military' };
  await prepare({ kind: 'licence', validFrom: '2026-03-02', validTo: '2026-12-31' }, 201);
  expect(await prepare({ kind: 'not-controlled-letter' }, 409)).toMatchObject({ code: 'document-not-of-decision' });
  expect(await prepare({ kind: 'refusal-letter', grounds: { ...grounds, en: '' } }, 422)).toMatchObject({
    code: 'document-invalid',
    faults: [{ code: 'field-missing', at: 'grounds.en' }],
  });
  await prepare({ kind: 'refusal-letter', grounds }, 201);
  expect(await prepare({ kind: 'licence' }, 403, people.reviewer)).toMatchObject({ code: 'role-missing' });
  expect(await prepare({ kind: 'ticket' }, 422)).toMatchObject({ faults: [{ at: 'kind' }] });
  await makeMove(home, home.caseOfficer, id, 'finalise');
  expect(await preview('refusal-letter', 200)).toMatchObject({
    preview: true,
    kind: 'refusal-letter',
    version: 1,
    view: { number: null, decidedBy: null, grounds, items: [{ line: 2 }] },
  });
  expect(await preview('licence', 200)).toMatchObject({
    view: { totalValue: kept.value, validTo: '2026-12-31', items: [{ line: 1 }] },
  });
  await makeMove(home, home.manager, id, 'publish');
  expect(await preview('licence', 409)).toMatchObject({ code: 'decision-not-open' });
  expect(await prepare({ kind: 'licence' }, 409)).toMatchObject({ code: 'not-on-your-queue' });

  const { decision, letters } = await ask<{ decision: object; letters: { id: string; number: string }[] }>(
    people.exporter.get(`/applications/${id}`),
    200,
    ONE,
  );
  expect(decision).toMatchObject({
    outcome: 'mixed',
    lines: [{ verdict: 'approve' }, { verdict: 'refuse', criteria: ['end-user-and-use'] }],
  });
  const [letter] = letters;
  const paper = (caller: Caller, status: number) =>
    ask(caller.get(`/letters/${letter?.id}/document`), status, '/letters/{id}/document');
  expect(await paper(people.exporter, 409)).toMatchObject({ code: 'document-not-ready' });
  const { key: fileKey, sha256 } = await server.parts.files.put(pdfBytes('letter'));
  await server.store.run({ kind: 'system' }, async (tx) => {
    const stored = await tx.decisions.findLetter(letter?.id ?? '');
    const ready = { template: 'refusal-letter/v1', sha256, fileKey, at: server.clock.now() };
    await tx.licences.documentReady(stored?.document.id ?? '', ready);
  });
  const read = await people.exporter.get(`/letters/${letter?.id}/document`).buffer(true).expect(200);
  expect(read.headers['content-disposition']).toContain(`attachment; filename="${letter?.number}.pdf"`);
  expect(await paper(people.other, 404)).toMatchObject({ code: 'letter-not-found' });

  const found = (caller: Caller, query: string, status = 200) =>
    ask<{ applicationId: string }[]>(caller.get(`/decisions?${query}`), status, '/decisions');
  expect((await found(people.reviewer, 'code=1C905')).map(({ applicationId }) => applicationId)).toEqual([id, id]);
  expect(await found(people.other, 'code=1C905')).toEqual([]);
  await found(people.reviewer, 'code=', 422);
});

it('a filed case is amended once, an ended one copied or applied for again', async () => {
  const { id, version } = await anApplication(home).submitted().build();
  const amend = (caller: Caller, body: object, status: number) =>
    ask<{ id: string; origin: object; code: string }>(
      caller.post(`/applications/${id}/amendments`, body),
      status,
      `${ONE}/amendments`,
    );
  const copy = (body: object, status: number, of = id) =>
    ask<{ id: string; origin: object; code: string; papers: object[] }>(
      people.exporter.post(`/applications/${of}/copies`, body),
      status,
      `${ONE}/copies`,
    );
  expect(await amend(people.other, { version }, 404)).toMatchObject({ code: 'application-not-found' });
  expect(await amend(people.officer, { version }, 403)).toMatchObject({ code: 'role-missing' });
  expect(await amend(people.exporter, { version: version + 1 }, 409)).toMatchObject({ code: 'stale-version' });
  await amend(people.exporter, {}, 422);
  expect(await copy({ kind: 'reapply' }, 409)).toMatchObject({ code: 'reapply-not-open' });
  const draft = await amend(people.exporter, { version }, 201);
  expect(draft).toMatchObject({ status: 'draft', origin: { id, kind: 'amend' } });
  expect((await amend(people.exporter, { version }, 201)).id).toBe(draft.id);
  expect(await ask(people.exporter.get(`/applications/${id}`), 200, ONE)).toMatchObject({
    status: 'superseded',
    amendment: { id: draft.id },
  });
  expect(await copy({ kind: 'copy' }, 201)).toMatchObject({ origin: { id, kind: 'copy' }, papers: [] });
  await copy({ kind: 'clone' }, 422);
  const ended = await anApplication(home).withdrawn().build();
  expect((await copy({ kind: 'reapply' }, 201, ended.id)).papers).toHaveLength(4);
});

it('notes are internal or for both sides, and name officers', async () => {
  const { id } = await anApplication(home).submitted().build();
  const write = (caller: Caller, body: object, status: number) =>
    ask(caller.post(`/applications/${id}/notes`, body), status, `${ONE}/notes`);
  const texts = async (caller: Caller) =>
    (await ask<{ text: string; authorName: string | null }[]>(caller.get(`/applications/${id}/notes`), 200, `${ONE}/notes`)).map(
      ({ text, authorName }) => `${authorName ?? '—'}: ${text}`,
    );
  const mentionIds = [home.reviewer.personId];
  await write(people.officer, { audience: 'internal', text: '请核对', mentionIds }, 201);
  await write(people.officer, { audience: 'applicant', text: '请说明用途' }, 201);
  await write(people.exporter, { audience: 'applicant', text: '已说明' }, 201);
  expect(await texts(people.reviewer)).toEqual(['韩办: 请核对', '韩办: 请说明用途', '林一: 已说明']);
  expect(await texts(people.exporter)).toEqual(['—: 请说明用途', '林一: 已说明']);
  const mentions = await ask<{ rows: object[] }>(people.reviewer.get('/mentions'), 200, '/mentions');
  expect(mentions.rows).toMatchObject([{ applicationId: id, text: '请核对' }]);
  expect(await write(people.exporter, { audience: 'internal', text: 'x' }, 422)).toMatchObject({
    faults: [{ code: 'note-not-yours' }],
  });
  expect(
    await write(people.officer, { audience: 'internal', text: 'x', mentionIds: [home.exporter.personId] }, 422),
  ).toMatchObject({
    faults: [{ code: 'mention-unfit', at: 'mentionIds.0' }],
  });
  await write(people.officer, { audience: 'internal', text: '' }, 422);
  await write(people.officer, { audience: 'internal', text: 'x', mentionIds: Array.from({ length: 21 }, noSuchId) }, 422);
  expect(await write(people.other, { audience: 'applicant', text: 'x' }, 404)).toMatchObject({ code: 'application-not-found' });
  await ask(people.exporter.get('/mentions'), 403, '/mentions');
});

it('the picklists hold the eight factors and phrases in both languages', async () => {
  const { factors, conditions, reasons, verdicts } = await ask<Record<string, { key: string; zh: string; en: string }[]>>(
    people.reviewer.get('/picklists'),
    200,
    '/picklists',
  );
  expect(factors).toHaveLength(8);
  for (const { zh, en } of [...(factors ?? []), ...(conditions ?? []), ...(reasons ?? []), ...(verdicts ?? [])])
    expect([zh, en].every(Boolean)).toBe(true);
  await ask(people.exporter.get('/picklists'), 403, '/picklists');
});
