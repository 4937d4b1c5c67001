/**
 * Reads a payout method that somebody wants to add. Its rail must be open to this payee, and each rail has
 * its own schema.
 */
import { bankSpecOf, intlBankMethod } from './intl-bank.ts';
import type { BankSpec } from './bank-specs.ts';
import { missingNoughts } from './meant.ts';
import { methodInputs } from './method-inputs.ts';
import { refuseSanctioned } from '../sanctions/refuse.ts';
import { isPayoutRail } from './rails.ts';
import type { IntlBankInput } from './intl-bank.ts';
import type { PayoutMethodInput } from './method-inputs.ts';
import { checkInput, parseInput } from '../input/input.ts';
import { fieldError, fieldProblem, ProblemError } from '../input/problem-error.ts';
import type { FieldProblem } from '../problems.ts';
import { isCountryCode } from '../forms/countries.ts';

/**
 * `offered` are the rails of this payee. `isIban` knows how each country writes banks inside the IBAN.
 * `noBankIn` is the payee's country, where bank accounts would be offered if there were a form.
 */
export function parseMethod(
  raw: unknown,
  offered: readonly string[],
  isIban: (iban: string) => boolean,
  noBankIn: string | null = null,
): PayoutMethodInput {
  const platform = (raw as { platform?: unknown } | null)?.platform;
  if (platform === undefined) throw fieldError('platform', 'required');
  if (platform === 'intl_bank' && noBankIn) throw unavailable('platform', noBankIn);
  if (!isPayoutRail(platform) || !offered.includes(platform)) throw fieldError('platform', 'invalid-choice');
  return platform === 'intl_bank' ? parseBankAccount(raw, isIban) : parseInput(methodInputs[platform], raw);
}

/** The country decides which fields there are, so a wrong country is the only problem that is reported. */
function parseBankAccount(raw: unknown, isIban: (iban: string) => boolean): IntlBankInput {
  const country = (raw as { bank_country?: unknown }).bank_country;
  if (typeof country === 'string') refuseSanctioned([{ country, field: 'bank_country' }]);
  const spec = typeof country === 'string' ? bankSpecOf(country) : null;
  if (!spec) throw noBankForm(country);
  const checked = checkInput(intlBankMethod(spec), raw);
  if (!checked.ok)
    throw new ProblemError('invalid-input', {
      errors: checked.errors.map((error) => withNoughts(error, spec, raw as Record<string, unknown>)),
    });
  const method = checked.data;
  // Length and check digits are verified by now.
  if (method['iban'] !== undefined && !isIban(method['iban']))
    throw fieldError('iban', 'invalid-bank-number');
  return method;
}

/** Returns why there is no form: nothing was said, it is no country, or nothing is known of its banks. */
function noBankForm(country: unknown): ProblemError {
  if (country === undefined || country === '') return fieldError('bank_country', 'required');
  if (typeof country !== 'string' || !isCountryCode(country))
    return fieldError('bank_country', 'invalid-country');
  return unavailable('bank_country', country);
}

const unavailable = (field: string, country: string): ProblemError =>
  new ProblemError('invalid-input', {
    errors: [
      fieldProblem(
        field,
        'payout-method-unavailable',
        `What banks in ${country} want is not published, or was not found.`,
      ),
    ],
  });

/** Says of a number that is too short how many noughts are missing. The number itself is not repeated. */
function withNoughts(error: FieldProblem, spec: BankSpec, raw: Record<string, unknown>): FieldProblem {
  const field = spec.fields.find(({ name }) => name === error.field);
  const typed = raw[error.field];
  const count = field && typeof typed === 'string' ? missingNoughts(spec, field, typed) : 0;
  return error.code === 'invalid-bank-number' && count
    ? fieldProblem(error.field, error.code, `It is right with ${'0'.repeat(count)} in front.`)
    : error;
}
