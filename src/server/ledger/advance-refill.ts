/**
 * The job that carries a deposit, a withdrawal or a payment to its end, as `advance-payout.ts` does with
 * payouts: it writes the intention down, tells the bank outside of any transaction, and writes down what
 * the bank said.
 */
import { changeStatus, findTransfer, lockTransfer, lookAgain } from '../db/transfers.ts';
import type { TransferRow } from '../db/transfers.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import type { FundingReport } from '../ports/funding.ts';
import { returnCodeOf } from '../../contract/money/debit-returns.ts';
import { retryMs } from './advance-payout.ts';
import { askBank } from './ask-bank.ts';
import { accountReturned, whyNotDebit } from './payments.ts';
import { book, lockAppWallet } from './movements.ts';
import type { Movement } from './movements.ts';
import { rescueAfterMs } from './payouts.ts';
import { refillLines } from './refills.ts';
import { transferChanged } from './transfer-events.ts';

/** How often a deposit that the bank took back is looked at, until the wallet covers it. */
const uncoveredLookMs = 3_600_000;

export async function advanceRefill(deps: Deps, transferId: string): Promise<void> {
  const row = await begin(deps, transferId);
  if (!row) return;
  let report: FundingReport;
  try {
    report = await askBank(deps, row);
  } catch (err) {
    deps.log.warn({ err, transferId }, 'the funding provider did not answer');
    return deps.db.transaction(async (tx) => {
      const current = await lockTransfer(tx, row.id);
      if (current?.status === row.status && current.look_at !== null)
        await again(deps, tx, row, { ms: retryMs(row.tries), tries: row.tries + 1 });
    });
  }
  await deps.db.transaction((tx) => record(deps, tx, transferId, report));
}

/** Returns the transfer when the bank is to be told or asked about it. A new one becomes `pending` here. */
async function begin(deps: Deps, transferId: string): Promise<TransferRow | null> {
  const seen = await findTransfer(deps.db, transferId);
  if (seen?.type !== 'refill' && seen?.type !== 'payment') return null;
  if (seen.status === 'pending' || (seen.status === 'completed' && seen.look_at !== null)) return seen;
  return deps.db.transaction(async (tx) => {
    const row = await lockTransfer(tx, transferId);
    const now = deps.clock.now();
    // Another run was faster, it was canceled, or its day has not come.
    if (row?.status !== 'created' || (row.debit_on && row.debit_on > now)) return null;
    if (row.type === 'payment') {
      const refusal = await whyNotDebit(tx, row);
      if (refusal) {
        const failed = await changeStatus(tx, row.id, 'failed', now, { failure: refusal, look_at: null });
        await transferChanged(deps, tx, failed);
        return null;
      }
    }
    const sent = await changeStatus(tx, row.id, 'pending', now, {
      sent_at: now,
      look_at: new Date(now.getTime() + rescueAfterMs),
    });
    await transferChanged(deps, tx, sent);
    return sent;
  });
}

async function record(deps: Deps, tx: Queryable, transferId: string, report: FundingReport): Promise<void> {
  const row = await lockTransfer(tx, transferId);
  if (!row) return;
  const { status, externalId } = report;
  if (row.type === 'payment' && (status === 'failed' || status === 'returned'))
    await accountReturned(deps, tx, row, report);
  const askAgainInMs = 'askAgainInMs' in report ? report.askAgainInMs : undefined;
  if (row.status === 'pending' && status !== 'pending') await settle(deps, tx, row, report);
  else if (row.status === 'completed' && status === 'returned') {
    if (!(await takesBack(deps, tx, row, report)))
      return again(deps, tx, row, { ms: uncoveredLookMs, tries: 0, externalId });
  } else if (row.status !== 'pending' && row.status !== 'completed') return;
  if (askAgainInMs !== undefined) await again(deps, tx, row, { ms: askAgainInMs, tries: 0, externalId });
  else if (row.status === 'completed' && status !== 'returned')
    await lookAgain(tx, row.id, { external_id: externalId, look_at: null, tries: 0 });
}

/** Books how the bank ended what was on its way. */
async function settle(deps: Deps, tx: Queryable, row: TransferRow, report: FundingReport): Promise<void> {
  const isDeposit = row.amount > 0;
  if (report.status === 'completed') {
    await bookFor(deps, tx, row, {
      kind: isDeposit && row.type === 'refill' ? 'refill' : 'settled',
      phase: 'close',
      lines: isDeposit ? refillLines.arrives(row.amount) : refillLines.isPaid(row.amount),
    });
    return end(deps, tx, row, 'completed', report);
  }
  // A deposit that did not come has moved nothing.
  if (!isDeposit)
    await bookFor(deps, tx, row, {
      kind: 'returned',
      phase: 'close',
      lines: refillLines.comesBack(row.amount),
    });
  return end(deps, tx, row, report.status === 'returned' ? 'reversed' : 'failed', report);
}

/**
 * Undoes what had arrived. Returns false where the wallet no longer has it: no wallet goes below zero, so it
 * is taken as soon as somebody has filled the wallet again.
 */
async function takesBack(
  deps: Deps,
  tx: Queryable,
  row: TransferRow,
  report: FundingReport,
): Promise<boolean> {
  // A withdrawal brings money back, which is always possible.
  if ((await lockAppWallet(deps, tx, row.app_id)) < row.amount) {
    deps.log.error({ transferId: row.id }, 'the bank took a deposit back that the wallet no longer has');
    return false;
  }
  await bookFor(deps, tx, row, {
    kind: 'reversed',
    phase: 'reverse',
    lines: refillLines.isTakenBack(row.amount),
  });
  await end(deps, tx, row, 'reversed', report);
  return true;
}

const bookFor = (deps: Deps, tx: Queryable, row: TransferRow, movement: Omit<Movement, 'appId'>) =>
  book(deps, tx, { ...movement, appId: row.app_id, transferId: row.id });

async function end(
  deps: Deps,
  tx: Queryable,
  row: TransferRow,
  status: 'completed' | 'failed' | 'reversed',
  report: FundingReport,
): Promise<void> {
  const changed = await changeStatus(tx, row.id, status, deps.clock.now(), {
    external_id: report.externalId,
    ...('reason' in report
      ? {
          failure: report.reason,
          ...(row.type === 'payment' ? { return_code: returnCodeOf(report.code, report.reason) } : {}),
        }
      : {}),
    look_at: null,
  });
  await transferChanged(deps, tx, changed);
}

/** Asks the bank again after `ms`; the rescue does, if the job is lost. */
async function again(
  deps: Deps,
  tx: Queryable,
  { id }: TransferRow,
  { ms, tries, externalId }: { readonly ms: number; readonly tries: number; readonly externalId?: string },
): Promise<void> {
  const next = new Date(deps.clock.now().getTime() + ms);
  await lookAgain(tx, id, {
    ...(externalId === undefined ? {} : { external_id: externalId }),
    look_at: new Date(next.getTime() + rescueAfterMs),
    tries,
  });
  await deps.jobs.enqueue(tx, { kind: 'advance-refill', transferId: id }, next);
}
