// The law through the API: a day, the difference between two, and readings, each answer as the OpenAPI description says.
import { addDays } from '#kernel';
import { describedBy, type Described } from '../../../../../test/harness/described';
import { testServer, type SignedIn, type TestServer } from '../../../../../test/harness/test-server';

interface Difference {
  readonly measures: readonly {
    readonly measure: string;
    readonly instrument: string;
    readonly from: { readonly state: string };
    readonly to: { readonly state: string };
  }[];
  readonly sentences: readonly { readonly zh: string; readonly en: string }[];
}
interface Reading {
  readonly id: string;
  readonly state: string;
  readonly proposed: { readonly personName: string; readonly reason: string };
  readonly confirmed: { readonly personName: string } | null;
  readonly withdrawn: { readonly reason: string } | null;
}

const HOLMIUM = 'cn-mofcom-gacc-2025-57.ho';
const REASON = 'The printed last day has passed without a notice.';
let server: TestServer;
let described: Described;
let lin: SignedIn;
let wang: SignedIn;
let other: SignedIn;
let reviewer: SignedIn;

beforeAll(async () => {
  server = await testServer();
  server.clock.set('2026-11-21T01:00:00Z');
  const [north, south] = server.exporters;
  await server.person(north, 'lin', 'exporter');
  await server.person(north, 'wang', 'exporter');
  await server.person(south, 'zhou', 'exporter');
  await server.person(server.authority, 'chen', 'reviewer');
  [lin, wang, other, reviewer] = await Promise.all(['lin', 'wang', 'zhou', 'chen'].map((name) => server.signIn(name)));
  described = await describedBy(server);
});
afterAll(() => server.end());

describe('the law on a day', () => {
  it('answers today unless a day is given, with what comes next', async () => {
    const day = await described<{ on: string; next: { to: { on: string } }; measures: { measure: string; state: string }[] }>(
      lin.get('/api/v1/law'),
      200,
      '/api/v1/law',
    );
    expect(day).toMatchObject({ on: '2026-11-21', knownOn: null, next: { to: { on: '2026-11-28' } } });
    expect(day.measures.find(({ measure }) => measure === HOLMIUM)?.state).toBe('unsettled');
    const earlier = await described<typeof day>(lin.get('/api/v1/law?on=2025-11-08&knownOn=2025-11-10'), 200, '/api/v1/law');
    expect(earlier.measures.find(({ measure }) => measure === HOLMIUM)?.state).toBe('in-force');
  });

  it('refuses days that are none, and days before the loaded law', async () => {
    const before = addDays(server.law.rulebook.firstDay, -1);
    for (const [query, code] of [
      ['on=yesterday', 'input-invalid'],
      ['on=2026-02-30', 'input-invalid'],
      ['day=2026-03-02', 'input-invalid'],
      [`on=${before}`, 'determination.day-before-law'],
      [`on=2026-03-02&knownOn=${before}`, 'determination.day-before-law'],
    ])
      expect((await described<{ code: string }>(lin.get(`/api/v1/law?${query}`), 422, '/api/v1/law')).code).toBe(code);
  });
});

describe('the difference', () => {
  const differences = (query: string, status = 200) =>
    described<Difference>(reviewer.get(`/api/v1/law/differences?${query}`), status, '/api/v1/law/differences');

  it('answers rows and sentences for two days', async () => {
    const { measures, sentences } = await differences('from=2025-11-07&to=2025-11-08');
    expect(new Set(measures.map(({ from, to }) => `${from.state} ${to.state}`))).toEqual(
      new Set(['not-yet-effective suspended']),
    );
    expect(sentences.length).toBeGreaterThan(1);
  });

  it('answers two states of knowledge of one day', async () => {
    const { measures } = await differences('from=2025-11-08&to=2025-11-08&knownFrom=2025-11-07&knownTo=2025-11-11');
    expect(measures.find(({ measure }) => measure === HOLMIUM)).toMatchObject({
      from: { state: 'in-force' },
      to: { state: 'suspended' },
    });
  });

  it('refuses a missing day', async () => {
    const { code } = await described<{ code: string }>(
      lin.get('/api/v1/law/differences?from=2025-11-07'),
      422,
      '/api/v1/law/differences',
    );
    expect(code).toBe('input-invalid');
  });
});

describe('readings', () => {
  const LIST = '/api/v1/law/readings';
  const ONE = '/api/v1/law/readings/{id}';

  it('are proposed, confirmed by another, listed and withdrawn', async () => {
    const proposed = await described<Reading>(
      lin.post(LIST, { measure: HOLMIUM, reading: 'stricter', reason: REASON }),
      201,
      LIST,
    );
    expect(proposed).toMatchObject({ state: 'proposed', proposed: { personName: 'lin', reason: REASON }, confirmed: null });
    const address = `${LIST}/${proposed.id}`;
    await described(lin.post(`${address}/confirmation`), 403, `${ONE}/confirmation`);
    await described(other.post(`${address}/confirmation`), 404, `${ONE}/confirmation`);
    await described(lin.post(LIST, { measure: HOLMIUM, reading: 'lapsed', reason: REASON }), 409, LIST);
    const confirmed = await described<Reading>(wang.post(`${address}/confirmation`), 200, `${ONE}/confirmation`);
    expect(confirmed).toMatchObject({ state: 'standing', confirmed: { personName: 'wang' } });
    expect(await described(lin.get(address), 200, ONE)).toEqual(confirmed);
    expect(await described<{ rows: Reading[] }>(lin.get(LIST), 200, LIST)).toEqual({ rows: [confirmed], next: null });
    expect(await described<{ rows: Reading[] }>(reviewer.get(LIST), 200, LIST)).toEqual({ rows: [], next: null });
    const withdrawn = await described<Reading>(
      wang.post(`${address}/withdrawal`, { reason: 'We wait for the notice.' }),
      200,
      `${ONE}/withdrawal`,
    );
    expect(withdrawn).toMatchObject({ state: 'withdrawn', withdrawn: { reason: 'We wait for the notice.' } });
    await described(lin.post(`${address}/withdrawal`, { reason: 'We wait for the notice.' }), 409, `${ONE}/withdrawal`);
  });

  it.each([
    [{ measure: HOLMIUM, reading: 'looser', reason: REASON }, 422],
    [{ measure: HOLMIUM, reading: 'lapsed', reason: 'short' }, 422],
    [{ measure: HOLMIUM, reading: 'lapsed', reason: '' }, 422],
    [{ measure: HOLMIUM, reading: 'lapsed', reason: 'x'.repeat(4001) }, 422],
    [{ measure: 'x'.repeat(121), reading: 'lapsed', reason: REASON }, 422],
    [{ reading: 'lapsed', reason: REASON }, 422],
    [{ measure: 'no-such', reading: 'lapsed', reason: REASON }, 404],
    [{ measure: 'cn-mofcom-gacc-2025-18.dy', reading: 'lapsed', reason: REASON }, 409],
  ])('%j is refused', async (body, status) => {
    await described(lin.post(LIST, body), status, LIST);
  });

  it('take a reason of exactly the longest length', async () => {
    const body = { measure: 'cn-mofcom-gacc-2025-57.er', reading: 'extended', reason: '理'.repeat(4000) };
    expect(await described<Reading>(lin.post(LIST, body), 201, LIST)).toMatchObject({ proposed: { reason: body.reason } });
  });

  it('of a measure that a later day unsettles can be had before it', async () => {
    const body = { measure: 'cn-mofcom-2024-46.p2a', reading: 'lapsed', reason: REASON };
    const { id } = await described<Reading>(lin.post(LIST, body), 201, LIST);
    const confirmed = await described<Reading>(wang.post(`${LIST}/${id}/confirmation`), 200, `${ONE}/confirmation`);
    expect(confirmed.state).toBe('early');
  });
});
