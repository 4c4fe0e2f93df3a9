// The version of a case as its applicant knows it: no inner act makes an open page late or moves the case in the own list.
import { apiCallers, type Caller } from '../../../../../test/builders/api-callers';
import { anApplication, linesOn, makeMove, present } from '../../../../../test/builders/application';
import type { CaseScene } from '../../../../../test/builders/house';
import { serverHouse } from '../../../../../test/builders/server-house';
import { testServer, type TestServer } from '../../../../../test/harness/test-server';

let server: TestServer;
let home: CaseScene;
let people: Record<'exporter', Caller>;

beforeAll(async () => {
  server = await testServer();
  home = await serverHouse(server);
  people = await apiCallers(server, 'exporter');
});
afterAll(() => server.end());

it('an open page of the exporter is not late by an inner act, and by none that it was told of it is', async () => {
  const { id: reviewed, version, toldVersion } = await anApplication(home).reviewed().build();
  const read = (await people.exporter.get(`/applications/${reviewed}`)).body as { version: number };
  expect(read.version).toBe(toldVersion);
  expect(version).toBeGreaterThan(toldVersion);
  await makeMove(home, home.caseOfficer, reviewed, 'advise', {
    advice: { lines: linesOn((await present(home, reviewed)).content) },
  });
  const reason = '不再出口';
  for (const wrong of [version + 1, toldVersion - 1]) {
    const late = await people.exporter.post(`/applications/${reviewed}/moves/withdraw`, { version: wrong, reason });
    expect(late.body).toMatchObject({ code: 'stale-version', facts: { yours: wrong, current: toldVersion } });
    expect((late.body as { facts: { changes: object[] } }).facts.changes.length).toBe(wrong < toldVersion ? 1 : 0);
  }
  const made = await people.exporter.post(`/applications/${reviewed}/moves/withdraw`, { version: read.version, reason });
  expect(made.body).toMatchObject({ status: 'withdrawn', version: toldVersion + 1 });
});

it('the own list is ordered by what the exporter was told of last', async () => {
  server.clock.advanceMs(1000);
  const first = await anApplication(home).reviewed().build();
  server.clock.advanceMs(1000);
  const second = await anApplication(home).submitted().build();
  server.clock.advanceMs(1000);
  await makeMove(home, home.caseOfficer, first.id, 'advise', { advice: { lines: linesOn(first.content) } });
  const { rows } = (await people.exporter.get('/applications?limit=2')).body as { rows: { id: string }[] };
  expect(rows.map((row) => row.id)).toEqual([second.id, first.id]);
});
