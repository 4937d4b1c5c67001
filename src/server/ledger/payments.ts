/**
 * Debits an account that a user has connected, into the app's wallet. It is booked when the bank has paid
 * it, so nobody is paid with money that is not there. `advance-refill.ts` tells the bank. What comes back
 * later is taken from the wallet again, and says whether the account may be debited once more.
 */
import { meansOf, returnCodeOf } from '../../contract/money/debit-returns.ts';
import { ProblemError, fieldError } from '../../contract/input/problem-error.ts';
import type { App } from '../db/apps.ts';
import { findPaymentMethod, paymentMethodsOf } from '../db/payment-methods.ts';
import type { PaymentMethodRow } from '../db/payment-methods.ts';
import { changeStatus, findTransferByIntent, insertTransfer, lockTransfer } from '../db/transfers.ts';
import type { TransferRow } from '../db/transfers.ts';
import { findUser, findUserById } from '../db/users.ts';
import type { UserRow } from '../db/users.ts';
import { detachPaymentMethod, failPaymentMethod } from '../payment-methods/changed.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import type { FundingReport } from '../ports/funding.ts';
import { invalidTransaction, unconfirmed, whyDisabled } from '../users/refusals.ts';
import { isHeld } from './held.ts';
import { payeeOf } from './movements.ts';
import { rescueAfterMs } from './payouts.ts';
import { assertSamePayment } from './same-request.ts';
import { transferChanged } from './transfer-events.ts';

interface PaymentRequest {
  readonly app: App;
  readonly user: UserRow;
  /** Cents, more than 0. */
  readonly amount: number;
  /** Null: the user's default account. */
  readonly accountId: string | null;
  /** When it is given to the bank. Null: at once. */
  readonly debitOn: Date | null;
  readonly metadata: TransferRow['metadata'];
  /** The same intent is the same payment, whatever is retried. */
  readonly intent?: string;
}

/**
 * Orders a payment.
 * @throws ProblemError `not-offered`, `invalid-transaction`, `user-info-missing`, `payment-method-
 * unverified`, `invalid-input`, `idempotency-conflict`
 */
export async function createPayment(
  deps: Deps,
  tx: Queryable,
  request: PaymentRequest,
): Promise<TransferRow> {
  const { app, user, amount, debitOn, metadata, intent } = request;
  if (!deps.providers.funding?.debit)
    throw new ProblemError('not-offered', {
      detail:
        'No bank that debits accounts is connected here. Take the money from the user’s wallet with POST /transfers and a positive amount.',
    });
  const known = intent === undefined ? null : await findTransferByIntent(tx, app.id, intent);
  if (known) {
    const { accountId: account_id, debitOn: debit_on } = request;
    await assertSamePayment(tx, known, { user_id: user.id, amount, account_id, debit_on, metadata });
    return known;
  }
  assertMayPay(user);
  const method = await accountOf(tx, request);
  const now = deps.clock.now();
  const at = debitOn && debitOn > now ? debitOn : null;
  const row = await insertTransfer(tx, {
    ...{ id: deps.newId(), app_id: app.id, user_id: user.id, created: now, type: 'payment', amount },
    ...{ status: 'created', tax_exempt: false, metadata, intent: intent ?? null },
    ...{ platform: null, payout_method_id: null, fee: 0, fee_party: null, funding_id: null, flow_id: null },
    look_at: new Date((at ?? now).getTime() + rescueAfterMs),
    payment_method_id: method.id,
    debit_on: at,
  });
  // Another transaction made the payment since the first look.
  if (!row) throw new ProblemError('resource-busy', { retryAfter: 1 });
  // The insert has waited for whoever had locked the user. If that was a deletion, nobody is debited.
  if (!(await findUser(tx, app.id, user.id))) throw new ProblemError('no-such-resource');
  await deps.jobs.enqueue(tx, { kind: 'advance-refill', transferId: row.id }, at ?? undefined);
  return row;
}

/** Whoever must not be paid is not debited either (`held.ts`). */
function assertMayPay(user: UserRow): void {
  const detail = !user.phone_verified
    ? unconfirmed
    : user.disabled || user.status === 'disabled'
      ? whyDisabled(user)
      : isHeld(user)
        ? 'The user’s name is being looked at, or was refused; `compliance.flags` and `status` of GET /users/{id} say which. Nothing is debited until that is cleared.'
        : null;
  if (detail) throw invalidTransaction(detail);
}

/** Returns the account to debit. It is never guessed. */
async function accountOf(tx: Queryable, { user, accountId }: PaymentRequest): Promise<PaymentMethodRow> {
  const methods = await paymentMethodsOf(tx, user.id);
  const method = methods.find(({ id, is_default }) => (accountId === null ? is_default : id === accountId));
  if (!method) {
    if (accountId !== null)
      throw fieldError('account_id', 'invalid-choice', {
        detail:
          'The user has no such account, or it was removed. GET /payment-methods lists those that there are.',
      });
    const verified = methods.filter(({ status }) => status === 'verified');
    if (verified.length > 1)
      throw fieldError('account_id', 'required', {
        detail: 'The user has several accounts and no default; name one in account_id.',
      });
    throw new ProblemError('user-info-missing', {
      detail:
        'The user has connected no account that may be debited. Send them through a flow with the step manage-payments.',
    });
  }
  if (method.status !== 'verified')
    throw new ProblemError('payment-method-unverified', {
      detail: `This account is ${method.status}, and only a verified one is debited. Its owner confirms it, or connects another, in a flow with the step manage-payments.`,
    });
  return method;
}

/** Cancels a payment that was not given to the bank yet. Canceling again returns the same. */
export async function cancelPayment(
  deps: Deps,
  tx: Queryable,
  appId: string,
  id: string,
): Promise<TransferRow> {
  const row = await lockTransfer(tx, id);
  if (row?.app_id !== appId || row.type !== 'payment') throw new ProblemError('no-such-resource');
  if (row.status === 'canceled') return row;
  if (row.status !== 'created')
    throw new ProblemError('invalid-transaction', {
      detail: `The payment is ${row.status}. Only a created one can be canceled; give the money back with POST /payouts and fund: true.`,
    });
  const canceled = await changeStatus(tx, id, 'canceled', deps.clock.now(), { look_at: null });
  await transferChanged(deps, tx, canceled);
  return canceled;
}

/** Looks again before the bank is told. Returns why the account must not be debited any more, or null. */
export async function whyNotDebit(tx: Queryable, row: TransferRow): Promise<string | null> {
  const id = row.payment_method_id;
  const method = id === null ? null : await findPaymentMethod(tx, id);
  if (method?.removed !== null) return 'The authorization was revoked before the debit was sent.';
  if (method.status !== 'verified') return 'The account cannot be debited any more.';
  const user = await findUserById(tx, payeeOf(row));
  return !user || isHeld(user) ? 'The user is held or disabled.' : null;
}

/** Takes the consequences of a debit that came back. Taken again, they change nothing. */
export async function accountReturned(
  deps: Deps,
  tx: Queryable,
  row: TransferRow,
  report: FundingReport,
): Promise<void> {
  if (!('reason' in report) || row.payment_method_id === null) return;
  const code = returnCodeOf(report.code, report.reason);
  const means = meansOf(code);
  const method = await findPaymentMethod(tx, row.payment_method_id);
  if (means === 'again' || method?.removed !== null) return;
  if (means === 'authorization') return detachPaymentMethod(deps, tx, row.app_id, method);
  if (method.status === 'verified')
    await failPaymentMethod(
      deps,
      tx,
      row.app_id,
      method,
      code === 'R02' ? 'account-closed' : 'account-unverifiable',
    );
}
