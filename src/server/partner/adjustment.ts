/**
 * What a partner says that it paid a user elsewhere, one for each year. The vendor has two spellings for it:
 * `1099_adjustment`, and until 2026 one field for the year 2024 alone. The newer one wins.
 */
import type { Adjustment1099 } from '../../contract/partner/users.ts';

interface Input {
  readonly '1099_adjustment'?: Adjustment1099 | null | undefined;
  readonly '1099_adjustment_2024'?: number | null | undefined;
}

type Adjustments = readonly Adjustment1099[];

/** The vendor's user object has one of them: the one that was said last. */
export const shownAdjustment = (all: Adjustments): Adjustment1099 | undefined => all.at(-1);

/**
 * Returns what is known with what the partner says now at the end, and `undefined` when they said nothing.
 * Null clears the one that the user object shows, or that of 2024. Amounts are cents. The older field names
 * no form, so 1099-NEC is assumed.
 */
export function adjustedBy(input: Input, known: Adjustments): Adjustments | undefined {
  const { '1099_adjustment': adjustment, '1099_adjustment_2024': older } = input;
  const without = (year: number | undefined) => known.filter((one) => one.year !== year);
  if (adjustment) return [...without(adjustment.year), adjustment];
  if (adjustment === null) return without(shownAdjustment(known)?.year);
  if (older === undefined) return undefined;
  const of2024 = older === null ? [] : [{ year: 2024, form: '1099-NEC', amount: older } as const];
  return [...without(2024), ...of2024];
}
