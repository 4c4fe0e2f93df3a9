// When two names are the same name: exact after normalisation, or the same but for the legal form, which a person decides.

const LEGAL_FORMS =
  /\b(incorporated|inc|corporation|corp|company|co|limited|ltd|llc|llp|lp|plc|gmbh|ag|sa|sas|spa|srl|bv|nv|ab|oy|as|kk|kabushiki kaisha|pte|pty|holdings?|group)\b/g;
const LEGAL_FORMS_ZH = /(股份有限公司|有限责任公司|有限公司|株式会社|公司|集团)$/;

/** Letters and digits only, width and case folded; "&" reads "and". */
export function nameKey(name: string): string {
  return folded(name).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The key without legal forms; empty when nothing else is left. */
export function looseNameKey(name: string): string {
  return folded(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(LEGAL_FORMS, ' ')
    .trim()
    .replace(LEGAL_FORMS_ZH, '')
    .replace(/\s+/g, '');
}

function folded(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/&/g, ' and ');
}
