// regulation (floor 0): the dated law as data, what applies on a day, and the determination of an export against it.
// Pure: it is handed the law texts and reads nothing itself. Start at rulebook/rulebook.ts, then determination/determination.ts.
export { LawError, type LawFault, type LawText } from './rulebook/law-text';
export type { CalendarYear, WorkingCalendarData } from './rulebook/calendar';
export type { Entry, Guidance, Instrument, LawNote, LawRule, Measure, PropertyWord } from './rulebook/law';
export type { Confidence, CoverageState, LegalEffect, ListType, MeasureKind, Reach } from './rulebook/words';
export type { CodeOnDay, EntryRow, LawOnDay, MeasureOnDay, MeasureState, Rulebook } from './rulebook/rulebook';
export { loadRulebook, type RulebookSettings } from './rulebook/load-rulebook';
export { distinctName, instrumentName, instrumentTitle } from './rulebook/instrument-name';
export { statedCode } from './rulebook/stated-code';
export { convert, sameDimension } from './condition/units';
export type * from './rulebook/difference-rows';
export { differenceOf } from './rulebook/law-difference';
export { lawDay, type LawDay, type StandingMeasure } from './rulebook/law-day';
export { measureWords } from './rulebook/measure-words';
export { lawPoint, type LawPoint } from './rulebook/law-point';
export { nextChange, timelineOf, type TimelineRow, type TimelineStretch } from './rulebook/law-timeline';
export { STATE_WORDS, type MeasurePresence } from './rulebook/state-words';
export { isElement } from './condition/elements';
export type { EvaluatedNode, Verdict } from './condition/evaluated-node';
export type * from './determination/facts';
export { STATUS_WORDS, type Status, type StatusWord } from './determination/status';
export type { AnswerOnDay, Citation, Determination, Finding, Reading, Regime, UnderReading } from './determination/determination';
export { READING_WORDS, type ReadingWord, type RecordedReading } from './determination/recorded-reading';
export { answerOn, answersAt, determine } from './determination/determine';
export { checkFacts, unitWithout } from './determination/check-facts';
export { FACT_LIMITS, readFacts, type ReadFacts } from './determination/read-facts';
export type { CandidateSource } from './determination/candidates';
export type * from './classification/classification';
export { CLASSIFICATION_OUTCOMES } from './classification/classification';
export { classifyItem, MOST_OPEN_CANDIDATES, type ClassificationAids } from './classification/classify-item';
export {
  COVERAGE,
  DETERMINATION_STATUS,
  findsNoDuty,
  OUTCOME,
  READING,
  REGIME,
  statusInWords,
  VERDICT,
} from './determination/answer-words';
