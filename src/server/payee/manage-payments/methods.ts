/** Confirms, removes and chooses accounts on the list. */
import type { Context } from 'hono';
import { uuid } from '../../../contract/flow.ts';
import { confirmDepositsInput, depositCents } from '../../../contract/steps/manage-payments.ts';
import { paymentMethodsOf, setDefaultPaymentMethod, updatePaymentMethod } from '../../db/payment-methods.ts';
import type { PaymentMethodRow } from '../../db/payment-methods.ts';
import type { UserRow } from '../../db/users.ts';
import { readJson } from '../../http/body.ts';
import { parseInput } from '../../../contract/input/input.ts';
import { ProblemError } from '../../../contract/input/problem-error.ts';
import type { Queryable } from '../../ports/database.ts';
import type { Deps } from '../../ports/deps.ts';
import { openDeposits } from '../../payment-methods/account-numbers.ts';
import { detachPaymentMethod, paymentMethodChanged, settleDefault } from '../../payment-methods/changed.ts';
import type { PayeeWork } from '../session/step.ts';
import { depositTries } from './requirement.ts';
import { changePayments } from './submit.ts';

/**
 * Checks the amounts. Wrong ones are not an error of the request: they are counted, and the snapshot says how
 * many tries are left.
 */
export function confirmDeposits(c: Context, deps: Deps): PayeeWork {
  return changePayments(deps, async (tx, { app }, user) => {
    const method = await methodOf(c, tx, user);
    const { amount_1, amount_2 } = parseInput(confirmDepositsInput, await readJson(c));
    if (method.status !== 'sent' || !method.amounts_sealed) throw new ProblemError('no-deposits');
    const right = openDeposits(deps, method, method.amounts_sealed);
    if (sorted([depositCents(amount_1), depositCents(amount_2)]) === sorted(right)) {
      await updatePaymentMethod(tx, method.id, { status: 'verified', amounts_sealed: null });
      await settleDefault(tx, user.id);
    } else {
      const tries = method.tries + 1;
      if (tries < depositTries) {
        await updatePaymentMethod(tx, method.id, { tries });
        return;
      }
      await updatePaymentMethod(tx, method.id, {
        tries,
        status: 'failed',
        failure: 'wrong-deposit-amounts',
        amounts_sealed: null,
      });
    }
    await paymentMethodChanged(deps, tx, app.id, method.id);
  });
}

/** Removes an account, which revokes its mandate. The row stays as proof. */
export function deletePaymentMethod(c: Context, deps: Deps): PayeeWork {
  return changePayments(deps, async (tx, { app }, user) => {
    const method = await methodOf(c, tx, user);
    await detachPaymentMethod(deps, tx, app.id, method);
  });
}

/** Chooses the account that is debited. An account that is not confirmed yet cannot be it. */
export function chooseDefaultPaymentMethod(c: Context, deps: Deps): PayeeWork {
  return changePayments(deps, async (tx, { app }, user) => {
    const method = await methodOf(c, tx, user);
    if (method.status !== 'verified') throw new ProblemError('payment-method-unverified');
    if (method.is_default) return;
    await setDefaultPaymentMethod(tx, user.id, method.id);
    await paymentMethodChanged(deps, tx, app.id, method.id);
  });
}

/**
 * Returns the method of the route. An id that is no UUID names no method; PostgreSQL would reject it with an
 * error of its own.
 */
async function methodOf(c: Context, tx: Queryable, user: UserRow): Promise<PaymentMethodRow> {
  const id = c.req.param('id') ?? '';
  const method =
    uuid.safeParse(id).success &&
    (await paymentMethodsOf(tx, user.id)).find((candidate) => candidate.id === id);
  if (!method) throw new ProblemError('no-such-resource');
  return method;
}

/** The payee may give the two amounts in any order. An amount that is no number equals none. */
const sorted = (amounts: readonly (number | null)[]): string =>
  amounts.toSorted((a, b) => Number(a) - Number(b)).join();
