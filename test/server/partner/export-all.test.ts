/** An export has something of every table, or the table is named here with why it has not. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { userExport } from '../../../src/contract/partner/export.ts';
import type { UserExport } from '../../../src/contract/partner/export.ts';
import { small } from '../../../tools/bench/server/rows.ts';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';
import { leaveTraces, traces, tracesIn } from './traces.ts';

/** The part of the export that has what is in the table. */
const exported: Readonly<Record<string, keyof UserExport>> = {
  background_checks: 'background_checks',
  documents: 'documents',
  flows: 'flows',
  id_checks: 'identity_checks',
  id_images: 'files',
  notifications: 'messages',
  papers: 'signatures',
  payment_customers: 'payment_customers',
  payment_methods: 'payment_methods',
  payout_batch_items: 'payout_rows',
  payout_link_messages: 'messages',
  payout_links: 'payout_links',
  payout_methods: 'payout_methods',
  screening_decisions: 'screening_matches',
  screening_matches: 'screening_matches',
  tax_forms: 'tax_forms',
  tax_return_rows: 'tax_returns',
  tax_returns: 'tax_returns',
  tax_uploads: 'tax_uploads',
  transfers: 'transfers',
  users: 'user',
};

const within = 'a part of something that is exported';
const brief = 'it is gone within a day, and says nothing else';
/** Of these nothing is exported. */
const left: Readonly<Record<string, string>> = {
  accesses: 'who read what of the user: GET /users/{id}/accesses has it, and ids alone',
  bank_links: brief,
  codes: brief,
  completions: within,
  drafts: brief,
  handoffs: brief,
  id_provider_messages: 'ids, of messages that were taken once',
  id_upload_parts: 'pictures that are not whole yet',
  id_uploads: within,
  idempotency_keys: brief,
  known_browsers: 'keyed hashes, which nobody can read',
  ledger_accounts: within,
  ledger_entries: within,
  ledger_movements: within,
  payout_batches: within,
  rate_limits: brief,
  replaced_tokens: brief,
  sessions: brief,
  tax_form_notices: 'what the partner was told of a form, and when',
  verification_tokens: brief,
  webhook_deliveries: 'what the partner was told',
  webhook_messages: 'what the partner was told, of what is exported',
};

describe('an export of somebody who did everything', () => {
  let server: TestServer;
  let all: UserExport;
  before(async () => {
    server = await createTestServer();
    const id = await leaveTraces(server);
    const answer = await server.asPartner('GET', `/v2/users/${id}/export`);
    all = userExport.parse(await answer.json());
  });

  test('has every table that grows, or it says why not', async () => {
    const tables = await server.db.query<{ name: string }>(
      `select table_name as name from information_schema.tables
       where table_schema = current_schema() and table_type = 'BASE TABLE'`,
    );
    const grown = tables.map(({ name }) => name).filter((name) => !small.has(name) && name !== 'test_jobs');
    assert.deepEqual(grown.sort(), [...Object.keys(exported), ...Object.keys(left)].sort());
  });

  test('has something in every part, and what it has is of them', () => {
    for (const part of new Set(Object.values(exported))) {
      const value = all[part];
      assert.ok(!Array.isArray(value) || value.length > 0, `${part} is empty`);
    }
    for (const part of ['signatures', 'screening_matches', 'payout_methods', 'tax_forms'] as const)
      assert.match(JSON.stringify(all[part]), traces, part);
    assert.deepEqual(
      all.tax_returns.map(({ form, kind, boxes }) => [form, kind, Object.values(boxes).includes(301_000)]),
      [['1099-nec', 'original', true]],
    );
  });

  test('leaves out no table that says something of them, but for a day or as a copy', async () => {
    const found = (await tracesIn(server)).map((column) => column.split('.')[0] ?? '');
    const missing = new Set(found.filter((table) => !(table in exported) && !small.has(table)));
    assert.deepEqual([...missing].sort(), ['codes', 'idempotency_keys', 'webhook_messages']);
  });
});
