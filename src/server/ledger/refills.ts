/**
 * Money that comes into the app's wallet from outside, and that the app takes out again. A deposit is booked
 * when the bank has paid it, so nobody is paid with money that is not there. A withdrawal leaves the wallet
 * at once. `advance-refill.ts` tells the bank. What the operator's own bank has received, the operator books.
 */
import type { App } from '../db/apps.ts';
import { findTransferByIntent, insertTransfer } from '../db/transfers.ts';
import type { TransferRow } from '../db/transfers.ts';
import type { Queryable } from '../ports/database.ts';
import type { Sending } from '../webhooks/outbox.ts';
import type { Deps } from '../ports/deps.ts';
import { ProblemError } from '../../contract/input/problem-error.ts';
import { appWallet, book, outside, railClearing } from './movements.ts';
import type { Line } from './movements.ts';
import { rescueAfterMs } from './payouts.ts';
import { assertKeyMadeNothingElse, assertSameMove, assertSameRefill, intentOf } from './same-request.ts';
import { transferChanged } from './transfer-events.ts';

/** Where a withdrawal is until the bank says that it has arrived. */
const onItsWay = railClearing('bank');

const opposite = (lines: readonly Line[]): Line[] =>
  lines.map(({ account, amount }) => ({ account, amount: -amount }));

/** `amount` is that of the transfer: what the wallet gets, negative for a withdrawal. */
export const refillLines = {
  /** A deposit arrives, or a withdrawal that the operator has paid already. */
  arrives: (amount: number): Line[] => [
    { account: outside, amount: -amount },
    { account: appWallet, amount },
  ],
  withdraws: (amount: number): Line[] => [
    { account: appWallet, amount },
    { account: onItsWay, amount: -amount },
  ],
  isPaid: (amount: number): Line[] => [
    { account: onItsWay, amount },
    { account: outside, amount: -amount },
  ],
  comesBack: (amount: number): Line[] => opposite(refillLines.withdraws(amount)),
  isTakenBack: (amount: number): Line[] => opposite(refillLines.arrives(amount)),
};

/**
 * Orders a deposit (`amount` above 0) or a withdrawal (below). The same `key` is the same one, for ever.
 * @throws ProblemError `not-offered`, `transaction-insufficient-funds`, `idempotency-conflict`
 */
export async function orderRefill(
  deps: Deps,
  tx: Queryable,
  app: Pick<App, 'id'>,
  amount: number,
  key: string | null,
): Promise<TransferRow> {
  const known = key === null ? null : await findTransferByIntent(tx, app.id, intentOf(key));
  if (known) {
    await assertSameMove(tx, known, amount);
    return known;
  }
  if (key !== null) await assertKeyMadeNothingElse(tx, app.id, key, 'refill');
  if (!deps.providers.funding)
    throw new ProblemError('not-offered', {
      detail:
        'No bank account is connected here. Send the money by bank, and the operator books it with `dots-flow refill`.',
    });
  const now = deps.clock.now();
  const row = (await insertTransfer(tx, {
    ...newRefill(deps, app.id, amount),
    status: 'created',
    intent: key === null ? null : intentOf(key),
    metadata: null,
    look_at: new Date(now.getTime() + rescueAfterMs),
  })) as TransferRow;
  if (amount < 0)
    await book(deps, tx, {
      ...{ appId: app.id, kind: 'refill', transferId: row.id, phase: 'open' },
      lines: refillLines.withdraws(amount),
    });
  await deps.jobs.enqueue(tx, { kind: 'advance-refill', transferId: row.id });
  return row;
}

/** What the operator's bank says of a payment. */
export interface BookedRefill {
  readonly app: Pick<App, 'id'>;
  /** Cents. Negative: the money left, or a refill was booked by mistake. */
  readonly amount: number;
  /** The bank's or the operator's own name of the payment. Whatever has the same name is the same payment. */
  readonly reference: string;
}

/**
 * Books at once what has been received or paid by bank already.
 * @throws ProblemError `transaction-insufficient-funds`, `idempotency-conflict`
 */
export async function bookRefill(
  deps: Sending & Pick<Deps, 'meters'>,
  tx: Queryable,
  { app, amount, reference }: BookedRefill,
): Promise<{ readonly row: TransferRow; readonly isNew: boolean }> {
  const intent = `refill ${reference}`;
  const row = await insertTransfer(tx, {
    ...newRefill(deps, app.id, amount),
    status: 'completed',
    intent,
    metadata: { reference },
    look_at: null,
  });
  if (!row) {
    const known = await findTransferByIntent(tx, app.id, intent);
    assertSameRefill(known, amount);
    return { row: known, isNew: false };
  }
  await book(deps, tx, {
    ...{ appId: app.id, kind: 'refill', transferId: row.id, phase: 'close' },
    lines: refillLines.arrives(amount),
  });
  await transferChanged(deps, tx, row);
  return { row, isNew: true };
}

const newRefill = ({ newId, clock }: Pick<Deps, 'newId' | 'clock'>, app_id: string, amount: number) => ({
  ...{ id: newId(), app_id, user_id: null, created: clock.now(), type: 'refill' as const, amount },
  ...{ tax_exempt: false, platform: null, payout_method_id: null, fee: 0, fee_party: null },
  ...{ funding_id: null, flow_id: null },
});
