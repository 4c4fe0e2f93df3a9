// The named guards of the transition table: pure, each answers null (the move is open) or the fault that blocks it.
import type { Fault } from '#kernel';
import type { GuardName } from './transitions';

export const RECOMMENDATIONS = ['approve', 'approve-with-conditions', 'refuse'] as const;
export type Recommendation = (typeof RECOMMENDATIONS)[number];

/** What the guards look at. Ids are those of people. */
export interface GuardFacts {
  readonly actorId: string;
  /** The officer who holds the case, null while nobody does. */
  readonly holderId: string | null;
  /** What the application still lacks; empty when complete. */
  readonly missing: readonly Fault[];
  /** The standing advice (the newest one not overtaken), null before there is one. */
  readonly advice: { readonly adviserId: string; readonly recommendation: Recommendation } | null;
  /** Who countersigned the standing advice, null while nobody did. */
  readonly countersignerId: string | null;
}

type Guard = (facts: GuardFacts) => Fault | null;

export const guards: Readonly<Record<GuardName, Guard>> = {
  complete: ({ missing }) =>
    missing.length === 0 ? null : { code: 'application-incomplete', facts: { missing: missing.length } },
  'not-held-by-another': ({ actorId, holderId }) =>
    holderId === null || holderId === actorId ? null : { code: 'held-by-another' },
  'not-the-adviser': ({ actorId, advice }) => (advice?.adviserId === actorId ? { code: 'adviser-cannot-countersign' } : null),
  'advice-favours-grant': ({ advice }) =>
    advice && advice.recommendation !== 'refuse' ? null : { code: 'advice-does-not-favour-grant' },
  'two-people': ({ advice, countersignerId }) =>
    advice && countersignerId && countersignerId !== advice.adviserId ? null : { code: 'two-people-needed' },
};
