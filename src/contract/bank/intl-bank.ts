/**
 * A bank account abroad as a payout method. Its fields depend on `bank_country`; `bank-specs.ts` has them as
 * data.
 */
import { bankSpecs, type BankField, type BankSpec } from './bank-specs.ts';
import type { CountryCode } from '../forms/countries.ts';
import { words } from '../forms/fields.ts';
import { normaliseCode } from '../input/normalise.ts';
import * as z from '../z.ts';

/** Countries to whose banks money can be sent. */
export const bankCountries: readonly CountryCode[] = Object.values(bankSpecs).map(({ country }) => country);

/** The country comes from outside, so the properties that every object has must not count. */
export const bankSpecOf = (country: string): BankSpec | null =>
  Object.hasOwn(bankSpecs, country) ? (bankSpecs[country] ?? null) : null;

/** Separators that people, banks and PDFs put into numbers. */
const separators = /[\s.\-/_]/g;

/**
 * Returns the number as it is sent and stored: without separators, in capital letters and everyday digits.
 */
export function compactBankNumber(text: string): string {
  // `IBAN DE89 …` stands on cards and invoices.
  return normaliseCode(text)
    .toUpperCase()
    .replace(separators, '')
    .replace(/^IBAN:?(?=[A-Z]{2}\d)/, '');
}

export type IntlBankInput = {
  readonly platform: 'intl_bank';
  readonly bank_country: CountryCode;
  readonly account_holder_name: string;
} & Readonly<Record<string, string>>;

/** The name of a person or a company, as the bank has it. ISO 20022 has room for 140 characters. */
const holderName = words(140);

/** Returns the schema of one country's accounts. */
export function intlBankMethod(spec: BankSpec): z.ZodMiniType<IntlBankInput> {
  const shape: Record<string, z.ZodMiniType> = Object.fromEntries(
    spec.fields.map((field) => [field.name, schemaOf(field)]),
  );
  const schema = z
    .object({
      platform: z.literal('intl_bank'),
      bank_country: z.literal(spec.country, 'invalid-country'),
      account_holder_name: holderName,
      ...shape,
    })
    .check(...spec.fields.flatMap((field) => (field.check ? [checkDigits(field, field.check)] : [])));
  return schema;
}

/**
 * Verifies the check digits of a field. It always runs, so that the payee reads everything that is wrong at
 * once. A number that does not look right has another problem already, so it passes here.
 */
function checkDigits({ name, pattern, failure }: BankField, check: NonNullable<BankField['check']>) {
  const holds = (typed: Readonly<Record<string, unknown>>): boolean => {
    const all = Object.fromEntries(
      Object.entries(typed).map(([key, value]) => [
        key,
        typeof value === 'string' ? compactBankNumber(value) : '',
      ]),
    );
    const value = all[name] ?? '';
    return !pattern.test(value) || check(value, all);
  };
  return z.refine((typed: unknown) => holds(typed as Readonly<Record<string, unknown>>), {
    path: [name],
    error: failure ?? 'invalid-check-digits',
    when: () => true,
  });
}

/** What stands for a tax number that is on file (`known-tax-number.ts`). */
export const taxNumberMarkPattern = /^•••[0-9A-Z]{4}$/;

function schemaOf({ name, pattern, choices }: BankField): z.ZodMiniType {
  if (choices) return z.enum(choices as [string, ...string[]], 'required');
  return z.string('required').check(
    z.maxLength(100, 'too-long'),
    z.overwrite(compactBankNumber),
    z.minLength(1, 'required'),
    z.refine(
      (value: string) =>
        pattern.test(value) || (name === 'holder_tax_id' && taxNumberMarkPattern.test(value)),
      'invalid-bank-number',
    ),
  );
}
