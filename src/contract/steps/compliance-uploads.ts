/** The upload of a form that is not filled in here, in `compliance`. */
import { uploadedForms } from '../forms/tax-uploads.ts';
import * as z from '../z.ts';

/** Query of `PUT /session/compliance/upload`, whose body is the PDF (`application/pdf`, at most 5 MB). */
export const uploadQuery = z.object({
  /** Which form it is. `w8bene`: the whole Form W-8BEN-E, for a status that the form here lacks. */
  form: z.enum(uploadedForms, 'invalid-choice'),
});

/** What was uploaded, as long as nothing counts yet. */
export const shownUpload = z.object({
  form: z.enum(uploadedForms),
  /** `submitted`: the partner looks at it, and payouts wait. `refused`: another one is wanted. */
  state: z.enum(['submitted', 'refused']),
  /** Why it was refused, in the partner's words. */
  reason: z.optional(z.string()),
});
export type ShownUpload = z.infer<typeof shownUpload>;
