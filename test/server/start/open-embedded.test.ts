/** A folder that was damaged, that has lost something, or whose disk is full. */
import assert from 'node:assert/strict';
import { chmod, cp, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { createLog } from '../../../src/server/ports/log.ts';
import { ConfigError } from '../../../src/server/start/known.ts';
import { openEmbedded } from '../../../src/server/start/open-embedded.ts';

const log = createLog('silent', { write: () => {} });

describe('the folder of the embedded database', () => {
  let place: string;
  let whole: string;
  before(async () => {
    place = await mkdtemp(join(tmpdir(), 'dots-flow-embedded-'));
    whole = join(place, 'whole');
    await mkdir(whole);
    const db = await openEmbedded(whole, log);
    await db.script('create table kept (word text); insert into kept values ($$here$$)');
    await db.close();
  });
  after(() => rm(place, { recursive: true, force: true }));

  /** Opens a copy that was changed, and returns the sentence with which it is refused. */
  async function refusalOf(
    name: string,
    change: (dir: string) => Promise<unknown>,
    ...free: [(folder: string) => Promise<number>] | []
  ): Promise<string> {
    const dir = join(place, name);
    await cp(whole, dir, { recursive: true });
    await change(dir);
    const before = await readdir(dir, { recursive: true });
    const error = await openEmbedded(dir, log, ...free).then(
      () => null,
      (cause: unknown) => cause,
    );
    assert.ok(error instanceof ConfigError, `${name}: ${String(error)}`);
    assert.deepEqual(await readdir(dir, { recursive: true }), before, 'nothing was made or taken away');
    const [problem, ...more] = error.problems;
    assert.ok(problem !== undefined && more.length === 0);
    return problem.replaceAll(dir, 'DIR');
  }
  const without = (part: string) => (dir: string) => rm(join(dir, part), { recursive: true });

  test('is opened again with what is in it', async () => {
    const dir = join(place, 'again');
    await cp(whole, dir, { recursive: true });
    const db = await openEmbedded(dir, log);
    assert.deepEqual(await db.query('select word from kept'), [{ word: 'here' }]);
    await db.close();
  });

  test('lets nobody else on this machine in, also where DATA_DIR was there before', async () => {
    const othersMay = async (dir: string) => (await stat(join(dir, 'db'))).mode & 0o077;
    const made = join(place, 'made before');
    await mkdir(made);
    await chmod(made, 0o755);
    await (await openEmbedded(made, log)).close();
    assert.equal(await othersMay(made), 0);

    // One that an earlier version made.
    await chmod(join(made, 'db'), 0o755);
    await (await openEmbedded(made, log)).close();
    assert.equal(await othersMay(made), 0);
  });

  for (const part of ['PG_VERSION', 'base', 'global/pg_control', 'pg_multixact', 'pg_wal', 'pg_xact'])
    test(`is refused without ${part}`, async () => {
      assert.equal(
        await refusalOf(`without ${part.replace('/', ' ')}`, without(join('db', part))),
        `DIR/db has lost ${part}. Put the whole folder back from a backup; nothing in it was changed.`,
      );
    });

  test('is refused when the database is gone, and is never begun anew', async () => {
    const gone =
      'DIR/db is gone or empty, and there was a database in it. Put it back from a backup, or set another DATA_DIR to begin anew.';
    assert.equal(await refusalOf('gone', without('db')), gone);
    assert.equal(
      await refusalOf('empty', async (dir) => {
        await without('db')(dir);
        await mkdir(join(dir, 'db'));
      }),
      gone,
    );
    // A folder of a version that left no mark.
    assert.equal(
      await refusalOf('older', async (dir) => {
        await without('db')(dir);
        await without('begun')(dir);
        await writeFile(join(dir, 'encryption-key'), 'key');
      }),
      gone,
    );
  });

  test('is refused in one sentence when a file of it is damaged', async () => {
    const damaged =
      'DIR/db cannot be opened: its files are damaged, or are of another version of PostgreSQL. Put the folder back from a backup.';
    assert.equal(
      await refusalOf('control', (dir) =>
        writeFile(join(dir, 'db/global/pg_control'), Buffer.alloc(8192, 7)),
      ),
      damaged,
    );
    assert.equal(await refusalOf('version', (dir) => writeFile(join(dir, 'db/PG_VERSION'), '99\n')), damaged);
  });

  test('is refused when its disk is full', async () => {
    assert.equal(
      await refusalOf(
        'full',
        async () => {},
        () => Promise.resolve(1_000_000),
      ),
      'The disk of DIR is full: the embedded database needs 32 MB. Make room, or set another DATA_DIR.',
    );
  });

  test('of a first start that was killed is put aside, and begun anew', async () => {
    const dir = join(place, 'first');
    await cp(join(whole, 'db'), join(dir, 'db'), { recursive: true });
    await rm(join(dir, 'db/global/pg_control'));
    const db = await openEmbedded(dir, log);
    assert.deepEqual(await db.query('select 1 as one'), [{ one: 1 }]);
    await db.close();
    assert.equal((await readdir(dir)).filter((name) => name.startsWith('db.unfinished.')).length, 1);
  });
});
