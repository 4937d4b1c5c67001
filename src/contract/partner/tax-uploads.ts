/** Tax forms that payees upload, as the partner reads and judges them. */
import { metadata, timestamp, uuid } from '../flow.ts';
import { isCalendarDate, isPast } from '../forms/dates.ts';
import { codeText, words } from '../forms/fields.ts';
import { incomeTypes } from '../forms/income.ts';
import { uploadStates, uploadedForms } from '../forms/tax-uploads.ts';
import * as z from '../z.ts';

export const taxUpload = z.object({
  id: uuid,
  /** When the last byte of it came. */
  created: timestamp,
  user_id: uuid,
  /** Which form the payee says it is. `w8bene`: the whole Form W-8BEN-E, for a status that ours lacks. */
  form: z.enum(uploadedForms),
  /**
   * `submitted`: it waits for you. `approved`: it counts while it holds. `refused`: the payee is asked for
   * another. `replaced`: another form was filed or approved since.
   */
  state: z.enum(uploadStates),
  /** Bytes of the PDF. */
  size: z.int(),
  /** Hex digest of the PDF. */
  sha256: z.string(),
  /** When you approved or refused it; null until then. */
  decided: z.nullable(timestamp),
  /** The key by which that was done: `GET /api-keys` has its name. Null: nobody has decided. */
  api_key_id: z.nullable(uuid),
  /** Why, in your words. What you refused, the payee reads. */
  reason: z.nullable(z.string()),
  /** A fraction of what comes from the United States: `0.3` is 30 %. Null: it was not approved. */
  rate: z.nullable(z.number()),
  /** The types of income that the rate is for. All others are judged as if this form were not there. */
  income_types: z.array(z.enum(incomeTypes)),
  /** From when on the rate is used: ten days after Form 8233 was mailed to the IRS, others at once. */
  counts_from: z.nullable(timestamp),
  /** First moment at which the form no longer holds. Null: until something changes, or not approved. */
  holds_until: z.nullable(timestamp),
  /** Path of the PDF, below the API's base. */
  file: z.string(),
});
export type TaxUpload = z.infer<typeof taxUpload>;

const pastDate = () =>
  codeText(10).check(
    z.refine((date: string) => isCalendarDate(date), 'invalid-date'),
    z.refine((date: string) => !isCalendarDate(date) || isPast(date), 'date-in-future'),
  );

/** Body of `POST /users/{id}/tax-uploads/{upload_id}/approve`. */
export const approveUploadInput = z.object({
  /** Why, for an auditor: what you looked at, and how the rate was found. At most 1,000 characters. */
  reason: words(1000),
  /**
   * A fraction from 0 to 0.3. For `w8imy` and `w8bene` it has to be named. Absent: 0. `w8eci` takes no other,
   * and `w8exp` 0 or 0.04 (a private foundation). At most four decimals: `0.1275` is 12.75 %.
   */
  rate: z.optional(
    z.number('invalid-number').check(
      z.minimum(0, 'invalid-number'),
      z.maximum(0.3, 'invalid-number'),
      z.refine((rate: number) => Number(rate.toFixed(4)) === rate, 'invalid-number'),
    ),
  ),
  /** Of which income the form tells; all when absent, and `services` alone for `8233`. */
  income_types: z.optional(
    z
      .array(z.enum(incomeTypes, 'invalid-choice'))
      .check(z.minLength(1, 'required'), z.maxLength(3, 'too-long')),
  ),
  /** The date beside the signature: `2026-11-30`. Absent: the day on which it came. */
  signed_on: z.optional(pastDate()),
  /**
   * For `8233` alone, which needs it: the day on which you mailed the form to the IRS, not before it came to
   * you.
   */
  mailed_on: z.optional(pastDate()),
});
export type ApproveUploadInput = z.infer<typeof approveUploadInput>;

/** Body of `POST /users/{id}/tax-uploads/{upload_id}/refuse`. */
export const refuseUploadInput = z.object({
  /** What is wrong with it, in a sentence that the payee reads. At most 300 characters. */
  reason: words(300),
});

/** `tax_upload.submitted`: it waits for you. The others: what you have decided. No number is in it. */
export const taxUploadChanged = z.object({
  /** The version of the API in whose words the payload is: `2`. */
  api_version: z.optional(z.string()),
  event: z.enum(['tax_upload.submitted', 'tax_upload.approved', 'tax_upload.refused']),
  user_id: uuid,
  /** The id of the upload, as in `GET /users/{id}/tax-uploads`. */
  tax_upload_id: uuid,
  form: z.enum(uploadedForms),
  state: z.enum(uploadStates),
  /** First moment at which the form no longer holds. Null: until something changes, or not approved. */
  holds_until: z.nullable(timestamp),
  metadata: z.optional(z.nullable(metadata)),
});
export type TaxUploadEvent = z.infer<typeof taxUploadChanged>['event'];
