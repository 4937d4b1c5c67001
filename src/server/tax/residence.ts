import { countryOfPhone } from '../../contract/forms/phone.ts';
import type { UserRow } from '../db/users.ts';

/**
 * Returns where the payee lives, as ISO alpha-2; null while it is not known. A user whom the partner created
 * without a country is taken to live where the phone does.
 */
export function countryOf(user: Pick<UserRow, 'country' | 'phone_e164'> | null): string | null {
  return user ? (user.country ?? countryOfPhone(user.phone_e164)) : null;
}
