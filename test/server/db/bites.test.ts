/** However much is too old, it is removed in small transactions, and what has to stay does. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eraseUser } from '../../../src/server/db/erase-user.ts';
import { sweep } from '../../../src/server/db/sweep.ts';
import type { Database, Row } from '../../../src/server/ports/database.ts';
import { usualRetention } from '../../../src/server/ports/retention.ts';
import { copyOf } from '../../../tools/bench/server/calls.ts';
import { journey } from '../../../tools/bench/server/journey.ts';
import { leaveMore } from '../../../tools/bench/server/more-rows.ts';
import { copyPayees, growing } from '../../../tools/bench/server/rows.ts';
import { served } from '../../../tools/bench/server/served.ts';
import { databases } from './databases.ts';

const bite = 5;
const copies = 3 * bite + 1;
const years = (from: Date, count: number) => new Date(from.getTime() + count * 366 * 24 * 3_600_000);

/** Tells how many rows each statement returned. */
const counted = (db: Database, note: (rows: number) => void): Database => ({
  ...db,
  async query<T extends Row>(sql: string, params?: readonly unknown[]): Promise<T[]> {
    const rows = await db.query<T>(sql, params);
    note(rows.length);
    return rows;
  },
});

for (const { name, open } of databases) {
  test(`on ${name}, years of everything go a bite at a time`, async (t) => {
    const db = await open();
    const server = await served(db, new Date());
    // Also where it failed: what is left open would keep the process.
    t.after(async () => {
      await server.boss.stop();
      await db.close();
    });
    const { id } = await server.call('POST', '/webhook-endpoints', { url: 'https://shop.example/' });
    const payee = await journey(server);
    await leaveMore(server, payee);
    await server.runJobs();
    await db.query("update payout_methods set removed = created where platform = 'ach'");
    await copyPayees(db, copies);
    const now = server.deps.clock.now();
    // One waits still: its message stays, and so does the endpoint's other half of the work.
    await db.query(
      `update webhook_deliveries set status = 'pending' where id = (select id from webhook_deliveries limit 1)`,
    );
    for (let n = 1; n <= copies - 1; n += 1) await eraseUser(db, copyOf(payee.userId, n), now);

    // Links lose their records before (`papers/erase.ts`), one after the other.
    await db.query(`update papers set record_sealed = ''`);

    const left = async () => {
      const counts: Record<string, number> = {};
      for (const table of (await growing(db)).keys()) {
        const [row] = await db.query<{ count: number }>(`select count(*)::int as count from "${table}"`);
        if (row && row.count > 0) counts[table] = row.count;
      }
      return counts;
    };
    const was = await left();
    const sizes: number[] = [];
    const noted = counted(db, (rows) => sizes.push(rows));
    await sweep(noted, years(now, 4), usualRetention, bite);
    assert.equal((await left())['tax_forms'], was['tax_forms'], 'the law wants them for five years');
    await sweep(noted, years(now, 6), usualRetention, bite);
    assert.equal(Math.max(...sizes), bite);

    const money = ['transfers', 'payout_links', 'ledger_accounts', 'ledger_movements', 'ledger_entries'];
    const of = (tables: readonly string[]) => Object.fromEntries(tables.map((table) => [table, was[table]]));
    // Photos and sign-ins have sweeps of their own, which tell stores and banks.
    const others = ['bank_links', 'id_images', 'id_upload_parts', 'id_uploads'];
    // What was returned to the tax authority is kept for ever.
    const returned = ['tax_returns', 'tax_return_rows'];
    assert.deepEqual(await left(), {
      ...of([
        'users',
        ...money,
        ...others,
        ...returned,
        'payout_methods',
        'id_checks',
        'documents',
        'papers',
      ]),
      // Those of payees who are still there, and of flows that became somebody's.
      tax_forms: 2,
      tax_uploads: 2,
      screening_matches: 2,
      screening_decisions: 2,
      // What was told of each of them: that it was filed, and what became of its number.
      tax_form_notices: 4,
      background_checks: 2,
      payment_methods: 2,
      payment_customers: 2,
      // Each payee has one, and a payout link another, whose money is in the books.
      flows: 2 * (copies + 1),
      webhook_messages: 1,
      webhook_deliveries: 1,
    });
    assert.deepEqual(
      await db.query('select id from payout_methods where length(details_sealed) > 0'),
      [],
      'numbers of removed accounts',
    );

    await server.call('DELETE', `/webhook-endpoints/${id}`);
    await assert.rejects(server.call('GET', `/webhook-endpoints/${id}/deliveries`), /404/);
    assert.deepEqual((await server.call('GET', '/webhook-endpoints')).data, []);
    await server.runJobs();
    assert.equal(
      (await left())['webhook_deliveries'],
      1,
      'nothing is sent there, and nothing was deleted yet',
    );
    await sweep(noted, years(now, 6), usualRetention, bite);
    assert.deepEqual(await db.query('select id from webhook_endpoints'), []);
    assert.equal((await left())['webhook_messages'], undefined);

    // What has no more to be removed is not looked at again.
    assert.deepEqual(
      await db.query(
        `select (select count(*)::int from users where kept and deleted is not null) as users,
           (select count(*)::int from flows where steps_kept and status = 'completed') as flows`,
      ),
      [{ users: 0, flows: 0 }],
    );
  });
}
