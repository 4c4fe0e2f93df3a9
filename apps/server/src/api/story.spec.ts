// The first licence through the API, from draft to download: each answer as the OpenAPI description says, each refusal with its code.
import { pdfBytes } from '../../../../test/builders/paper-bytes';
import { describedBy, completeSections, type ApplicationRead, type Described } from '../../../../test/harness/described';
import { testServer, type SignedIn, type TestServer } from '../../../../test/harness/test-server';

let server: TestServer;
let described: Described;
let [wang, li, chen, zhao, qian]: SignedIn[] = [];
let id: string;
let licenceId: string;

beforeAll(async () => {
  server = await testServer();
  await server.person(server.exporters[0], 'wang', 'exporter');
  await server.person(server.exporters[1], 'li', 'exporter');
  await server.person(server.authority, 'chen', 'reviewer');
  await server.person(server.authority, 'zhao', 'countersigner');
  await server.person(server.authority, 'qian', 'manager');
  [wang, li, chen, zhao, qian] = await Promise.all(['wang', 'li', 'chen', 'zhao', 'qian'].map((name) => server.signIn(name)));
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

it('a reviewer takes it from the queue, accepts, reviews and advises', async () => {
  const queue = await described<{ rows: { id: string }[]; counts: object }>(
    chen.get('/api/v1/queue?filter=free'),
    200,
    '/api/v1/queue',
  );
  expect(queue).toMatchObject({
    rows: [{ id, firstItem: { zh: '氧化镝' }, destination: 'JP' }],
    counts: { mine: 0, free: 1, all: 1 },
  });
  const { taken } = await described<{ taken: { id: string; version: number } }>(
    chen.post('/api/v1/queue/take'),
    200,
    '/api/v1/queue/take',
  );
  expect(taken.id).toBe(id);
  expect(await described(chen.post('/api/v1/queue/take'), 200, '/api/v1/queue/take')).toEqual({ taken: null });
  const released = await described<{ version: number }>(
    chen.post(`${one()}/holder`, { version: taken.version, action: 'release' }),
    200,
    `${ONE}/holder`,
  );
  const accepted = await move(chen, 'accept', { version: released.version });
  const reviewing = await move(chen, 'start-review', { version: accepted.version });
  expect((await move(chen, 'advise', { version: reviewing.version }, 422)).faults).toMatchObject([
    { code: 'field-missing', at: 'advice' },
  ]);
  const itemId = (await read(chen)).content.items[0]?.id;
  const advice = {
    recommendation: 'approve',
    reasons: '最终用户和用途清楚',
    conditions: [],
    items: [{ itemId, controlCode: '1C905.b' }],
  };
  const advised = await move(chen, 'advise', { version: reviewing.version, advice });
  expect(advised.status).toBe('advised');
  expect(await read(chen)).toMatchObject({ for: 'officer', advice: [{ reasons: '最终用户和用途清楚' }], clock: { limit: 45 } });
  expect(JSON.stringify(await read(wang))).not.toContain('最终用户和用途清楚');
});

it('nobody makes a move that is not theirs', async () => {
  const { version } = await read(zhao);
  expect(await move(chen, 'countersign', { version }, 403)).toMatchObject({ code: 'move-not-yours' });
  expect(await move(wang, 'grant', { version }, 403)).toMatchObject({ code: 'move-not-yours' });
  expect(await move(qian, 'grant', { version }, 409)).toMatchObject({ code: 'move-not-open' });
  expect(await move(qian, 'approve-everything', { version }, 404)).toMatchObject({ code: 'unknown-move' });
});

it('another person countersigns, and the manager grants within a year', async () => {
  const { version } = await read(zhao);
  const signed = await move(zhao, 'countersign', { version });
  const tooLong = { version: signed.version, validFrom: '2026-03-02', validTo: '2027-03-02' };
  expect((await move(qian, 'grant', tooLong, 422)).faults).toMatchObject([{ code: 'validity-too-long', at: 'validTo' }]);
  expect((await move(qian, 'grant', { version: signed.version }, 422)).faults).toMatchObject([{ at: 'validity' }]);
  expect(await move(qian, 'grant', { ...tooLong, validTo: '2027-03-01' })).toMatchObject({ status: 'granted' });
  const granted = await read(wang);
  licenceId = granted.licence.id;
  expect(granted.licence).toMatchObject({ number: 'DU-2026-000001', life: 'active', documentState: 'waiting' });
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
    expect.arrayContaining(['create', 'edit', 'submit', 'take', 'advise', 'countersign', 'grant', 'suspend']),
  );
  const told = await log(wang);
  expect(told.map(({ verb }) => verb)).not.toContain('take');
  expect(told.find(({ verb }) => verb === 'advise')).toMatchObject({ text: 'Advice given', who: null, payload: {} });
  expect(told.find(({ verb }) => verb === 'accept')?.text).toBe('Application accepted; the review clock starts');
});
