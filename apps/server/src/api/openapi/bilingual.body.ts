// Text in both languages, as an answer.
import type { Bilingual } from '#kernel';
import { OutText } from './out';

export class BilingualBody implements Bilingual {
  @OutText()
  zh: string;
  @OutText()
  en: string;
}
