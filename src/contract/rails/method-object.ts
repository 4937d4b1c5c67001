/** Payout methods as the payee sees them. */
import { railTerms } from './terms.ts';
import { bankSpecOf } from '../bank/intl-bank.ts';
import type { PayoutMethod } from '../bank/payout-methods.ts';
import { isPayoutRail } from '../bank/rails.ts';

/**
 * Returns of a method that is kept what may be shown. The country of an account abroad is told only while
 * nobody knows its bank: `Deutsche Bank ••• 3000`, but `Bank account DE ••• 3000`.
 */
export const methodObject = ({
  id,
  platform,
  masked,
  bank_name,
  account_type,
  is_default,
  paused,
  usable_from,
  correction,
}: PayoutMethod): PayoutMethod => ({
  id,
  platform,
  masked: bank_name === null ? masked : masked.replace(/^[A-Z]{2} /, ''),
  bank_name,
  account_type,
  is_default,
  ...currencyOf(platform, masked),
  ...(paused && { paused }),
  ...(usable_from && { usable_from }),
  ...(correction && { correction }),
});

/** What is masked of an account abroad begins with its country, and that says what the account holds. */
function currencyOf(platform: string, masked: string): Pick<PayoutMethod, 'currency'> {
  if (!isPayoutRail(platform) || railTerms[platform].currencies !== 'local') return {};
  const [country = ''] = /^[A-Z]{2}(?= )/.exec(masked) ?? [];
  const currency = bankSpecOf(country)?.currency ?? 'local';
  return currency === 'USD' ? {} : { currency };
}

/**
 * Returns what a new method starts with. Most accounts are in the payee's own country and name, and most
 * wallets know the payee by the email address that this flow knows. A country to whose banks nothing can be
 * sent is left out.
 */
export const methodPrefill = (
  country: string | null,
  name: string,
  email?: string | null,
  taxNumber?: string | null,
): Record<string, string> => ({
  ...(country && bankSpecOf(country) && { bank_country: country }),
  ...(name && { account_holder_name: name }),
  ...(email && { email }),
  ...(taxNumber && { holder_tax_id: taxNumber }),
});
