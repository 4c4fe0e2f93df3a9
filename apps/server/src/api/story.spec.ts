// The first licence through the API, from draft to download: each answer as the OpenAPI description says, each refusal with its code.
import { pdfBytes } from '../../../../test/builders/paper-bytes';
import { describedBy, completeSections, type ApplicationRead, type Described } from '../../../../test/harness/described';
import { testServer, type SignedIn, type TestServer } from '../../../../test/harness/test-server';

let server: TestServer;
let described: Described;
let [wang, li, pei, chen, lu, zhao, qian]: SignedIn[] = [];
let id: string;
let licenceId: string;

beforeAll(async () => {
  server = await testServer();
  await server.person(server.exporters[0], 'wang', 'exporter');
  await server.person(server.exporters[1], 'li', 'exporter');
  await server.person(server.authority, 'pei', 'provincial-officer');
  await server.person(server.authority, 'chen', 'case-officer');
  await server.person(server.authority, 'lu', 'team-lead');
  await server.person(server.authority, 'zhao', 'countersigner');
  await server.person(server.authority, 'qian', 'manager');
  [wang, li, pei, chen, lu, zhao, qian] = await Promise.all(
    ['wang', 'li', 'pei', 'chen', 'lu', 'zhao', 'qian'].map((name) => server.signIn(name)),
  );
  described = await describedBy(server);
});
afterAll(() => server.end());

/** The complete sections, filed by the organisation of the exporter. */
function ownSections() {
  const { nameZh, nameEn, creditCode } = server.exporters[0];
  const { applicant, ...rest } = completeSections();
  return { applicant: { ...applicant, nameZh, nameEn, creditCode }, ...rest };
}

const one = () => `/api/v1/applications/${id}`;
const ONE = '/api/v1/applications/{id}';
const read = (caller: SignedIn) => described<ApplicationRead>(caller.get(one()), 200, ONE);
const move = (caller: SignedIn, name: string, body: object, status = 200) =>
  described<{ version: number; status: string; code: string; faults: { code: string; at: string }[] }>(
    caller.post(`${one()}/moves/${name}`, body),
    status,
    `${ONE}/moves/{name}`,
  );

it('an exporter begins, and reads what is missing and what may be done', async () => {
  ({ id } = await described<ApplicationRead>(wang.post('/api/v1/applications'), 201, '/api/v1/applications'));
  const draft = await read(wang);
  expect(draft).toMatchObject({
    status: 'draft',
    version: 1,
    for: 'exporter',
    editable: true,
    content: { applicant: { nameZh: '北方稀土' } },
  });
  expect(draft.missing).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ at: 'papers.A5', message: 'Upload this paper: End-user and end-use certificate.' }),
    ]),
  );
  const [submit, withdraw] = draft.openMoves;
  expect(submit).toMatchObject({
    name: 'submit',
    label: { zh: '提交申请', en: 'Submit application' },
    asks: [],
    blockedBy: [{ code: 'application-incomplete' }],
  });
  expect(withdraw).toMatchObject({ name: 'withdraw', asks: ['reason'], blockedBy: [] });
  const refused = await move(wang, 'submit', { version: 1 }, 422);
  expect(refused.code).toBe('application-incomplete');
  expect(refused.faults.length).toBe(draft.missing.length);
});

it('the content is saved, and a stale write is told what changed', async () => {
  expect(await described(wang.patch(one(), { version: 1, ...ownSections() }), 200, ONE)).toEqual({ version: 2 });
  const stale = await described<{ facts: { current: number; changes: { verb: string }[] } }>(
    wang.patch(one(), { version: 1, ...ownSections() }),
    409,
    ONE,
  );
  expect(stale).toMatchObject({
    code: 'stale-version',
    facts: { yours: 1, current: 2, changes: [expect.objectContaining({ verb: 'edit' })] },
  });
});

it('each kind of paper is added', async () => {
  for (const kind of ['A2', 'A3', 'A4', 'A5']) {
    await described(wang.upload(`${one()}/papers`, kind, pdfBytes(kind), `${kind}.pdf`), 201, `${ONE}/papers`);
  }
});

it('the law asks for a licence, by announcement 18 of 2025, and says why', async () => {
  const [item] = await described<{ answer: { headline: string; controlCodes: string[]; notChecked: object[] } }[]>(
    wang.get(`${one()}/determinations`),
    200,
    `${ONE}/determinations`,
  );
  expect(item?.answer).toMatchObject({ headline: 'licence-required', controlCodes: ['1C905.b'] });
  expect(JSON.stringify(item)).toContain('cn-mofcom-gacc-2025-18');
  const itemId = (await read(wang)).content.items[0]?.id;
  const check = { itemId, edition: '商务部公告2025年第18号', note: '' };
  await described(wang.post(`${one()}/list-checks`, check), 204, `${ONE}/list-checks`);
  expect((await wang.get(`${one()}/determinations`)).body).toMatchObject([
    { listChecks: [{ edition: '商务部公告2025年第18号' }] },
  ]);
});

it('it is submitted once, however often it is sent', async () => {
  const { version } = await read(wang);
  const answers = await Promise.all([1, 2, 3].map(() => wang.post(`${one()}/moves/submit`, { version })));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  expect(await described(wang.patch(one(), { version: version + 1, ...ownSections() }), 409, ONE)).toMatchObject({
    code: 'application-not-editable',
  });
});

const lines = async (change: object = {}) =>
  (await read(chen)).content.items.map(({ id: itemId }) => ({ itemId, verdict: 'approve', controlCode: '1C905.b', ...change }));
const queueOf = (caller: SignedIn) =>
  described<{ rows: { placeId: string; applicationId: string }[]; counts: object }>(
    caller.get('/api/v1/queue?shelf=free'),
    200,
    '/api/v1/queue',
  );
const next = (caller: SignedIn) =>
  described<{ taken: { placeId: string; applicationId: string; version: number } | null }>(
    caller.post('/api/v1/queue/next', {}),
    200,
    '/api/v1/queue/next',
  );

it('the province takes it from the queue, checks and forwards it', async () => {
  expect(await queueOf(pei)).toMatchObject({
    rows: [{ applicationId: id, firstItem: { zh: '氧化镝' }, destination: 'JP', status: 'submitted' }],
    counts: { mine: 0, free: 1, all: 1 },
  });
  const { taken } = await next(pei);
  expect(taken).toMatchObject({ applicationId: id });
  expect(await next(pei)).toEqual({ taken: null });
  const hold = (action: string) =>
    described(pei.post(`/api/v1/places/${taken?.placeId}/hold`, { action }), 204, '/api/v1/places/{id}/hold');
  await hold('release');
  await hold('take');
  let version = taken?.version ?? 0;
  for (const name of ['receive', 'check', 'forward']) ({ version } = await move(pei, name, { version }));
  expect(await read(wang)).toMatchObject({ status: 'forwarded', desk: 'ministry' });
});

it('the case officer accepts, the team advises, and the last queue left concludes the review', async () => {
  const { version } = await read(chen);
  const accepted = await move(chen, 'accept', { version });
  await move(chen, 'start-review', { version: accepted.version });
  const { rows } = await queueOf(lu);
  const finished = await described<{ status: string; standing: string[] }>(
    lu.post(`/api/v1/places/${rows[0]?.placeId}/finish`, { lines: await lines({ reason: '内部：各项材料一致' }), seen: [] }),
    200,
    '/api/v1/places/{id}/finish',
  );
  expect(finished).toMatchObject({ status: 'reviewed' });
  const reviewed = await read(chen);
  expect(reviewed).toMatchObject({ for: 'officer', clock: { limit: 45 }, board: { proposal: { open: [] } } });
  expect((await move(chen, 'advise', { version: reviewed.version }, 422)).faults).toMatchObject([
    { code: 'field-missing', at: 'advice' },
  ]);
  const without = await move(
    chen,
    'advise',
    { version: reviewed.version, advice: { lines: await lines({ controlCode: '' }) } },
    422,
  );
  expect(without).toMatchObject({ code: 'advice-invalid', faults: [{ code: 'item-without-code' }] });
  const advice = { lines: await lines({ reason: '最终用户和用途清楚' }) };
  expect((await move(chen, 'advise', { version: reviewed.version, advice })).status).toBe('advised');
  expect(await read(chen)).toMatchObject({ signaturesAsked: 1, documents: [{ kind: 'licence', prepared: null }] });
  expect(await read(wang)).toMatchObject({ for: 'exporter', status: 'in-review', decision: null });
  expect(JSON.stringify(await read(wang))).not.toContain('最终用户和用途清楚');
});

it('nobody makes a move that is not theirs', async () => {
  const { version } = await read(zhao);
  expect(await move(chen, 'countersign', { version }, 403)).toMatchObject({ code: 'move-not-yours' });
  expect(await move(wang, 'finalise', { version: (await read(wang)).version }, 403)).toMatchObject({ code: 'move-not-yours' });
  expect(await move(qian, 'publish', { version }, 409)).toMatchObject({ code: 'move-not-open' });
  expect(await move(qian, 'approve-everything', { version }, 404)).toMatchObject({ code: 'unknown-move' });
});

it('another person countersigns; the licence is prepared within a year, decided and published', async () => {
  const { version } = await read(zhao);
  const signed = await move(zhao, 'countersign', { version });
  const prepare = (body: object, status: number) =>
    described<{ version: number; code: string; faults: object[] }>(
      chen.post(`${one()}/documents`, { version: signed.version, kind: 'licence', ...body }),
      status,
      `${ONE}/documents`,
    );
  expect(await move(chen, 'finalise', { version: signed.version }, 409)).toMatchObject({
    code: 'documents-not-prepared',
    detail: 'The decision needs documents that are not prepared: Licence.',
  });
  const days = { validFrom: '2026-03-02', validTo: '2027-03-02' };
  expect((await prepare(days, 422)).faults).toMatchObject([{ code: 'validity-too-long', at: 'validTo' }]);
  expect((await prepare({}, 422)).faults).toMatchObject([{ at: 'validity' }]);
  const prepared = await prepare({ ...days, validTo: '2027-03-01' }, 201);
  const decided = await move(chen, 'finalise', { version: prepared.version });
  expect(await read(wang)).toMatchObject({ status: 'in-review', licence: null });
  expect(await move(chen, 'publish', { version: decided.version })).toMatchObject({ status: 'published' });
  const published = await read(wang);
  licenceId = published.licence.id;
  expect(published).toMatchObject({
    status: 'published',
    decision: { outcome: 'granted', lines: [{ verdict: 'approve', controlCode: '1C905.b' }] },
    licence: { number: 'DU-2026-000001', life: 'active', documentState: 'waiting' },
    letters: [],
    mayReapply: true,
  });
});

it('the licence is read and downloaded by both sides, and by nobody else', async () => {
  const at = `/api/v1/licences/${licenceId}`;
  const AT = '/api/v1/licences/{id}';
  expect(await described(wang.get(`${at}/document`), 409, `${AT}/document`)).toMatchObject({ code: 'document-not-ready' });
  const bytes = pdfBytes('licence');
  const { key, sha256 } = await server.parts.files.put(bytes);
  await server.store.run({ kind: 'system' }, async (tx) => {
    const licence = await tx.licences.find(licenceId);
    await tx.licences.documentReady(licence?.document.id ?? '', {
      template: 'licence/v1',
      sha256,
      fileKey: key,
      at: server.clock.now(),
    });
  });
  const paper = await wang.get(`${at}/document`).buffer(true).expect(200);
  expect(paper.headers['content-disposition']).toContain('attachment; filename="DU-2026-000001.pdf"');
  expect(await described(wang.get('/api/v1/licences'), 200, '/api/v1/licences')).toMatchObject({
    rows: [{ number: 'DU-2026-000001', openMoves: [] }],
  });
  await li.get(at).expect(404);
  await li.get(`${at}/document`).expect(404);
  const licence = await described<ApplicationRead>(qian.get(at), 200, AT);
  expect(licence.openMoves.map(({ name }) => name)).toEqual(['suspend', 'revoke']);
  expect(
    await described(qian.post(`${at}/moves/suspend`, { version: licence.version }), 422, `${AT}/moves/{name}`),
  ).toMatchObject({ code: 'move-input-missing' });
  const suspended = await described<{ version: number }>(
    qian.post(`${at}/moves/suspend`, { version: licence.version, reason: '核查' }),
    200,
    `${AT}/moves/{name}`,
  );
  expect(
    await described(qian.post(`${at}/moves/revoke`, { version: licence.version, reason: 'x' }), 409, `${AT}/moves/{name}`),
  ).toMatchObject({ code: 'stale-version' });
  expect(suspended).toMatchObject({ state: 'suspended', version: licence.version + 1 });
});

it('the log tells the whole story, to the exporter without the authority’s inner words', async () => {
  const log = (caller: SignedIn) =>
    described<{ verb: string; text: string; who: string | null }[]>(caller.get(`${one()}/log`), 200, `${ONE}/log`);
  expect((await log(qian)).map(({ verb }) => verb)).toEqual(
    expect.arrayContaining(['create', 'edit', 'submit', 'take', 'finish-review', 'advise', 'countersign', 'publish', 'suspend']),
  );
  const told = await log(wang);
  for (const inner of ['take', 'finish-review', 'conclude-review', 'advise', 'countersign', 'finalise'])
    expect(told.map(({ verb }) => verb)).not.toContain(inner);
  expect(told.find(({ verb }) => verb === 'publish')).toMatchObject({
    text: 'Decision published; the review clock stops',
    who: null,
    payload: {},
  });
  expect(told.find(({ verb }) => verb === 'accept')?.text).toBe('Application accepted; the review clock starts');
});
