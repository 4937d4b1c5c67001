/**
 * What a short journey does not leave behind: rows of the other steps, and the rare ones that lists look
 * for.
 */
import { randomUUID } from 'node:crypto';
import type { Database } from '../../../src/server/ports/database.ts';
import type { Payee } from './journey.ts';
import { clean } from './rows.ts';
import type { Served } from './served.ts';

/** A row in each table that the journey left empty. */
export async function leaveMore(server: Served, { userId, flowId }: Payee): Promise<void> {
  const { db } = server.deps;
  await server.call('GET', `/users/${userId}`);
  const now = server.deps.clock.now();
  const check = randomUUID();
  const upload = randomUUID();
  const batch = randomUUID();
  const match = randomUUID();
  const run = randomUUID();
  const [session] = await db.query<{ id: string }>('select id from sessions');
  const what = { routing_number: '110000000', account_number: '000123456789', account_type: 'checking' };
  const who = { first_name: 'Jane', last_name: 'Doe', date_of_birth: '1990-04-12', ssn: '123456789' };
  const sealed = server.deps.vault.seal(
    { what: '', owner: '' },
    JSON.stringify({
      ...what,
      ...who,
      address: { line_1: '1 Main Street', city: 'Springfield', state: 'IL' },
    }),
  );
  const rows: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    background_checks: {
      ...{ id: check, user_id: userId, flow_id: flowId, created: now, updated: now, status: 'clear' },
      ...{ details_sealed: sealed, ssn_last4: '6789', reference: `report ${randomUUID()}` },
    },
    bank_links: {
      ...{ flow_id: flowId, id: randomUUID(), created: now, institution_id: 'sandbox-meadow' },
      ...{ institution_name: 'Meadow Bank', reference_sealed: sealed, state: '{}' },
    },
    documents: {
      ...{ id: randomUUID(), app_id: server.partner.id, user_id: userId, flow_id: flowId, created: now },
      ...{ step: 'pdf-form-fill', confirmed: now, file_name: 'form.pdf', size: 1, sha256: '' },
      ...{ values_sealed: sealed, content_sealed: sealed },
    },
    drafts: {
      ...{ flow_id: flowId, step: 'onboarding', values_sealed: sealed },
      expires_at: new Date(now.getTime() + 100 * 24 * 3_600_000),
    },
    handoffs: {
      ...{ id: randomUUID(), flow_id: flowId, created: now, expires_at: now, code: '1234' },
      ...{ token_hash: Buffer.alloc(32), session_id: session?.id },
    },
    id_checks: { id: check, flow_id: flowId, number: 1, created: now, status: 'verified', decided: now },
    id_uploads: {
      ...{
        id: upload,
        check_id: check,
        side: 'front',
        created: now,
        size: 9,
        received: 9,
        state: 'complete',
      },
      delete_at: new Date(now.getTime() + 100 * 24 * 3_600_000),
    },
    id_upload_parts: { upload_id: upload, start: 0, sealed: sealed },
    id_images: { id: upload, sealed: sealed },
    id_provider_messages: { id: randomUUID(), check_id: check, created: now },
    idempotency_keys: {
      ...{ scope: server.partner.id, key: 'order', created: now, request_hash: Buffer.alloc(32) },
      ...{ status: 201, body_sealed: sealed },
    },
    notifications: {
      ...{ id: randomUUID(), flow_id: flowId, step: 'payout', about: randomUUID(), created: now },
      ...{ sent: now, language: 'en', text: 'Your payout is on its way.' },
    },
    payment_customers: {
      ...{ id: randomUUID(), app_id: server.partner.id, created: now, updated: now, user_id: userId },
      details_sealed: sealed,
    },
    payout_batches: {
      ...{ id: batch, app_id: server.partner.id, created: now, request_hash: Buffer.alloc(32) },
    },
    payout_batch_items: {
      ...{ batch_id: batch, number: 1, user_id: userId, idempotency_key: randomUUID(), request: '{}' },
      ...{ state: 'ended', error_code: 'user-info-missing' },
    },
    payment_methods: {
      ...{ id: randomUUID(), user_id: userId, created: now, source: 'link', details_sealed: sealed },
      ...{ fingerprint: Buffer.alloc(32), masked: '••• 6789', account_type: 'checking', status: 'verified' },
      ...{ mandate_version: '1', mandate_text: '["I agree."]', mandate_accepted: now, flow_id: flowId },
    },
    screening_matches: {
      ...{ id: match, app_id: server.partner.id, user_id: userId, created: now, updated: now },
      ...{ role: 'person', name_sealed: sealed, fingerprint: Buffer.alloc(32), list: 'SDN', entry: '7' },
      ...{ verdict: 'in_review', state: 'released' },
    },
    screening_decisions: {
      ...{ id: randomUUID(), match_id: match, created: now, state: 'released', reason: 'Somebody else.' },
    },
    tax_returns: {
      ...{ id: run, app_id: server.partner.id, created: now, year: 2025, form: '1099-nec', payer: '{}' },
      ...{ originals: 1, corrections: 0, without_number: 0 },
    },
    tax_uploads: {
      ...{ id: randomUUID(), user_id: userId, flow_id: flowId, created: now, form: 'w8eci', size: 9 },
      ...{ state: 'replaced', sha256: '', file_sealed: sealed },
    },
    tax_return_rows: { return_id: run, number: 1, user_id: userId, line: '', kind: 'original', boxes: '{}' },
    verification_tokens: {
      ...{ id: randomUUID(), user_id: userId, created: now, code_hash: Buffer.alloc(32) },
      expires_at: new Date(now.getTime() + 100 * 24 * 3_600_000),
    },
  };
  for (const [table, row] of Object.entries(rows)) {
    const places = Object.keys(row).map((_, at) => `$${at + 1}`);
    await db.query(
      `insert into ${table} (${Object.keys(row).join(', ')}) values (${places.join(', ')})`,
      Object.values(row),
    );
  }
  // Money that nobody has claimed yet, and a message about it.
  await server.call('POST', '/payout-links', { amount: 100, user_id: userId, delivery: { method: 'all' } });
  await server.runJobs();
  // A flow that never got to a user.
  await server.call('POST', '/flows', { steps: ['onboarding'] });
  // What is thrown away within a day is not thrown away by the sweep of a bench.
  const later = `interval '100 days'`;
  await db.script(`update sessions set ends_at = ends_at + ${later}, expires_at = expires_at + ${later};
    update codes set expires_at = expires_at + ${later}, used = null;
    update rate_limits set expires_at = expires_at + ${later};
    update payout_links set expires_at = expires_at + ${later};
    update transfers set look_at = look_at + ${later} where payout_link_id is not null`);
}

/**
 * Makes ten of each thing that is rare, and as many of all sizes: the oldest, so that whoever goes through
 * the rest to find them takes ever longer. A fifth of the users, the newest, were deleted six years ago.
 */
export async function makeRare(db: Database): Promise<void> {
  const oldest = (table: string, from: number, order = 'created, id') =>
    `id in (select id from ${table} order by ${order} offset ${from} limit 10)`;
  const gone = 'select id from gone';
  const changes = [
    `update users set ofac_status = 'flagged' where ${oldest('users', 0)}`,
    `update users set ofac_status = 'in_review' where ${oldest('users', 10)}`,
    `update users set phone_verified = false where ${oldest('users', 20)}`,
    'create temp table gone on commit drop as select id from users order by created desc, id offset 1 limit (select count(*) / 5 from users)',
    'analyze gone',
    `update users set deleted = created - interval '6 years', phone_e164 = '' where id in (${gone})`,
    `delete from tax_forms where user_id in (${gone})`,
    `delete from tax_uploads where user_id in (${gone})`,
    `delete from background_checks where user_id in (${gone})`,
    `delete from payment_methods where user_id in (${gone})`,
    `delete from payment_customers where user_id in (${gone})`,
    `delete from screening_matches where user_id in (${gone})`,
    `update payout_batches set look_at = created where ${oldest('payout_batches', 0)}`,
    `delete from id_uploads where check_id in (select c.id from id_checks c join flows f on f.id = c.flow_id where f.user_id in (${gone}))`,
    `update transfers set type = 'refill' where type = 'balance' and ${oldest('transfers', 0)}`,
    `update transfers set status = 'failed' where ${oldest('transfers', 20)}`,
    `update transfers set status = 'reversed' where ${oldest('transfers', 30)}`,
    `update transfers set status = 'flagged' where ${oldest('transfers', 40)}`,
    `update transfers set status = 'pending', look_at = created where ${oldest('transfers', 50)}`,
    `update payout_links set status = 'canceled' where ${oldest('payout_links', 0)}`,
    `update payout_links set status = 'funds_pending' where ${oldest('payout_links', 10)}`,
    `update webhook_deliveries set status = 'pending', next_attempt_at = created where ${oldest('webhook_deliveries', 0)}`,
    `update webhook_deliveries set status = 'failed' where ${oldest('webhook_deliveries', 10)}`,
    'delete from bank_links where ctid not in (select ctid from bank_links limit 10)',
  ];
  await db.transaction(async (tx) => {
    await tx.script('set local session_replication_role = replica; set local statement_timeout = 0');
    for (const change of changes) await tx.script(change);
  });
  await clean(db);
}
