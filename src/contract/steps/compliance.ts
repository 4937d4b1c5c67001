/** What `compliance` shows: which tax form is asked for, and why. */
import { z } from '../z.ts';
import { base } from './base.ts';
import { stepReasons } from '../steps.ts';
import { platformFields, platformRegimes, taxFormNames, taxReasons } from '../forms/tax.ts';

/** `unsubmitted`: show the form; `pending`: the number is being checked; `mismatched`: show the form again, saying so. */
export const tinStatuses = ['unsubmitted', 'pending', 'matched', 'mismatched'] as const;
export type TinStatus = (typeof tinStatuses)[number];

export const complianceRequirement = z.object({
  step: z.literal('compliance'),
  ...base,
  reason: z.enum(stepReasons),
  /** The form that the payee's country suggests; the payee may switch. */
  form: z.enum(taxFormNames),
  /** Why the law asks, as a key of a sentence; set also when the partner asked first. */
  why: z.enum(taxReasons),
  /** Integer cents paid in one year from which on the law asks; 0 = before the first payment. */
  threshold: z.int(),
  /** The payee's own country hears of the payments too, and wants these further fields; null = it does not. */
  reporting: z.nullable(
    z.object({
      regime: z.enum(platformRegimes),
      person: z.array(z.enum(platformFields)),
      business: z.array(z.enum(platformFields)),
    }),
  ),
  country: z.nullable(z.string()),
  tax_id_verification: z.enum(tinStatuses),
  /** `••• 6789`; null until one was given. */
  masked_tin: z.nullable(z.string()),
  /** Plain data the payee gave before; never a tax number. */
  prefill: z.record(z.string(), z.string()),
});
