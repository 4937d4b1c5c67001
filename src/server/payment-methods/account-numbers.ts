/**
 * The numbers of an account, sealed at rest and bound to their row. Bytes that are copied to another row do
 * not open. The jobs that send deposits and debits open them.
 */
import type { AccountType } from '../../contract/bank/method-inputs.ts';
import type { Deps } from '../ports/deps.ts';
import { sealedRow, type RowOfUser } from '../users/sealed-row.ts';

export interface AccountNumbers {
  readonly routing_number: string;
  readonly account_number: string;
  readonly account_type: AccountType;
}

const numbers = sealedRow<AccountNumbers>('payment method');

export const sealNumbers = (
  deps: Pick<Deps, 'vault'>,
  method: RowOfUser,
  { routing_number, account_number, account_type }: AccountNumbers,
): Buffer => numbers.seal(deps, method, { routing_number, account_number, account_type });

export const openNumbers = (
  deps: Pick<Deps, 'vault'>,
  method: RowOfUser & { readonly details_sealed: Uint8Array },
): AccountNumbers => numbers.open(deps, method, method.details_sealed);

const deposits = sealedRow<readonly [number, number]>('deposits');

/** The two amounts, in cents. */
export const sealDeposits = (
  deps: Pick<Deps, 'vault'>,
  method: RowOfUser,
  amounts: readonly [number, number],
): Buffer => deposits.seal(deps, method, amounts);

export const openDeposits = (
  deps: Pick<Deps, 'vault'>,
  method: RowOfUser,
  sealed: Buffer,
): readonly [number, number] => deposits.open(deps, method, sealed);

/** Returns a fingerprint that is equal for the same account, however it was typed. */
export const accountFingerprint = (
  deps: Pick<Deps, 'vault'>,
  { routing_number, account_number }: AccountNumbers,
): Buffer => deps.vault.fingerprint('payment method', `ach ${routing_number} ${account_number}`);
