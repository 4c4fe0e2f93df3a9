// What an applicant is told of where the case stands: the authority's inner stages are one to the outside until the decision is published.
import type { ApplicationStatus } from './transitions';

const INNER = ['reviewed', 'advised', 'signed-once', 'countersigned', 'decided'] as const satisfies readonly ApplicationStatus[];

export type PublicStage = Exclude<ApplicationStatus, (typeof INNER)[number]>;

/** Which side has the case, as far as an applicant may know it. */
export type HolderClass = 'applicant' | 'province' | 'ministry' | 'nobody';

/** The stage that an applicant sees. */
export function publicStage(status: ApplicationStatus): PublicStage {
  return isInner(status) ? 'in-review' : status;
}

/** The class of holder at the stage. */
export function holderClass(status: ApplicationStatus): HolderClass {
  switch (publicStage(status)) {
    case 'draft':
    case 'returned':
      return 'applicant';
    case 'submitted':
    case 'received':
    case 'checked':
      return 'province';
    case 'forwarded':
    case 'accepted':
    case 'in-review':
      return 'ministry';
    default:
      return 'nobody';
  }
}

function isInner(status: ApplicationStatus): status is (typeof INNER)[number] {
  return (INNER as readonly ApplicationStatus[]).includes(status);
}
