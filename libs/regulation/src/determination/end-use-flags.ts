// The words by which facts flag an end use, and which of them are risks that rules name.

/** Weapons of mass destruction, their delivery, and terrorism. */
export const RISK_FLAGS: readonly string[] = ['missile', 'wmd', 'nuclear', 'chemical-weapons', 'biological-weapons', 'terrorism'];
export const MILITARY_FLAGS: readonly string[] = ['military', 'defence-production'];
export const RARE_EARTH_ABROAD = 'rare-earth-activity-abroad';

/** The node in nanometres of the logic chips that a flag speaks of; undefined for any other flag. */
export function nodeOfFlag(flag: string): string | undefined {
  return /^semiconductor-(\d+)nm$/.exec(flag)?.[1];
}

/** False for a flag that decides nothing because no rule knows its word. */
export function isKnownFlag(flag: string): boolean {
  return (
    [...RISK_FLAGS, ...MILITARY_FLAGS, RARE_EARTH_ABROAD, 'civil', 'humanitarian'].includes(flag) ||
    nodeOfFlag(flag) !== undefined
  );
}
