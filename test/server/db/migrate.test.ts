import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Database } from '../../../src/server/ports/database.ts';
import { migrate, migrations } from '../../../src/server/db/migrate.ts';
import taxFormsTold from '../../../src/server/db/migrations/048-tax-forms-told.ts';
import remitted from '../../../src/server/db/migrations/053-remitted.ts';
import { databases } from './databases.ts';

for (const { name, open } of databases) {
  describe(`migrations on ${name}`, () => {
    let db: Database;
    before(async () => void (db = await open()));
    after(() => db.close());

    test('four runs at once and one later apply each migration once', async () => {
      const runs = await Promise.all([migrate(db), migrate(db), migrate(db), migrate(db)]);
      const applied = runs.flat().sort((a, b) => a - b);
      assert.deepEqual(
        applied,
        migrations.map((_, index) => index + 1),
      );
      assert.deepEqual(await migrate(db), []);
      assert.deepEqual(await db.query('select count(*) as flows from flows'), [{ flows: 0 }]);
    });

    test('a migration that fails leaves nothing behind and can be repaired', async () => {
      const next = [...migrations, 'create table extra (a integer); insert into missing values (1)'];
      await assert.rejects(migrate(db, next), /missing/);
      await assert.rejects(db.query('select 1 from extra'));
      assert.deepEqual(await migrate(db, [...migrations, 'create table extra (a integer)']), [
        migrations.length + 1,
      ]);
    });

    test('a script that the database ends because of a server at work is tried again', async () => {
      const deadlock = Object.assign(new Error('deadlock detected'), { code: '40P01' });
      let ended = 0;
      const busy: Database = {
        ...db,
        transaction: (work) =>
          db.transaction(async (tx) => {
            const result = await work(tx);
            const [at] = await tx.query<{ done: number }>('select max(number) as done from dots_migrations');
            if (at?.done === migrations.length + 2 && (ended += 1) < 3) throw deadlock;
            return result;
          }),
      };
      const next = [...migrations, 'create table extra (a integer)', 'create table more (a integer)'];
      assert.deepEqual(await migrate(busy, next), [migrations.length + 2]);
      assert.equal(ended, 3);
    });

    // Only there do others use the database meanwhile.
    if (name === 'PostgreSQL')
      test('nobody waits behind a migration that waits for a backup', async () => {
        let end = () => {};
        const ended = new Promise<void>((resolve) => (end = resolve));
        let begin = () => {};
        const begun = new Promise<void>((resolve) => (begin = resolve));
        const backup = db.transaction(async (tx) => {
          await tx.query('select * from readiness');
          begin();
          await ended;
        });
        await begun;
        const [{ count } = { count: NaN }] = await db.query<{ count: number }>(
          'select count(*) as count from dots_migrations',
        );
        const scripts = [
          ...Array.from({ length: count }, () => ''),
          'alter table readiness add column more text',
        ];
        const migrating = migrate(db, scripts);
        while ((await db.query('select 1 from pg_locks where not granted')).length === 0);
        assert.deepEqual(await db.query('select * from readiness'), []);
        end();
        await backup;
        assert.deepEqual(await migrating, [count + 1]);
        await db.query('delete from dots_migrations where number = $1', [count + 1]);
      });

    test('a database that a newer version has changed is refused', async () => {
      await assert.rejects(migrate(db, migrations), /newer version/);
    });
  });
}

for (const { name, open } of databases)
  test(`keys that could read whole tax numbers still can on ${name}`, async () => {
    const db = await open();
    await migrate(db, migrations.slice(0, migrations.indexOf(taxFormsTold)));
    await db.query(
      `with app as (insert into apps (id, created, name, client_id, allowed_origins)
         values (gen_random_uuid(), now(), 'Acme', 'pk', '{}') returning id)
       insert into api_keys (id, app_id, created, salt, key_hash, scopes, from_environment)
       select gen_random_uuid(), id, now(), '', '', scopes::text[], false
       from app, (values ('{users,money}'), ('{read}'), ('{all}')) as given (scopes)`,
    );
    await migrate(db);
    const keys = await db.query<{ scopes: string[] }>('select scopes from api_keys order by scopes');
    assert.deepEqual(
      keys.map(({ scopes }) => scopes.join()),
      ['all', 'read', 'users,money,tax-numbers'],
    );
    await db.close();
  });

for (const { name, open } of databases)
  test(`what was paid elsewhere, and when tax was remitted, is known after the upgrade on ${name}`, async () => {
    const db = await open();
    await migrate(db, migrations.slice(0, migrations.indexOf(remitted)));
    const said = { year: 2026, form: '1099-NEC', amount: 500 };
    await db.query(
      `with app as (insert into apps (id, created, name, client_id, allowed_origins)
         values (gen_random_uuid(), now(), 'Acme', 'pk', '{}') returning id),
       payees as (insert into users (id, app_id, created, updated, phone_e164, calling_code, username, adjustment_1099)
         select gen_random_uuid(), app.id, now(), now(), username, '1', username, adjustment::jsonb
         from app, (values ('paid', $1), ('other', null)) as given (username, adjustment) returning id, app_id, username),
       sent as (insert into transfers (id, app_id, user_id, created, updated, type, status, status_history, amount, tax_exempt, withheld, platform, fee, fee_party,
           withholding_state, set_off)
         select gen_random_uuid(), app_id, id, '2026-01-01', '2026-02-01', 'payout', 'reversed', '[]', 100, false, 30, 'paypal', 0, 'platform', 'remitted', 0
         from payees returning id, app_id, user_id)
       insert into ledger_movements (id, app_id, created, kind, transfer_id, phase)
       select gen_random_uuid(), sent.app_id, '2026-03-01', 'remitted', sent.id, 'remit'
       from sent join payees on payees.id = sent.user_id where username = 'paid'`,
      [JSON.stringify(said)],
    );
    await migrate(db);
    const rows = await db.query<{ adjustments_1099: object[]; remitted: Date }>(
      'select adjustments_1099, remitted from users u join transfers t on t.user_id = u.id order by username desc',
    );
    // Where nothing was sent, because all was set off, the books have no movement.
    assert.deepEqual(
      rows.map((row) => [row.adjustments_1099, row.remitted.toISOString().slice(0, 7)]),
      [
        [[said], '2026-03'],
        [[], '2026-02'],
      ],
    );
    await db.close();
  });
