/** Payout methods to which nothing is sent yet, because they are new. */
import { usableFrom } from '../../contract/bank/new-methods.ts';
import type { Queryable } from '../ports/database.ts';

/** Returns whether the user has, or has had, any payout method. */
export async function hadMethods(db: Queryable, userId: string): Promise<boolean> {
  const rows = await db.query(`select from payout_methods where user_id = $1 limit 1`, [userId]);
  return rows.length > 0;
}

/**
 * Returns from when money goes to the user's new methods, by their ids. A removed one counts as one that the
 * user had. The same account, added anew, does not count as another.
 */
export async function newMethodsOf(
  db: Queryable,
  userId: string,
  waitMs: number,
  now: Date,
): Promise<ReadonlyMap<string, Date>> {
  const waiting = new Map<string, Date>();
  if (waitMs === 0) return waiting;
  const rows = await db.query<{ id: string; known_since: Date; first: boolean; user_created: Date }>(
    `select m.id, m.known_since, u.created as user_created,
       not exists (select from payout_methods o
         where o.user_id = m.user_id and o.number < m.number and o.fingerprint <> m.fingerprint) as first
     from payout_methods m join users u on u.id = m.user_id
     where m.user_id = $1 and m.removed is null and m.known_since > $2`,
    [userId, new Date(now.getTime() - waitMs)],
  );
  for (const { id, known_since: knownSince, first: isFirst, user_created: userCreated } of rows) {
    const from = usableFrom({ knownSince, isFirst, userCreated }, waitMs, now);
    if (from) waiting.set(id, from);
  }
  return waiting;
}
