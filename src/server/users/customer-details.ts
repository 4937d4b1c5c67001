/** Names, email, phone and address of a payment customer, sealed at rest and bound to their row. */
import type { CustomerDetails } from '../../contract/partner/payment-customers.ts';
import type { CustomerRow } from '../db/payment-customers.ts';
import type { Deps } from '../ports/deps.ts';
import { sealedRow, type RowOfUser } from './sealed-row.ts';

const details = sealedRow<CustomerDetails>('payment customer');

export const sealCustomer = (deps: Pick<Deps, 'vault'>, row: RowOfUser, customer: CustomerDetails): Buffer =>
  details.seal(deps, row, customer);

export const openCustomer = (deps: Pick<Deps, 'vault'>, row: CustomerRow): CustomerDetails =>
  details.open(deps, row, row.details_sealed);
