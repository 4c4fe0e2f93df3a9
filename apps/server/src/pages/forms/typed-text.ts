// Numbers and codes as people type them: full-width characters of Chinese input methods and thousands commas, made plain. Nothing else is changed, so
// that what is no number stays visible to its check.

/** The full-width forms of ASCII (U+FF01 to U+FF5E) lie this far above it. */
const FULL_WIDTH_OFFSET = 0xfee0;

/** The text of a code in plain letters, digits and points, without spaces at its ends. */
export function typedCode(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replace(/[\u3002\uff61]/g, '.')
    .replaceAll('\u3000', ' ')
    .trim();
}

/** The text of a number in plain digits; commas go where they group by thousands throughout (`1,250,000.5`), and stay where they do not. */
export function typedNumber(text: string): string {
  const plain = typedCode(text);
  return /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain;
}

/** The value of a parameter: a number made plain, a word as it stands. */
export function typedValue(text: string): string {
  const number = typedNumber(text);
  return /^-?\d[\d.,]*$/.test(number) ? number : text.trim();
}
