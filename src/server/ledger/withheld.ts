/**
 * Money that was kept back of payouts, for a tax authority. It goes one of two ways, once: to the authority,
 * or to the payee after all. Who withholds is the partner, who knows which.
 */
import { ProblemError } from '../../contract/input/problem-error.ts';
import type { Queryable } from '../ports/database.ts';
import { lockFlow } from '../db/flows.ts';
import { findTransfer, insertTransfer, lockTransfer } from '../db/transfers.ts';
import type { TransferRow } from '../db/transfers.ts';
import { findUser } from '../db/users.ts';
import {
  exemptPayoutsSince,
  holdingsOf,
  setParts,
  setWithholdingState,
  taxAgain,
} from '../db/withholding.ts';
import type { Deps } from '../ports/deps.ts';
import { book, outside, payeeOf, userWallet, withheldMoney } from './movements.ts';
import { checkRelease, checkSetOff } from './give-back.ts';
import type { Sending } from '../webhooks/outbox.ts';
import type { WithholdingPart } from '../../contract/money/withholding.ts';
import { transferChanged, transferToldAnew } from './transfer-events.ts';

/** What became of it, as the partner says. */
export type WithheldEnd = 'remitted' | 'released';

/**
 * Books what became of the money that was kept back of a payout that has arrived. Saying the same again
 * changes nothing. `released`: a transfer brings it into the payee's wallet, as money that was taxed already.
 * `setOff`: the cents that were not sent, for too much that was sent before.
 * @throws ProblemError `no-such-resource`, `invalid-transaction`, `invalid-input`, `conflicting-state`
 */
export async function endWithholding(
  deps: Deps,
  tx: Queryable,
  appId: string,
  id: string,
  end: WithheldEnd,
  setOff = 0,
): Promise<TransferRow> {
  const seen = await findTransfer(tx, id);
  if (seen?.app_id !== appId) throw new ProblemError('no-such-resource');
  // The flow is locked first, as everywhere: whoever has locked it may change what belongs to it.
  if (seen.flow_id !== null) await lockFlow(tx, seen.flow_id);
  const row = (await lockTransfer(tx, id)) ?? seen;
  if (row.withholding_state === end) {
    if (setOff > 0 && setOff !== row.set_off)
      throw new ProblemError('invalid-transaction', {
        detail: `It was remitted with a set_off of ${row.set_off} cents, and that is not changed afterwards.`,
      });
    return row;
  }
  const isHeld = row.withholding_state === 'held';
  if (!isHeld || row.status !== 'completed')
    throw new ProblemError('invalid-transaction', {
      detail: isHeld
        ? `The payout is ${row.status}. What was withheld of it is yours to remit or release once it is completed.`
        : row.withholding_state === null
          ? 'Nothing was withheld of this transfer here.'
          : `What was withheld of this payout is ${row.withholding_state}.`,
    });
  if (end === 'remitted') await remit(deps, tx, row, setOff);
  else await release(deps, tx, row);
  const remittance = end === 'remitted' ? { at: deps.clock.now(), setOff } : null;
  const ended = await setWithholdingState(tx, id, end, remittance);
  await transferChanged(deps, tx, ended);
  return ended;
}

async function remit(deps: Deps, tx: Queryable, row: TransferRow, setOff: number): Promise<void> {
  if (setOff > 0) await checkSetOff(deps, tx, row, setOff);
  const sent = row.withheld - setOff;
  if (sent === 0) return;
  await book(deps, tx, {
    ...{ appId: row.app_id, kind: 'remitted', transferId: row.id, phase: 'remit' },
    lines: [
      { account: withheldMoney, amount: -sent },
      { account: outside, amount: sent },
    ],
  });
}

async function release(deps: Deps, tx: Queryable, row: TransferRow): Promise<void> {
  await checkRelease(deps, tx, row);
  const user = await findUser(tx, row.app_id, payeeOf(row));
  if (!user) throw new ProblemError('invalid-transaction', { detail: 'The user was deleted.' });
  const given = await insertTransfer(tx, {
    ...{ id: deps.newId(), app_id: row.app_id, user_id: user.id, created: deps.clock.now() },
    ...{ type: 'balance', status: 'completed', amount: -row.withheld, metadata: null, look_at: null },
    ...{ platform: null, payout_method_id: null, fee: 0, fee_party: null, funding_id: null, flow_id: null },
    // It was counted with its payout, and nothing is withheld of it again.
    ...{ tax_exempt: true, intent: releaseOf(row) },
  });
  if (!given) throw new ProblemError('resource-busy', { retryAfter: 1 });
  await book(deps, tx, {
    ...{ appId: row.app_id, kind: 'released', transferId: given.id, phase: 'open' },
    lines: [
      { account: withheldMoney, amount: -row.withheld },
      { account: userWallet(user.id), amount: row.withheld },
    ],
  });
  await transferChanged(deps, tx, given);
  if (user.auto_payout_enabled)
    await deps.jobs.enqueue(tx, { kind: 'auto-payout', userId: user.id, cause: given.id });
}

const releaseOf = ({ id }: Pick<TransferRow, 'id'>): string => `withheld of ${id}`;

/** Locks, before wallets (`lock-order.ts`), the payouts by which the payee may have spent it. */
export const lockSpent = (
  tx: Queryable,
  row: Pick<TransferRow, 'id' | 'app_id' | 'user_id'>,
): Promise<TransferRow[]> => exemptPayoutsSince(tx, row, releaseOf(row));

/**
 * Tells anew what the payee spent of released money whose payout has come back by now
 * (`withholdingCameBack`). It was told as no income, because it had counted with that payout. Nothing is
 * withheld of it: whoever released it has decided so. The caller has locked the wallets, and `row` is back.
 */
export async function tellSpentAnew(
  deps: Sending,
  tx: Queryable,
  row: Pick<TransferRow, 'id' | 'app_id' | 'user_id' | 'withheld' | 'withholding'>,
): Promise<void> {
  const { exempt } = await holdingsOf(tx, payeeOf(row));
  // What is below zero now and was not while the released money counted as no income.
  let spent = Math.max(0, -exempt) - Math.max(0, -exempt - row.withheld);
  if (spent === 0) return;
  const withheldOf = (row.withholding?.parts ?? []).map((part) => ({ ...part, amount: part.withheld }));
  for (const payout of (await lockSpent(tx, row)).reverse()) {
    if (spent === 0 || !payout.withholding) return;
    const parts = payout.withholding.parts.flatMap((part): WithholdingPart[] => {
      if (part.income_type !== null) return [part];
      const told = take(withheldOf, Math.min(part.amount, spent));
      const amount = told.reduce((sum, one) => sum + one.amount, 0);
      spent -= amount;
      return [{ ...part, amount: part.amount - amount }, ...told].filter((one) => one.amount > 0);
    });
    await transferToldAnew(deps, tx, await setParts(tx, payout.id, { ...payout.withholding, parts }));
  }
}

/** Takes cents out of the first parts that have any, as parts of which nothing is withheld. */
function take(from: WithholdingPart[], cents: number): WithholdingPart[] {
  let left = cents;
  return from.flatMap((part): WithholdingPart[] => {
    const amount = Math.min(left, part.amount);
    left -= amount;
    part.amount -= amount;
    return amount > 0 ? [{ ...part, amount, withheld: 0 }] : [];
  });
}

/**
 * What a payout that came back brings with it. What was released is with the payee already, so it does not
 * come back, and counts as paid for again (what is spent of it by now: `tellSpentAnew`). What was remitted
 * comes back nonetheless: the payee was not paid. It makes the account's balance less, and the app may send
 * less the next time (26 CFR §1.1461-2(a)(2)), in the time for it (`tax/give-back.ts`).
 */
export async function withholdingCameBack(tx: Queryable, row: TransferRow): Promise<void> {
  if (row.withholding_state === 'held') await setWithholdingState(tx, row.id, 'returned');
  if (row.withholding_state === 'released') await taxAgain(tx, row.app_id, releaseOf(row));
}
