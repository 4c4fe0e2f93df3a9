// A refusal or fault in one language: the table's words with the facts filled in. Used by the API and by the pages.
import { countryName, type Fault, type Language, type Refusal } from '#kernel';
import { DECISION_PAPER, MOVES, STATE_OF_LICENCE, STATUS_OF_APPLICATION } from '../words/cases';
import { PAPER, PARTY_ROLE, unitName } from '../words/content';
import { fieldLabel } from '../words/field-label';
import { ROLE } from '../words/people';
import { sayKey } from '../words/say';
import { refusalText } from './refusals';

export interface DescribedFault {
  readonly code: string;
  /** Dotted path of the field or paper; null when the fault concerns none. */
  readonly at: string | null;
  readonly message: string;
  readonly cure: string;
}

export interface DescribedRefusal {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly cure: string;
  readonly faults: readonly DescribedFault[];
}

type Facts = Readonly<Record<string, unknown>>;

const FORMS: Readonly<Record<string, (value: string, language: Language) => string>> = {
  status: (value, language) => sayKey({ ...STATE_OF_LICENCE, ...STATUS_OF_APPLICATION }, value, language),
  move: (value, language) => sayKey(MOVES, value, language),
  role: (value, language) => sayKey(ROLE, value, language),
  paper: (value, language) => sayKey(PAPER, value, language),
  'party-role': (value, language) => sayKey(PARTY_ROLE, value, language),
  document: (value, language) => sayKey(DECISION_PAPER, value, language),
  unit: unitName,
  country: countryName,
  size: (value) => `${Math.round((Number(value) / 1024 / 1024) * 10) / 10} MB`,
};

export const PLACEHOLDER = /\{([a-zA-Z]+)(?:\|([a-z-]+))?\}/g;
export const PLACEHOLDER_FORMS: readonly string[] = Object.keys(FORMS);

/** The fault in words. A code that the table lacks is shown as itself. */
export function describeFault(fault: Fault, language: Language): DescribedFault {
  const text = refusalText(fault.code);
  const at = fault.at ?? null;
  const facts: Facts = { ...fault.facts, at: at ?? '', field: at === null ? '' : fieldLabel(at, language) };
  return {
    code: fault.code,
    at,
    message: text ? fill(text.detail[language], facts, language) : fault.code,
    cure: text ? fill(text.cure[language], facts, language) : '',
  };
}

/** The refusal in words, with its faults. */
export function describeRefusal(refusal: Pick<Refusal, 'code' | 'facts' | 'faults'>, language: Language): DescribedRefusal {
  const text = refusalText(refusal.code);
  const at = typeof refusal.facts['at'] === 'string' ? refusal.facts['at'] : null;
  const facts: Facts = at === null ? refusal.facts : { ...refusal.facts, field: fieldLabel(at, language) };
  return {
    code: refusal.code,
    title: text?.title[language] ?? refusal.code,
    detail: text ? fill(text.detail[language], facts, language) : refusal.code,
    cure: text ? fill(text.cure[language], facts, language) : '',
    faults: refusal.faults.map((fault) => describeFault(fault, language)),
  };
}

/** The longest text of one fact that a message repeats, in characters. */
const LONGEST_FACT = 200;

function fill(template: string, facts: Facts, language: Language): string {
  return template.replace(PLACEHOLDER, (_all, name: string, form: string | undefined) => {
    const value = facts[name];
    if (value === undefined || value === null || value === '') return '—';
    const values = (Array.isArray(value) ? value : [value]).map((one) => {
      const text = String(one);
      return (form ? (FORMS[form]?.(text, language) ?? text) : text).slice(0, LONGEST_FACT);
    });
    return values.join(language === 'zh' ? '、' : ', ');
  });
}
