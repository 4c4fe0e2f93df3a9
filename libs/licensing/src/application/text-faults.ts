// What is wrong with a text that people wrote, its length counted in characters as the doors count.
import type { Bilingual, Fault } from '#kernel';
import { LIMITS } from './content';

export function textMissing(text: string, at: string): Fault[] {
  return text.trim() ? [] : [{ code: 'field-missing', at }];
}

/** `max` is inclusive. */
export function textTooLong(text: string, at: string, max: number): Fault[] {
  return [...text].length > max ? [{ code: 'text-too-long', at, facts: { max } }] : [];
}

/** A name stands in both languages, each within LIMITS.name. */
export function nameFaults(name: Bilingual): Fault[] {
  return (['zh', 'en'] as const).flatMap((language) => {
    const at = `name.${language}`;
    return [...textMissing(name[language], at), ...textTooLong(name[language], at, LIMITS.name)];
  });
}
