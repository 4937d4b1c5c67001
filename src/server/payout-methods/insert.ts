/** Adds a payout method. The account data is stored sealed and shown masked. */
import type { PayoutMethodInput } from '../../contract/bank/method-inputs.ts';
import { insertPayoutMethod, payoutMethodsOf } from '../db/payout-methods.ts';
import type { UserRow } from '../db/users.ts';
import { ProblemError, fieldError, fieldProblem } from '../../contract/input/problem-error.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import { userChanged } from '../users/user-changed.ts';
import { detailsOf } from '../../contract/bank/method-details.ts';
import { sealMethod } from './sealed-details.ts';

/**
 * The payee and the partner both add methods by this. The bank is asked, the data is sealed, and the first
 * method becomes the default.
 */
export async function insertMethod(
  deps: Deps,
  tx: Queryable,
  user: UserRow,
  method: PayoutMethodInput,
): Promise<string> {
  const bank = method.platform === 'ach' || method.platform === 'cash_app' ? method : null;
  const refused = bank && (await deps.providers.banks.check(bank.routing_number, bank.account_number));
  if (refused) throw fieldError('account_number', refused);

  const id = deps.newId();
  const { masked, field } = detailsOf(method);
  const first = (await payoutMethodsOf(tx, user.id)).length === 0;
  const added = await insertPayoutMethod(tx, {
    id,
    user_id: user.id,
    created: deps.clock.now(),
    platform: method.platform,
    details_sealed: sealMethod(deps, id, method),
    fingerprint: fingerprintOf(deps, method),
    masked,
    bank_name: bank && deps.providers.banks.nameOf(bank.routing_number),
    account_type: method.platform === 'ach' ? method.account_type : null,
    is_default: first,
  });
  if (!added)
    throw new ProblemError('payout-method-exists', { errors: [fieldProblem(field, 'payout-method-exists')] });
  await userChanged(deps, tx, user, 'user.updated.payout_method');
  if (first) await userChanged(deps, tx, user, 'user.updated.default_payout_method_changed');
  return id;
}

/** Returns the same for equal accounts, whosever they are and however they were typed. */
export const fingerprintOf = (deps: Pick<Deps, 'vault'>, method: PayoutMethodInput): Buffer =>
  deps.vault.fingerprint('payout method', detailsOf(method).identity);
