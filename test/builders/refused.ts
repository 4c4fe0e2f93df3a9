// The refusal with which a verb ended; a test that expected one fails when the verb went through.
import { Refusal } from '#kernel';

/** Throws Error when the work succeeded; passes on any fault that is no refusal. */
export async function refused(work: Promise<unknown>): Promise<Refusal> {
  let outcome: unknown;
  try {
    outcome = await work;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error(`Nothing was refused: ${JSON.stringify(outcome)}`);
}

/** Kind and code of the refusal: `conflict: stale-version`. */
export async function refusalCode(work: Promise<unknown>): Promise<string> {
  const { kind, code } = await refused(work);
  return `${kind}: ${code}`;
}

/** Of many verbs at once: how many went through, and the codes of the others. */
export async function race(
  works: readonly Promise<unknown>[],
): Promise<{ readonly made: number; readonly codes: readonly string[] }> {
  const outcomes = await Promise.allSettled(works);
  const codes = outcomes.flatMap((outcome) => {
    if (outcome.status === 'fulfilled') return [];
    if (outcome.reason instanceof Refusal) return [`${outcome.reason.kind}: ${outcome.reason.code}`];
    throw outcome.reason;
  });
  return { made: outcomes.length - codes.length, codes };
}
