import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { isUniqueViolation } from '../../../src/server/ports/database.ts';
import type { Database } from '../../../src/server/ports/database.ts';
import { afterCommit } from '../../../src/server/db/transaction-scope.ts';
import { databases } from './databases.ts';

for (const { name, open } of databases) {
  describe(`database port on ${name}`, () => {
    let db: Database;
    before(async () => {
      db = await open();
      await db.script(
        'create table notes (id integer primary key, body text); create table kinds (a jsonb, b bytea, c timestamptz, d bigint, e text[])',
      );
    });
    after(() => db.close());

    test('gives and takes every kind of value alike', async () => {
      const at = new Date('2026-03-02T09:00:00.123Z');
      await db.query('insert into kinds values ($1, $2, $3, $4, $5)', [
        JSON.stringify(['a', { b: 1 }]),
        Buffer.from([0, 255, 7]),
        at,
        9_007_199_254_740_991,
        ['x', 'y,"z'],
      ]);
      const [row] = await db.query<{ a: unknown; b: Buffer; c: Date; d: number; e: string[] }>(
        'select * from kinds',
      );
      assert.deepEqual(row?.a, ['a', { b: 1 }]);
      assert.ok(Buffer.isBuffer(row?.b) && row.b.equals(Buffer.from([0, 255, 7])));
      assert.equal(row?.c.getTime(), at.getTime());
      assert.equal(row?.d, 9_007_199_254_740_991);
      assert.deepEqual(row?.e, ['x', 'y,"z']);
    });

    test('takes text that is JSON text, and undefined as null', async () => {
      await db.query('delete from kinds');
      await db.query('insert into kinds (a, b) values ($1, $2)', [JSON.stringify('plain'), undefined]);
      assert.deepEqual(await db.query('select a, b from kinds'), [{ a: 'plain', b: null }]);
    });

    test('commits what a transaction did', async () => {
      const answer = await db.transaction(async (tx) => {
        await tx.query('insert into notes values (1, $1)', ['kept']);
        return 'done';
      });
      assert.equal(answer, 'done');
      assert.deepEqual(await db.query('select body from notes where id = 1'), [{ body: 'kept' }]);
    });

    test('undoes everything when the work throws, and is usable afterwards', async () => {
      await assert.rejects(
        db.transaction(async (tx) => {
          await tx.query('insert into notes values (2, $1)', ['gone']);
          throw new Error('no');
        }),
        /^Error: no$/,
      );
      assert.deepEqual(await db.query('select 1 as one from notes where id = 2'), []);
    });

    test('undoes everything when a statement fails, and names the broken rule', async () => {
      await db.query('insert into notes values (3, $1)', ['first']);
      const error = await db
        .transaction(async (tx) => {
          await tx.query('insert into notes values (4, $1)', ['gone']);
          await tx.query('insert into notes values (3, $1)', ['again']);
        })
        .catch((cause: unknown) => cause);
      assert.ok(isUniqueViolation(error));
      assert.ok(isUniqueViolation(error, 'notes_pkey'));
      assert.ok(!isUniqueViolation(error, 'other'));
      assert.deepEqual(await db.query('select 1 as one from notes where id = 4'), []);
    });

    test('refuses the outer handle inside a transaction instead of waiting for ever', async () => {
      await assert.rejects(
        db.transaction(() => db.query('select 1')),
        /lent client/,
      );
      await assert.rejects(
        db.transaction(() => db.transaction(async () => {})),
        /lent client/,
      );
    });

    test('runs transactions that start together one after the other where they meet', async () => {
      await db.query('insert into notes values (10, $1)', ['0']);
      await Promise.all(
        Array.from({ length: 8 }, () =>
          db.transaction(async (tx) => {
            const [row] = await tx.query<{ body: string }>('select body from notes where id = 10 for update');
            await tx.query('update notes set body = $1 where id = 10', [String(Number(row?.body) + 1)]);
          }),
        ),
      );
      assert.deepEqual(await db.query('select body from notes where id = 10'), [{ body: '8' }]);
    });

    test('does what was left for after the commit, once committed and only then', async () => {
      const seen: unknown[] = [];
      const pending: Promise<unknown>[] = [];
      await db.transaction(async (tx) => {
        await tx.query('insert into notes values (20, $1)', ['new']);
        afterCommit(tx, () =>
          pending.push(db.query('select body from notes where id = 20').then((rows) => seen.push(rows))),
        );
        assert.equal(pending.length, 0);
      });
      await Promise.all(pending);
      assert.deepEqual([...seen], [[{ body: 'new' }]]);

      await assert.rejects(
        db.transaction(async (tx) => {
          afterCommit(tx, () => seen.push('never'));
          throw new Error('no');
        }),
      );
      assert.equal(seen.length, 1);
      afterCommit(db, () => seen.push('at once'));
      assert.equal(seen.length, 2);
    });

    test('answers with the columns as they are, however often it was asked before they changed', async () => {
      await db.script('create table moved (id integer, seen text)');
      const [ask, inside] = [() => db.query('select seen from moved'), 'select id, seen from moved'];
      for (let times = 0; times < 7; times += 1) {
        await db.query('insert into moved values ($1, $2)', [times, '7']);
        await ask();
        await db.transaction((tx) => tx.query(inside));
      }
      await db.script('alter table moved alter seen type integer using seen::integer');
      assert.deepEqual((await ask())[0], { seen: 7 });
      // What is under way cannot be asked again; the next one is answered.
      await db.transaction((tx) => tx.query(inside)).catch(() => {});
      assert.deepEqual((await db.transaction((tx) => tx.query(inside)))[0], { id: 0, seen: 7 });
    });

    test('keeps apart what is asked at the same time, of more statements than it keeps', async () => {
      const texts = Array.from({ length: 450 }, (_, n) => `select $1::integer + ${n} as sum`);
      for (const times of [1, 2]) {
        const answers = await db.transaction((tx) =>
          Promise.all(texts.map((text) => tx.query<{ sum: number }>(text, [times]))),
        );
        assert.deepEqual(
          answers.map(([row]) => row?.sum),
          texts.map((_, n) => times + n),
        );
      }
    });

    test('lends a client for its transaction alone', async () => {
      const [kept] = [await db.transaction((tx) => Promise.resolve({ tx }))];
      await assert.rejects(async () => kept.tx.query('select 1'));
    });

    test('runs a script of several statements', async () => {
      assert.deepEqual(
        await db.script(
          'create table scripted (a integer); insert into scripted values (1); select a from scripted',
        ),
        [{ a: 1 }],
      );
    });
  });
}
