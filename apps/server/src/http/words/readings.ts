// What people read for the readings of unsettled measures.
import type { ReadingState } from '#casework';
import type { Bilingual } from '#kernel';

export { READING } from '#regulation';

export const STATE_OF_READING: Readonly<Record<ReadingState, Bilingual>> = {
  proposed: { zh: '待另一人确认', en: 'Waits for another person' },
  standing: { zh: '按此理解办理', en: 'Work goes on under it' },
  early: { zh: '已确认，措施尚未进入未定状态', en: 'Confirmed, not needed yet' },
  'no-longer-needed': { zh: '不再需要：法规已明确', en: 'No longer needed: the law settles it' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
};
