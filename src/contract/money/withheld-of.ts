/** What a payee is told of money that is kept back of their payout. */
import type { WithheldWhy, WithholdingReason } from '../forms/income.ts';
import type { TransferWithholding } from './withholding.ts';

export interface Withheld {
  /** Cents. */
  readonly amount: number;
  /** A fraction of the amount; null: there are several, or it is for a part of it. */
  readonly rate: number | null;
  readonly why: WithheldWhy;
}

const whys: Partial<Record<WithholdingReason, WithheldWhy>> = {
  ...{ 'place-unknown': 'place', treaty: 'treaty', 'treaty-services': 'treaty' },
  ...{ 'no-number': 'number', 'wrong-number': 'number' },
};

/** Returns undefined when nothing is kept back here. The largest part says why. */
export function withheldOf(
  withholding: Pick<TransferWithholding, 'mode' | 'parts'> | null,
): Withheld | undefined {
  const parts = withholding?.mode === 'deduct' ? withholding.parts : [];
  const [first] = [...parts].sort((a, b) => b.withheld - a.withheld);
  if (!first || first.withheld === 0) return undefined;
  const isWhole = first.us_percent === 100 && parts.length === 1;
  return {
    amount: parts.reduce((sum, { withheld }) => sum + withheld, 0),
    rate: isWhole ? first.rate : null,
    why: whys[first.reason] ?? 'us-income',
  };
}
