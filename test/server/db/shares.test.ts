/** Whoever wants one row many times does not keep the connections of everybody. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { migrate } from '../../../src/server/db/migrate.ts';
import { openPg } from '../../../src/server/db/pg.ts';
import { createShares, forOwner } from '../../../src/server/db/shares.ts';
import { DatabaseUnavailable } from '../../../src/server/ports/database.ts';
import { basicAuth, createTestServer } from '../support.ts';
import { held, soon } from '../held.ts';
import { createOwn } from './databases.ts';

/** Milliseconds. No test waits for it. */
const forEver = 600_000;

describe('shares of the pool', () => {
  test('are each owner’s own, in order, and passed on', async () => {
    const inShare = createShares(2, forEver);
    const log: string[] = [];
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => held(name, log));
    assert.ok(a && b && c && d);
    const all = [
      ...[a, b, c].map(({ work }) => forOwner('flood', () => inShare(work))),
      forOwner('other', () => inShare(d.work)),
      inShare(async () => void log.push('nobody')),
    ];
    await soon();
    assert.deepEqual(log, ['a', 'b', 'd', 'nobody']);
    b.end();
    await soon();
    assert.deepEqual(log, ['a', 'b', 'd', 'nobody', 'c']);
    for (const one of [a, c, d]) one.end();
    await Promise.all(all);
  });

  test('are given back by work that fails', async () => {
    const inShare = createShares(1, forEver);
    for (let turn = 0; turn < 3; turn += 1)
      await assert.rejects(forOwner('one', () => inShare(() => Promise.reject(new Error('failed')))));
    assert.equal(await forOwner('one', () => inShare(async () => 'done')), 'done');
  });

  test('are not waited for without an end, and whoever gave up holds up nobody', async () => {
    const inShare = createShares(1, 0);
    const log: string[] = [];
    const first = held('first', log);
    const atWork = forOwner('one', () => inShare(first.work));
    await assert.rejects(
      forOwner('one', () => inShare(async () => void log.push('second'))),
      DatabaseUnavailable,
    );
    first.end();
    await atWork;
    await forOwner('one', () => inShare(async () => void log.push('third')));
    assert.deepEqual(log, ['first', 'third']);
  });
});

const testDatabase = process.env['TEST_DATABASE_URL'];
for (const url of testDatabase ? [testDatabase] : [])
  test('a row that is held delays the app that wants it, and no other', async () => {
    const own = await createOwn(url);
    const [db, other] = [
      openPg({ connectionString: own.url }),
      openPg({ connectionString: own.url, max: 1 }),
    ];
    await migrate(db);
    const server = await createTestServer({ db });
    await server.addApp('pk_other', 'sk_other');
    const as = async (auth: string, method: string, path: string, body?: unknown) =>
      server.app.request(`/api/v2${path}`, {
        method,
        headers: { authorization: auth, 'content-type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
    const user = await as(basicAuth(), 'POST', '/users', {
      first_name: 'Robin',
      last_name: 'Example',
      email: 'robin@example.com',
      country_code: '1',
      phone_number: '2025550123',
    });
    const { id } = (await user.json()) as { id: string };
    const pay = () => as(basicAuth(), 'POST', '/transfers', { user_id: id, amount: -100 });
    assert.equal((await pay()).status, 200);
    const waiting: Promise<Response>[] = [];
    await other.transaction(async (tx) => {
      await tx.query("select id from ledger_accounts where kind = 'app_wallet' for update");
      waiting.push(...Array.from({ length: 30 }, pay));
      // Those that have a connection wait for the row by now.
      const locked = "select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock'";
      for (let n = 0; n < 5;) {
        // What PostgreSQL tells of others is kept for the transaction, unless this is said.
        await tx.query('select pg_stat_clear_snapshot()');
        n = Number((await tx.query(locked))[0]?.['n']);
      }
      for (let call = 0; call < 10; call += 1) {
        const flow = await as(basicAuth('pk_other', 'sk_other'), 'POST', '/flows', { steps: ['onboarding'] });
        assert.equal(flow.status, 200);
      }
    });
    for (const answer of await Promise.all(waiting)) assert.equal(answer.status, 200);
    await server.close();
    await db.close();
    await other.close();
    await own.remove();
  });
