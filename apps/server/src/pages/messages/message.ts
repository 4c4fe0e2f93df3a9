// The one typed table of the pages' own texts; words of the trade (statuses, fields, roles) stand in http/words.
import type { Language } from '#kernel';
import { en } from './en';
import { zh } from './zh';

export type MessageKey = keyof typeof zh;
export type MessageFacts = Readonly<Record<string, string | number>>;

const tables: Readonly<Record<Language, Readonly<Record<MessageKey, string>>>> = { zh, en };

export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(zh, key);
}

/** The message with its `{facts}` filled in. Throws Error for a fact that the message names and nobody gave. */
export function message(language: Language, key: MessageKey, facts: MessageFacts = {}): string {
  return tables[language][key].replace(/\{(\w+)\}/g, (_all, name: string) => {
    const value = facts[name];
    if (value === undefined) throw new Error(`Message "${key}" needs the fact "${name}"`);
    return String(value);
  });
}
