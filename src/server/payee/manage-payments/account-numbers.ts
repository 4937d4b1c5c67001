/**
 * The numbers of an account, sealed at rest and bound to their row. Bytes that are copied to another row do
 * not open. Only the job that sends deposits opens them here.
 */
import type { AccountType } from '../../../contract/bank/method-inputs.ts';
import type { Deps } from '../../ports/deps.ts';

export interface AccountNumbers {
  readonly routing_number: string;
  readonly account_number: string;
  readonly account_type: AccountType;
}

const purpose = (id: string) => `payment method ${id}`;

export const sealNumbers = (
  deps: Pick<Deps, 'vault'>,
  id: string,
  { routing_number, account_number, account_type }: AccountNumbers,
): Buffer => deps.vault.seal(purpose(id), JSON.stringify({ routing_number, account_number, account_type }));

export const openNumbers = (
  deps: Pick<Deps, 'vault'>,
  method: { readonly id: string; readonly details_sealed: Uint8Array },
): AccountNumbers => JSON.parse(deps.vault.open(purpose(method.id), method.details_sealed)) as AccountNumbers;

/** Returns a fingerprint that is equal for the same account, however it was typed. */
export const accountFingerprint = (
  deps: Pick<Deps, 'vault'>,
  { routing_number, account_number }: AccountNumbers,
): Buffer => deps.vault.fingerprint('payment method', `ach ${routing_number} ${account_number}`);
