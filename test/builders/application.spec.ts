// The builder reaches every status of the table, and the house falls quiet behind it.
import { APPLICATION_STATUSES } from '#licensing';
import { anApplication } from './application';
import { completeContent } from './content';
import { aRule } from './desks';
import { house, type House } from './house';

let home: House;

beforeAll(async () => {
  home = await house();
});
afterAll(() => home.end());

const reached = APPLICATION_STATUSES.filter((status) => status !== 'signed-once');

test.each(reached)('an application can be %s', async (status) => {
  expect(await anApplication(home).at(status).build()).toMatchObject({ status });
});

test('an application can be signed-once where a rule demands two countersignatures', async () => {
  await aRule(home, {
    stages: ['advised'],
    criteria: { destinations: ['FI'] },
    effect: { kind: 'countersignatures', count: 2 },
  });
  const shipment = { ...completeContent().shipment, destination: 'FI' };
  expect(await anApplication(home).stating({ shipment }).at('signed-once').build()).toMatchObject({ status: 'signed-once' });
});

test('the house falls quiet: every job is done', async () => {
  await home.quiet();
  expect(await home.store.run({ kind: 'system' }, (tx) => tx.jobs.unpublished())).toBe(0);
  expect(home.mailer.sent.length).toBeGreaterThan(0);
});
