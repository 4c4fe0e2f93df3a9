// What holds late in the life of a case: final advice until it is sent back or reconsidered, comparisons with the official list until it is decided and told, notes until it ends.
import { isEditable, isTerminal, isWithAuthority, type ApplicationStatus } from './transitions';

const ADVISED: readonly ApplicationStatus[] = ['advised', 'signed-once', 'countersigned', 'decided', 'published', 'closed'];

/** Final advice stands: sent back or reconsidered, it does not until it is given anew. */
export function finalAdviceStands(status: ApplicationStatus): boolean {
  return ADVISED.includes(status);
}

/** A comparison with the official list can still bear on the case: it lies with one of the two sides and no decision was published. */
export function takesListChecks(status: ApplicationStatus): boolean {
  return isEditable(status) || isWithAuthority(status);
}

/** Both sides write to each other until the case ends; the authority keeps its own notes beyond that, except where another application took its place. */
export function takesNotes(status: ApplicationStatus, audience: 'internal' | 'applicant'): boolean {
  return audience === 'applicant' ? !isTerminal(status) : status !== 'superseded';
}
