/** What every change of a user's debit accounts has to be followed by. */
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import {
  paymentMethodsOf,
  removePaymentMethod,
  setDefaultPaymentMethod,
  updatePaymentMethod,
} from '../db/payment-methods.ts';
import type { PaymentMethodRow } from '../db/payment-methods.ts';
import { appendMessage, newMessageId, type Sending } from '../webhooks/outbox.ts';

/**
 * Makes an account the default when it is the only choice. Otherwise the server never guesses which account
 * is debited.
 */
export async function settleDefault(tx: Queryable, userId: string): Promise<void> {
  const methods = await paymentMethodsOf(tx, userId);
  const [only, ...more] = methods.filter(({ status }) => status === 'verified');
  if (only && more.length === 0 && !only.is_default) await setDefaultPaymentMethod(tx, userId, only.id);
}

/** Tells the partner's server that something about this payment method changed. */
export async function paymentMethodChanged(
  deps: Sending,
  tx: Queryable,
  appId: string,
  paymentMethodId: string,
): Promise<void> {
  await appendMessage(tx, deps, {
    id: newMessageId(deps.newId),
    appId,
    payload: { event: 'payment_method.updated', payment_method_id: paymentMethodId },
  });
}

/** Removes an account, which takes its authorization back. */
export async function detachPaymentMethod(
  deps: Pick<Deps, 'clock'> & Sending,
  tx: Queryable,
  appId: string,
  { id, user_id }: Pick<PaymentMethodRow, 'id' | 'user_id'>,
): Promise<void> {
  await removePaymentMethod(tx, id, deps.clock.now());
  await settleDefault(tx, user_id);
  await paymentMethodChanged(deps, tx, appId, id);
}

/** Writes that an account cannot be debited any more. Whoever owns it may connect another, or it again. */
export async function failPaymentMethod(
  deps: Sending,
  tx: Queryable,
  appId: string,
  { id, user_id }: Pick<PaymentMethodRow, 'id' | 'user_id'>,
  failure: NonNullable<PaymentMethodRow['failure']>,
): Promise<void> {
  await updatePaymentMethod(tx, id, { status: 'failed', failure, is_default: false });
  await settleDefault(tx, user_id);
  await paymentMethodChanged(deps, tx, appId, id);
}
