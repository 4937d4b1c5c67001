/** Reads a payout method that somebody wants to add. */
import { isValidIBAN } from 'ibantools';
import type { PayoutMethodInput } from '../../contract/bank/method-inputs.ts';
import { railsFor } from '../../contract/rails/terms.ts';
import { parseMethod as parse } from '../../contract/bank/parse-method.ts';
import { countryOf } from '../tax/residence.ts';
import type { RailUser } from './rail-offers.ts';

export const parseMethod = (raw: unknown, user: RailUser): PayoutMethodInput =>
  parse(
    raw,
    railsFor(countryOf(user), user.payout_options_exclude_list).map(({ platform }) => platform),
    isValidIBAN,
  );
