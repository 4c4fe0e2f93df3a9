// How a value becomes text on paper: always a string literal, never mark-up, and nothing invisible or undrawable passes unseen.
import type { GlyphCoverage } from './fonts';

/**
 * The text as it can be printed. Line ends become `\n`, a tab a space; other control characters fall away, since they have no shape.
 * A character without a glyph, a lone surrogate and every invisible format character (direction marks, zero-width signs) prints as
 * its code point, `[U+202E]`, so that a paper never shows less than its view or another order.
 */
export function printable(text: string, covers: GlyphCoverage): string {
  const lines = text
    .toWellFormed()
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[^\P{Cc}\n]/gu, '')
    .replace(/\p{L}\p{M}+/gu, (cluster) =>
      [...cluster].every((sign) => covers(codePointOf(sign))) ? cluster : cluster.normalize('NFC'),
    );
  return Array.from(lines, (sign) => {
    if (sign === '\n') return sign;
    const codePoint = codePointOf(sign);
    if (covers(codePoint) && !/\p{Cf}/u.test(sign)) return sign;
    return `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`;
  }).join('');
}

/** A Typst string literal as an embedded expression, `#"…";`; for use in content brackets. */
export function typstLiteral(text: string): string {
  return `#"${text.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n')}";`;
}

function codePointOf(sign: string): number {
  return sign.codePointAt(0) ?? 0;
}
