// regulation (floor 0): the dated law as data, what applies on a day, and the determination of an export against it.
// Pure: it is handed the law texts and reads nothing itself. Start at rulebook/rulebook.ts, then determination/determination.ts.
export { LawError, type LawFault, type LawText } from './rulebook/law-text';
export type { CalendarYear, WorkingCalendarData } from './rulebook/calendar';
export type { Entry, Guidance, Instrument, LawNote, LawRule, Measure, PropertyWord } from './rulebook/law';
export type { Confidence, CoverageState, LegalEffect, ListType, MeasureKind, Reach } from './rulebook/words';
export type { CodeOnDay, EntryRow, LawOnDay, MeasureOnDay, MeasureState, Rulebook } from './rulebook/rulebook';
export { loadRulebook, type RulebookSettings } from './rulebook/load-rulebook';
export { instrumentName, instrumentTitle } from './rulebook/instrument-name';
export { statedCode } from './rulebook/stated-code';
export { convert, sameDimension } from './condition/units';
export type { EvaluatedNode, Verdict } from './condition/evaluated-node';
export type * from './determination/facts';
export { STATUS_WORDS, type Status, type StatusWord } from './determination/status';
export type { Citation, Determination, Finding, Reading, Regime } from './determination/determination';
export { determine } from './determination/determine';
export { checkFacts, unitWithout } from './determination/check-facts';
