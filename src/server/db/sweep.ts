/**
 * Deletes rows that nobody reads any more. Every server runs it at its start, hourly, and after each advance
 * of the test clock. Running it on two servers at once does no harm. `docs/retention.md` says what is kept
 * for how long, and a test holds that it names every table.
 */
import { tooOld, usualRetention, type Retention } from '../ports/retention.ts';
import type { Queryable } from '../ports/database.ts';
import { bite, deleteFrom, inBites } from './bites.ts';
import { sweepErased } from './erase-user.ts';
import { forgetOldLinks } from './forget-links.ts';
import { endSecrets, sweepEndpoints } from './webhooks.ts';

/** A link to a phone is good for ten minutes. The screen that showed it may say so for longer. */
const handoffMs = 24 * 60 * 60 * 1000;

export async function sweep(
  db: Queryable,
  now: Date,
  retention: Retention = usualRetention,
  size = bite,
): Promise<void> {
  const remove = (table: string, where: string, before: Date = now) =>
    inBites(db, size, `from ${table} t where ${where}`, deleteFrom(table), [before]);

  await remove('idempotency_keys', 't.created < $1', tooOld(retention, 'answers', now));
  await remove('rate_limits', 't.expires_at <= $1');
  // A session that cannot be refreshed any more takes its codes along. An unused code of a session that goes
  // on stays, because the payee is told that it has expired.
  await remove('sessions', 't.ends_at <= $1');
  await remove('codes', 't.used <= $1');
  await remove('drafts', 't.expires_at <= $1');
  await remove('verification_tokens', 't.expires_at <= $1');
  // A step that goes on on the phone has its session.
  await remove(
    'handoffs',
    't.session_id is null and t.expires_at <= $1',
    new Date(now.getTime() - handoffMs),
  );
  await remove('known_browsers', 't.seen <= $1', tooOld(retention, 'browsers', now));

  await remove('accesses', 't.created <= $1', tooOld(retention, 'accesses', now));

  await sweepEndpoints(db, size);
  await endSecrets(db, now);
  const messages = tooOld(retention, 'messages', now);
  // By app, because that is how they are sorted. What is still tried stays.
  await inBites(
    db,
    size,
    `from apps a join webhook_messages t on t.app_id = a.id and t.created <= $1
     where not exists (select from webhook_deliveries d join webhook_endpoints e on e.id = d.endpoint_id
       where d.message_id = t.id and d.status = 'pending' and e.enabled)`,
    deleteFrom('webhook_messages'),
    [messages],
  );
  await remove('notifications', 't.created <= $1', messages);
  await remove('payout_link_messages', 't.created <= $1', messages);
  await remove('id_provider_messages', 't.created <= $1', messages);

  await remove('documents', 't.confirmed is null and t.created <= $1', tooOld(retention, 'documents', now));
  await remove(
    'flows',
    `t.user_id is null and t.created <= $1 and t.updated <= $1
       and not exists (select from documents d where d.flow_id = t.id and d.confirmed is not null)
       and not exists (select from id_checks c where c.flow_id = t.id)
       and not exists (select from payout_links l where l.id = t.payout_link_id
         and l.status not in ('claimed', 'reversed', 'canceled', 'expired', 'failed'))`,
    tooOld(retention, 'flows', now),
  );
  // Each with up to 5,000 rows.
  await inBites(
    db,
    1,
    'from payout_batches t where t.created <= $1 and t.look_at is null',
    deleteFrom('payout_batches'),
    [tooOld(retention, 'batches', now)],
  );
  await forgetOldLinks(db, tooOld(retention, 'flows', now), size);
  await remove(
    'payment_methods',
    `t.removed <= $1 and not exists (select from papers p where p.subject_id = t.id and p.record_sealed <> '')`,
    tooOld(retention, 'authorizations', now),
  );
  // The row stays for the books. What is on its way, or may come back, still needs to know where.
  await inBites(
    db,
    size,
    `from payout_methods t where t.removed <= $1 and t.details_sealed <> ''
       and not exists (select from transfers p where p.payout_method_id = t.id
         and (p.look_at is not null or p.status in ('created', 'pending', 'flagged')))`,
    (rows) => `update payout_methods set details_sealed = '' where ctid = ${rows} returning 1`,
    [tooOld(retention, 'methods', now)],
  );
  // The flow stays, and says by itself that its steps are gone.
  await inBites(
    db,
    size,
    `from flows t where t.steps_kept and t.status in ('completed', 'canceled') and t.created <= $1 and t.updated <= $1`,
    (rows) => `with over as (update flows set steps_kept = false where ctid = ${rows} returning id),
       gone as (delete from completions where flow_id in (select id from over))
     select from over`,
    [tooOld(retention, 'completions', now)],
  );
  await sweepErased(db, now, size);
}
