/**
 * What the payee is told of a payout method whose details were wrong, so that they put it right and need not
 * type all of it again.
 */
import { nextActs, type PayoutFailure } from './payout-failures.ts';
import { bankSpecOf } from '../bank/intl-bank.ts';
import type { MethodCorrection } from '../bank/payout-methods.ts';

/** Fields that say which bank and what kind of account, whichever the rail. They name no account. */
const harmless = ['routing_number', 'account_type', 'bank_country', 'account_holder_name'];

/**
 * Returns what is to be corrected; null where a failure is not to be mended by that. `method` are the fields
 * as they were submitted.
 */
export function correctionOf(
  method: Readonly<Record<string, unknown>>,
  reason: PayoutFailure | null,
): MethodCorrection | null {
  if (!reason || nextActs[reason] !== 'correct') return null;
  const { fields = [] } = bankSpecOf(String(method['bank_country'])) ?? {};
  const bank = fields.filter(({ about }) => about === 'bank').map(({ name }) => name);
  const account = fields.find(({ about }) => about === 'account')?.name;
  const details = Object.fromEntries(
    [...new Set<string>([...harmless, ...bank])].flatMap((name) => {
      const value = method[name];
      return typeof value === 'string' && name !== account ? [[name, value]] : [];
    }),
  );
  const named = ['account_number', 'email'].find((name) => name in method) ?? 'handle';
  const isName = reason === 'name-mismatch' && 'account_holder_name' in method;
  return { reason, field: isName ? 'account_holder_name' : (account ?? named), details };
}
