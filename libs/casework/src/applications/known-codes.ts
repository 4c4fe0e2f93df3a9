// Which countries, currencies and control codes an application may name on a day.
import { isCountry, isCurrency, type LocalDate } from '#kernel';
import type { KnownCodes } from '#licensing';
import { statedCode, type Rulebook } from '#regulation';

export function knownCodes(rulebook: Rulebook, today: LocalDate): KnownCodes {
  return { country: isCountry, currency: isCurrency, controlCode: (code) => statedCode(rulebook, code, today).length > 0 };
}
