// When a word that is stated names what a word of the law names: the same, or a narrower kind of it.
import type { Verdict } from './evaluated-node';
import { PREPOSITIONS, shareTellingWord, tokensOf, zhKey } from './phrases';

/** Like `sameWords`, but equipment for an ore is no ore: what the thing is stands before the first preposition. */
export function sameProduct(stated: string, wanted: string): Verdict {
  const verdict = sameWords(stated, wanted);
  const head = headOf(tokensOf(wanted)).at(-1);
  return verdict === 'met' && head !== undefined && !headOf(tokensOf(stated)).includes(head) ? 'not-met' : verdict;
}

/** Like `sameWords`, but words about the same thing that are not the printed ones settle nothing. */
export function sameUse(stated: string, wanted: string): Verdict {
  const verdict = sameWords(stated, wanted);
  return verdict === 'not-met' && shareTellingWord(stated, wanted) ? 'unknown' : verdict;
}

function headOf(tokens: readonly string[]): readonly string[] {
  const end = tokens.findIndex((word, at) => at > 0 && PREPOSITIONS.has(word));
  return end < 0 ? tokens : tokens.slice(0, end);
}

/** met: the same or a narrower kind · unknown: a wider kind, or words of the other language · not-met: another kind. */
export function sameWords(stated: string, wanted: string): Verdict {
  const own = tokensOf(stated);
  const asked = tokensOf(wanted);
  if (own.length === 0 || asked.length === 0) {
    if (own.length !== asked.length) return 'unknown';
    const a = zhKey(stated);
    const b = zhKey(wanted);
    return a === b || a.includes(b) ? 'met' : b.includes(a) ? 'unknown' : 'not-met';
  }
  if (asked.every((word) => own.includes(word))) return 'met';
  return own.every((word) => asked.includes(word)) ? 'unknown' : 'not-met';
}

/** The words name the substance; one with a further element (cadmium zinc telluride) is another substance. */
export function isSubstance(stated: string, wanted: string): boolean {
  if (sameWords(stated, wanted) !== 'met') return false;
  const asked = tokensOf(wanted);
  return tokensOf(stated).every((word) => !word.startsWith('@') || asked.includes(word));
}
