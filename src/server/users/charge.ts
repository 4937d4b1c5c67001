/** Limits on what is asked of others about a payee, see `http/limits.ts`. */
import type { UserRow } from '../db/users.ts';
import { charge } from '../http/limits.ts';
import type { Limited } from '../http/limits.ts';
import { ProblemError } from '../../contract/input/problem-error.ts';
import type { Deps } from '../ports/deps.ts';

/** The phone counts beside the user, because a deleted user comes back with another id. */
export const chargeUser = (
  deps: Deps,
  what: Limited,
  user: Pick<UserRow, 'id' | 'app_id' | 'phone_e164'>,
): Promise<void> => charge(deps, what, { user: user.id, phone: user.phone_e164, app: user.app_id });

/**
 * Returns whether a request will ask somebody. Input with a mistake in it asks nobody, so that whoever
 * mistypes a date does not use up their tries; the mistake is answered where the input is read again.
 */
export async function willAsk(read: () => boolean | Promise<boolean>): Promise<boolean> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof ProblemError) return false;
    throw error;
  }
}
