/** Which of a payee's methods the partner means. */
import { isBankRail } from '../../contract/bank/rails.ts';
import type { CreatePayoutInput } from '../../contract/money/transfers.ts';
import { ProblemError, fieldError } from '../../contract/input/problem-error.ts';
import type { Queryable } from '../ports/database.ts';
import { payoutMethodsOf } from '../db/payout-methods.ts';
import type { PayoutMethodRow } from '../db/payout-methods.ts';

/**
 * Returns the method to pay on. Where money goes is never guessed. Of several methods it is the one that is
 * named (`account_id`), or else the payee's default. `platform` narrows the choice down: a rail, `default`,
 * or `bank_transfer` for a bank account in any country.
 */
export async function chosenMethod(
  tx: Queryable,
  { user_id, platform, account_id }: Pick<CreatePayoutInput, 'user_id' | 'platform' | 'account_id'>,
): Promise<PayoutMethodRow> {
  const fits = (await payoutMethodsOf(tx, user_id)).filter((method) =>
    platform === 'default' ? method.is_default : isMeantBy(platform, method.platform),
  );
  if (fits.length === 0)
    throw new ProblemError('user-info-missing', {
      detail: `The user has no payout method for platform ${platform}. Send them through a flow with the step manage-payouts, or add one with PUT /users/{id}/payout-methods.`,
    });
  if (account_id !== null && account_id !== undefined) {
    const named = fits.find(({ id }) => id === account_id);
    if (!named)
      throw fieldError('account_id', 'invalid-choice', {
        detail:
          'The user has no such payout method on this platform. GET /users/{id}/payout-methods lists them.',
      });
    return named;
  }
  const chosen = fits.length === 1 ? fits[0] : fits.find((method) => method.is_default);
  if (!chosen)
    throw fieldError('account_id', 'required', {
      detail: 'The user has several such methods; name one in account_id.',
    });
  return chosen;
}

/** Whether `platform` may stand for a rail. `default` may for any. */
export function isMeantBy(
  platform: CreatePayoutInput['platform'],
  rail: PayoutMethodRow['platform'],
): boolean {
  if (platform === 'default') return true;
  if (platform === 'bank_transfer') return isBankRail(rail);
  return rail === (platform === 'intl_transfer' ? 'intl_bank' : platform);
}
