/**
 * A finished tax form as text: what the payee reads before signing, and what the PDF prints. It is in
 * English, as the form itself; `meaning` says in `language` what stands beside it.
 */
import { incomeSources, incomeTypes, withholdingReasons } from './income.ts';
import * as z from '../z.ts';

export const taxDocument = z.object({
  /** `Form W-8BEN (Rev. October 2021)`. */
  title: z.string(),
  purpose: z.string(),
  meaning: z.optional(z.string()),
  /** BCP 47, of every `meaning`. */
  language: z.optional(z.string()),
  sections: z.array(
    z.object({
      title: z.string(),
      meaning: z.optional(z.string()),
      /** `line` is the number of the line on the form. It is empty for what other laws ask. */
      lines: z.array(
        z.object({
          line: z.string(),
          label: z.string(),
          meaning: z.optional(z.string()),
          value: z.string(),
        }),
      ),
    }),
  ),
  /** What the signature says. The first paragraph introduces the others. */
  certification: z.array(z.string()),
  /** Which paragraphs of `certification` are crossed out, counted from 0. Absent: none. */
  struck: z.optional(z.array(z.int())),
});
export type TaxDocument = z.infer<typeof taxDocument>;

/** The answer of `POST /session/compliance/preview`. Nothing was filed. */
export const taxPreview = z.object({
  document: taxDocument,
  /** The PDF in Base64. */
  pdf: z.string(),
});

/** A form that was filed, as the partner lists it. Numbers are masked here and complete in the PDF. */
export const taxFormObject = z.object({
  id: z.uuid(),
  /** When it was signed. */
  created: z.iso.datetime(),
  form: z.enum(['w9', 'w8ben', 'w8bene']),
  /**
   * Whether it counts. `on-file`: it does. `pending`: it does, and the tax authority has not answered yet.
   * `mismatched`: the number is not that of the name. `expired`: its time is over. `replaced`: a newer one
   * was filed.
   */
  status: z.enum(['on-file', 'pending', 'mismatched', 'expired', 'replaced']),
  /** ISO 3166-1 alpha-2 code of the country of the address on the form. */
  country: z.string(),
  /** What the payee claims under a tax treaty (W-8). Null: nothing. */
  claim: z.nullable(
    z.object({
      /** ISO 3166-1 alpha-2 code of the country whose treaty it is. */
      country: z.string(),
      /** The article and paragraph, as the payee wrote it. */
      article: z.string(),
      /** A fraction: `0.15` is 15 %. */
      rate: z.number(),
      /** The kind of income, in the words of the form. */
      income_type: z.string(),
    }),
  ),
  /** What a payout would be taxed at now, for each type of income. Empty on a form that was replaced. */
  rates: z.array(
    z.object({
      /** What the payout would be for. */
      income_type: z.enum(incomeTypes),
      /** Where such income comes from, as far as the form says. */
      source: z.enum(incomeSources),
      /** The percent of it that comes from the United States. The rate is for that. */
      us_percent: z.int(),
      /** A fraction: `0.3` is 30 %. */
      rate: z.number(),
      /** Why it is this rate. */
      reason: z.enum(withholdingReasons),
    }),
  ),
  entity_type: z.nullable(z.enum(['individual', 'business'])),
  tax_classification: z.nullable(z.string()),
  /**
   * Whether the payee crossed out item 2 of the certification, because the IRS has notified them of backup
   * withholding: 24 % of each payment has to be kept back (26 USC §3406). Null on a W-8.
   */
  subject_to_backup_withholding: z.nullable(z.boolean()),
  tax_id_verification: z.enum(['unsubmitted', 'pending', 'matched', 'mismatched']),
  /** `••• 6789`. */
  masked_tin: z.nullable(z.string()),
  /**
   * First moment at which the form no longer holds (W-8: end of the third year after signing). Null: it holds
   * until something changes.
   */
  holds_until: z.nullable(z.iso.datetime()),
  /** Whether this is the form that counts: the newest one does. */
  current: z.boolean(),
  /** Path of the PDF, below the API's base. */
  pdf: z.string(),
});

/** The whole tax numbers of a form. */
export const taxNumbers = z.object({
  /** The id of the form. */
  id: z.uuid(),
  /** None where the payee has none. */
  numbers: z.array(
    z.object({
      /** As it was filed. */
      number: z.string(),
      /** `ssn` (also an ITIN) and `ein` are of the United States, `foreign` of `country`. */
      kind: z.enum(['ssn', 'ein', 'foreign']),
      /** ISO 3166-1 alpha-2 code of the country that gave it out. */
      country: z.string(),
    }),
  ),
});
