/** What `manage-payouts` shows: where the money goes, and what stands in the way of going on. */
import { z } from '../z.ts';
import { base } from './base.ts';
import { payoutMethod, railOffer } from '../bank/payout-methods.ts';

export const managePayoutsRequirement = z.object({
  step: z.literal('manage-payouts'),
  ...base,
  methods: z.array(payoutMethod),
  rails: z.array(railOffer),
  /** What is known of the payee and may stand in the form of a new method, by wire name: `bank_country`, `account_holder_name`. */
  method_prefill: z.record(z.string(), z.string()),
  auto_payout: z.object({
    /** The switch is shown (`auto_payout_enabled` was not set to false). */
    shown: z.boolean(),
    enabled: z.boolean(),
  }),
  require_default_payout_method: z.boolean(),
  require_auto_payout_method: z.boolean(),
  /** What still stands in the way of finishing, as problem codes. */
  blockers: z.array(z.enum(['default-payout-method-required', 'auto-payout-required'])),
});
