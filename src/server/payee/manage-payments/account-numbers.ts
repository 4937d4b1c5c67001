/**
 * The numbers of an account, sealed at rest and bound to their row. Bytes that are copied to another row do
 * not open. Only the job that sends deposits opens them here.
 */
import type { AccountType } from '../../../contract/bank/method-inputs.ts';
import type { Deps } from '../../ports/deps.ts';
import type { Place } from '../../ports/vault.ts';

export interface AccountNumbers {
  readonly routing_number: string;
  readonly account_number: string;
  readonly account_type: AccountType;
}

const place = ({ id, user_id }: { readonly id: string; readonly user_id: string }): Place => ({
  what: `payment method ${id}`,
  owner: user_id,
});

export const sealNumbers = (
  deps: Pick<Deps, 'vault'>,
  method: { readonly id: string; readonly user_id: string },
  { routing_number, account_number, account_type }: AccountNumbers,
): Buffer => deps.vault.seal(place(method), JSON.stringify({ routing_number, account_number, account_type }));

export const openNumbers = (
  deps: Pick<Deps, 'vault'>,
  method: { readonly id: string; readonly user_id: string; readonly details_sealed: Uint8Array },
): AccountNumbers => JSON.parse(deps.vault.open(place(method), method.details_sealed)) as AccountNumbers;

const depositsPlace = ({ id, user_id }: { readonly id: string; readonly user_id: string }): Place => ({
  what: `deposits ${id}`,
  owner: user_id,
});

/** The two amounts, in cents. */
export const sealDeposits = (
  deps: Pick<Deps, 'vault'>,
  method: { readonly id: string; readonly user_id: string },
  amounts: readonly [number, number],
): Buffer => deps.vault.seal(depositsPlace(method), JSON.stringify(amounts));

export const openDeposits = (
  deps: Pick<Deps, 'vault'>,
  method: { readonly id: string; readonly user_id: string },
  sealed: Buffer,
): [number, number] => JSON.parse(deps.vault.open(depositsPlace(method), sealed)) as [number, number];

/** Returns a fingerprint that is equal for the same account, however it was typed. */
export const accountFingerprint = (
  deps: Pick<Deps, 'vault'>,
  { routing_number, account_number }: AccountNumbers,
): Buffer => deps.vault.fingerprint('payment method', `ach ${routing_number} ${account_number}`);
