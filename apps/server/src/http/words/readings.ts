// What people read for the readings of unsettled measures.
import type { ReadingState } from '#casework';
import type { Bilingual } from '#kernel';
import type { ReadingWord } from '#regulation';

export const READING: Readonly<Record<ReadingWord, Bilingual>> = {
  lapsed: { zh: '暂停期已届满，措施恢复实施', en: 'The suspension has lapsed: the measure applies' },
  extended: { zh: '暂停期已获延长', en: 'The suspension was extended' },
  stricter: { zh: '从严：取两者中较严的一种', en: 'The stricter of the two' },
};

export const STATE_OF_READING: Readonly<Record<ReadingState, Bilingual>> = {
  proposed: { zh: '待另一人确认', en: 'Waits for another person' },
  standing: { zh: '按此理解办理', en: 'Work goes on under it' },
  early: { zh: '已确认，措施尚未进入未定状态', en: 'Confirmed, not needed yet' },
  'no-longer-needed': { zh: '不再需要：法规已明确', en: 'No longer needed: the law settles it' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
};
