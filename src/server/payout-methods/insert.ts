/** Adds a payout method. The account data is stored sealed and shown masked. */
import { isDeepStrictEqual } from 'node:util';
import type { PayoutMethodInput } from '../../contract/bank/method-inputs.ts';
import { hasTaxNumberMark, withTaxNumber } from '../../contract/steps/known-tax-number.ts';
import { pausedMethodsOf } from '../db/paused-methods.ts';
import {
  findPayoutMethodByFingerprint,
  insertPayoutMethod,
  payoutMethodsOf,
  removePayoutMethod,
  type PayoutMethodRow,
} from '../db/payout-methods.ts';
import { newestTaxForm } from '../db/tax-forms.ts';
import type { UserRow } from '../db/users.ts';
import { ProblemError, fieldError, fieldProblem } from '../../contract/input/problem-error.ts';
import { askOutside } from '../http/ask-outside.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import { openTaxFields } from '../tax/sealed-fields.ts';
import { userChanged } from '../users/user-changed.ts';
import { detailsOf } from '../../contract/bank/method-details.ts';
import { refuseOthers } from './holder.ts';
import { openMethod, sealMethod } from './sealed-details.ts';

/** Returns whether the bank directory is asked about a method. */
export const asksBank = (method: PayoutMethodInput): method is Extract<PayoutMethodInput, BankMethod> =>
  method.platform === 'ach' || method.platform === 'cash_app';

interface BankMethod {
  readonly platform: 'ach' | 'cash_app';
}

/** Asks the bank. Resolves to a field code for `account_number` when the account cannot be used. */
export const checkAccount = (deps: Deps, routing: string, account: string) =>
  askOutside(`account ${routing} ${account}`, () => deps.providers.banks.check(routing, account));

/**
 * The payee and the partner both add methods by this. The bank is asked, the data is sealed, and the first
 * method becomes the default. One that is paused is added anew: it gives way, and what it was the default for
 * stays. So does `corrected`, whose details were wrong; one that is as it was corrects nothing.
 */
export async function insertMethod(
  deps: Deps,
  tx: Queryable,
  user: UserRow,
  given: PayoutMethodInput,
  corrected?: PayoutMethodRow,
): Promise<string> {
  const method = hasTaxNumberMark(given) ? await filledIn(deps, tx, user, given) : given;
  await refuseOthers(deps, tx, user, method);
  const refused =
    asksBank(method) && (await checkAccount(deps, method.routing_number, method.account_number));
  if (refused) throw fieldError('account_number', refused);

  const id = deps.newId();
  const now = deps.clock.now();
  const { masked, field } = detailsOf(method);
  const fingerprint = fingerprintOf(deps, method);
  const first = (await payoutMethodsOf(tx, user.id)).length === 0;
  const twin = await findPayoutMethodByFingerprint(tx, user.id, fingerprint);
  const isPaused = twin !== null && (await pausedMethodsOf(tx, user.id)).has(twin.id);
  const isCorrected =
    twin?.id === corrected?.id && twin !== null && !isDeepStrictEqual(openMethod(deps, twin), method);
  const renewed = isPaused || isCorrected ? twin : null;
  if (twin && !renewed)
    throw new ProblemError('payout-method-exists', { errors: [fieldProblem(field, 'payout-method-exists')] });
  const leaving = [corrected ?? null, renewed].filter((row) => row !== null);
  for (const row of leaving) await removePayoutMethod(tx, user.id, row.id, now);
  const isDefault = first || leaving.some((row) => row.is_default);
  const added = await insertPayoutMethod(tx, {
    id,
    user_id: user.id,
    created: now,
    known_since: renewed?.known_since ?? now,
    platform: method.platform,
    details_sealed: sealMethod(deps, { id, user_id: user.id }, method),
    fingerprint,
    masked,
    bank_name: bankNameOf(deps, method),
    account_type: method.platform === 'ach' ? method.account_type : null,
    is_default: isDefault,
  });
  if (!added)
    throw new ProblemError('payout-method-exists', { errors: [fieldProblem(field, 'payout-method-exists')] });
  await userChanged(deps, tx, user, 'user.updated.payout_method');
  if (isDefault) await userChanged(deps, tx, user, 'user.updated.default_payout_method_changed');
  return id;
}

/** Returns the name of the bank behind a method; null where there is none, or nobody knows it. */
function bankNameOf({ providers }: Deps, method: PayoutMethodInput): string | null {
  switch (method.platform) {
    case 'ach':
    case 'cash_app':
      return providers.banks.nameOf(method.routing_number);
    case 'intl_bank':
      return providers.banks.nameAbroad(method);
    case 'paypal':
    case 'venmo':
    case 'airtm':
    case 'payoneer':
      return null;
  }
}

/** Returns the same for equal accounts, whosever they are and however they were typed. */
export const fingerprintOf = (deps: Pick<Deps, 'vault'>, method: PayoutMethodInput): Buffer =>
  deps.vault.fingerprint('payout method', detailsOf(method).identity);

/** Returns the method with the tax number on file in place of the mark that stands for it. */
async function filledIn(
  deps: Deps,
  tx: Queryable,
  user: UserRow,
  method: PayoutMethodInput,
): Promise<PayoutMethodInput> {
  const form = await newestTaxForm(tx, user.id);
  const filled = withTaxNumber(method, form && openTaxFields(deps, form));
  if (!filled) throw fieldError('holder_tax_id', 'invalid-bank-number');
  return filled;
}
