// Fifty publications at once by the API: a number each, without a gap and without a double, and a verification code each.
import type { ApplicationRecord } from '#casework';
import { apiCallers } from '../../../../../test/builders/api-callers';
import { anApplication } from '../../../../../test/builders/application';
import { serverHouse } from '../../../../../test/builders/server-house';
import { testServer, type TestServer } from '../../../../../test/harness/test-server';

const GRANTS = 50;
let server: TestServer;

beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.end());

it('leave a series without gaps', async () => {
  const home = await serverHouse(server);
  const cases: ApplicationRecord[] = [];
  for (let n = 0; n < GRANTS; n++) cases.push(await anApplication(home).decided().build());
  const { manager } = await apiCallers(server, 'manager');
  const publish = ({ id, version }: ApplicationRecord) =>
    manager.post(`/applications/${id}/moves/publish`, { version }).set('idempotency-key', `${id}-${version}`);
  // Every fifth is asked for in vain beside, and every seventh twice: a refusal takes no number, a repetition no second one.
  const answers = await Promise.all(
    cases.flatMap((one, index) => [
      publish(one),
      ...(index % 5 === 0 ? [publish({ ...one, version: one.version + 7 })] : []),
      ...(index % 7 === 0 ? [publish(one)] : []),
    ]),
  );
  const published = answers.filter(({ status }) => status === 200);
  expect(published.length).toBe(GRANTS + Math.ceil(GRANTS / 7));
  expect(answers.filter(({ status }) => ![200, 409].includes(status))).toEqual([]);
  const licences = await server.store.run({ kind: 'system' }, async (tx) => (await tx.licences.list({ limit: 100 })).rows);
  expect(licences.map(({ number }) => Number(number.slice('DU-2026-'.length))).sort((a, b) => a - b)).toEqual(
    Array.from({ length: GRANTS }, (_, n) => n + 1),
  );
  const codes = licences.map(({ document }) => (document.view as { verification: { code: string } }).verification.code);
  expect(new Set(codes).size).toBe(GRANTS);
}, 120_000);
