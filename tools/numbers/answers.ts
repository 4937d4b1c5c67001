/** What our checks say of an example. */
import { isValidIBAN } from 'ibantools';
import { safeParse } from 'zod/v4/core';
import { bankSpecOf, intlBankMethod } from '../../src/contract/bank/intl-bank.ts';
import { isEin, isRoutingNumber, isSsn } from '../../src/contract/forms/numbers.ts';
import { kinds } from '../../src/contract/forms/tax-id-kinds.ts';
import { isAbn, isTaxId, isVatId, looksOfTaxId, looksOfVatId } from '../../src/contract/forms/tax-ids.ts';
import type { Example } from './examples.ts';

/** `not-asked`: no form of ours asks for this kind of number, or it takes any text. */
export type Answer = 'taken' | 'refused' | 'not-asked';

const answer = (taken: boolean): Answer => (taken ? 'taken' : 'refused');
const digitsOf = (text: string) => text.replace(/\D/g, '');

/** Whole account numbers. The rest of the form is filled in with the examples of the country. */
const accounts: Readonly<Record<string, string>> = {
  'AR cbu': 'cbu',
  'MX clabe': 'clabe',
  'NZ bankaccount': 'account_number',
};

const unitedStates: Readonly<Record<string, (number: string) => boolean>> = {
  'US rtn': (number) => isRoutingNumber(digitsOf(number)),
  'US ein': (number) => isEin(digitsOf(number)),
  'US ssn': (number) => isSsn(digitsOf(number)),
  'US itin': (number) => isSsn(digitsOf(number)),
};

/** What the libraries call otherwise. */
const otherNames: Readonly<Record<string, string>> = {
  'AT businessid': '',
  'CZ dic': 'CZ ico',
  'FI ytunnus': 'FI alv',
  'IE vat': 'IE pps',
  'NO mva': 'NO orgnr',
  'CH vat': 'CH uid',
  'RO cf': 'RO cui',
};

/** As `src/server/payout-methods/parse.ts` has it. */
const isIban = (iban: string): boolean => isValidIBAN(iban) || iban.startsWith('CI');

function account(country: string, field: string, number: string): Answer {
  const spec = bankSpecOf(country);
  if (!spec?.fields.some(({ name }) => name === field)) return 'not-asked';
  const parsed = safeParse(intlBankMethod(spec), {
    platform: 'intl_bank',
    bank_country: country,
    account_holder_name: 'Ada Example',
    ...Object.fromEntries(spec.fields.map(({ name, example }) => [name, example])),
    [field]: number,
  });
  return answer(parsed.success && (field !== 'iban' || isIban(number.replace(/\W/g, ''))));
}

export function answerTo({ country, kind, number }: Example): Answer {
  const name = `${country} ${kind}`;
  const us = unitedStates[name];
  if (us) return answer(us(number));
  if (kind === 'iban') return account(country, 'iban', number);
  const field = accounts[name];
  if (field) return account(country, field, number);
  if (name === 'AU abn') return answer(isAbn(number));
  if (!((otherNames[name] ?? name) in kinds)) return 'not-asked';
  const ways = [
    ...(['person', 'business'] as const)
      .filter((payee) => looksOfTaxId(country, payee) !== '')
      .map((payee) => isTaxId(country, payee, number)),
    ...(looksOfVatId(country) ? [isVatId(country, number)] : []),
  ];
  return ways.length > 0 ? answer(ways.some(Boolean)) : 'not-asked';
}
