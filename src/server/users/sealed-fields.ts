/**
 * What is sealed at rest about a user, besides tax forms and payout methods: the date of birth and the
 * address.
 */
import type { UserAddress } from '../../contract/partner/user-requests.ts';
import type { UserRow } from '../db/users.ts';
import type { Deps } from '../ports/deps.ts';
import type { Place } from '../ports/vault.ts';

type Sealer = Pick<Deps, 'vault'>;

const place = (what: string, owner: string): Place => ({ what: `${what} of user ${owner}`, owner });

export const sealDateOfBirth = (deps: Sealer, userId: string, date: string): Buffer =>
  deps.vault.seal(place('date of birth', userId), date);

/** Returns `YYYY-MM-DD`; null when the partner gave none. */
export const openDateOfBirth = (
  deps: Sealer,
  user: Pick<UserRow, 'id' | 'date_of_birth_sealed'>,
): string | null =>
  user.date_of_birth_sealed && deps.vault.open(place('date of birth', user.id), user.date_of_birth_sealed);

export const sealAddress = (deps: Sealer, userId: string, address: UserAddress): Buffer =>
  deps.vault.seal(place('address', userId), JSON.stringify(address));

export const openAddress = (deps: Sealer, user: Pick<UserRow, 'id' | 'address_sealed'>): UserAddress | null =>
  user.address_sealed &&
  (JSON.parse(deps.vault.open(place('address', user.id), user.address_sealed)) as UserAddress);
