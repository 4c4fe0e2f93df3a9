// The law as data: instrument → measure → entry. The keys are those of the law files; conventions.yaml says what they mean.
export type { ConditionNode, ShapeSubstitute } from './condition-schema';
export type { Entry, LawNote } from './entry-schema';
export type { Instrument, Measure, StatusRecord } from './instrument-schema';
export type { LawRule, RuleConditions } from './rule-schema';
export type { CatalogueEntry, Guidance, PropertyWord } from './side-file-schema';
