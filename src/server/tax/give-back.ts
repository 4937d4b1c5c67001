/**
 * Until when tax that was kept back can be given back by whoever kept it back; a pure rule. Afterwards the
 * payee alone gets it, from the IRS, by their return (26 CFR §1.1461-2(a)(1), §31.6413(a)-3).
 *
 * Chapter 3 (Form 1042): it is repaid by the day on which Form 1042-S of the year is due, 15 March of the
 * next one, or the business day after it; whoever has repaid it sends less until the end of that next year
 * (26 CFR §1.1461-2(a)(2); Publication 515, “Adjustment for Overwithholding”; 26 USC §7503).
 * Backup withholding (Form 945): it is refunded before the calendar year ends, and less is sent in that year
 * (26 CFR §31.6413(a)-3).
 *
 * It is simplified: the return may be filed, and the copy of it furnished, before these days. Then the time
 * is over as well, which the partner knows alone. Days are those of UTC, as in the totals.
 */
import type { TaxChapter } from '../../contract/money/tax-totals.ts';
import type { SentForNothing, SetOff } from '../db/withholding.ts';

/** The first moments at which it is too late. */
export interface GivenBackUntil {
  /** To repay the payee. */
  readonly repaid: Date;
  /** To send less for what was repaid. */
  readonly setOff: Date;
}

const dayMs = 24 * 60 * 60 * 1000;

/** `year`: the one in which the payment arrived of which it was kept back. */
export function givenBackUntil(chapter: TaxChapter, year: number): GivenBackUntil {
  const newYear = new Date(Date.UTC(year + 1, 0, 1));
  switch (chapter) {
    case '3':
      return { repaid: afterMidMarch(year + 1), setOff: new Date(Date.UTC(year + 2, 0, 1)) };
    case '24':
      return { repaid: newYear, setOff: newYear };
  }
}

function afterMidMarch(year: number): Date {
  const due = new Date(Date.UTC(year, 2, 15));
  const weekend = { 0: 1, 6: 2 }[due.getUTCDay()] ?? 0;
  return new Date(due.getTime() + (weekend + 1) * dayMs);
}

/** Returns the last day, as a sentence needs it: `2027-03-15`. */
export const lastDayBefore = (end: Date): string => new Date(end.getTime() - 1).toISOString().slice(0, 10);

/**
 * Returns the cents that can be set off now. What was set off before has used up the oldest tax that could be
 * set off then, so tax whose time went by uses up nothing.
 */
export function leftToSetOff(
  chapter: TaxChapter,
  sent: readonly SentForNothing[],
  used: readonly SetOff[],
  now: Date,
): number {
  const left = new Map<number, number>();
  for (const { year, cameBack, cents } of sent)
    if (new Date(cameBack) < givenBackUntil(chapter, year).repaid)
      left.set(year, (left.get(year) ?? 0) + cents);
  const years = [...left.keys()].sort((a, b) => a - b);
  const canBeUsedIn = (at: Date) => years.filter((year) => at < givenBackUntil(chapter, year).setOff);
  for (const { year: at, cents } of [...used].sort((a, b) => a.year - b.year)) {
    let open = cents;
    for (const year of canBeUsedIn(new Date(Date.UTC(at, 0, 1)))) {
      const taken = Math.min(open, left.get(year) ?? 0);
      left.set(year, (left.get(year) ?? 0) - taken);
      open -= taken;
    }
  }
  return canBeUsedIn(now).reduce((sum, year) => sum + (left.get(year) ?? 0), 0);
}
