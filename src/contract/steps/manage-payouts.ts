/** What `manage-payouts` shows: where the money goes, and what prevents the payee from going on. */
import * as z from '../z.ts';
import { base } from './base.ts';
import { newMethodsWait, payoutMethod, railOffer, railsNotOffered } from '../bank/payout-methods.ts';

export const managePayoutsRequirement = z.object({
  step: z.literal('manage-payouts'),
  ...base,
  methods: z.array(payoutMethod),
  rails: z.array(railOffer),
  rails_not_offered: railsNotOffered,
  /**
   * What is known of the payee and may be filled into the form of a new method, by wire name: `bank_country`,
   * `account_holder_name`, `email`, `holder_tax_id` (a mark in place of the number on file).
   */
  method_prefill: z.record(z.string(), z.string()),
  new_methods_wait: newMethodsWait,
  auto_payout: z.object({
    /** Whether there is a switch: `auto_payout_enabled` was not set to false. */
    shown: z.boolean(),
    enabled: z.boolean(),
  }),
  require_default_payout_method: z.boolean(),
  require_auto_payout_method: z.boolean(),
  /** What prevents the payee from finishing, as problem codes. */
  blockers: z.array(z.enum(['default-payout-method-required', 'auto-payout-required'])),
});
