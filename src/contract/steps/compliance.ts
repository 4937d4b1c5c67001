/** What `compliance` shows: which tax form is asked for, and why. */
import * as z from '../z.ts';
import { notification } from './notifications.ts';
import { base, typed } from './base.ts';
import { stepReasons } from '../steps.ts';
import { usIndicia } from '../forms/indicia.ts';
import { shownUpload } from './compliance-uploads.ts';
import { platformFields, platformRegimes, taxFormNames, taxReasons } from '../forms/tax.ts';

/**
 * `unsubmitted`: the form is shown. `pending`: the number is being checked. `mismatched`: the form is shown
 * again and says so.
 */
export const tinStatuses = ['unsubmitted', 'pending', 'matched', 'mismatched'] as const;
export type TinStatus = (typeof tinStatuses)[number];

export const complianceRequirement = z.object({
  step: z.literal('compliance'),
  notification,
  ...base,
  reason: z.enum(stepReasons),
  /** The form that the payee's country suggests. The payee may switch. */
  form: z.enum(taxFormNames),
  /** Why the law asks, as a key of a sentence. It is set also when the partner asked first. */
  why: z.enum(taxReasons),
  /**
   * Integer cents of US dollars: the law asks from this amount paid in one year on. 0 means before the first
   * payment.
   */
  threshold: z.int(),
  /** Set when the payments are also reported to the payee's own country, which wants these further fields. */
  reporting: z.nullable(
    z.object({
      regime: z.enum(platformRegimes),
      person: z.array(z.enum(platformFields)),
      business: z.array(z.enum(platformFields)),
    }),
  ),
  country: z.nullable(z.string()),
  /** Where the payee said before that they live. Absent where they did not. */
  said_country: z.optional(z.string()),
  /** What is known to be in the United States. Whoever files a W-8 gives the reason. Absent: nothing is. */
  us_indicia: z.optional(z.array(z.enum(usIndicia))),
  tax_id_verification: z.enum(tinStatuses),
  /** A form that was uploaded and does not count yet. Absent: there is none. */
  upload: z.optional(shownUpload),
  /** `••• 6789`. Null until one was given. */
  masked_tin: z.nullable(z.string()),
  /** A W-9 has to be signed now, because the number before did not match. */
  signature_required: z.boolean(),
  /** Plain data that the payee gave before. Never a tax number. */
  prefill: z.record(z.string(), z.string()),
  typed,
});
