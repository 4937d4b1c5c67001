/**
 * Deletes rows that nobody reads any more. Every server runs it at its start, hourly, and after each advance
 * of the test clock. Running it on two servers at once does no harm.
 */
import type { Queryable } from '../ports/database.ts';
import { sweepErased } from './erase-user.ts';
import { sweepKnownBrowsers } from './known-browsers.ts';

/** Answers to repeated requests that are older than `answersBefore` are deleted. */
export async function sweep(db: Queryable, now: Date, answersBefore: Date): Promise<void> {
  await db.query('delete from idempotency_keys where created < $1', [answersBefore]);
  await db.query('delete from rate_limits where expires_at <= $1', [now]);
  // A session that cannot be refreshed any more takes its codes along. An unused code of a session that goes
  // on stays, because the payee is told that it has expired.
  await db.query('delete from sessions where ends_at <= $1', [now]);
  await db.query('delete from codes where used is not null');
  await db.query('delete from drafts where expires_at <= $1', [now]);
  await db.query('delete from verification_tokens where expires_at <= $1', [now]);
  await sweepKnownBrowsers(db, now);
  await sweepErased(db, now);
}
