// The closed list of letters and what each may say. A letter carries a link and no content of a case beyond its reference and stage.
import { z } from 'zod';
import { instant, isLocalDate, type Instant, type Language, type LocalDate } from '#kernel';
import { APPLICATION_STATUSES, publicStage, type ApplicationStatus } from '#licensing';
import { dayInWords, momentInWords } from '../paper/paper-words';
import { STAGE_IN_LETTERS } from './stage-in-letters';

/** Longest values in UTF-16 units, and the most days to the end of a validity; a value stands on one line, so that it cannot add a line or a header. */
export const MAIL_LIMITS = { name: 200, reference: 60, link: 2000, daysLeft: 366 } as const;

const line = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/\S/, 'must not be blank')
    .regex(
      /^[^\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u,
      'must be one line without control or direction characters',
    );
const link = z
  .string()
  .max(MAIL_LIMITS.link)
  .regex(/^https?:\/\/[^\s\p{Cc}\p{Cf}<>"]+$/u, 'must be a web address');
const moment = z.string().transform((text, context): Instant => {
  try {
    return instant(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'must be a moment, ISO 8601' });
    return z.NEVER;
  }
});

const invitation = z.strictObject({
  person: line(MAIL_LIMITS.name),
  organisation: line(MAIL_LIMITS.name),
  link,
  validUntil: moment,
});
const passwordReset = z.strictObject({ person: line(MAIL_LIMITS.name), link, validUntil: moment });
const caseMoved = z.strictObject({
  reference: line(MAIL_LIMITS.reference),
  stage: z.enum(APPLICATION_STATUSES),
  link,
});

const note = z.strictObject({ reference: line(MAIL_LIMITS.reference), link });

const expiryReminder = z.strictObject({
  number: line(MAIL_LIMITS.reference),
  lastDay: z.string().refine(isLocalDate, 'must be a day, YYYY-MM-DD'),
  daysLeft: z.number().int().min(0).max(MAIL_LIMITS.daysLeft),
  link,
});

/** The view of each letter; `validUntil` is the moment at which the link lapses, `stage` the status to which the case moved, `daysLeft` the whole days until `lastDay`, the last day of validity. */
export interface MailViews {
  invitation: { person: string; organisation: string; link: string; validUntil: Instant };
  'password-reset': { person: string; link: string; validUntil: Instant };
  'case-moved': { reference: string; stage: ApplicationStatus; link: string };
  note: { reference: string; link: string };
  'expiry-reminder': { number: string; lastDay: LocalDate; daysLeft: number; link: string };
}

export type MailKindName = keyof MailViews;

export const MAIL_SCHEMAS: { readonly [Kind in MailKindName]: z.ZodType<MailViews[Kind]> } = {
  invitation,
  'password-reset': passwordReset,
  'case-moved': caseMoved,
  note,
  'expiry-reminder': expiryReminder,
};

/** What the template reads in the language: moments, days and stages in words, all else as it is. */
export function mailModel(view: MailViews[MailKindName], language: Language): object {
  return {
    ...view,
    ...('validUntil' in view && { validUntil: momentInWords(view.validUntil)[language] }),
    ...('lastDay' in view && { lastDay: dayInWords(view.lastDay)[language] }),
    ...('stage' in view && { stage: STAGE_IN_LETTERS[publicStage(view.stage)][language] }),
  };
}
