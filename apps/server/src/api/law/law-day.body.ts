// The law on a day and the difference between two days, as they are answered.
import type { LawDay, LawDifference, MeasureDifference, StandingMeasure } from '#regulation';
import { BilingualBody } from '../openapi/bilingual.body';
import { OutDay, OutEnum, OutInteger, OutList, OutOne, OutText, OutTexts } from '../openapi/out';

const STATES = ['not-yet-effective', 'in-force', 'suspended', 'unsettled', 'ended'];

export class StandingMeasureBody implements StandingMeasure {
  @OutText()
  measure: string;
  @OutOne(() => BilingualBody, { description: 'What the measure does' })
  what: BilingualBody;
  @OutText()
  kind: StandingMeasure['kind'];
  @OutText()
  effect: StandingMeasure['effect'];
  @OutText()
  instrument: string;
  @OutOne(() => BilingualBody)
  name: BilingualBody;
  @OutOne(() => BilingualBody)
  title: BilingualBody;
  @OutText()
  url: string;
  @OutDay({ nullable: true })
  publishedOn: StandingMeasure['publishedOn'];
  @OutEnum(STATES, { description: 'unsettled: no loaded text says whether the measure operates' })
  state: StandingMeasure['state'];
  @OutOne(() => BilingualBody)
  why: BilingualBody;
  @OutTexts({ description: 'Ids of the suspensions, notices and statements that decide the state; the measure itself first' })
  basis: readonly string[];
  @OutInteger({ description: 'Entries that the measure holds on the day' })
  entries: number;
}

export class LawPointBody {
  @OutDay()
  on: LawDifference['from']['on'];
  @OutDay({ nullable: true, description: 'Day of knowledge; null: everything loaded' })
  knownOn: LawDifference['from']['knownOn'];
}

export class EntryMentionBody {
  @OutText()
  id: string;
  @OutText()
  nameZh: string;
  @OutText()
  nameEn: string;
  @OutText({ nullable: true })
  code: string | null;
}

export class MeasureSideBody {
  @OutEnum([...STATES, 'absent'], { description: 'absent: not published on the day, or not known on the day of knowledge' })
  state: MeasureDifference['from']['state'];
  @OutOne(() => BilingualBody)
  why: BilingualBody;
  @OutTexts()
  basis: readonly string[];
}

export class MeasureDifferenceBody implements MeasureDifference {
  @OutText()
  measure: string;
  @OutOne(() => BilingualBody, { description: 'What the measure does' })
  what: BilingualBody;
  @OutText()
  effect: MeasureDifference['effect'];
  @OutText()
  instrument: string;
  @OutOne(() => BilingualBody)
  name: BilingualBody;
  @OutOne(() => BilingualBody)
  title: BilingualBody;
  @OutText()
  url: string;
  @OutOne(() => MeasureSideBody)
  from: MeasureSideBody;
  @OutOne(() => MeasureSideBody)
  to: MeasureSideBody;
  @OutList(() => EntryMentionBody)
  appear: readonly EntryMentionBody[];
  @OutList(() => EntryMentionBody)
  go: readonly EntryMentionBody[];
  @OutTexts()
  codesAppear: readonly string[];
  @OutTexts()
  codesGo: readonly string[];
}

export class GuidanceDifferenceBody {
  @OutText()
  id: string;
  @OutOne(() => BilingualBody)
  title: BilingualBody;
  @OutText()
  url: string;
  @OutEnum(['appears', 'goes'])
  change: 'appears' | 'goes';
}

export class LawDifferenceBody implements LawDifference {
  @OutOne(() => LawPointBody)
  from: LawPointBody;
  @OutOne(() => LawPointBody)
  to: LawPointBody;
  @OutText()
  rulebookHash: string;
  @OutDay({ description: 'Law published later was not taken into account' })
  asOf: LawDifference['asOf'];
  @OutList(() => MeasureDifferenceBody)
  measures: readonly MeasureDifferenceBody[];
  @OutList(() => GuidanceDifferenceBody)
  guidance: readonly GuidanceDifferenceBody[];
  @OutList(() => BilingualBody, { description: 'The same for a person to read; never empty' })
  sentences: readonly BilingualBody[];
}

export class TimelineStretchBody {
  @OutDay()
  from: LawDifference['asOf'];
  @OutDay()
  to: LawDifference['asOf'];
  @OutEnum([...STATES, 'absent'])
  state: MeasureDifference['from']['state'];
}

export class TimelineRowBody {
  @OutText()
  instrument: string;
  @OutOne(() => BilingualBody)
  name: BilingualBody;
  @OutTexts()
  measures: readonly string[];
  @OutList(() => TimelineStretchBody)
  stretches: readonly TimelineStretchBody[];
}

export class TimelineBody {
  @OutDay()
  from: LawDifference['asOf'];
  @OutDay()
  to: LawDifference['asOf'];
  @OutList(() => TimelineRowBody)
  rows: readonly TimelineRowBody[];
}

export class LawDayBody extends LawPointBody implements LawDay {
  @OutText()
  rulebookHash: string;
  @OutDay({ description: 'Law published later was not taken into account' })
  asOf: LawDay['asOf'];
  @OutList(() => StandingMeasureBody)
  measures: readonly StandingMeasureBody[];
  @OutOne(() => LawDifferenceBody, { nullable: true, description: 'What changes on the next later day that is known' })
  next: LawDifferenceBody | null;
  @OutOne(() => TimelineBody, {
    description: 'Measures that change their state around the day, otherwise than by being published',
  })
  timeline: TimelineBody;
}
