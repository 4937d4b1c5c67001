/** A payout method as partners see it: where the money goes, but no account number in full. */
import { isBankRail } from '../../contract/bank/rails.ts';
import type { PayoutRail } from '../../contract/bank/rails.ts';
import type { PartnerPayoutMethod } from '../../contract/partner/users.ts';
import type { PayoutMethodRow } from '../db/payout-methods.ts';
import type { Deps } from '../ports/deps.ts';
import { openMethod } from '../payout-methods/sealed-details.ts';

/**
 * The fields by which the payee knows an account. Unlike an account number, none of them is enough to take
 * money.
 */
const visibleFields = ['handle', 'email', 'phone_number', 'cash_tag', 'routing_number'] as const;

/** What partners read where no bank's name is known. It is English, like all of the partner API. */
const names: Readonly<Record<PayoutRail, string>> = {
  ach: 'Bank account',
  paypal: 'PayPal',
  venmo: 'Venmo',
  cash_app: 'Cash App',
  intl_bank: 'Bank account',
  airtm: 'Airtm',
  payoneer: 'Payoneer',
};

/**
 * Returns a method in the vendor's shape. The fields differ from rail to rail; what a rail does not have is
 * left out and not null.
 */
export function payoutMethodObject(deps: Pick<Deps, 'vault'>, row: PayoutMethodRow): PartnerPayoutMethod {
  const { platform } = row;
  const details = openMethod(deps, row);
  // Only bank accounts have a `mask`. Of the other rails `masked` may end in letters, as in an email
  // address.
  const mask = /(\w{2,4})$/.exec(row.masked)?.[1];
  return {
    id: row.id,
    platform,
    description: [row.bank_name ?? names[platform], row.account_type].filter(Boolean).join(', '),
    ...(isBankRail(platform) && mask !== undefined ? { mask } : {}),
    ...Object.fromEntries(
      visibleFields.flatMap((name) => (details[name] === undefined ? [] : [[name, details[name]]])),
    ),
    ...(platform === 'ach' || platform === 'cash_app'
      ? { account_number: `•••${lastDigits(details['account_number'])}` }
      : {}),
    ...(row.account_type ? { account_type: row.account_type } : {}),
    ...(platform === 'ach' ? { country: 'US', currency: 'USD', rtp_enabled: false } : {}),
    ...(platform === 'intl_bank' && details['bank_country'] !== undefined
      ? { country: details['bank_country'] }
      : {}),
    is_default: row.is_default,
    ...(row.meta === null || row.meta === undefined ? {} : { meta: row.meta }),
  };
}

/**
 * Returns a method as an entry of a list. There the vendor's description (schema `payment-method`) has
 * another word for one rail.
 */
export function listedPayoutMethod(deps: Pick<Deps, 'vault'>, row: PayoutMethodRow): PartnerPayoutMethod {
  const method = payoutMethodObject(deps, row);
  return method.platform === 'intl_bank' ? { ...method, platform: 'intl_transfer' } : method;
}

/**
 * Returns the last four digits, as the payee sees them. Of a short number it returns two, because four would
 * be half of it.
 */
function lastDigits(number = ''): string {
  return number.slice(number.length < 8 ? -2 : -4);
}
