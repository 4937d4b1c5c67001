/** Nothing is kept for ever that need not be, and every table has its line in docs/retention.md. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { removePayoutMethod } from '../../../src/server/db/payout-methods.ts';
import { sweep } from '../../../src/server/db/sweep.ts';
import { erasePapers } from '../../../src/server/papers/erase.ts';
import { removeOldLinks } from '../../../src/server/payee/manage-payments/retention.ts';
import { kinds, settingOf, terms, usualRetention } from '../../../src/server/ports/retention.ts';
import { addMethod, addUser } from '../ledger/support.ts';
import { bankAccount, introduced, newFlow, newPhone, openFlow, profile } from '../payee/payee.ts';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';

const otherPhone = { ...newPhone, phone_number: '(415) 555-0103' };
const days = (count: number) => count * 24 * 3_600_000;
const rows = readFileSync('docs/retention.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (?:-|what +\|)/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

const count = async ({ db }: TestServer, table: string): Promise<number> =>
  (await db.query(`select 1 from ${table}`)).length;

/** Lets so many days go by, and removes what is too old then. */
const after = async ({ db, clock, deps }: TestServer, passed: number, size?: number) => {
  clock.advance(days(passed));
  await erasePapers(deps);
  await sweep(db, clock.now(), usualRetention, size);
};

describe('docs/retention.md', () => {
  test('has every table, and no other', async () => {
    const { db } = await createTestServer();
    const tables = await db.query<{ name: string }>(
      'select table_name as name from information_schema.tables where table_schema = current_schema()',
    );
    const told = rows.flatMap(([, cell = '']) => cell.split(', ').map((name) => name.replaceAll('`', '')));
    // One is of these tests.
    const ours = tables.map(({ name }) => name).filter((name) => name !== 'test_jobs');
    assert.deepEqual([...new Set(told)].sort(), ours.sort());
  });

  test('has every setting, as it is', () => {
    const told = rows.flatMap(([, , kept = '', setting = '']) =>
      setting === '' ? [] : [`${/^\d+/.exec(kept)?.[0]} ${setting}`],
    );
    const known = kinds.map((kind) => {
      const { days: usual, least, most } = terms[kind];
      return `${usual} \`${settingOf(kind)}\` (${least} to ${most})`;
    });
    assert.deepEqual(told, known);
  });
});

describe('is removed in its time:', () => {
  test('a webhook message with its deliveries, once nobody tries any more', async () => {
    const server = await createTestServer();
    const endpoint = await server.asPartner('POST', '/v2/webhook-endpoints', {
      url: 'https://shop.example/',
    });
    assert.equal(endpoint.status, 201);
    await introduced(server, ['manage-payouts']);
    const messages = await count(server, 'webhook_messages');
    const deliveries = await count(server, 'webhook_deliveries');
    assert.ok(messages > 1 && deliveries > 1);
    await after(server, 91);
    assert.equal(await count(server, 'webhook_deliveries'), deliveries, 'they were never tried');
    await server.runDueJobs();
    await after(server, 0, 1);
    assert.deepEqual(
      [await count(server, 'webhook_messages'), await count(server, 'webhook_deliveries')],
      [0, 0],
    );
  });

  test('a flow of nobody, and not that of a payee', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['manage-payouts']);
    const left = await newFlow(server, ['manage-payouts']);
    await openFlow(server, left.id);
    await after(server, 364);
    assert.equal(await count(server, 'flows'), 2);
    await after(server, 1);
    assert.deepEqual(await server.db.query('select id from flows'), [{ id: payee.flowId }]);
  });

  test('the steps of a flow that is over, which can be opened all the same', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['onboarding']);
    assert.equal(payee.seen.flow.status, 'completed');
    const goesOn = await introduced(server, ['compliance'], profile, otherPhone);
    assert.equal(await count(server, 'completions'), 4);
    await after(server, 730);
    assert.equal(await count(server, 'completions'), 4);
    await after(server, 1);
    const left = await server.db.query('select distinct flow_id as id from completions');
    assert.deepEqual(left, [{ id: goesOn.flowId }]);
    const back = await openFlow(server, payee.flowId);
    assert.deepEqual([back.seen.flow.status, back.seen.completions], ['completed', []]);
  });

  test('the number of a removed account, unless something is on its way there', async () => {
    const server = await createTestServer();
    const user = await addUser(server);
    const method = await addMethod(server, user);
    await server.asPartner('POST', '/v2/transfers', { user_id: user.id, amount: -10_000 });
    const paid = await server.asPartner('POST', '/v2/payouts', {
      user_id: user.id,
      amount: 2_500,
      platform: 'ach',
    });
    assert.equal(paid.status, 201);
    await removePayoutMethod(server.db, user.id, method.id, server.clock.now());
    const kept = async () => {
      const [row] = await server.db.query<{ bytes: number; masked: string }>(
        'select length(details_sealed) as bytes, masked from payout_methods',
      );
      return [(row?.bytes ?? 0) > 0, row?.masked];
    };
    await after(server, 90);
    assert.deepEqual(await kept(), [true, '••• 6789']);
    await server.runDueJobs();
    server.clock.advance(3_000);
    await server.runDueJobs();
    await after(server, 0);
    assert.deepEqual(await kept(), [false, '••• 6789']);
  });

  test('an authorization two years after it ended, and none that goes on', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['manage-payments']);
    const { current } = payee.seen;
    assert.equal(current?.step, 'manage-payments');
    const agreed = { source: 'manual', consent: true, mandate_version: current.mandate.version };
    const { routing_number, account_type } = bankAccount;
    for (const account_number of ['000123456789', '000444444442'])
      await payee.does('/session/payment-methods', {
        ...agreed,
        routing_number,
        account_type,
        account_number,
      });
    const now = payee.seen.current;
    assert.equal(now?.step, 'manage-payments');
    await payee.does(`/session/payment-methods/${now.methods[0]?.id}`, undefined, 'DELETE');
    await after(server, 730);
    assert.equal(await count(server, 'payment_methods'), 2);
    await after(server, 1);
    assert.equal(await count(server, 'payment_methods'), 1);
  });

  test('a sign-in at a bank that nobody ended, which the bank is told', async () => {
    const first = await createTestServer();
    const { bankLinks } = first.deps.providers;
    assert.ok(bankLinks);
    const ended: string[] = [];
    const end = async (reference: string) => {
      ended.push(reference);
      if (ended.length === 1) throw new Error('The bank cannot be reached.');
    };
    const providers = { ...first.deps.providers, bankLinks: { ...bankLinks, end } };
    const server = await createTestServer({ deps: { ...first.deps, providers } });
    const payee = await introduced(server, ['manage-payments']);
    await payee.does('/session/bank-link', { institution_id: 'sandbox-meadow' });
    first.clock.advance(days(1) - 1);
    await removeOldLinks(server.deps);
    assert.deepEqual([ended.length, await count(server, 'bank_links')], [0, 1]);
    first.clock.advance(1);
    await removeOldLinks(server.deps);
    assert.deepEqual([ended.length, await count(server, 'bank_links')], [1, 1]);
    await removeOldLinks(server.deps);
    assert.deepEqual([ended.length, await count(server, 'bank_links')], [2, 0]);
  });

  test('what is left of texts, forms, links to a phone and messages of a vendor', async () => {
    const server = await createTestServer();
    const { db, clock } = server;
    const payee = await introduced(server, ['manage-payouts']);
    const [id, flow, now] = [randomUUID(), payee.flowId, clock.now()];
    await db.query(
      "insert into notifications (id, flow_id, step, about, created, sent) values ($1, $2, 'payout', 'x', $3, $3)",
      [id, flow, now],
    );
    await db.query(
      `insert into documents (id, app_id, flow_id, step, created, file_name, size, sha256, values_sealed, content_sealed)
       values ($1, $2, $3, 'pdf-form-fill', $4, 'form.pdf', 1, '', '', '')`,
      [id, server.partner.id, flow, now],
    );
    await db.query(
      "insert into handoffs (id, flow_id, created, expires_at, token_hash, code) values ($1, $2, $3, $3, '', '1234')",
      [id, flow, now],
    );
    await db.query(
      "insert into id_checks (id, flow_id, number, created, status) values ($1, $2, 1, $3, 'submitted')",
      [id, flow, now],
    );
    await db.query("insert into id_provider_messages (id, check_id, created) values ('m', $1, $2)", [
      id,
      now,
    ]);
    const left = async () => {
      const tables = ['handoffs', 'documents', 'notifications', 'id_provider_messages'];
      return Promise.all(tables.map((table) => count(server, table)));
    };
    await after(server, 0.5);
    assert.deepEqual(await left(), [1, 1, 1, 1]);
    await after(server, 0.5);
    assert.deepEqual(await left(), [0, 1, 1, 1]);
    await after(server, 29);
    assert.deepEqual(await left(), [0, 0, 1, 1]);
    await after(server, 60);
    assert.deepEqual(await left(), [0, 0, 0, 0]);
  });
});
