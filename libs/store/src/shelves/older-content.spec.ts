// A database that an older Licet filled: its applications are read with the fields that came later.
import {
  asOwner,
  draft,
  dysprosium,
  NOON,
  reachOf,
  storedWorld,
  SYSTEM,
  type StoredWorld,
} from '../../../../test/builders/stored-world';

let world: StoredWorld;

beforeAll(async () => {
  world = await storedWorld();
});
afterAll(() => world.end());

test('content that an older Licet wrote is read with the fields that it lacks', async () => {
  const reach = reachOf(world.wang, 'organisation');
  const { id } = await world.store.run(reach, (tx) => draft(tx, world.wang, NOON, dysprosium()));
  await asOwner(
    world.database,
    `set licet.reach = 'system'`,
    `update application set content = jsonb_set(content #- '{applicant,managers}' #- '{applicant,traderStatus}' #- '{shipment,tradeMode}',
       '{items,0}', (content #> '{items,0}') - array['unitPrice', 'kgQuantity', 'hsYear']) where id = '${id}'`,
  );
  const read = await world.store.run(SYSTEM, (tx) => tx.applications.find(id));
  expect(read?.content).toMatchObject({
    applicant: { managers: '', traderStatus: '' },
    shipment: { destination: 'JP', tradeMode: '' },
    items: [{ nameZh: '氧化镝', unitPrice: '', kgQuantity: '', hsYear: '' }],
  });
});
