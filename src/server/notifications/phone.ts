/** To which phone a payee is written. */
import { takesTexts } from '../../contract/steps/notifications.ts';
import type { FlowRow } from '../db/flows.ts';
import type { UserRow } from '../db/users.ts';

/** Returns the phone to which a text can be sent; null when there is none. */
export function textablePhone(
  flow: Pick<FlowRow, 'phone_e164' | 'phone_channel'>,
  user: Pick<UserRow, 'phone_e164' | 'phone_verified'> | null,
): string | null {
  const phone = user?.phone_e164 ?? flow.phone_e164;
  return takesTexts(flow.phone_channel, user?.phone_verified ?? false) ? phone : null;
}
