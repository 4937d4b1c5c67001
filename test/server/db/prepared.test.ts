/** Statements that PostgreSQL keeps, behind a pooler that loses them and without one. */
import assert from 'node:assert/strict';
import { connect, createServer, type AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { openPg } from '../../../src/server/db/pg.ts';
import { createPrepared } from '../../../src/server/db/prepared.ts';
import type { Database } from '../../../src/server/ports/database.ts';
import { DatabaseUnavailable } from '../../../src/server/ports/database.ts';
import { createOwn } from './databases.ts';

const server = process.env['TEST_DATABASE_URL'];

/** What the connection has, as PostgreSQL tells. */
const kept = (db: Database) => db.script('select statement from pg_prepared_statements order by statement');
const numbers = 'select $1::int + 1 as next';

test('what is better planned each time is not kept', async () => {
  const prepared = createPrepared('on', () => {});
  const isKept = (sql: string) => prepared.nameOf(sql) !== undefined;
  assert.ok(isKept('select id from flows where id = $1'));
  assert.ok(isKept('select count(*)::int as count from flows'));
  assert.ok(!isKept('select * from flows'));
  assert.ok(!isKept('select t.*, m.event from webhook_deliveries t'));
  assert.ok(!isKept('update flows set status = $1 returning *'));
  assert.ok(isKept('select id from webhook_deliveries where held_until is null or held_until <= $1'));
  assert.ok(!isKept('select id from users where ($1::text is null or status = $1)'));
  assert.ok(!isKept('select id from users where ($1 is null or status = any($1::text[]))'));
  assert.ok(!isKept('select id from users where ($1::text[] is null or status = any($1))'));
  // A program that writes its statements anew each time does not fill the database.
  for (let n = 0; n < 1000; n += 1) prepared.nameOf(`select ${n}`);
  assert.ok(!isKept('select id from apps where id = $1'));
});

test('what fails while others fail in the same way was kept as well', () => {
  let told = 0;
  const prepared = createPrepared('on', () => (told += 1));
  const sql = 'select id from flows where id = $1';
  prepared.nameOf(sql);
  const lost = Object.assign(new Error('prepared statement does not exist'), { code: '26000' });
  assert.deepEqual([prepared.isOutdated(lost, sql), prepared.isOutdated(lost, sql)], [true, true]);
  assert.equal(prepared.nameOf(sql), undefined);
  assert.equal(told, 1);
});

if (server)
  describe('a statement on PostgreSQL', () => {
    let url = '';
    let remove: () => Promise<void>;
    before(async () => ({ url, remove } = await createOwn(server)));
    after(() => remove());
    const opened = async (
      settings: Omit<Parameters<typeof openPg>[0], 'connectionString'>,
      work: (db: Database) => Promise<void>,
      at = url,
    ) => {
      const db = openPg({ connectionString: at, max: 1, ...settings });
      await work(db).finally(() => db.close());
    };

    test('is read once on a connection', () =>
      opened({}, async (db) => {
        for (let n = 0; n < 3; n += 1) assert.deepEqual(await db.query(numbers, [n]), [{ next: n + 1 }]);
        await db.transaction((tx) => tx.query(numbers, [1]));
        assert.deepEqual(await kept(db), [{ statement: numbers }]);
      }));

    test('is read each time when nothing is to be kept', () =>
      opened({ prepared: 'off' }, async (db) => {
        await db.query(numbers, [1]);
        assert.deepEqual(await kept(db), []);
      }));

    test('is read each time behind a pooler', async () => {
      const pooler = await poolerTo(url);
      await opened(
        {},
        async (db) => {
          assert.deepEqual(await db.query(numbers, [1]), [{ next: 2 }]);
          assert.deepEqual(await kept(db), []);
        },
        pooler.url,
      ).finally(() => pooler.close());
    });

    test('that a pooler lost is asked again, and none is kept from then on', async () => {
      let told = 0;
      await opened({ prepared: 'on', onUnprepared: () => (told += 1) }, async (db) => {
        await db.query(numbers, [1]);
        await db.script('deallocate all');
        assert.deepEqual(await db.query(numbers, [2]), [{ next: 3 }]);
        assert.equal(told, 1);
        await db.query('select $1::int as other', [1]);
        assert.deepEqual(await kept(db), []);
      });
    });

    test('that a pooler has from somebody else is asked again', () =>
      opened({ prepared: 'on' }, async (db) => {
        const name = createPrepared('on', () => {}).nameOf(numbers);
        await db.script(`prepare "${name}" (int) as ${numbers}`);
        assert.deepEqual(await db.query(numbers, [2]), [{ next: 3 }]);
      }));

    test('that is lost inside a transaction undoes it, and the next one succeeds', () =>
      opened({ prepared: 'on' }, async (db) => {
        await db.script('create table lost (id int)');
        const twice = () =>
          db.transaction(async (tx) => {
            await tx.script('insert into lost values (1)');
            return tx.query(numbers, [1]);
          });
        await twice();
        await db.script('deallocate all');
        await assert.rejects(twice(), DatabaseUnavailable);
        assert.deepEqual(await twice(), [{ next: 2 }]);
        assert.deepEqual(await db.query('select id from lost'), [{ id: 1 }, { id: 1 }]);
      }));

    test('whose columns another process changed is asked again', () =>
      opened({}, async (db) => {
        await db.script('create table grown (id int); insert into grown values (1)');
        const sql = 'select id from grown';
        assert.deepEqual(await db.query(sql), [{ id: 1 }]);
        await db.script('alter table grown alter column id type text');
        assert.deepEqual(await db.query(sql), [{ id: '1' }]);
        assert.deepEqual(await db.query(sql), [{ id: '1' }]);
        await db.query(numbers, [1]);
        assert.deepEqual(await kept(db), [{ statement: numbers }]);
      }));
  });

/**
 * Tells whoever connects another number for the process of PostgreSQL, as poolers do (`BackendKeyData` in
 * PostgreSQL's manual, "Message Formats").
 */
async function poolerTo(databaseUrl: string): Promise<{ url: string; close: () => void }> {
  const { hostname, port } = new URL(databaseUrl);
  const head = Buffer.from([0x4b, 0, 0, 0, 12]);
  const pooler = createServer((near) => {
    const far = connect(Number(port || 5432), hostname);
    near.pipe(far);
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
    far.on('data', (piece: Buffer) => {
      const at = piece.indexOf(head);
      if (at >= 0) piece.writeInt32BE(1, at + head.length);
      near.write(piece);
    });
  });
  await new Promise<void>((resolve) => pooler.listen(0, '127.0.0.1', resolve));
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String((pooler.address() as AddressInfo).port);
  return { url: url.href, close: () => void pooler.close() };
}
