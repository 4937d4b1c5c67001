/** Reads a payout method that somebody wants to add. */
import { isValidIBAN } from 'ibantools';
import type { PayoutMethodInput } from '../../contract/bank/method-inputs.ts';
import { lacksBankForm } from '../../contract/rails/countries.ts';
import { parseMethod as parse } from '../../contract/bank/parse-method.ts';
import { countryOf } from '../tax/residence.ts';
import { railsOf } from './rail-offers.ts';
import type { RailUser } from './rail-offers.ts';

/**
 * Of Côte d'Ivoire ibantools has a form that its banks do not use: one letter in front, where `CI` and three
 * digits stand. Length and check digits were verified before (`bank-checks.ts`). The test of this says when
 * ibantools is mended.
 */
const isIban = (iban: string): boolean => isValidIBAN(iban) || iban.startsWith('CI');

export function parseMethod(raw: unknown, user: RailUser): PayoutMethodInput {
  const country = countryOf(user);
  const offered = railsOf(user).map(({ platform }) => platform);
  return parse(raw, offered, isIban, lacksBankForm(country) ? country : null);
}
