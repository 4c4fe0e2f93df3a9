// Casework against its model for long: 10,000 walks on one PostgreSQL, each act ending as foreseen and each case whole after it.
import { newCount, walkCases } from '../../journeys/model/casework-walk';
import { walkScene } from '../../journeys/model/walk-scene';
import type { Soaked } from '../soak';

const SEQUENCES = 10_000;
/** Walks at the same time, each on a case of its own. */
const LANES = 8;
/** Most acts of a walk. */
const MOST_ACTS = 18;

export async function caseworkModel(seed: number, sequences = SEQUENCES): Promise<Soaked> {
  const scene = await walkScene();
  try {
    const count = newCount();
    const lane = (place: number) =>
      walkCases(scene, { seed: seed + place, sequences: Math.ceil(sequences / LANES), most: MOST_ACTS, count });
    await Promise.all(Array.from({ length: LANES }, (_, place) => lane(place)));
    const published = count.made.get('publish') ?? 0;
    if (published === 0) throw new Error('The walks never came to a publication');
    return { sequences: count.sequences, acts: count.acts, refused: count.refused, published };
  } finally {
    await scene.end();
  }
}
