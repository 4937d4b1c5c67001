/** Whether automatic payouts were asked about in this flow. What is answered is not asked a second time. */
import type { PlanEntry } from '../flow.ts';

/** What the partner requested of `manage-payouts`, as far as it decides whether the switch is there. */
interface Options {
  readonly auto_payout_enabled?: boolean | undefined;
  readonly require_auto_payout_method?: boolean | undefined;
}

/**
 * Returns whether the payee has seen the switch at `manage-payouts`. `methods` is how many they have: whoever
 * went on without one has not seen it.
 */
export const wasAutoPayoutAsked = (
  plan: readonly PlanEntry[],
  options: Options | undefined,
  methods: number,
): boolean =>
  methods > 0 &&
  plan.some(({ name, state }) => name === 'manage-payouts' && state === 'completed') &&
  (options?.auto_payout_enabled !== false || options.require_auto_payout_method === true);
