// The faults of an advice for its form: each names its item, stands at its field and is told by the name of that field alone.
import { Refusal } from '#kernel';
import type { ApplicationItem } from '#licensing';
import { describeFault, type DescribedFault } from '../../http/refusals';
import type { Voice } from '../rendering/voice';

/** Does the work; null when it succeeded. Advice that came meanwhile is a fault of the whole form. Throws what the form cannot show. `placeOf` gives the field of the form for a fault at `advice.lines.…`. */
export async function adviceFaults(
  voice: Voice,
  items: readonly ApplicationItem[],
  placeOf: (at: string) => string,
  work: () => Promise<unknown>,
): Promise<DescribedFault[] | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'advised-meanwhile') {
      const told = describeFault({ code: error.code }, voice.language);
      return [{ ...told, message: `${told.message}${voice.language === 'zh' ? '' : ' '}${told.cure}` }];
    }
    if (!(error instanceof Refusal) || error.kind !== 'invalid' || error.faults.length === 0) throw error;
    return error.faults.map((fault) => {
      const at = placeOf(fault.at ?? '');
      const [, , itemId, ...field] = at.split('.');
      const number = items.findIndex(({ id }) => id === itemId) + 1;
      const told = describeFault({ ...fault, at: nameOf(field) }, voice.language);
      const message = number > 0 ? voice.t('advise.faultOf', { number, message: told.message }) : told.message;
      return { ...told, at, message };
    });
  }
}

/** Standing conditions are told as conditions. */
function nameOf(field: readonly string[]): string {
  return field[0] === 'standing' ? 'conditions' : field.join('.');
}
