import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { keyInDataDir } from '../../../src/server/start/encryption-key.ts';
import { ConfigError } from '../../../src/server/start/known.ts';
import { lockDataDir } from '../../../src/server/start/lock-data-dir.ts';

describe('the lock of the data folder', () => {
  let dir: string;
  let path: string;
  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'dots-flow-lock-'));
    path = join(dir, 'lock');
  });
  after(() => rm(dir, { recursive: true, force: true }));

  const leave = (holder: object) =>
    writeFile(path, JSON.stringify({ id: 'x', pid: 1, host: hostname(), started: '1', ...holder }));
  const takes = async () => {
    const release = await lockDataDir(dir);
    await release();
    assert.deepEqual(await readdir(dir), []);
  };

  test('is held by one at a time, and given back', async () => {
    const release = await lockDataDir(dir);
    await assert.rejects(lockDataDir(dir), /in use by process/);
    await release();
    await takes();
  });

  test('of many at once, one gets it, whoever died before', async () => {
    const dead = JSON.stringify({ id: 'y', pid: 2 ** 22 + 2, host: hostname(), started: '1' });
    for (let round = 0; round < 60; round += 1) {
      await leave({ pid: 2 ** 22 + 1 });
      // Every other time, another process has died while it took the first one's place.
      if (round % 2) {
        const successor = createHash('sha256')
          .update(await readFile(path))
          .digest('hex');
        await writeFile(`${path}.1-${successor}`, dead);
      }
      const results = await Promise.allSettled(
        Array.from({ length: 8 }, async (_, late) => {
          for (let turn = 0; turn < late; turn += 1) await new Promise((resolve) => setImmediate(resolve));
          return lockDataDir(dir);
        }),
      );
      const won = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
      assert.equal(won.length, 1, `round ${round}`);
      assert.deepEqual(await readdir(dir), ['lock']);
      await won[0]?.();
      assert.deepEqual(await readdir(dir), []);
    }
  });

  test('of many that take it, give it back and take it again, one at a time has it', async () => {
    await leave({ pid: 2 ** 22 + 1 });
    let holders = 0;
    let most = 0;
    let taken = 0;
    await Promise.all(
      Array.from({ length: 6 }, async () => {
        while (taken < 120) {
          const release = await lockDataDir(dir).catch((error: unknown) =>
            assert.match(String(error), /in use by process/),
          );
          if (!release) continue;
          holders += 1;
          most = Math.max(most, holders);
          taken += 1;
          await new Promise((resolve) => setImmediate(resolve));
          holders -= 1;
          await release();
        }
      }),
    );
    assert.equal(most, 1);
    assert.deepEqual(await readdir(dir), []);
  });

  test('passes from a process that is gone, or whose number was given to another', async () => {
    await leave({ pid: 2 ** 22 + 1 });
    await takes();
    // The process runs, but it did not start when the file says.
    await leave({ pid: process.ppid, started: 'long ago' });
    await takes();
    // It was this very process, before a restart of its container.
    await leave({ pid: process.pid });
    await takes();
    await writeFile(path, 'half a fi');
    await takes();
  });

  test('on another machine, lives as long as it is touched', async () => {
    await leave({ host: 'elsewhere' });
    await assert.rejects(lockDataDir(dir), /on elsewhere/);
    assert.match(await readFile(path, 'utf8'), /elsewhere/);
    const before = new Date(Date.now() - 60_000);
    await utimes(path, before, before);
    await takes();
  });
});

describe('a data folder that cannot be', () => {
  let dir: string;
  before(async () => void (dir = await mkdtemp(join(tmpdir(), 'dots-flow-data-'))));
  after(() => rm(dir, { recursive: true, force: true }));

  const refuses = async (path: string, why: RegExp) => {
    for (const use of [lockDataDir, keyInDataDir])
      await assert.rejects(use(path), (error: unknown) => {
        assert.ok(error instanceof ConfigError, String(error));
        assert.match(error.message, why);
        assert.ok(error.message.includes(path));
        return true;
      });
  };

  test('because it is a file, or below one', async () => {
    const file = join(dir, 'file');
    await writeFile(file, '');
    await refuses(file, /is a file.*DATA_DIR/);
    await refuses(join(file, 'data'), /is a file.*DATA_DIR/);
  });

  test('because nothing can be made there', async () => {
    // Node's own recursive mkdir never comes back from this one.
    await refuses('/proc/nope', /cannot be written to \(E[A-Z]+\).*DATA_DIR/);
    await refuses('/proc/nope/data', /cannot be written to \(E[A-Z]+\).*DATA_DIR/);
    await refuses('/proc', /cannot be written to \(E[A-Z]+\).*DATA_DIR/);
  });

  test('is made with all folders above it when it can, and nothing is left in it', async () => {
    const path = join(dir, 'a', 'b', 'c');
    await (
      await lockDataDir(path)
    )();
    assert.deepEqual(await readdir(path), []);
  });
});
