// Choosing between the two languages of a bilingual text.
import type { Bilingual, Language } from '#kernel';

export function say(text: Bilingual, language: Language): string {
  return text[language];
}

/** The words of a table under a key that may be unknown; the key itself where the table has none. */
export function sayKey(table: Readonly<Record<string, Bilingual>>, key: string, language: Language): string {
  return Object.hasOwn(table, key) ? (table[key]?.[language] ?? key) : key;
}
