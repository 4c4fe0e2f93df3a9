// Which day of the law is asked for, which two are compared, and what a reading of an unsettled measure takes.
import { LONGEST_MEASURE_ID, READING_REASON, type AskedPoint } from '#casework';
import type { LocalDate } from '#kernel';
import { READING_WORDS, type ReadingWord } from '#regulation';
import { Day, OneOf, Text } from '../../http/fields';

export class LawDayQuery {
  @Day({ optional: true })
  on?: LocalDate;
  @Day({ optional: true })
  knownOn?: LocalDate;
}

export class LawDifferenceQuery {
  @Day()
  from: LocalDate;
  @Day()
  to: LocalDate;
  @Day({ optional: true })
  knownFrom?: LocalDate;
  @Day({ optional: true })
  knownTo?: LocalDate;
}

/** The two points of the query. */
export function pointsOf({ from, to, knownFrom, knownTo }: LawDifferenceQuery): { from: AskedPoint; to: AskedPoint } {
  return {
    from: { on: from, ...(knownFrom && { knownOn: knownFrom }) },
    to: { on: to, ...(knownTo && { knownOn: knownTo }) },
  };
}

export class ReadingDto {
  @Text({ min: 1, max: LONGEST_MEASURE_ID, example: 'cn-mofcom-gacc-2025-57.ho', description: 'Id of an unsettled measure' })
  measure: string;
  @OneOf(READING_WORDS)
  reading: ReadingWord;
  @Text({ ...READING_REASON, multiline: true })
  reason: string;
}

export class WithdrawalDto {
  @Text({ ...READING_REASON, multiline: true })
  reason: string;
}
