// A licence is suspended, reinstated and revoked by a manager with a reason; what it is worth today is read, not stored.
import { anApplication } from '../../../../test/builders/application';
import { house, noSuchId, type House } from '../../../../test/builders/house';
import { race, refusalCode, refused } from '../../../../test/builders/refused';
import { MoveLicence } from './move-licence';
import { ReadLicences } from './read-licences';

let home: House;

beforeAll(async () => {
  home = await house();
});
afterAll(() => home.end());

async function issued(owner = home.exporter) {
  const application = await anApplication(home).of(owner).published().build();
  const licence = await home.store.run({ kind: 'system' }, (tx) => tx.licences.ofApplication(application.id));
  if (!licence) throw new Error('A published application has a licence');
  return licence;
}
const move = (id: string, name: string, version: number, reason?: string) =>
  home.get(MoveLicence).execute(home.manager, id, name, { version, ...(reason && { reason }) });

test('suspended, reinstated, revoked: each with version, reason and log', async () => {
  const { id, applicationId, number } = await issued();
  expect(await move(id, 'suspend', 1, ' 用途存疑 ')).toEqual({ state: 'suspended', version: 2 });
  expect(await home.get(ReadLicences).one(home.exporter, id)).toMatchObject({ life: 'suspended', version: 2 });
  expect(await move(id, 'reinstate', 2, '已澄清')).toEqual({ state: 'issued', version: 3 });
  expect(await move(id, 'revoke', 3, '虚假陈述')).toEqual({ state: 'revoked', version: 4 });
  expect((await home.logOf(applicationId)).slice(-3)).toMatchObject([
    { verb: 'suspend', payload: { number, from: 'issued', to: 'suspended', reason: '用途存疑', side: 'authority' } },
    { verb: 'reinstate', payload: { from: 'suspended', to: 'issued' } },
    { verb: 'revoke', payload: { from: 'issued', to: 'revoked', reason: '虚假陈述' } },
  ]);
  expect(await refused(move(id, 'reinstate', 4, 'x'))).toMatchObject({
    kind: 'conflict',
    code: 'move-not-open',
    facts: { status: 'revoked' },
  });
});

test('no reason, a stale version, a foreign role and an unknown licence are refused', async () => {
  const { id } = await issued();
  expect(await refused(move(id, 'suspend', 1))).toMatchObject({ code: 'move-input-missing', faults: [{ at: 'reason' }] });
  expect(await refused(move(id, 'suspend', 2, 'x'))).toMatchObject({ code: 'stale-version', facts: { yours: 2, current: 1 } });
  expect(await refusalCode(move(id, 'publish', 1, 'x'))).toBe('missing: unknown-move');
  expect(await refusalCode(move(noSuchId(), 'suspend', 1, 'x'))).toBe('missing: licence-not-found');
  for (const person of [home.exporter, home.reviewer, home.countersigner]) {
    expect(await refusalCode(home.get(MoveLicence).execute(person, id, 'suspend', { version: 1, reason: 'x' }))).toBe(
      'forbidden: move-not-yours',
    );
  }
  expect(await home.get(ReadLicences).one(home.manager, id)).toMatchObject({ life: 'active', version: 1 });
});

test('suspended and revoked at once: one wins, the other is stale', async () => {
  const { id, applicationId } = await issued();
  const { made, codes } = await race([move(id, 'suspend', 1, 'a'), move(id, 'revoke', 1, 'b'), move(id, 'suspend', 1, 'c')]);
  expect({ made, codes }).toEqual({ made: 1, codes: ['conflict: stale-version', 'conflict: stale-version'] });
  expect((await home.logOf(applicationId)).filter(({ verb }) => verb === 'suspend' || verb === 'revoke')).toHaveLength(1);
});

test('scheduled, active and expired are read from the validity, and an expired licence does not come back by reinstatement', async () => {
  const before = home.clock.now();
  const { id } = await issued();
  const life = async () => (await home.get(ReadLicences).one(home.exporter, id)).life;
  expect(await life()).toBe('active');
  await move(id, 'suspend', 1, 'x');
  home.clock.advanceDays(180);
  expect(await life()).toBe('suspended');
  home.clock.advanceDays(1);
  expect(await life()).toBe('expired');
  await move(id, 'reinstate', 2, 'x');
  expect(await life()).toBe('expired');
  home.clock.set(before);
});

test('an exporter reads the own organisation’s licences only; the manager sees the moves', async () => {
  const mine = await issued(home.otherExporter);
  const { rows } = await home.get(ReadLicences).list(home.otherExporter, { limit: 100 });
  expect(rows).toMatchObject([{ id: mine.id, number: mine.number, openMoves: [], reference: expect.stringMatching(/^LA-/) }]);
  expect(await refusalCode(home.get(ReadLicences).one(home.exporter, mine.id))).toBe('missing: licence-not-found');
  expect(await refusalCode(home.get(ReadLicences).document(home.exporter, mine.id))).toBe('missing: licence-not-found');
  expect((await home.get(ReadLicences).one(home.manager, mine.id)).openMoves.map(({ name }) => name)).toEqual([
    'suspend',
    'revoke',
  ]);
});
