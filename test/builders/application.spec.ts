// The builder reaches every status of the table, and the house falls quiet behind it.
import { APPLICATION_STATUSES } from '#licensing';
import { anApplication } from './application';
import { house, type House } from './house';

let home: House;

beforeAll(async () => {
  home = await house();
});
afterAll(() => home.end());

test.each(APPLICATION_STATUSES)('an application can be %s', async (status) => {
  expect(await anApplication(home).at(status).build()).toMatchObject({ status });
});

test('the house falls quiet: every job is done', async () => {
  await home.quiet();
  expect(await home.store.run({ kind: 'system' }, (tx) => tx.jobs.unpublished())).toBe(0);
  expect(home.mailer.sent.length).toBeGreaterThan(0);
});
