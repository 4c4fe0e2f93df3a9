// How a page speaks: the reader's language, its messages, and the other language beside names where that helps.
import { instant, LEGAL_TIME_ZONE, type Bilingual, type Instant, type Language } from '#kernel';
import { LANGUAGE_TAG } from '../../http/request-language';
import { say } from '../../http/words';
import { citation } from './citation';
import { message, type MessageKey, type MessageFacts } from '../messages/message';

/** A piece of text with the tag of its language. */
export interface Spoken {
  readonly text: string;
  readonly lang: string;
}

/** A name in the reader's language, with the same name in the other one where it is known and differs. */
export interface NamePair extends Spoken {
  readonly other: Spoken | null;
}

const clockTime = new Intl.DateTimeFormat('sv-SE', { timeZone: LEGAL_TIME_ZONE, dateStyle: 'short', timeStyle: 'short' });

export class Voice {
  readonly tag: string;
  constructor(readonly language: Language) {
    this.tag = LANGUAGE_TAG[language];
  }

  /** The message in the reader's language. */
  readonly t = (key: MessageKey, facts: MessageFacts = {}): string => message(this.language, key, facts);

  say(text: Bilingual): string {
    return say(text, this.language);
  }

  /** The citation as law of the reader's language is cited. */
  cite(cite: string): string {
    return citation(cite, this.language);
  }

  /** The text in the reader's language, or in the other one where it is missing. */
  pair({ zh, en }: Bilingual): NamePair {
    const texts = { zh: { text: zh, lang: LANGUAGE_TAG.zh }, en: { text: en, lang: LANGUAGE_TAG.en } };
    const [own, other] = this.language === 'zh' ? [texts.zh, texts.en] : [texts.en, texts.zh];
    if (!own.text) return { ...other, other: null };
    return { ...own, other: other.text && other.text !== own.text ? other : null };
  }

  /** A list in the manner of the language. */
  list(parts: readonly string[]): string {
    return parts.join(this.language === 'zh' ? '、' : ', ');
  }

  /** Day and minute in the legal time zone, `2026-11-21 09:30`. */
  moment(at: Instant): string {
    return clockTime.format(new Date(instant(at)));
  }
}

/** Digits in groups of three, `468,750.00`; a text that is no number stays as it is. */
export function grouped(amount: string): string {
  const match = /^(-?\d+)(\.\d+)?$/.exec(amount);
  return match ? (match[1] ?? '').replace(/\B(?=(\d{3})+$)/g, ',') + (match[2] ?? '') : amount;
}
