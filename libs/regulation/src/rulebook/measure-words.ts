// What a measure does, in one line of each language.
import type { Bilingual } from '#kernel';
import { englishOnly } from '../condition/chinese';
import type { Measure } from './law';

/** A law file without the Chinese line gives the English one, quoted and marked as such. */
export function measureWords({ what, whatZh }: Pick<Measure, 'what' | 'whatZh'>): Bilingual {
  return { zh: whatZh ?? englishOnly(what), en: what };
}

/** The name of a finding that stands for a whole measure. */
export function measureName(measure: Pick<Measure, 'what' | 'whatZh'>): { nameZh: string; nameEn: string } {
  const { zh, en } = measureWords(measure);
  return { nameZh: zh, nameEn: en };
}
