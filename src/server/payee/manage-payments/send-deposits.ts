/**
 * Sends the two small deposits by which a payee proves that an account is theirs. Running it twice does no
 * harm, because the order has one reference.
 */
import { findApp } from '../../db/apps.ts';
import { findFlow, lockFlow, updateFlow } from '../../db/flows.ts';
import { findPaymentMethod, updatePaymentMethod } from '../../db/payment-methods.ts';
import type { PaymentMethodRow } from '../../db/payment-methods.ts';
import { flowChanged } from '../../db/signals.ts';
import { notify } from '../../notifications/notify.ts';
import type { Deps } from '../../ports/deps.ts';
import type { DepositOrder } from '../../ports/micro-deposits.ts';
import { openDeposits, openNumbers } from '../../payment-methods/account-numbers.ts';
import { paymentMethodChanged } from '../../payment-methods/changed.ts';

/**
 * The handler of the job `send-deposits`. The sender is called outside of any transaction, and its answer is
 * applied only if the account still waits for it.
 */
export async function sendDeposits(deps: Deps, paymentMethodId: string): Promise<void> {
  const pendingMethod = await findPaymentMethod(deps.db, paymentMethodId);
  if (!pendingMethod || !isWaiting(pendingMethod)) return;
  const outcome = await deps.providers.microDeposits.send(await orderFor(deps, pendingMethod));

  await deps.db.transaction(async (tx) => {
    // The flow is locked first, as everywhere: whoever has the lock on it may change what belongs to it.
    const flow = await lockFlow(tx, pendingMethod.flow_id);
    const method = await findPaymentMethod(tx, paymentMethodId);
    if (!flow || !method || !isWaiting(method)) return;
    await updatePaymentMethod(
      tx,
      method.id,
      outcome.status === 'sent'
        ? { status: 'sent', deposits_expected: outcome.expected }
        : { status: 'failed', failure: outcome.reason, amounts_sealed: null },
    );
    await paymentMethodChanged(deps, tx, flow.app_id, method.id);
    if (outcome.status === 'sent')
      await notify(deps, tx, flow, { step: 'manage-payments', about: method.id, at: outcome.expected });
    await updateFlow(tx, flow.id, { updated: deps.clock.now() });
    flowChanged(tx, flow.id);
  });
}

/** The payee may have removed the method in the meantime. */
const isWaiting = (method: PaymentMethodRow) => method.status === 'pending' && method.removed === null;

/** Returns the order. Its reference is the row's id, so a job that runs twice sends one pair of deposits. */
async function orderFor(deps: Deps, method: PaymentMethodRow): Promise<DepositOrder> {
  const flow = await findFlow(deps.db, method.flow_id);
  const app = flow && (await findApp(deps.db, flow.app_id));
  if (!app || !method.amounts_sealed)
    throw new Error('A payment method that waits for deposits lacks its app or its amounts.');
  const amounts = openDeposits(deps, method, method.amounts_sealed);
  return { ...openNumbers(deps, method), reference: method.id, amounts, appName: app.name };
}
