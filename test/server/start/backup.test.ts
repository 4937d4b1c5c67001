/** A backup of the embedded database, while its server runs and when it does not, and what comes of it. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  copyFile,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { User } from '../../../src/contract/partner/users.ts';
import type { Database } from '../../../src/server/ports/database.ts';
import { createLog } from '../../../src/server/ports/log.ts';
import { answerBackups } from '../../../src/server/start/answer-backups.ts';
import { backup } from '../../../src/server/start/backup.ts';
import { lockDataDir } from '../../../src/server/start/lock-data-dir.ts';
import { serve } from '../../../src/server/start/serve.ts';
import type { RunningServer } from '../../../src/server/start/serve.ts';
import { basicAuth } from '../support.ts';

describe('a backup of the embedded database', () => {
  let place: string;
  const dirOf = (name: string) => join(place, name);
  const settings = (name: string) => ({ DATA_DIR: dirOf(name), PORT: '0', LOG_LEVEL: 'silent' });
  before(async () => void (place = await mkdtemp(join(tmpdir(), 'dots-flow-backup-'))));
  after(() => rm(place, { recursive: true, force: true }));

  const headers = { authorization: basicAuth(), 'content-type': 'application/json' };
  let made = 0;
  async function makeUser({ url }: RunningServer): Promise<string> {
    made += 1;
    const phone_number = `4155${String(made).padStart(6, '0')}`;
    const user = { first_name: 'Ann', last_name: 'Doe', email: `ann${made}@example.com`, country_code: '1' };
    const body = JSON.stringify({ ...user, phone_number, date_of_birth: '1990-01-02' });
    const answer = await fetch(`${url}/v2/users`, { method: 'POST', headers, body });
    assert.equal(answer.status, 201, await answer.clone().text());
    return ((await answer.json()) as User).id;
  }
  async function users({ url }: RunningServer): Promise<string[]> {
    const all: string[] = [];
    for (let isMore = true; isMore;) {
      const after = all.length > 0 ? `&starting_after=${all.at(-1)}` : '';
      const answer = await fetch(`${url}/v2/users?limit=100${after}`, { headers });
      const page = (await answer.json()) as { data: User[]; has_more: boolean };
      all.push(...page.data.map(({ id }) => id));
      isMore = page.has_more;
    }
    return all;
  }

  /** Does what docs/operations.md says, and returns what the server finds then. */
  async function restored(name: string, file: string): Promise<string[]> {
    const dir = dirOf(name);
    await mkdir(join(dir, 'db'), { recursive: true });
    const { status, stderr } = spawnSync('tar', ['-xf', file, '-C', join(dir, 'db')], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    await copyFile(join(dirOf('first'), 'encryption-key'), join(dir, 'encryption-key'));
    const server = await serve({ env: settings(name) });
    try {
      // It goes on as a database of its own.
      const all = await users(server);
      await makeUser(server);
      return all.sort();
    } finally {
      await server.close();
    }
  }

  test('is made while the server serves, and has all that was acknowledged before', async () => {
    const server = await serve({ env: settings('first') });
    const acknowledged: string[] = [];
    const before: string[] = [];
    const file = dirOf('while-serving.tar');
    const said: string[] = [];
    try {
      let isOver = false;
      const write = async () => {
        while (!isOver) acknowledged.push(await makeUser(server));
      };
      for (let time = 0; time < 105; time += 1) acknowledged.push(await makeUser(server));
      before.push(...acknowledged);
      const backUp = async () => {
        await backup(settings('first'), file, (line) => said.push(line)).finally(() => (isOver = true));
      };
      await Promise.all([write(), backUp()]);
    } finally {
      await server.close();
    }
    assert.match(said.join(), /bytes\. The keys are not in it/);
    assert.equal((await stat(file)).mode & 0o777, 0o600);
    const left = (await readdir(dirOf('first'))).filter((name) => name.startsWith('backup'));
    assert.deepEqual(left, []);
    const found = await restored('second', file);
    for (const id of before) assert.ok(found.includes(id), id);
    for (const id of found) assert.ok(acknowledged.includes(id), 'nothing is in it that was not asked for');
  });

  test('is made when no server runs', async () => {
    const server = await serve({ env: settings('first') });
    const all = (await users(server)).sort();
    await server.close();
    const file = dirOf('at-rest.tar');
    await backup(settings('first'), file, () => {});
    assert.deepEqual(await restored('third', file), all);
  });

  test('goes into no file that somebody else has laid beside it', async () => {
    const [theirs, file] = [dirOf('theirs'), dirOf('shared.tar')];
    await writeFile(theirs, '', { mode: 0o666 });
    await symlink(theirs, `${file}.part`);
    await backup(settings('first'), file, () => {});
    assert.equal((await stat(theirs)).size, 0);
    const made = await lstat(file);
    assert.ok(made.isFile() && made.size > 0);
    assert.equal(made.mode & 0o777, 0o600);
  });

  test('that an operator made in the folder stays there', async () => {
    const dir = dirOf('own');
    await mkdir(dir);
    const names = ['backup.2026-11-30.tar', 'backup.1.tar', 'backup.feed-cafe.tar', 'backup.ada.failed'];
    const long = new Date(Date.now() - 2 * 3_600_000);
    for (const name of names) {
      await writeFile(join(dir, name), 'precious');
      await utimes(join(dir, name), long, long);
    }
    const dump = () => Promise.reject(new Error('Nobody wants one.'));
    const db = { dump } as unknown as Database;
    await answerBackups({ db, log: createLog('silent') }, dir)?.();
    assert.deepEqual((await readdir(dir)).sort(), names.sort());
  });

  test('that nobody came for does not stay', async () => {
    const dir = dirOf('forgotten');
    await mkdir(dir);
    const kinds = ['wanted', 'tar', 'failed', `tar.${randomUUID()}.part`];
    const names = kinds.map((kind) => `backup.${randomUUID()}.${kind}`);
    const long = new Date(Date.now() - 2 * 3_600_000);
    for (const name of [...names, 'encryption-key']) {
      await writeFile(join(dir, name), '');
      await utimes(join(dir, name), long, long);
    }
    const fresh = `backup.${randomUUID()}.tar`;
    await writeFile(join(dir, fresh), '');
    const dump = () => Promise.reject(new Error('Nobody wants one.'));
    const db = { dump } as unknown as Database;
    await answerBackups({ db, log: createLog('silent') }, dir)?.();
    assert.deepEqual((await readdir(dir)).sort(), [fresh, 'encryption-key']);
  });

  test('that cannot be made says why, and leaves nothing', async () => {
    const dir = dirOf('first');
    const release = await lockDataDir(dir);
    const dump = () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }));
    const db = { dump } as unknown as Database;
    const end = answerBackups({ db, log: createLog('silent') }, dir);
    const to = dirOf('full.tar');
    await assert.rejects(
      backup(settings('first'), to, () => {}),
      /The server could not back up \(ENOSPC\)/,
    );
    await end?.();
    await release();
    await assert.rejects(stat(to), { code: 'ENOENT' });
    assert.deepEqual(
      (await readdir(dir)).filter((name) => name.startsWith('backup')),
      [],
    );
  });

  test('is refused in a sentence where there is nothing, no place, or PostgreSQL', async () => {
    const to = dirOf('new.tar');
    await assert.rejects(
      backup(settings('nowhere'), to, () => {}),
      /There is no database in/,
    );
    await assert.rejects(
      backup({ DATABASE_URL: 'postgres://localhost/x' }, to, () => {}),
      /pg_dump/,
    );
    const there = dirOf('there.tar');
    await writeFile(there, 'precious');
    await assert.rejects(
      backup(settings('first'), there, () => {}),
      /is there already/,
    );
    await assert.rejects(
      backup(settings('first'), dirOf('no/folder.tar'), () => {}),
      /cannot be written/,
    );
    await assert.rejects(stat(to), { code: 'ENOENT' });
  });
});
