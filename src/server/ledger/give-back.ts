/** Refuses to give tax back, or to send less, once the time for it is over (`tax/give-back.ts`). */
import { ProblemError, fieldError } from '../../contract/input/problem-error.ts';
import type { TaxChapter } from '../../contract/money/tax-totals.ts';
import { sentForNothing, setOffByYear, yearArrived } from '../db/withholding.ts';
import type { TransferRow } from '../db/transfers.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import { chapterOf, reasonsOf } from '../tax/chapters.ts';
import { givenBackUntil, lastDayBefore, leftToSetOff } from '../tax/give-back.ts';
import { lockAppWallet } from './movements.ts';

/** Which tax was kept back: Form 1042 has the one, Form 945 the other. */
const chapterOfTransfer = ({ withholding }: TransferRow): TaxChapter | null =>
  chapterOf(withholding?.parts.find(({ withheld }) => withheld > 0)?.reason ?? null);

/** The caller has locked the payout, which has arrived. */
export async function checkRelease(
  deps: Pick<Deps, 'clock'>,
  tx: Queryable,
  row: TransferRow,
): Promise<void> {
  const [chapter, year] = [chapterOfTransfer(row), await yearArrived(tx, row.id)];
  if (chapter === null || year === null) return;
  const { repaid } = givenBackUntil(chapter, year);
  if (deps.clock.now() < repaid) return;
  throw new ProblemError('conflicting-state', {
    detail: `Tax of ${year} could be given back until ${lastDayBefore(repaid)}. Send it to the IRS and say so with POST /transfers/${row.id}/withholding/remit; the payee claims it on their return.`,
  });
}

/** The caller has locked the payout, of which `setOff` cents are not to be sent. */
export async function checkSetOff(
  deps: Deps,
  tx: Queryable,
  row: TransferRow,
  setOff: number,
): Promise<void> {
  // Two at one time must not set the same cents off.
  await lockAppWallet(deps, tx, row.app_id);
  const chapter = chapterOfTransfer(row);
  const reasons = reasonsOf(chapter);
  const [sent, used] = [
    await sentForNothing(tx, row.app_id, reasons),
    await setOffByYear(tx, row.app_id, reasons),
  ];
  const left = chapter === null ? 0 : leftToSetOff(chapter, sent, used, deps.clock.now());
  if (setOff <= Math.min(row.withheld, left)) return;
  const sum = (of: readonly { readonly cents: number }[]) => of.reduce((all, { cents }) => all + cents, 0);
  if (setOff <= Math.min(row.withheld, sum(sent) - sum(used)))
    throw new ProblemError('conflicting-state', {
      detail: `The time to set it off is over for all but ${left} cents. Set no more off, and send the rest; whoever had the payout that came back claims its tax on their return.`,
    });
  throw fieldError('set_off', 'invalid-number', {
    detail: `At most ${Math.min(row.withheld, left)} cents of the same tax can be set off against what was withheld of this payout.`,
  });
}
