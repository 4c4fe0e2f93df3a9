// Casework as a whole against a model in memory: 300 walks of applicants and officers through the API, drawn by a fixed seed, on one PostgreSQL.
import { APPLICATION_STATUSES } from '#licensing';
import { newCount, walkCases } from './model/casework-walk';
import { walkScene, type WalkScene } from './model/walk-scene';

/** Walks at the same time, each on a case of its own. */
const LANES = 4;
const SEQUENCES = 300;
const SEED = 20_260_302;

let scene: WalkScene;

beforeAll(async () => {
  scene = await walkScene();
});
afterAll(() => scene.end());

test('whatever is tried ends as the model foresees, and the case stays whole', async () => {
  const count = newCount();
  const lane = (place: number) => walkCases(scene, { seed: SEED + place, sequences: SEQUENCES / LANES, most: 18, count });
  await Promise.all(Array.from({ length: LANES }, (_, place) => lane(place)));
  expect(count.sequences).toBe(SEQUENCES);
  expect(count.refused).toBeGreaterThan(100);
  const never = scene.moves.map(({ name }) => name).filter((name) => name !== 'conclude-review' && !count.made.has(name));
  expect(never).toEqual([]);
  const acts = [
    'finish a queue',
    'advise on the queue',
    'take',
    'release',
    'put on the extra queue',
    'take off a queue',
    'note among officers',
    'apply again',
  ];
  expect(acts.filter((act) => !count.made.has(act))).toEqual([]);
  expect(APPLICATION_STATUSES.filter((status) => !count.reached.has(status))).toEqual([]);
}, 900_000);
