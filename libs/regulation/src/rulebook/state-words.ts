// What people read for the state of a measure on a day.
import type { Bilingual } from '#kernel';
import type { MeasureState } from './rulebook';

/** absent: not published on the day, or not known on the day of knowledge. */
export type MeasurePresence = MeasureState | 'absent';

export const STATE_WORDS: Readonly<Record<MeasurePresence, Bilingual>> = {
  'in-force': { zh: '施行', en: 'in force' },
  suspended: { zh: '暂停实施', en: 'suspended' },
  unsettled: { zh: '效力未定', en: 'unsettled' },
  'not-yet-effective': { zh: '尚未施行', en: 'not yet in effect' },
  ended: { zh: '已终止', en: 'ended' },
  absent: { zh: '尚无此措施', en: 'not there yet' },
};
