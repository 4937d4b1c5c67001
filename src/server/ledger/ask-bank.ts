/** Tells the bank of a deposit, a withdrawal or a payment, or asks it where that stands. */
import { wholeName } from '../../contract/forms/names.ts';
import { findPaymentMethod } from '../db/payment-methods.ts';
import type { TransferRow } from '../db/transfers.ts';
import { findUserById } from '../db/users.ts';
import { holderOf, knownPayee } from '../payout-methods/holder.ts';
import { openNumbers } from '../payment-methods/account-numbers.ts';
import type { Deps } from '../ports/deps.ts';
import type { DebitOrder, FundingReport } from '../ports/funding.ts';
import { payeeOf } from './movements.ts';

/** Rejects when the bank cannot be reached. The caller is in no transaction. */
export async function askBank(deps: Deps, row: TransferRow): Promise<FundingReport> {
  const { funding } = deps.providers;
  if (!funding || row.sent_at === null) throw new Error('No provider of funding is there any more.');
  if (row.type === 'payment') {
    if (!funding.debit || !funding.lookAtDebit) throw new Error('Nobody debits accounts any more.');
    const order = await debitOf(deps, row, row.sent_at);
    return row.external_id === null ? funding.debit(order) : funding.lookAtDebit(order, row.external_id);
  }
  const order = {
    transferId: row.id,
    appId: row.app_id,
    way: row.amount > 0 ? ('in' as const) : ('out' as const),
    amount: Math.abs(row.amount),
    sentAt: row.sent_at,
  };
  return row.external_id === null ? funding.send(order) : funding.look(order, row.external_id);
}

/** The account may have been removed since: what was sent is still looked after. */
async function debitOf(deps: Deps, row: TransferRow, sentAt: Date): Promise<DebitOrder> {
  const method = row.payment_method_id && (await findPaymentMethod(deps.db, row.payment_method_id));
  if (!method) throw new Error('The account of a payment is not there any more.');
  const user = await findUserById(deps.db, payeeOf(row));
  const payee = user
    ? await knownPayee(deps, deps.db, user)
    : { user: { first_name: null, last_name: null }, form: null, address: null };
  return {
    transferId: row.id,
    appId: row.app_id,
    amount: row.amount,
    sentAt,
    from: { ...openNumbers(deps, method), name: wholeName(user ?? {}), holder: holderOf({}, payee) },
    authorization: { text: method.mandate_text, accepted: method.mandate_accepted },
  };
}
