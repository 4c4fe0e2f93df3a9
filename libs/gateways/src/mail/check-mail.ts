// What may stand in the headers of a mail: one plain address, one line of subject; anything that could add a header or a recipient is refused.
import { Refusal, type Fault } from '#kernel';
import type { Mail } from '#casework';

const ADDRESS = /^[^\s\p{Cc}<>()[\]\\,;:@"]{1,64}@[^\s\p{Cc}<>()[\]\\,;:@"]{1,189}$/u;
const CONTROL = /[\p{Cc}\u2028\u2029]/u;
/** Longest subject in characters, inclusive. */
export const SUBJECT_LIMIT = 200;
/** Longest text in characters, inclusive. */
export const TEXT_LIMIT = 200_000;

/** Throws Refusal `mail-not-sendable` naming each field that is wrong. */
export function checkMail(mail: Mail): void {
  const faults: Fault[] = [];
  if (!ADDRESS.test(mail.to)) faults.push({ code: 'mail-address-malformed', at: 'to' });
  if (CONTROL.test(mail.subject)) faults.push({ code: 'mail-subject-has-control-characters', at: 'subject' });
  if (mail.subject.trim() === '') faults.push({ code: 'mail-subject-empty', at: 'subject' });
  if (mail.subject.length > SUBJECT_LIMIT)
    faults.push({ code: 'mail-subject-too-long', at: 'subject', facts: { limit: SUBJECT_LIMIT } });
  if (mail.text.length > TEXT_LIMIT) faults.push({ code: 'mail-text-too-long', at: 'text', facts: { limit: TEXT_LIMIT } });
  if (faults.length > 0) throw new Refusal('invalid', 'mail-not-sendable', {}, faults);
}
