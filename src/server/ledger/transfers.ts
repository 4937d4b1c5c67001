/**
 * Moves money between the app's wallet and a user's. It is done at once, because nothing outside our books is
 * involved.
 */
import type { Transfer } from '../../contract/money/transfers.ts';
import type { IncomeType } from '../../contract/forms/income.ts';
import type { App } from '../db/apps.ts';
import type { Queryable } from '../ports/database.ts';
import { findTransferByIntent, insertTransfer } from '../db/transfers.ts';
import type { TransferRow } from '../db/transfers.ts';
import { findUser } from '../db/users.ts';
import type { UserRow } from '../db/users.ts';
import type { Deps } from '../ports/deps.ts';
import { ProblemError } from '../../contract/input/problem-error.ts';
import { blocked, invalidTransaction, unconfirmed } from '../users/refusals.ts';
import { appWallet, book, userWallet } from './movements.ts';
import { assertSameTransfer } from './same-request.ts';
import { transferChanged } from './transfer-events.ts';
import { transferObject } from './transfer-object.ts';

export interface TransferRequest {
  readonly app: App;
  readonly user: UserRow;
  /** Cents, not zero. Negative: from the app to the user. */
  readonly amount: number;
  readonly tax_exempt?: boolean;
  /** What it is for; absent or null: the app's usual type. */
  readonly income_type?: IncomeType | null;
  readonly metadata?: TransferRow['metadata'];
  /** The same intent is the same transfer, whatever is retried. */
  readonly intent?: string;
  /** The money is meant for one payout that follows at once (`fund`), so no automatic payout follows. */
  readonly forPayout?: boolean;
}

/** @throws ProblemError `transaction-insufficient-funds`, `invalid-transaction`, `idempotency-conflict` */
export const createTransfer = async (
  deps: Deps,
  tx: Queryable,
  request: TransferRequest,
): Promise<TransferRow> => (await createAndShow(deps, tx, request)).row;

/** As `createTransfer`, and returns besides what partners are shown of it. */
export async function createAndShow(
  deps: Deps,
  tx: Queryable,
  request: TransferRequest,
): Promise<{ readonly row: TransferRow; readonly shown: Transfer }> {
  const { app, user, amount } = request;
  // A user who is not verified can be given money, but not be debited (the vendor's change log, "Dots API
  // v2").
  if (amount > 0 && !user.phone_verified) throw invalidTransaction(unconfirmed);
  // Blocked property is not given back either (`held.ts`).
  if (amount > 0 && user.ofac_status === 'flagged') throw invalidTransaction(blocked);
  // It is undone as a whole where the money is not there.
  const row = await insertTransfer(tx, {
    id: deps.newId(),
    app_id: app.id,
    user_id: user.id,
    created: deps.clock.now(),
    type: 'balance',
    status: 'completed',
    amount,
    tax_exempt: request.tax_exempt ?? false,
    metadata: request.metadata ?? null,
    intent: request.intent ?? null,
    platform: null,
    payout_method_id: null,
    fee: 0,
    fee_party: null,
    funding_id: null,
    flow_id: null,
    look_at: null,
    income_type: request.income_type ?? app.income_type,
  });
  if (!row) {
    const known = (await findTransferByIntent(tx, app.id, request.intent ?? '')) as TransferRow;
    const { tax_exempt = false, income_type = null, metadata = null } = request;
    await assertSameTransfer(tx, known, {
      ...{ user_id: user.id, amount, tax_exempt, income_type, metadata },
    });
    return { row: known, shown: await transferObject(tx, known) };
  }
  // The insert has waited for a deletion, after which the money would belong to nobody.
  if (!(await findUser(tx, app.id, user.id))) throw new ProblemError('no-such-resource');
  await book(deps, tx, {
    appId: app.id,
    kind: 'balance',
    transferId: row.id,
    phase: 'open',
    lines: [
      { account: appWallet, amount },
      { account: userWallet(user.id), amount: -amount },
    ],
  });
  const shown = await transferChanged(deps, tx, row);
  if (amount < 0 && user.auto_payout_enabled && !request.forPayout)
    await deps.jobs.enqueue(tx, { kind: 'auto-payout', userId: user.id, cause: row.id });
  return { row, shown };
}
