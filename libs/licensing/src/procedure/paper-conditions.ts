// The closed vocabulary of what makes a paper of a dossier necessary: one pure question each to the content of the application.
import { sameDimension } from '#regulation';
import type { ApplicationContent } from '../application/content';

/**
 * `converted-to-kilograms`: a line in another unit than one of mass states its kilograms too. `signed-by-another`: the declaration is signed by somebody
 * else than the legal representative. `with-middleman`: a middleman stands between. What is not stated yet (unit, signatory, legal
 * representative) asks for no paper: filing asks for the field itself.
 */
export const PAPER_CONDITIONS = {
  always: () => true,
  'converted-to-kilograms': ({ items }) =>
    items.some(({ unit, kgQuantity }) => kgQuantity.trim() !== '' && unit.trim() !== '' && !sameDimension(unit, 'kg')),
  'signed-by-another': ({ applicant, declaration }) => {
    const signatory = nameAsCompared(declaration.signatory);
    const representative = nameAsCompared(applicant.legalRepresentative);
    return signatory !== '' && representative !== '' && signatory !== representative;
  },
  'with-middleman': ({ parties }) => parties.some(({ role }) => role === 'middleman'),
} as const satisfies Readonly<Record<string, (content: ApplicationContent) => boolean>>;

export type PaperCondition = keyof typeof PAPER_CONDITIONS;

/** The same name however it is spaced, and in whatever width its characters are typed. */
function nameAsCompared(name: string): string {
  return name.normalize('NFKC').replace(/\s/gu, '').toLowerCase();
}
