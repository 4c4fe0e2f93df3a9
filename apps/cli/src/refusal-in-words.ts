// What the command line says of a refusal.
import type { Refusal } from '#kernel';

const WORDS: Readonly<Record<string, string>> = {
  'administrator-exists':
    'There is an administrator already. Cure: let that person invite others, or repeat the command with --more.',
  'email-taken': 'Somebody has this mail address already. Cure: take another address, or let an administrator look under People.',
  'password-too-short': 'The password is shorter than 12 characters. Cure: take a longer one.',
  'password-too-long': 'The password is longer than 128 characters. Cure: take a shorter one.',
  'password-guessable': 'The password is the mail address or one of the commonest. Cure: take another one.',
  'determination.day-before-law':
    'The day lies before the first measure of the loaded law; nothing can be said of it. Cure: choose a later day.',
  'database-unavailable': 'The database does not answer. Cure: look whether the server of DATABASE_URL runs and can be reached.',
};

/** The words of its faults, or of itself; a code without words is shown with its facts. */
export function refusalInWords(refusal: Refusal): string {
  const known = refusal.faults.map(({ code }) => WORDS[code]).filter((words) => words !== undefined);
  if (known.length > 0) return known.join('\n');
  return WORDS[refusal.code] ?? `Refused: ${refusal.message}`;
}
