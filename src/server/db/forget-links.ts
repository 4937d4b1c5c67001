/**
 * Takes out of payout links what is known of anybody. The links stay for the books, about nobody: their
 * money, and what became of it.
 */
import type { Queryable } from '../ports/database.ts';
import { inBites } from './bites.ts';

const forgotten = `first_name = null, last_name = null, email = null, phone_e164 = null, delivery_message = null,
  memo = null, description = null, metadata = null, names_kept = false`;

/** Of a user whom the partner deletes. What was open has been canceled. */
export async function eraseLinksOf(tx: Queryable, userId: string): Promise<void> {
  await tx.query(`update payout_links set ${forgotten} where user_id = $1`, [userId]);
  await tx.query(
    'delete from payout_link_messages where link_id = any(array(select id from payout_links where user_id = $1))',
    [userId],
  );
}

/** Of links that nobody has claimed, and that ended before `before`. */
export const forgetOldLinks = (db: Queryable, before: Date, size: number): Promise<void> =>
  inBites(
    db,
    size,
    `from payout_links t where t.names_kept and t.status in ('canceled', 'expired', 'failed') and t.updated <= $1`,
    (rows) => `update payout_links set ${forgotten} where ctid = ${rows} returning 1`,
    [before],
  );
