import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Database } from '../../../src/server/ports/database.ts';
import { migrate, migrations } from '../../../src/server/db/migrate.ts';
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

    test('a database that a newer version has changed is refused', async () => {
      await assert.rejects(migrate(db, migrations), /newer version/);
    });
  });
}
