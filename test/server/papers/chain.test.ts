/** Everything that is signed has a link, and a byte that was changed anywhere in it is found. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { verifyPapers } from '../../../src/server/audit/verify.ts';
import type { Verified } from '../../../src/server/audit/verify.ts';
import { chainHead, papersAfter } from '../../../src/server/db/papers.ts';
import type { ChainHead } from '../../../src/server/db/papers.ts';
import { sweep } from '../../../src/server/db/sweep.ts';
import { openRecord } from '../../../src/server/papers/chain.ts';
import { erasePapers } from '../../../src/server/papers/erase.ts';
import { fingerprintKeyFrom, createVault } from '../../../src/server/start/vault.ts';
import { reseal } from '../../../src/server/start/reseal.ts';
import { foreigner, person } from '../payee/payee.ts';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';
import { flipOne, random } from './flip.ts';
import { signEverything, withMandate, withTaxForm } from './signed.ts';

const verify = ({ deps, partner }: TestServer): Promise<Verified> => verifyPapers(deps, partner.id);
const faults = async (server: TestServer) =>
  (await verify(server)).faults.map(({ fault, kind }) => `${fault} ${kind ?? 'chain'}`);
/** Whoever can write to the database can do this, too. */
const unguard = ({ db }: TestServer) => db.query('alter table papers disable trigger papers_final');
const guard = ({ db }: TestServer) => db.query('alter table papers enable trigger papers_final');

describe('what was signed', () => {
  let server: TestServer;
  before(async () => {
    server = await createTestServer();
    await signEverything(server);
  });

  test('has a link of each kind, and is as it was signed', async () => {
    const links = await papersAfter(server.db, server.partner.id, 0, 100);
    assert.deepEqual([...new Set(links.map(({ kind }) => kind))].sort(), [
      'background-check',
      'document',
      'mandate',
      'tax-form',
      'tax-form-pdf',
    ]);
    assert.deepEqual(
      links.map(({ number }) => number),
      links.map((_, index) => index + 1),
    );
    const { whole, erased, older, faults: found } = await verify(server);
    assert.deepEqual([whole, erased, older, found], [links.length, 0, 0, []]);
  });

  test('is found to be changed by one byte, wherever it is: 100 of 100', async () => {
    await unguard(server);
    // What was told of a form would hold its id.
    await server.db.query('delete from tax_form_notices');
    const next = random(20261130);
    const found: string[] = [];
    for (let n = 1; n <= 100; n += 1) {
      const { where, undo } = await flipOne(server.db, next);
      assert.notDeepEqual(await faults(server), [], `${where} was changed unnoticed (change ${n})`);
      found.push(where);
      await undo();
    }
    assert.equal(found.length, 100);
    assert.ok(new Set(found).size > 25, `few places were tried: ${new Set(found).size}`);
    assert.deepEqual(await faults(server), []);
    await guard(server);
  });

  test('is as it was signed after all was sealed anew, and the old key is gone', async () => {
    const old = new Uint8Array(32).fill(7);
    const keys = [new Uint8Array(32).fill(8), old];
    const vault = createVault(keys, fingerprintKeyFrom([old]));
    const { left } = await reseal(server.db, vault);
    assert.deepEqual(left, {});
    const alone = createVault(keys.slice(0, 1), fingerprintKeyFrom([old]));
    const { faults: found } = await verifyPapers({ db: server.db, vault: alone }, server.partner.id);
    assert.deepEqual(found, []);
  });
});

describe('a chain that somebody has cut', () => {
  let server: TestServer;
  let user: string;
  let early: ChainHead;
  let late: ChainHead;
  before(async () => {
    server = await createTestServer();
    await withTaxForm(server, person, 0);
    early = await chainHead(server.db, server.partner.id);
    user = await withTaxForm(server, foreigner, 1);
    late = await chainHead(server.db, server.partner.id);
  });

  /** Does this, returns what is found then, and undoes it. */
  async function after(
    ...statements: readonly (readonly [sql: string, ...params: unknown[]])[]
  ): Promise<Record<'found' | 'noted', string[]>> {
    const { db, deps, partner } = server;
    let found: Record<'found' | 'noted', string[]> | undefined;
    const undone = new Error('undone');
    const done = db.transaction(async (tx) => {
      await tx.query('alter table papers disable trigger papers_final');
      for (const [sql, ...params] of statements) await tx.query(sql, params);
      const names = ({ faults: list }: Verified) =>
        list.map(({ fault, kind }) => `${fault} ${kind ?? 'chain'}`);
      const read = { db: tx, vault: deps.vault };
      found = {
        found: names(await verifyPapers(read, partner.id)),
        noted: names(await verifyPapers(read, partner.id, late)),
      };
      throw undone;
    });
    await assert.rejects(done, undone);
    return found ?? { found: [], noted: [] };
  }

  test('lacks the link that was taken out', async () => {
    const { found } = await after(['delete from papers where number = 1']);
    assert.deepEqual(found, ['place tax-form', 'unlinked tax-form']);
  });

  test('lacks what was signed, or has it without a link', async () => {
    const gone = ['delete from tax_forms where user_id = $1', user] as const;
    assert.deepEqual((await after(gone)).found, ['missing tax-form']);
    const copied = `insert into tax_forms (id, user_id, created, form, fields_sealed, tin_status, tin_attempts)
      select gen_random_uuid(), user_id, created, form, fields_sealed, tin_status, tin_attempts from tax_forms`;
    assert.deepEqual((await after([copied])).found, ['unlinked tax-form', 'unlinked tax-form']);
  });

  test('looks like an earlier day where its end is gone, but not to whoever noted the head', async () => {
    const cut = [
      ['delete from papers where number = 2'],
      ['update paper_chains set number = 1, hash = $1', early.hash],
    ] as const;
    assert.deepEqual((await after(...cut)).found, ['unlinked tax-form'], 'the form itself is still there');
    const all = await after(...cut, ['delete from tax_forms where user_id = $1', user]);
    assert.deepEqual(all, { found: [], noted: ['head chain'] });
  });
});

test('the database refuses a change of a link, and its removal', async () => {
  const server = await createTestServer();
  await withTaxForm(server, person, 0);
  for (const statement of ['update papers set number = 7', 'delete from papers'])
    await assert.rejects(server.db.query(statement), /stays as it was written down/, statement);
});

test('a user who was deleted leaves links that say so, and nothing else', async () => {
  const server = await createTestServer();
  const { db, clock, deps } = server;
  const form = await withTaxForm(server, foreigner, 0);
  const mandate = await withMandate(server, 1);
  await server.runDueJobs();
  for (const user of [form, mandate]) {
    const answer = await server.asPartner('DELETE', `/v2/users/${user}`);
    assert.equal(answer.status, 200, await answer.text());
  }
  const sweeps = async () => {
    await erasePapers(deps, 1);
    await sweep(db, clock.now());
    const { whole, erased, faults: found } = await verify(server);
    assert.deepEqual(found, []);
    return [whole, erased];
  };
  assert.deepEqual(await sweeps(), [3, 0], 'the law wants them kept');
  clock.set(new Date(clock.now().getTime() + 3 * 366 * 86_400_000));
  assert.deepEqual(await sweeps(), [2, 1], 'the authorization of debits, after two years');
  clock.set(new Date(clock.now().getTime() + 3 * 366 * 86_400_000));
  assert.deepEqual(await sweeps(), [0, 3], 'the tax form and its PDF, after five');
  assert.deepEqual(await db.query(`select 1 from papers where record_sealed <> ''`), []);
  for (const table of ['tax_forms', 'payment_methods'])
    assert.deepEqual(await db.query(`select 1 from ${table}`), [], table);
  await unguard(server);
  await db.query(`delete from papers where kind = 'erasure' and number = (select max(number) from papers)`);
  assert.ok((await faults(server)).length > 0, 'an erasure cannot be taken out either');
  await guard(server);
});

test('those who sign at one time have a chain without a gap', async () => {
  const server = await createTestServer();
  await Promise.all(Array.from({ length: 8 }, (_, n) => withTaxForm(server, n % 2 ? person : foreigner, n)));
  const links = await papersAfter(server.db, server.partner.id, 0, 100);
  assert.deepEqual(
    links.map(({ number }) => number),
    [1, 2, 3, 4, 5, 6, 7, 8],
  );
  assert.deepEqual(await faults(server), []);
});

describe('the record of a signature', () => {
  test('of a payee says who, how they were authenticated, from where, and what led to it', async () => {
    const server = await createTestServer();
    const user = await withTaxForm(server, person, 0);
    const [paper] = await papersAfter(server.db, server.partner.id, 0, 1);
    assert.ok(paper);
    const { signing, texts } = openRecord(server.deps, paper);
    assert.ok(signing);
    assert.deepEqual(
      [signing.by, signing.user_id, signing.address, signing.language, signing.requester],
      ['payee', user, 'unknown', 'en', { name: server.partner.name, address: null }],
    );
    const { session } = signing;
    assert.deepEqual(
      [session?.authenticated, session?.phone, session?.origin],
      ['code', '0100', 'http://localhost:4400'],
    );
    assert.equal(session?.proved, server.clock.now().toISOString());
    assert.deepEqual(
      signing.accesses.map(({ what }) => what),
      [
        'Session opened',
        'Payee authenticated',
        'Step authentication completed',
        'Step onboarding completed',
        'Submitted',
      ],
    );
    assert.deepEqual(
      texts.map(({ name, version }) => [name, version]),
      [['Certification', 'Form W-9 (Rev. March 2024)']],
    );
    assert.ok(!paper.record_sealed.includes('0100'), 'it is sealed');
  });

  test('of a partner names the key that was used, and no session', async () => {
    const server = await createTestServer();
    const made = await server.asPartner('POST', '/v2/users', {
      ...{ first_name: 'Jane', last_name: 'Doe', email: 'jane@example.com' },
      ...{ country_code: '1', phone_number: '4155550100' },
    });
    const { id } = (await made.json()) as { id: string };
    const { line_1, city, state, postcode, tin, date_of_birth } = person;
    const w9 = { entity_type: 'individual', tin, date_of_birth };
    const filed = await server.asPartner('PUT', `/v2/users/${id}/compliance`, {
      w9: { ...w9, address: { line_1, city, state, postcode, country: 'US' } },
    });
    assert.equal(filed.status, 200, await filed.text());
    const [paper] = await papersAfter(server.db, server.partner.id, 0, 1);
    assert.ok(paper);
    const { signing } = openRecord(server.deps, paper);
    assert.deepEqual([signing?.by, signing?.session, signing?.user_id], ['partner', null, id]);
    assert.match(signing?.api_key_id ?? '', /^[0-9a-f-]{36}$/);
  });
});
