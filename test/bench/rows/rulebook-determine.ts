// Whole determinations, with all findings, their explanation and the day until which they hold, beside the answer for the day alone.
import { loadLaw } from '#gateways';
import { localDate } from '#kernel';
import { answerOn, determine } from '#regulation';
import type { Sides } from '../in-turns';
import { drawnExports } from './rulebook-list';

const DAY = localDate('2026-03-02');
const EXPORTS = 500;

export async function rulebookDetermine(): Promise<Sides> {
  const { rulebook } = await loadLaw();
  const facts = drawnExports(rulebook, EXPORTS).map((row) => ({ ...row, to: 'JP' }));
  const rate = (answer: typeof determine | typeof answerOn) => {
    const begun = performance.now();
    for (const row of facts) answer(rulebook, row, DAY);
    return Promise.resolve(facts.length / ((performance.now() - begun) / 1000));
  };
  return { product: () => rate(determine), bare: () => rate(answerOn), close: () => Promise.resolve() };
}
