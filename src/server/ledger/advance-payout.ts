/**
 * The job that carries a payout to its end, one move at a time. First it writes the intention (`pending`,
 * `sent_at`), then it tells the rail, then it writes what the rail said. If the process is killed in between,
 * the next run finds what is written and goes on. The rail knows the transfer by its id, so telling it twice
 * pays once. The books take the end of each transfer once.
 */
import type { PayoutMethodInput } from '../../contract/bank/method-inputs.ts';
import type { Queryable } from '../ports/database.ts';
import { lockFlow } from '../db/flows.ts';
import { findPayoutMethod } from '../db/payout-methods.ts';
import { changeStatus, findTransfer, lockTransfer, lookAgain } from '../db/transfers.ts';
import type { TransferRow } from '../db/transfers.ts';
import { findUserById } from '../db/users.ts';
import type { Deps } from '../ports/deps.ts';
import { holderOf, knownPayee } from '../payout-methods/holder.ts';
import { openMethod } from '../payout-methods/sealed-details.ts';
import type { PayoutOrder, PayoutReport } from '../ports/payouts.ts';
import { isHeld } from './held.ts';
import { payeeOf } from './movements.ts';
import { heldLookMs, netOf, rescueAfterMs } from './payouts.ts';
import { settle } from './settle.ts';
import { transferChanged } from './transfer-events.ts';

/**
 * While a rail cannot be reached, the wait grows from 5 s to an hour. The job never gives up, because only
 * the rail can say that a payout failed.
 */
const firstRetryMs = 5_000;
const longestRetryMs = 3_600_000;

/** How long to wait after so many tries in a row without an answer. */
export const retryMs = (tries: number): number =>
  Math.min(longestRetryMs, firstRetryMs * 2 ** Math.min(tries, 20));

export async function advancePayout(deps: Deps, transferId: string): Promise<void> {
  const row = await begin(deps, transferId);
  if (!row) return;
  const order = await orderOf(deps, row);
  let report: PayoutReport;
  try {
    report = await (row.external_id === null
      ? deps.providers.payouts.send(order)
      : deps.providers.payouts.look(order, row.external_id));
  } catch (err) {
    deps.log.warn({ err, transferId }, 'the payout provider did not answer');
    return unreached(deps, row);
  }
  await deps.db.transaction(async (tx) => record(deps, tx, transferId, report));
}

/**
 * Returns the transfer when the rail is to be told or asked about it. A new one becomes `pending` here, or
 * `flagged` when its payee is held.
 */
async function begin(deps: Deps, transferId: string): Promise<TransferRow | null> {
  const seen = await findTransfer(deps.db, transferId);
  if (seen?.type !== 'payout') return null;
  if (seen.status === 'pending' || (seen.status === 'completed' && seen.look_at !== null)) return seen;
  if (seen.status === 'flagged' && !(await lookAtHeld(deps, seen))) return null;
  if (seen.status !== 'created' && seen.status !== 'flagged') return null;
  return deps.db.transaction(async (tx) => {
    const row = await lockWithFlow(tx, seen);
    // Another run was faster and goes on by itself.
    if (row?.status !== 'created') return null;
    const now = deps.clock.now();
    // The payee may have been flagged since the payout was made.
    const user = await findUserById(tx, payeeOf(row));
    if (user && isHeld(user)) {
      await transferChanged(
        deps,
        tx,
        await changeStatus(tx, row.id, 'flagged', now, { look_at: later(now, heldLookMs) }),
      );
      return null;
    }
    const sent = await changeStatus(tx, row.id, 'pending', now, {
      sent_at: now,
      look_at: later(now, rescueAfterMs),
    });
    await transferChanged(deps, tx, sent);
    return sent;
  });
}

/** Frees a payout of a payee who was cleared, and returns whether it did. That of another payee waits on. */
async function lookAtHeld(deps: Deps, seen: TransferRow): Promise<boolean> {
  return deps.db.transaction(async (tx) => {
    const row = await lockWithFlow(tx, seen);
    // Another run was faster and goes on by itself.
    if (row?.status !== 'flagged') return false;
    const now = deps.clock.now();
    const user = await findUserById(tx, payeeOf(row));
    if (!user || isHeld(user)) {
      await lookAgain(tx, row.id, { look_at: later(now, heldLookMs), tries: 0 });
      return false;
    }
    const look_at = later(now, rescueAfterMs);
    await transferChanged(deps, tx, await changeStatus(tx, row.id, 'created', now, { look_at }));
    return true;
  });
}

/** Writes down what the rail said. */
async function record(deps: Deps, tx: Queryable, transferId: string, report: PayoutReport): Promise<void> {
  const seen = await findTransfer(tx, transferId);
  const row = seen && (await lockWithFlow(tx, seen));
  if (!row) return;
  const now = deps.clock.now();
  const next =
    'askAgainInMs' in report && report.askAgainInMs !== undefined ? later(now, report.askAgainInMs) : null;
  const decides =
    row.status === 'pending'
      ? report.status !== 'pending'
      : row.status === 'completed' && report.status === 'returned';
  if (decides) await settle(deps, tx, row, report, next && later(next, rescueAfterMs));
  else if (row.status === 'completed' || (next && row.status === 'pending')) {
    // Our books say that the payout arrived, and only `returned` takes that back. Somebody has to ask the
    // rail.
    if (report.status === 'failed')
      deps.log.error(
        { transferId },
        'the payout provider calls a payout failed that it had called completed',
      );
    await lookAgain(tx, row.id, {
      external_id: report.externalId,
      look_at: next && later(next, rescueAfterMs),
      tries: 0,
    });
  } else return;
  if (next) await deps.jobs.enqueue(tx, { kind: 'advance-payout', transferId }, next);
}

async function unreached(deps: Deps, row: TransferRow): Promise<void> {
  const next = later(deps.clock.now(), retryMs(row.tries));
  await deps.db.transaction(async (tx) => {
    const current = await lockWithFlow(tx, row);
    // Another run has learned more meanwhile.
    if (current?.status !== row.status || current.look_at === null) return;
    await lookAgain(tx, row.id, { look_at: later(next, rescueAfterMs), tries: row.tries + 1 });
    await deps.jobs.enqueue(tx, { kind: 'advance-payout', transferId: row.id }, next);
  });
}

/** The flow is locked first, as everywhere: whoever has locked it may change what belongs to it. */
async function lockWithFlow(tx: Queryable, { id, flow_id }: TransferRow): Promise<TransferRow | null> {
  if (flow_id !== null) await lockFlow(tx, flow_id);
  return lockTransfer(tx, id);
}

async function orderOf(deps: Deps, row: TransferRow): Promise<PayoutOrder> {
  const method = await findPayoutMethod(deps.db, row.payout_method_id ?? '');
  if (!method || row.platform === null || row.sent_at === null)
    throw new Error('A payout without its method cannot be ordered.');
  const user = await findUserById(deps.db, payeeOf(row));
  if (!user) throw new Error('A payout without its payee cannot be ordered.');
  const details = openMethod(deps, method);
  const { account_holder: _, ...to } = details;
  return {
    transferId: row.id,
    rail: row.platform,
    amount: row.amount,
    net: netOf(row),
    to: to as unknown as PayoutMethodInput,
    holder: holderOf(details, await knownPayee(deps, deps.db, user)),
    sentAt: row.sent_at,
  };
}

const later = (from: Date, ms: number) => new Date(from.getTime() + ms);
