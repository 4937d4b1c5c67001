/**
 * Reads a payout method that somebody wants to add. Its rail must be open to this payee, and each rail has
 * its own schema.
 */
import { isValidIBAN } from 'ibantools';
import { bankSpecOf, intlBankMethod } from '../../contract/bank/intl-bank.ts';
import { methodInputs } from '../../contract/bank/method-inputs.ts';
import { isPayoutRail } from '../../contract/bank/rails.ts';
import type { IntlBankInput } from '../../contract/bank/intl-bank.ts';
import type { PayoutMethodInput } from '../../contract/bank/method-inputs.ts';
import { parseInput } from '../http/input.ts';
import { fieldError } from '../http/problem.ts';
import { railOffers } from './rail-offers.ts';
import type { RailUser } from './rail-offers.ts';

export function parseMethod(raw: unknown, user: RailUser): PayoutMethodInput {
  const platform = (raw as { platform?: unknown } | null)?.platform;
  if (platform === undefined) throw fieldError('platform', 'required');
  const offered = railOffers(user).some((rail) => rail.platform === platform);
  if (!offered || !isPayoutRail(platform)) throw fieldError('platform', 'invalid-choice');
  return platform === 'intl_bank' ? parseBankAccount(raw) : parseInput(methodInputs[platform], raw);
}

/** The country decides which fields there are, so a wrong country is the only problem that is reported. */
function parseBankAccount(raw: unknown): IntlBankInput {
  const country = (raw as { bank_country?: unknown }).bank_country;
  const spec = typeof country === 'string' ? bankSpecOf(country) : null;
  if (!spec)
    throw fieldError(
      'bank_country',
      country === undefined || country === '' ? 'required' : 'invalid-country',
    );
  const method = parseInput(intlBankMethod(spec), raw);
  // Length and check digits are verified by now. ibantools also knows how each country's banks and branches
  // are written inside the IBAN.
  if (method['iban'] !== undefined && !isValidIBAN(method['iban']))
    throw fieldError('iban', 'invalid-bank-number');
  return method;
}
