// What a form can show of a refusal: the faults of its fields; everything else goes to the page of problems.
import { Refusal, type Fault } from '#kernel';
import { describeFault, describeRefusal, type DescribedFault } from '../../http/refusals';
import type { Voice } from '../rendering/voice';

/** Refusals of other kinds that still concern one field of the form. */
const OF_A_FIELD: Readonly<Record<string, string>> = {
  'sign-in-failed': 'email',
  'email-taken': 'email',
  'credit-code-taken': 'creditCode',
  'agency-exists': 'creditCode',
  'determination.day-before-law': 'on',
  'reading-stands': 'measure',
  'reading-not-needed': 'measure',
  'paper-too-large': 'file',
  'paper-empty': 'file',
  'paper-type-unknown': 'file',
  'too-many-papers': 'file',
  'paper-added-before': 'file',
};

/**
 * Does the work; null when it succeeded, else the faults to show in the form again. Throws what no form can show. `place` turns the place of a fault into
 * the name of the form's field.
 */
export async function faultsOf(
  voice: Voice,
  work: () => Promise<unknown>,
  place: (at: string) => string = (at) => at,
): Promise<DescribedFault[] | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const at = OF_A_FIELD[error.code];
    if (at === undefined && (error.kind !== 'invalid' || error.faults.length === 0)) throw error;
    if (error.faults.length > 0) return error.faults.map((fault) => describeFault(placed(fault, place), voice.language));
    const { code, detail, cure } = describeRefusal(error, voice.language);
    return [{ code, at: place(at ?? ''), message: `${detail} ${cure}`.trim(), cure }];
  }
}

function placed(fault: Fault, place: (at: string) => string): Fault {
  return fault.at === undefined ? fault : { ...fault, at: place(fault.at) };
}
