/** Tells whose money must not leave for now. */
import type { UserRow } from '../db/users.ts';

/**
 * A payee whose name is on a sanctions list, or who is suspected of fraud, is held: nobody pays them until
 * that is cleared (31 CFR chapter V: blocked property is neither paid out nor given back but held, as in
 * §§594.201 and 594.203, and its holder reports it within ten business days, §501.603(b)(1)). What comes in
 * is kept for them. The operator is responsible for blocking accounts that bear interest, for reporting and
 * for licences. This server only keeps the money where it is, for suspected names too, until they are
 * cleared. Whom the partner disabled waits too, until they are enabled.
 */
export function isHeld(user: Pick<UserRow, 'ofac_status' | 'status' | 'disabled'>): boolean {
  return user.disabled !== null || user.ofac_status !== 'unflagged' || user.status === 'in_review';
}
