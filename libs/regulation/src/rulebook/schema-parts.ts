// The small parts from which the schemas of the law files are built.
import { z } from 'zod';
import { isLocalDate, type LocalDate } from '#kernel';
import { CATALOGUE_NUMBER, CONFIDENCES, CONTROL_CODE } from './words';

export const text = z.string().min(1);
export const texts = z.array(text);
export const day = z.custom<LocalDate>(isLocalDate, {
  error: 'is not a day',
  params: { cure: 'write YYYY-MM-DD, a day that exists' },
});
export const confidence = z.enum(CONFIDENCES);
export const controlCode = z.string().regex(CONTROL_CODE, { error: 'is not a control code' });
export const catalogueNumber = z.string().regex(CATALOGUE_NUMBER, { error: 'is not a number of the technology catalogue' });
export const hsCode = z.string().regex(/^\d{8}(\d{2})?$/, { error: 'is not a customs code of 8 or 10 digits' });
export const country = z.string().regex(/^[A-Z]{2}$/, { error: 'is not an ISO 3166 code of two letters' });
