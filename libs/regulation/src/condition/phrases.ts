// Finds listed phrases in product names, in either language: whole words in English, substrings in Chinese, the longest first.
import { elementNamed, isElement, isElementName } from './elements';

/** A phrase found in a text; `from` and `to` are positions in it (tokens or characters), `last` when nothing but a modifier follows. */
export interface PhraseHit<T> {
  readonly phrase: string;
  readonly payload: T;
  readonly language: 'zh' | 'en';
  readonly from: number;
  readonly to: number;
  /** The phrase is the head of the description: it ends the text, or a preposition follows. */
  readonly isHead: boolean;
}

const CJK = /[\u3400-\u9fff]/;
/** Symbols that are English words too: read as elements only inside a chain such as In-Ga-As. */
const AMBIGUOUS = new Set(['In', 'As', 'At', 'No', 'He', 'Be', 'I', 'Am', 'Co', 'Os', 'Ho']);
/** Words after which a description says what a thing is for, made of or comes with. */
export const PREPOSITIONS: ReadonlySet<string> = new Set([
  'with',
  'for',
  'of',
  'containing',
  'made',
  'reinforced',
  'to',
  'from',
  'in',
  'on',
  'by',
  'using',
  'without',
]);
/** After the name of an element these say that something else holds it: dysprosium-containing, erbium-doped. */
const MODIFIERS = new Set(['containing', 'doped', 'based', 'bearing', 'coated', 'free']);
const NEGATIONS_EN = new Set(['not', 'no', 'non', 'without', 'except', 'never', 'free']);
const NEGATION_ZH = /(不是|不含|不属于|并非|非|无|未)$/;
const LONGEST = 14;

const remembered = new Map<string, readonly string[]>();
const MOST_REMEMBERED = 20_000;

/** Words in canonical form: lower case, singular, elements as `@sm`. */
export function tokensOf(text: string): readonly string[] {
  const kept = remembered.get(text);
  if (kept) return kept;
  const tokens = readTokens(text);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(text, tokens);
  return tokens;
}

function readTokens(text: string): string[] {
  const tokens: string[] = [];
  for (const chain of text.normalize('NFKC').split(/[^A-Za-z0-9.\-/]+/)) {
    const parts = chain.split(/[-/]+/).filter(Boolean);
    const allElements = parts.length > 1 && parts.every(isElement);
    for (const part of parts) {
      const word = part.replace(/^\.+|\.+$/g, '');
      if (!word) continue;
      const named = elementNamed(word);
      if (named) tokens.push(`@${named.toLowerCase()}`);
      else if (isElement(word) && (allElements || (word.length > 1 && !AMBIGUOUS.has(word))))
        tokens.push(`@${word.toLowerCase()}`);
      else tokens.push(singular(word.toLowerCase()));
    }
  }
  return tokens;
}

/** Words that say nothing of what a use, a part or a function is about. */
const UNTELLING: ReadonlySet<string> = new Set(
  [
    ...PREPOSITIONS,
    ...'a an the and or as at use used making make manufacture manufacturing production producing processing'.split(' '),
  ].concat(
    'material product component part equipment article item goods industry industrial application general purpose'.split(' '),
  ),
);

/** True when both texts hold a word that says what they are about: missile parts, missile components. */
export function shareTellingWord(a: string, b: string): boolean {
  const words = tokensOf(b);
  return tokensOf(a).some((word) => !UNTELLING.has(word) && words.includes(word));
}

function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') && !/(ss|us|is)$/.test(word) ? word.slice(0, -1) : word;
}

/** English phrases by their words, word after word. */
interface WordTree<T> {
  readonly next: Map<string, WordTree<T>>;
  phrase: string;
  readonly payloads: T[];
}

/** A set of phrases with what each stands for. */
export class PhraseBook<T> {
  private readonly english: WordTree<T> = { next: new Map(), phrase: '', payloads: [] };
  private readonly chinese = new Map<string, Map<string, T[]>>();

  add(phrase: string, payload: T): void {
    if (CJK.test(phrase)) {
      const key = zhKey(phrase);
      if (key.length === 0) return;
      const first = key.slice(0, 1);
      const bucket = this.chinese.get(first) ?? new Map<string, T[]>();
      this.chinese.set(first, bucket.set(key, [...(bucket.get(key) ?? []), payload]));
      return;
    }
    const tokens = tokensOf(phrase);
    if (tokens.length === 0 || tokens.length > LONGEST) return;
    let place = this.english;
    for (const word of tokens) {
      const next = place.next.get(word) ?? { next: new Map(), phrase: '', payloads: [] };
      place.next.set(word, next);
      place = next;
    }
    place.phrase ||= phrase;
    place.payloads.push(payload);
  }

  /** Every phrase in the text that is not negated there. */
  find(text: string): PhraseHit<T>[] {
    return [...this.findEnglish(text), ...this.findChinese(text)];
  }

  private findEnglish(text: string): PhraseHit<T>[] {
    const hits: PhraseHit<T>[] = [];
    const tokens = tokensOf(text);
    for (let from = 0; from < tokens.length; from += 1) {
      let place = this.english.next.get(tokens[from] ?? '');
      if (!place || tokens.slice(Math.max(0, from - 2), from).some((word) => NEGATIONS_EN.has(word))) continue;
      for (let to = from + 1; place; to += 1) {
        const { phrase, payloads } = place;
        const next = tokens[to];
        const isHead = next === undefined || PREPOSITIONS.has(next);
        const isModifier = to === from + 1 && tokens[from]?.startsWith('@') && MODIFIERS.has(next ?? '');
        if (!isModifier) for (const payload of payloads) hits.push({ phrase, payload, language: 'en', from, to, isHead });
        place = next === undefined ? undefined : place.next.get(next);
      }
    }
    return hits;
  }

  private findChinese(text: string): PhraseHit<T>[] {
    const hits: PhraseHit<T>[] = [];
    const whole = zhKey(text);
    const firstClause = zhKey(text.split(/[，,；;：:（(。]/)[0] ?? text).length;
    for (let from = 0; from < whole.length; from += 1) {
      const bucket = this.chinese.get(whole.charAt(from));
      if (!bucket) continue;
      let isNegated: boolean | undefined;
      for (const [key, payloads] of bucket) {
        if (!whole.startsWith(key, from)) continue;
        isNegated ??= NEGATION_ZH.test(whole.slice(0, from));
        if (isNegated) break;
        const to = from + key.length;
        const isHead = to === whole.length || to === firstClause;
        if (key.length === 1 && !(isHead && !isElementName(key)) && !standsAlone(whole, from)) continue;
        for (const payload of payloads) hits.push({ phrase: key, payload, language: 'zh', from, to, isHead });
      }
    }
    return hits;
  }
}

/**
 * A single character that is no head, and always the name of an element (碳化钨 is not 钨), counts only as the whole name, after a word
 * for the metal, or before a word for its shape.
 */
function standsAlone(whole: string, at: number): boolean {
  const before = whole.slice(0, at);
  const after = whole.slice(at + 1);
  return (before === '' || /(金属|固态|高纯|纯)$/.test(before)) && (after === '' || /^[块棒板锭粉片丝条管材靶]/.test(after));
}

/** Chinese text without spaces and signs, Latin letters in lower case. */
export function zhKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, '');
}

/** A formula or CAS number without spaces and dots. */
export function tokenKey(text: string): string {
  return text.normalize('NFKC').replace(/[\s·]+/g, '');
}

/** True when `inner` lies inside `outer` and is shorter. */
export function isInside(inner: PhraseHit<unknown>, outer: PhraseHit<unknown>): boolean {
  return (
    inner.language === outer.language &&
    outer.from <= inner.from &&
    inner.to <= outer.to &&
    outer.to - outer.from > inner.to - inner.from
  );
}
