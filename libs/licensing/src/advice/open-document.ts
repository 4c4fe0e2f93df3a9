// When a document of a decision may be prepared: each between countersignature and decision; after it only a licence whose days no longer hold, so that it can still be published.
import type { LocalDate } from '#kernel';
import { checkValidity, type Validity } from '../licence/licence-life';
import type { ApplicationStatus } from '../lifecycle/transitions';
import type { DecisionDocument } from './decision';

/** Whether the document of a case in this status may be prepared on `today`; `facts`: what it says so far, null before it says anything. */
export function isDocumentOpen(
  status: ApplicationStatus,
  kind: DecisionDocument,
  facts: { readonly validity?: Validity } | null,
  today: LocalDate,
): boolean {
  if (status === 'countersigned') return true;
  const validity = kind === 'licence' ? facts?.validity : undefined;
  return status === 'decided' && validity !== undefined && checkValidity(validity, today).length > 0;
}
