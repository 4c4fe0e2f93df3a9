// What a case still takes late in its life: comparisons with the official list until it is decided and told, notes until it ends.
import { isEditable, isTerminal, isWithAuthority, type ApplicationStatus } from '#licensing';
import type { NoteAudience } from '../decisions/decision-records';

/** A comparison with the official list can still bear on the case: it lies with one of the two sides and no decision was published. */
export function takesListChecks(status: ApplicationStatus): boolean {
  return isEditable(status) || isWithAuthority(status);
}

/** Both sides write to each other until the case ends; the authority keeps its own notes beyond that, except where another application took its place. */
export function takesNotes(status: ApplicationStatus, audience: NoteAudience): boolean {
  return audience === 'applicant' ? !isTerminal(status) : status !== 'superseded';
}
