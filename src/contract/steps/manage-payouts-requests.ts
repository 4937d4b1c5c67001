/** What the payee sends in `manage-payouts`. Apart from the requirement, so that no browser loads every bank's form. */
import { z } from '../z.ts';
import { bankSpecs } from '../bank/bank-specs.ts';
import { intlBankMethod } from '../bank/intl-bank.ts';
import { methodInputs } from '../bank/method-inputs.ts';

/** For the documentation; the server picks the schema by `platform` and `bank_country`, so that its problems name fields. */
export const payoutMethodInput = z.union([
  z.discriminatedUnion('platform', Object.values(methodInputs) as never),
  z.union(Object.values(bankSpecs).map(intlBankMethod)),
]);

export const autoPayoutInput = z.object({ enabled: z.boolean('invalid-boolean') });
