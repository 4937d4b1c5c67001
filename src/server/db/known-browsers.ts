/** The browsers in which a user was let in by a code. A browser is kept as its mark (`http/browser.ts`). */
import type { Queryable } from '../ports/database.ts';

export async function rememberBrowser(
  tx: Queryable,
  userId: string,
  browser: Buffer,
  now: Date,
): Promise<void> {
  await tx.query(
    `insert into known_browsers (user_id, browser, seen) values ($1, $2, $3)
     on conflict (user_id, browser) do update set seen = excluded.seen`,
    [userId, browser, now],
  );
}

export async function isKnownBrowser(db: Queryable, userId: string, browser: Buffer): Promise<boolean> {
  const rows = await db.query('select 1 from known_browsers where user_id = $1 and browser = $2', [
    userId,
    browser,
  ]);
  return rows.length > 0;
}

export async function forgetBrowser(tx: Queryable, userId: string, browser: Buffer): Promise<void> {
  await tx.query('delete from known_browsers where user_id = $1 and browser = $2', [userId, browser]);
}

export async function forgetBrowsersOf(tx: Queryable, userId: string): Promise<void> {
  await tx.query('delete from known_browsers where user_id = $1', [userId]);
}
