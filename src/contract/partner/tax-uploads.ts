/** Tax forms that payees upload, as the partner reads and judges them. */
import { metadata, timestamp, uuid } from '../flow.ts';
import { isCalendarDate, isPast } from '../forms/dates.ts';
import { codeText, country, digits, optionalCodeText, optionalText, words } from '../forms/fields.ts';
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

const address = z.object({
  line_1: words(100),
  line_2: optionalText(100),
  city: optionalText(60),
  /** State, province or region. */
  state: optionalText(60),
  postcode: optionalCodeText(20),
});

/** A code of a list of the IRS: two digits. */
const statusCode = () => z.optional(z.string('invalid-type').check(z.regex(/^\d{2}$/, 'invalid-choice')));

/**
 * Whom the paper is about: Form 1042-S is filled in with it. What is absent stays as you said it before, and
 * is else what is known of the user. It is kept sealed, and is in no answer but the export.
 */
const onPaper = {
  /** The name on the paper, which is held against sanctions lists. */
  name: z.optional(words(100)),
  /** ISO 3166-1 alpha-2 code of the country of residence. */
  country: z.optional(country),
  /** The permanent residence address, in `country`. */
  address: z.optional(address),
  /** The US number, nine digits: SSN, ITIN or EIN. Form 1042-S, box 13e. */
  us_tin: z.optional(digits('invalid-number').check(z.regex(/^(?:\d{9})?$/, 'invalid-number'))),
  /** The tax number of `country`. Form 1042-S, box 13i. */
  foreign_tin: z.optional(codeText(40)),
  /**
   * The code of the payee’s status under chapter 3, of the list in the instructions for Form 1042-S (box
   * 13f). Absent: `16`, an individual, for `8233`; unknown for all others.
   */
  chapter3_status: statusCode(),
  /** The same under chapter 4 (box 13g), which withholdable payments need. */
  chapter4_status: statusCode(),
};

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
  ...onPaper,
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
