// What the API keeps apart and keeps within bounds: someone else's cases, wrong content, papers, the separation of duties, pages of a list.
import { caseReach } from '#casework';
import { LIMITS } from '#licensing';
import { pdfBytes, pngBytes } from '../../../../test/builders/paper-bytes';
import { describedBy, completeSections, type ApplicationRead, type Described } from '../../../../test/harness/described';
import { testServer, type SignedIn, type TestServer } from '../../../../test/harness/test-server';

let server: TestServer;
let described: Described;
let wang: SignedIn;
let li: SignedIn;
let id: string;

beforeAll(async () => {
  server = await testServer();
  await server.person(server.exporters[0], 'wang', 'exporter');
  await server.person(server.exporters[1], 'li', 'exporter');
  // One person with both tasks shows that the separation of duties is not a matter of roles.
  await server.person(server.authority, 'both', 'provincial-officer', 'team-lead', 'case-officer', 'countersigner');
  wang = await server.signIn('wang');
  li = await server.signIn('li');
  described = await describedBy(server);
  id = ((await wang.post('/api/v1/applications').expect(201)).body as ApplicationRead).id;
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

it('another exporter does not learn that it exists', async () => {
  const answers = [
    await li.get(one()),
    await li.patch(one(), { version: 1, ...completeSections() }),
    await li.post(`${one()}/moves/submit`, { version: 1 }),
    await li.get(`${one()}/log`),
    await li.get(`${one()}/papers`),
    await li.upload(`${one()}/papers`, 'A2', pdfBytes(), 'a.pdf'),
    await li.get(`${one()}/determinations`),
  ];
  for (const answer of answers)
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([404, 'application-not-found']);
  expect((await li.get('/api/v1/applications').expect(200)).body).toMatchObject({ rows: [] });
});

it('what cannot be right is refused whole, field by field', async () => {
  const content = completeSections();
  const wrong = { ...content.items[0], quantity: '-1', unit: 'bushel', controlCode: '9Z999' };
  const answer = await wang
    .patch(one(), { version: 1, items: [wrong], contract: { ...content.contract, deliveryTo: '2026-05-01' } })
    .expect(422);
  expect(answer.body).toMatchObject({ code: 'content-invalid' });
  expect(
    (answer.body as { faults: { code: string; at: string }[] }).faults.map(({ code, at }) => `${at} ${code}`).sort(),
  ).toEqual([
    'contract.deliveryTo end-before-start',
    'items.0.controlCode control-code-malformed',
    'items.0.quantity not-above-zero',
    'items.0.unit unknown-unit',
  ]);
  expect(await read(wang)).toMatchObject({ version: 1, content: { items: [] } });
});

it('faults of the form and of the content are told in one answer', async () => {
  const { items, contract } = completeSections();
  const wrong = {
    ...items[0],
    quantity: '-1',
    value: '1,000',
    controlCode: '9Z999',
    composition: [{ substance: 'Dy2O3', massPercent: '101' }],
  };
  const { version } = await read(wang);
  const answer = await wang
    .patch(one(), { version, items: [wrong, { id: 7 }], contract: { ...contract, date: '2026-02-30', deliveryTo: '2026-05-01' } })
    .expect(422);
  const faults = (answer.body as { code: string; faults: { code: string; at: string; message: string }[] }).faults;
  expect(faults.map(({ code, at }) => `${at} ${code}`)).toEqual(
    expect.arrayContaining([
      'items.0.value not-a-number',
      'items.0.quantity not-above-zero',
      'items.0.controlCode control-code-malformed',
      'items.0.composition.0.massPercent percent-out-of-range',
      'items.1.id not-an-id',
      'contract.date not-a-day',
      'contract.deliveryTo end-before-start',
    ]),
  );
  expect(new Set(faults.map(({ code, at }) => `${at} ${code}`)).size).toBe(faults.length);
  expect(await read(wang)).toMatchObject({ version, content: { items: [] } });
});

it('a file name as browsers escape it holds no escapes', async () => {
  const at = `${one()}/papers`;
  const body = Buffer.concat([
    Buffer.from('--x\r\nContent-Disposition: form-data; name="kind"\r\n\r\nA3\r\n'),
    Buffer.from('--x\r\nContent-Disposition: form-data; name="file"; filename="a%22b%0D%0Ac.pdf"\r\n\r\n'),
    pdfBytes('escapes'),
    Buffer.from('\r\n--x--\r\n'),
  ]);
  const answer = await wang.post(at).type('multipart/form-data; boundary=x').send(body).expect(201);
  const paper = answer.body as { id: string; fileName: string };
  expect(paper.fileName).toBe('a"bc.pdf');
  await wang.delete(`${at}/${paper.id}`).expect(204);
});

it('papers are what their content is, at most 10 MB, and come back as attachments', async () => {
  const at = `${one()}/papers`;
  const AT = `${ONE}/papers`;
  const first = await described<{ id: string; fileName: string }>(
    wang.upload(at, 'A2', pdfBytes('身份'), '身份证明.pdf'),
    201,
    AT,
  );
  expect(first.fileName).toBe('身份证明.pdf');
  for (const kind of ['A3', 'A4', 'A5'])
    await described(wang.upload(at, kind, pngBytes(Number(kind[1])), `${kind}.png`), 201, AT);
  expect(await described(wang.upload(at, 'A2', Buffer.from('<script>alert(1)</script>'), 'x.pdf'), 415, AT)).toMatchObject({
    code: 'paper-type-unknown',
  });
  expect(await described(wang.upload(at, 'A14', pdfBytes(), 'x.pdf'), 422, AT)).toMatchObject({
    faults: [{ code: 'not-one-of', at: 'kind' }],
  });
  expect(await described(wang.upload(at, 'A2', Buffer.alloc(0), 'x.pdf'), 422, AT)).toMatchObject({ code: 'paper-empty' });
  const full = Buffer.concat([
    pdfBytes('full'),
    Buffer.alloc(LIMITS.paperSize - pdfBytes('full').length - 5, '\n'),
    Buffer.from('%%EOF'),
  ]);
  const big = await described<{ id: string; size: number }>(wang.upload(at, 'A4', full, 'full.pdf'), 201, AT);
  expect(big.size).toBe(LIMITS.paperSize);
  await described(wang.delete(`${at}/${big.id}`), 204, `${AT}/{paperId}`);
  expect(await described(wang.upload(at, 'A4', Buffer.concat([full, Buffer.from(' ')]), 'over.pdf'), 413, AT)).toMatchObject({
    code: 'paper-too-large',
  });
  const back = await wang.get(`${at}/${first.id}`).buffer(true).expect(200);
  expect(back.headers['content-disposition']).toBe(
    `attachment; filename="____.pdf"; filename*=UTF-8''${encodeURIComponent('身份证明')}.pdf`,
  );
  expect(back.headers).toMatchObject({ 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff' });
  expect((await described<object[]>(wang.get(at), 200, AT)).length).toBe(4);
});

it('a visitor’s upload is not read', async () => {
  const answer = await server.visitor().post(`${one()}/papers`).field('kind', 'A2').attach('file', pdfBytes(), 'a.pdf');
  expect([answer.status, (answer.body as { code: string }).code]).toEqual([401, 'not-signed-in']);
});

it('who advised does not countersign, whatever the roles', async () => {
  const both = await server.signIn('both');
  const actor = (await both.get('/api/v1/session')).body as { personId: string; organisationId: string };
  id = ((await wang.post('/api/v1/applications').expect(201)).body as ApplicationRead).id;
  await wang.patch(one(), { version: 1, ...ownSections() }).expect(200);
  for (const kind of ['A2', 'A3', 'A4', 'A5'])
    await wang.upload(`${one()}/papers`, kind, pdfBytes(kind), `${kind}.pdf`).expect(201);
  const submitted = await move(wang, 'submit', { version: (await read(wang)).version });
  let { version } = submitted;
  for (const name of ['receive', 'check', 'forward', 'accept', 'start-review'])
    ({ version } = await move(both, name, { version }));
  const reviewing = await described<ApplicationRead & { places: { id: string; leftAt: string | null }[] }>(
    both.get(one()),
    200,
    ONE,
  );
  const lines = reviewing.content.items.map((item) => ({
    itemId: item.id,
    verdict: 'refuse',
    controlCode: '1C905.b',
    criteria: ['end-user-and-use'],
    reason: '最终用途不明',
  }));
  const place = reviewing.places.find(({ leftAt }) => leftAt === null)?.id ?? '';
  const finished = await described<{ version: number }>(
    both.post(`/api/v1/places/${place}/finish`, { lines, seen: [] }),
    200,
    '/api/v1/places/{id}/finish',
  );
  expect(finished).toMatchObject({ status: 'reviewed' });
  const advised = await move(both, 'advise', { version: finished.version, advice: { lines } });
  expect((await read(both)).openMoves.find(({ name }) => name === 'countersign')?.blockedBy).toMatchObject([
    { code: 'adviser-cannot-countersign' },
  ]);
  expect(await move(both, 'countersign', { version: advised.version }, 403)).toMatchObject({
    code: 'adviser-cannot-countersign',
  });
  const reach = caseReach({ ...actor, organisationKind: 'authority', name: 'both', roles: [] });
  expect(await server.store.run(reach, (tx) => tx.reviews.countersignatures(id))).toEqual([]);
});

it('lists go on by their cursor, which serves no other list', async () => {
  const first = await described<{ rows: ApplicationRead[]; next: string }>(
    wang.get('/api/v1/applications?limit=1'),
    200,
    '/api/v1/applications',
  );
  const second = await described<{ rows: ApplicationRead[]; next: string | null }>(
    wang.get(`/api/v1/applications?limit=1&after=${first.next}`),
    200,
    '/api/v1/applications',
  );
  expect(new Set([...first.rows, ...second.rows].map((row) => row.id)).size).toBe(2);
  expect(second.next).toBeNull();
  expect(
    (
      await described<{ rows: ApplicationRead[] }>(wang.get('/api/v1/applications?status=in-review'), 200, '/api/v1/applications')
    ).rows.map(({ status }) => status),
  ).toEqual(['in-review']);
  for (const query of ['after=nonsense', 'limit=0', 'limit=101', 'limit=x', 'colour=red', 'status=lost', 'status=advised'])
    await wang.get(`/api/v1/applications?${query}`).expect(422);
  const both = await server.signIn('both');
  await both.get(`/api/v1/queue?after=${first.next}`).expect(422);
});

it('what is saved once more as it stands changes neither version nor log', async () => {
  const draft = (await wang.post('/api/v1/applications').expect(201)).body as ApplicationRead;
  const at = `/api/v1/applications/${draft.id}`;
  const { body: first } = await wang.patch(at, { version: 1, ...ownSections() }).expect(200);
  expect(first).toEqual({ version: 2 });
  const { content } = (await wang.get(at).expect(200)).body as ApplicationRead;
  const { body: again } = await wang.patch(at, { version: 2, ...content }).expect(200);
  expect(again).toEqual({ version: 2 });
  const verbs = ((await wang.get(`${at}/log`).expect(200)).body as { verb: string }[]).map(({ verb }) => verb);
  expect(verbs).toEqual(['create', 'edit']);
});
