// Running numbers asked for by many at once, some in transactions that fail: those that commit hold 1 to n, each once.
import { storedWorld, SYSTEM } from '../../builders/stored-world';
import { inFlight } from '../in-turns';
import { Lot } from '../lot';
import type { Soaked } from '../soak';

const ASKED = 5_000;
/** Callers at the same time, more than there are connections. */
const CALLERS = 200;

class Undone extends Error {}

export async function everyAllottedNumber(seed: number): Promise<Soaked> {
  const world = await storedWorld();
  const lot = new Lot(seed);
  try {
    const held: number[] = [];
    let undone = 0;
    const allot = async (fails: boolean) => {
      const number = await world.store.run(SYSTEM, async (tx) => {
        const next = await tx.licences.nextNumber('SOAK', 2026);
        if (fails) throw new Undone();
        return next;
      });
      held.push(number);
    };
    let left = ASKED;
    await inFlight(CALLERS, async () => {
      while (left-- > 0) {
        await allot(lot.below(10) === 0).catch((error: unknown) => {
          if (!(error instanceof Undone)) throw error;
          undone += 1;
        });
      }
    });
    if (held.length + undone !== ASKED) throw new Error(`${held.length + undone} answers to ${ASKED} questions`);
    const wrong = [...held].sort((a, b) => a - b).findIndex((number, index) => number !== index + 1);
    if (wrong >= 0) throw new Error(`The numbers have a gap or a double at ${wrong + 1}`);
    return { asked: ASKED, callers: CALLERS, held: held.length, undone };
  } finally {
    await world.end();
  }
}
