// Measures two sides in turns, so that whatever else the machine does meets both alike; the turn with the median ratio counts.

/** Rates of both sides, per second. */
export interface Measured {
  readonly value: number;
  readonly ceiling: number;
}

/** Two sides that can be run any number of times; each run answers its rate per second. */
export interface Sides {
  product(): Promise<number>;
  bare(): Promise<number>;
  close(): Promise<void>;
}

/** Turns that count, an odd number. */
const TURNS = 11;
/** Turns before them, in which both sides warm up. */
const WARM_UP = 4;

export async function inTurns(open: () => Promise<Sides>): Promise<Measured> {
  const sides = await open();
  try {
    const turns: Measured[] = [];
    for (let turn = 1; turn <= WARM_UP + TURNS; turn++) {
      const measured = { value: await sides.product(), ceiling: await sides.bare() };
      console.error(`turn ${turn}: ${measured.value.toFixed(1)} of ${measured.ceiling.toFixed(1)}`);
      if (turn > WARM_UP) turns.push(measured);
    }
    return medianTurn(turns);
  } finally {
    await sides.close();
  }
}

function medianTurn(turns: readonly Measured[]): Measured {
  const ratio = ({ value, ceiling }: Measured) => value / ceiling;
  const median = [...turns].sort((a, b) => ratio(a) - ratio(b))[Math.floor(turns.length / 2)];
  if (!median) throw new Error('Nothing was measured');
  return median;
}

/** So many runs of `work` at the same time. */
export async function inFlight(count: number, work: () => Promise<void>): Promise<void> {
  await Promise.all(Array.from({ length: count }, work));
}
