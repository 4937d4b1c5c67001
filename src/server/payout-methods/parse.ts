/** Reads a payout method that somebody wants to add. */
import { isValidIBAN } from 'ibantools';
import type { PayoutMethodInput } from '../../contract/bank/method-inputs.ts';
import { parseMethod as parse } from '../../contract/bank/parse-method.ts';
import { railOffers } from './rail-offers.ts';
import type { RailUser } from './rail-offers.ts';

export const parseMethod = (raw: unknown, user: RailUser): PayoutMethodInput =>
  parse(
    raw,
    railOffers(user).map(({ platform }) => platform),
    isValidIBAN,
  );
