// How control codes stand to each other: a code comprises the codes below it, down to the parts between its points.

/** True when `code` is `above` or lies below it: `1C905` covers `1C905.b` and not `1C9051`. */
export function codeCovers(above: string, code: string): boolean {
  return code === above || code.startsWith(`${above}.`);
}
