/**
 * Reads a payout method that somebody wants to add. Its rail must be open to this payee, and each rail has
 * its own schema.
 */
import { bankSpecOf, intlBankMethod } from './intl-bank.ts';
import { methodInputs } from './method-inputs.ts';
import { isPayoutRail } from './rails.ts';
import type { IntlBankInput } from './intl-bank.ts';
import type { PayoutMethodInput } from './method-inputs.ts';
import { parseInput } from '../input/input.ts';
import { fieldError } from '../input/problem-error.ts';

/** `offered` are the rails of this payee. `isIban` knows how each country writes banks inside the IBAN. */
export function parseMethod(
  raw: unknown,
  offered: readonly string[],
  isIban: (iban: string) => boolean,
): PayoutMethodInput {
  const platform = (raw as { platform?: unknown } | null)?.platform;
  if (platform === undefined) throw fieldError('platform', 'required');
  if (!isPayoutRail(platform) || !offered.includes(platform)) throw fieldError('platform', 'invalid-choice');
  return platform === 'intl_bank' ? parseBankAccount(raw, isIban) : parseInput(methodInputs[platform], raw);
}

/** The country decides which fields there are, so a wrong country is the only problem that is reported. */
function parseBankAccount(raw: unknown, isIban: (iban: string) => boolean): IntlBankInput {
  const country = (raw as { bank_country?: unknown }).bank_country;
  const spec = typeof country === 'string' ? bankSpecOf(country) : null;
  if (!spec)
    throw fieldError(
      'bank_country',
      country === undefined || country === '' ? 'required' : 'invalid-country',
    );
  const method = parseInput(intlBankMethod(spec), raw);
  // Length and check digits are verified by now.
  if (method['iban'] !== undefined && !isIban(method['iban']))
    throw fieldError('iban', 'invalid-bank-number');
  return method;
}
