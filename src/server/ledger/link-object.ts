/** The payout link as partners see it, in the vendor's v2 shape. */
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { PayoutLink } from '../../contract/money/payout-links.ts';
import type { PayoutLinkRow } from '../db/payout-links.ts';
import { flowLink } from '../flows/flow-object.ts';
import type { Deps } from '../ports/deps.ts';

export function payoutLinkObject(deps: Pick<Deps, 'config'>, row: PayoutLinkRow): PayoutLink {
  const phone = row.phone_e164 === null ? undefined : parsePhoneNumberFromString(row.phone_e164);
  return {
    id: row.id,
    created: row.created.toISOString(),
    link: flowLink({ id: row.flow_id }, deps),
    amount: row.amount,
    original_amount: row.amount,
    status: row.status,
    payee: {
      first_name: row.first_name,
      last_name: row.last_name,
      country_code: phone?.countryCallingCode ?? null,
      phone_number: phone?.nationalNumber ?? null,
      email: row.email,
    },
    delivery: { method: row.delivery_method, message: row.delivery_message },
    tax_exempt: row.tax_exempt,
    income_type: row.income_type,
    flow_id: row.flow_id,
    accounting_data: null,
    funding_source: 'dots_balance',
    claimed_user_id: row.claimed === null ? null : row.user_id,
    transfer_id: row.transfer_id,
    memo: row.memo,
    description: row.description,
    created_by_email: null,
    metadata: row.metadata,
    user_id: row.user_id,
    expires_at: row.expires_at.toISOString(),
    deliveries: row.deliveries,
    not_paid_because: row.not_paid_because,
  };
}
