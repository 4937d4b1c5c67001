/** Everything that is sealed is sealed anew under another key, and the old key may go. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, test } from 'node:test';
import { disclosureVersion } from '../../../src/contract/steps/background-check.ts';
import type { RequirementOf } from '../../../src/contract/steps/session.ts';
import { keyOf, sealedColumns, sealedKinds, sealedOtherwise } from '../../../src/server/db/sealed.ts';
import type { Database } from '../../../src/server/ports/database.ts';
import type { Vault } from '../../../src/server/ports/vault.ts';
import { ConfigError } from '../../../src/server/start/known.ts';
import { openVault } from '../../../src/server/start/open-vault.ts';
import { reseal } from '../../../src/server/start/reseal.ts';
import { resealDatabase } from '../../../src/server/start/reseal-database.ts';
import { simplePdf } from '../../support/pdf-forms.ts';
import { png } from '../../support/images.ts';
import { begins, chooses, sends, uploads } from '../payee/identity.ts';
import { bankAccount, introduced, person, profile } from '../payee/payee.ts';
import { allowedOrigin, basicAuth, createTestServer, sharedDatabase } from '../support.ts';
import type { TestServer } from '../support.ts';

const key = (byte: number) => new Uint8Array(32).fill(byte);
let db: Database;
let server: TestServer;
let vault: Vault;

beforeEach(async () => {
  db = await sharedDatabase();
  await db.query('delete from sealing_key');
  vault = await openVault(db, [key(1)]);
  server = await createTestServer({ deps: { vault } });
});

/** Makes at least one of everything that is sealed. */
async function everything(): Promise<void> {
  const made = await server.asPartner('POST', '/v2/users', {
    ...{ first_name: 'Ada', last_name: 'Example', email: 'ada@example.com', date_of_birth: '1990-04-12' },
    ...{ country_code: '1', phone_number: '2025550123' },
  });
  const { id } = (await made.json()) as { id: string };
  const home = {
    line_1: '1 Main Street',
    city: 'Springfield',
    state: 'IL',
    country: 'US',
    postcode: '62701',
  };
  await server.asPartner('PUT', `/v2/users/${id}/addresses`, home);
  await server.asPartner('POST', '/v2/payment-customers', { user_id: id, business_name: 'Review Studio' });
  const hooks = await server.asPartner('POST', '/v2/webhook-endpoints', { url: 'https://example.com/hooks' });
  const endpoint = (await hooks.json()) as { id: string };
  for (let times = 0; times < 2; times += 1)
    await server.asPartner('POST', `/v2/webhook-endpoints/${endpoint.id}/rotate-secret`);
  await server.asPartner('POST', '/v2/flows', { steps: ['onboarding'] }, { 'idempotency-key': 'once' });

  const file = await server.app.request('/v2/pdf-templates', {
    method: 'POST',
    headers: { authorization: basicAuth(), 'content-type': 'application/pdf' },
    body: new Uint8Array(await simplePdf()),
  });
  const { id: template_id } = (await file.json()) as { id: string };
  const payee = await introduced(server, [
    { name: 'pdf-form-fill', template_id },
    'compliance',
    'background-check',
    'manage-payouts',
    'manage-payments',
    'id-verification',
  ]);
  await payee.does('/session/pdf-form-fill', { f1: 'Ada' });
  await payee.does('/session/pdf-form-fill/confirm', { consent: true });
  const kept = await payee.call('PUT', '/session/draft', { step: 'compliance', values: { city: 'Oslo' } });
  assert.equal(kept.status, 200);
  const draft = await introduced(
    server,
    ['compliance'],
    { ...profile, email: 'draft@example.com' },
    {
      country: 'US',
      phone_number: '415 555 0199',
    },
  );
  await draft.call('PUT', '/session/draft', { step: 'compliance', values: { city: 'Oslo' } });
  await payee.does('/session/compliance', person);
  const disclosed = { disclosure_version: disclosureVersion };
  await payee.does('/session/background-check/disclosure', disclosed);
  await payee.does('/session/background-check/authorization', {
    ...disclosed,
    signature: 'Jane Doe',
    consent: true,
  });
  await server.runDueJobs();
  await payee.does('/session', undefined, 'GET');
  await payee.does('/session/payout-methods', bankAccount);
  await payee.does('/session/manage-payouts');
  const { mandate } = payee.seen.current as RequirementOf<'manage-payments'>;
  await payee.does('/session/payment-methods', {
    ...{
      source: 'manual',
      routing_number: '110000000',
      account_number: '000123456789',
      account_type: 'checking',
    },
    ...{ mandate_version: mandate.version, consent: true },
  });
  await server.runDueJobs();
  await payee.does('/session/bank-link', { institution_id: 'sandbox-lantern' });

  const elsewhere = await introduced(
    server,
    ['compliance'],
    { ...profile, email: 'form@example.com' },
    { country: 'US', phone_number: '415 555 0197' },
  );
  const sent = await server.app.request('/v2/session/compliance/upload?form=w8eci', {
    method: 'PUT',
    headers: {
      ...{ origin: allowedOrigin, authorization: `Bearer ${elsewhere.token}` },
      'content-type': 'application/pdf',
    },
    body: new Uint8Array(await simplePdf()),
  });
  assert.equal(sent.status, 201, await sent.clone().text());
  const theirs = `/v2/users/${elsewhere.seen.flow.user_id}/tax-uploads`;
  const { data } = (await (await server.asPartner('GET', theirs)).json()) as { data: { id: string }[] };
  const approve = `${theirs}/${data[0]?.id}/approve`;
  assert.ok((await server.asPartner('POST', approve, { reason: 'Read.', name: 'Jane Doe' })).ok);

  const shown = await introduced(
    server,
    ['id-verification'],
    { ...profile, email: 'id@example.com' },
    {
      country: 'US',
      phone_number: '415 555 0198',
    },
  );
  await chooses(shown);
  await uploads(server, shown, 'front');
  const large = png(900, 700, { grey: (x, y) => (x * 7919 + y * 104729 + x * y) % 251 });
  const { upload_id } = await begins(shown, 'selfie', large.length);
  await sends(server, shown, upload_id, 0, large.subarray(0, 1000));
}

/** Every value of the database, by kind. */
async function sealedIn(): Promise<Map<string, Buffer[]>> {
  const nothing = Buffer.alloc(5);
  const all = await Promise.all(
    sealedKinds.map(async (kind) => {
      const rows = await sealedOtherwise(db, kind, nothing, null, 1000);
      return [kind, rows.map(({ sealed }) => sealed)] as const;
    }),
  );
  return new Map(all);
}

describe('sealing anew', () => {
  test('knows every sealed column of the database', async () => {
    const columns = await db.query<{ name: string }>(
      `select table_name || '.' || column_name as name from information_schema.columns
       where table_schema = current_schema() and (column_name = 'sealed' or column_name like '%\\_sealed') order by 1`,
    );
    const known = Object.values(sealedColumns).map(({ table, column }) => `${table}.${column}`);
    assert.deepEqual(known.sort(), columns.map(({ name }) => name).sort());
  });

  test('leaves nothing that needs the old key, and everything opens with the new one alone', async () => {
    await everything();
    const before = await sealedIn();
    for (const [kind, values] of before) assert.ok(values.length > 0, `there is no ${kind}`);
    const fingerprint = vault.fingerprint('payout method', 'an account');

    const both = await openVault(db, [key(2), key(1)]);
    const { done, left } = await reseal(db, both);
    assert.deepEqual(left, {});
    assert.equal(done, [...before.values()].flat().length);
    assert.deepEqual(await reseal(db, both), { done: 0, left: {} });

    const alone = await openVault(db, [key(2)]);
    assert.deepEqual(alone.fingerprint('payout method', 'an account'), fingerprint);
    for (const values of (await sealedIn()).values())
      for (const value of values) assert.deepEqual(value.subarray(0, 5), alone.prefix);
    await assert.rejects(openVault(db, [key(1)]), ConfigError);
    const users = await server.db.query<{ id: string }>('select user_id as id from tax_forms');
    const later = await createLater(alone);
    const form = await later.asPartner('GET', `/v2/users/${users[0]?.id}/export`);
    assert.equal(form.status, 200);
    assert.ok((await form.text()).includes(person.tin.replaceAll('-', '')));
  });

  test('leaves alone what a server changes meanwhile, and goes on where it was', async () => {
    await everything();
    const both = await openVault(db, [key(2), key(1)]);
    const [row] = await sealedOtherwise(db, 'payout method', both.prefix, null, 1);
    assert.ok(row);
    const place = await db.query<{ user_id: string }>(
      'select user_id from payout_methods where id = $1',
      keyOf('payout method', row),
    );
    const changed = both.seal(
      { what: `payout method ${String(row['id'])}`, owner: place[0]?.user_id ?? '' },
      '{"changed":"meanwhile"}',
    );
    let isFirst = true;
    await reseal(db, {
      ...both,
      openBytes(at, sealed) {
        // Between reading the row and writing it.
        if (at.what.startsWith('payout method') && isFirst) {
          isFirst = false;
          void db.query('update payout_methods set details_sealed = $1', [changed]);
        }
        return both.openBytes(at, sealed);
      },
    });
    const [now] = await db.query<{ details_sealed: Buffer }>('select details_sealed from payout_methods');
    assert.deepEqual(now?.details_sealed, changed);
  });

  test('says what no key opens, and does the rest', async () => {
    await everything();
    const strange = await openVault(db, [key(1)]);
    await db.query('update tax_forms set pdf_sealed = $1', [
      Buffer.concat([Buffer.of(2, 9, 9, 9, 9), strange.prefix, Buffer.alloc(40)]),
    ]);
    const both = await openVault(db, [key(2), key(1)]);
    const { left } = await reseal(db, both);
    assert.deepEqual(left, { 'tax form pdf': 1 });
    for (const kind of sealedKinds)
      if (kind !== 'tax form pdf')
        assert.deepEqual(await sealedOtherwise(db, kind, both.prefix, null, 1), [], kind);
  });
});

test('the command says what it has done, and what to do', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'dots-flow-reseal-'));
  const keys = (...bytes: number[]) =>
    bytes.map((byte) => Buffer.from(key(byte)).toString('base64')).join(',');
  const run = async (list: string) => {
    const lines: string[] = [];
    const env = { DATA_DIR: dir, LOG_LEVEL: 'silent', DOTS_ENCRYPTION_KEYS: list };
    return { status: await resealDatabase(env, (line) => lines.push(line)), lines };
  };
  const last = (count: number) =>
    `Done: ${count} sealed anew. Nothing needs the keys behind the first one; they may go.`;
  assert.deepEqual(await run(keys(1)), { status: 0, lines: [last(0)] });
  assert.deepEqual(await run(keys(2, 1)), {
    status: 0,
    lines: ['1 sealed anew (fingerprint key)', '2 sealed anew (sample)', last(2)],
  });
  assert.deepEqual(await run(keys(2)), { status: 0, lines: [last(0)] });
  await assert.rejects(run(keys(1)), ConfigError);
  await rm(dir, { recursive: true });
});

/** A server that is started anew on what is there. */
const createLater = async (alone: Vault): Promise<TestServer> => {
  Object.assign(server.deps.vault, alone);
  return server;
};
