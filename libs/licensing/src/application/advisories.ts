// What an application may state and yet asks for an explanation: shown to the applicant before filing and to the reviewer; it stops nothing.
import type { Fault } from '#kernel';
import type { ApplicationContent } from './content';

/** Each thing worth a look, at the field where it is told best. */
export function advisoriesOf({ shipment, parties }: ApplicationContent): Fault[] {
  const { destination } = shipment;
  return parties.flatMap(({ role, country }) =>
    role === 'end-user' && country && destination && country !== destination
      ? [{ code: 'end-user-elsewhere', at: 'endUse.zh', facts: { destination, country } }]
      : [],
  );
}
