// Fifty grants at once by the API: a number each, without a gap and without a double, and a verification code each.
import type { ApplicationRecord } from '#casework';
import { addDays } from '#kernel';
import { anApplication } from '../../../../../test/builders/application';
import { serverHouse } from '../../../../../test/builders/server-house';
import { PASSWORD } from '../../../../../test/builders/people';
import { cookieOf, testServer, type TestServer } from '../../../../../test/harness/test-server';

const GRANTS = 50;
let server: TestServer;

beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.end());

it('leave a series without gaps', async () => {
  const home = await serverHouse(server);
  const cases: ApplicationRecord[] = [];
  for (let n = 0; n < GRANTS; n++)
    cases.push(await anApplication(home).withPapers('A2', 'A3', 'A4', 'A5').countersigned().build());
  const signedIn = await server
    .visitor()
    .post('/api/v1/session')
    .send({ email: 'manager@house.test', password: PASSWORD })
    .expect(200);
  const { csrfToken } = signedIn.body as { csrfToken: string };
  const today = server.clock.today();
  const grant = (id: string, days: number) =>
    server
      .visitor()
      .post(`/api/v1/applications/${id}/moves/grant`)
      .set('cookie', cookieOf(signedIn))
      .set('x-csrf-token', csrfToken)
      .set('idempotency-key', `${id} ${days}`.replace(' ', '-'))
      .send({ version: cases.find((one) => one.id === id)?.version, validFrom: today, validTo: addDays(today, days) });
  // Every fifth is asked for in vain beside, and every seventh twice: a refusal takes no number, a repetition no second one.
  const answers = await Promise.all(
    cases.flatMap(({ id }, index) => [
      grant(id, 90),
      ...(index % 5 === 0 ? [grant(id, 900)] : []),
      ...(index % 7 === 0 ? [grant(id, 90)] : []),
    ]),
  );
  const granted = answers.filter(({ status }) => status === 200);
  expect(granted.length).toBe(GRANTS + Math.ceil(GRANTS / 7));
  expect(answers.filter(({ status }) => ![200, 409, 422].includes(status))).toEqual([]);
  const licences = await server.store.run({ kind: 'system' }, async (tx) => (await tx.licences.list({ limit: 100 })).rows);
  expect(licences.map(({ number }) => Number(number.slice('DU-2026-'.length))).sort((a, b) => a - b)).toEqual(
    Array.from({ length: GRANTS }, (_, n) => n + 1),
  );
  const codes = licences.map(({ document }) => (document.view as { verification: { code: string } }).verification.code);
  expect(new Set(codes).size).toBe(GRANTS);
});
