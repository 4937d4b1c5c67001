import type { CustomerPaymentMethod } from '../../contract/money/payments.ts';
import type { PaymentMethodRow } from '../db/payment-methods.ts';

/** Returns what partners are told of an account. A removed one keeps in its row how it stood until then. */
export const statusOf = ({
  status,
  removed,
}: Pick<PaymentMethodRow, 'status' | 'removed'>): CustomerPaymentMethod['status'] =>
  removed === null ? status : 'removed';
