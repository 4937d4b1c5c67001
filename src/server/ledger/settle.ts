/**
 * How a payout ends in the books. The caller has locked the transfer. Each end can happen to a transfer once;
 * the database refuses a second one.
 */
import { failureOf } from '../../contract/money/payout-failures.ts';
import type { Queryable } from '../ports/database.ts';
import { findFlow } from '../db/flows.ts';
import { changeStatus, lockTransfer } from '../db/transfers.ts';
import type { TransferRow } from '../db/transfers.ts';
import { notify } from '../notifications/notify.ts';
import type { Deps } from '../ports/deps.ts';
import type { PayoutReport } from '../ports/payouts.ts';
import { linkPaidOut } from './link-events.ts';
import {
  appWallet,
  book,
  lockWalletsOf,
  outside,
  payeeOf,
  railClearing,
  userWallet,
  withheldMoney,
} from './movements.ts';
import { netOf, payoutLines } from './payouts.ts';
import { transferChanged } from './transfer-events.ts';
import { lockSpent, tellSpentAnew, withholdingCameBack } from './withheld.ts';

export async function settle(
  deps: Deps,
  tx: Queryable,
  row: TransferRow,
  report: PayoutReport,
  lookAt: Date | null,
): Promise<void> {
  if (report.status === 'returned' && row.withholding_state === 'released') await lockSpent(tx, row);
  // A payout that arrived leaves the wallets as they are, so they need no lock.
  if (report.status === 'failed' || report.status === 'returned')
    await lockWalletsOf(deps, tx, row.app_id, payeeOf(row));
  switch (report.status) {
    case 'completed':
      await book(deps, tx, {
        appId: row.app_id,
        kind: 'settled',
        transferId: row.id,
        phase: 'close',
        lines: arrivalLines(row),
      });
      return recordEnd(deps, tx, row, 'completed', report, lookAt);
    case 'failed':
      await book(deps, tx, {
        appId: row.app_id,
        kind: 'returned',
        transferId: row.id,
        phase: 'close',
        lines: opposite(payoutLines(row)),
      });
      await withholdingCameBack(tx, row);
      await recordEnd(deps, tx, row, 'failed', report, null);
      return unfund(deps, tx, row);
    case 'returned': {
      // The money may come back before the rail ever said that it had arrived.
      const arrived = row.status === 'completed';
      const wasReleased = row.withholding_state === 'released';
      const lines = opposite([
        ...payoutLines(row),
        ...(arrived ? arrivalLines(row) : []),
        // The payee has that part already.
        ...(wasReleased
          ? [
              { account: withheldMoney, amount: -row.withheld },
              { account: userWallet(payeeOf(row)), amount: row.withheld },
            ]
          : []),
      ]);
      await book(deps, tx, {
        appId: row.app_id,
        kind: 'reversed',
        transferId: row.id,
        phase: arrived ? 'reverse' : 'close',
        lines,
      });
      await withholdingCameBack(tx, row);
      await recordEnd(deps, tx, row, 'reversed', report, null);
      if (wasReleased) await tellSpentAnew(deps, tx, row);
      // They may have spent it. What the app gave stays in their wallet, and can be taken back from there.
      return wasReleased ? undefined : unfund(deps, tx, row);
    }
    case 'pending':
      return;
  }
}

async function recordEnd(
  deps: Deps,
  tx: Queryable,
  row: TransferRow,
  status: 'completed' | 'failed' | 'reversed',
  report: PayoutReport,
  lookAt: Date | null,
): Promise<void> {
  const changed = await changeStatus(tx, row.id, status, deps.clock.now(), {
    external_id: report.externalId,
    ...('reason' in report
      ? { failure: report.reason, failure_code: failureOf(report.code, report.reason) }
      : {}),
    look_at: lookAt,
  });
  await transferChanged(deps, tx, changed);
  if (status === 'completed') await linkPaidOut(deps, tx, row);
  else await tellPayee(deps, tx, row);
}

/** Writes to a payee who made the payout in a flow. The caller has locked that flow. */
async function tellPayee(deps: Deps, tx: Queryable, { id, flow_id }: TransferRow): Promise<void> {
  const flow = flow_id === null ? null : await findFlow(tx, flow_id);
  if (flow) await notify(deps, tx, flow, { step: 'payout', about: id });
}

/** Gives the app back what it gave for a payout that did not happen. */
async function unfund(deps: Deps, tx: Queryable, { funding_id }: TransferRow): Promise<void> {
  const funding = funding_id === null ? null : await lockTransfer(tx, funding_id);
  if (funding?.status !== 'completed') return;
  await book(deps, tx, {
    appId: funding.app_id,
    kind: 'reversed',
    transferId: funding.id,
    phase: 'reverse',
    lines: [
      { account: appWallet, amount: -funding.amount },
      { account: userWallet(payeeOf(funding)), amount: funding.amount },
    ],
  });
  await transferChanged(
    deps,
    tx,
    await changeStatus(tx, funding.id, 'reversed', deps.clock.now(), { look_at: null }),
  );
}

const arrivalLines = (row: TransferRow) => [
  { account: railClearing(row.platform ?? ''), amount: -netOf(row) },
  { account: outside, amount: netOf(row) },
];

const opposite = <L extends { readonly amount: number }>(lines: readonly L[]): L[] =>
  lines.map((line) => ({ ...line, amount: -line.amount }));
