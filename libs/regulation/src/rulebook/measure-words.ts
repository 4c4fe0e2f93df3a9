// What a measure does, and what of an instrument is not loaded, in one line of each language.
import type { Bilingual } from '#kernel';
import { englishOnly } from '../condition/chinese';
import type { Instrument, Measure } from './law';

/** A law file without the Chinese line gives the English one, quoted and marked as such. */
export function measureWords({ what, whatZh }: Pick<Measure, 'what' | 'whatZh'>): Bilingual {
  return { zh: whatZh ?? englishOnly(what), en: what };
}

/** The name of a finding that stands for a whole measure. */
export function measureName(measure: Pick<Measure, 'what' | 'whatZh'>): { nameZh: string; nameEn: string } {
  const { zh, en } = measureWords(measure);
  return { nameZh: zh, nameEn: en };
}

/** What of the instrument is not loaded; null where nothing is said to be missing. */
export function missingWords({ coverage: { missing, missingZh } }: Pick<Instrument, 'coverage'>): Bilingual | null {
  return missing === undefined ? null : { zh: missingZh ?? englishOnly(missing), en: missing };
}
