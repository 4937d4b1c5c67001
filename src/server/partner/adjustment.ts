/**
 * What a partner says that it paid a user elsewhere. The vendor has two spellings for it: `1099_adjustment`,
 * and until 2026 one field for the year 2024 alone. The newer one wins.
 */
import type { Adjustment1099 } from '../../contract/partner/users.ts';

interface Input {
  readonly '1099_adjustment'?: Adjustment1099 | null | undefined;
  readonly '1099_adjustment_2024'?: number | null | undefined;
}

/**
 * Returns `undefined` when the partner said nothing, and null when the adjustment is to be cleared. Amounts
 * are cents. The older field names no form, so 1099-NEC is assumed.
 */
export function adjustmentOf(input: Input): Adjustment1099 | null | undefined {
  const { '1099_adjustment': adjustment, '1099_adjustment_2024': older } = input;
  if (adjustment !== undefined || older === undefined) return adjustment;
  return older === null ? null : { year: 2024, form: '1099-NEC', amount: older };
}
