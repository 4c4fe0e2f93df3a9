// kernel (floor 0): the words every other room uses: legal days, instants, the clock port, decimals and units, refusals.
// Start at local-date.ts. Pure TypeScript; reads no file, no environment, no wall clock.
export * from './local-date';
export * from './instant';
export * from './decimal';
export * from './refusal';
export * from './text';
export * from './countries';
export * from './currencies';
