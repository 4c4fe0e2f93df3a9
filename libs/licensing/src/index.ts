// licensing (floor 0): how a case may move, what an application must hold, how legal time is counted, what a licence is worth on a day.
// Start at lifecycle/transitions.ts. Pure TypeScript.
export * from './lifecycle/transitions';
export * from './lifecycle/guards';
export * from './lifecycle/open-moves';
export * from './lifecycle/walk';
export * from './application/content';
export * from './application/amounts';
export * from './application/check-content';
export * from './application/advisories';
export * from './application/completeness';
export * from './application/units';
export * from './clocks/working-days';
export * from './clocks/review-clock';
export * from './licence/licence-life';
export * from './licence/licence-schedule';
