/** The embedded database on a disk that takes nothing more: a write fails as it does there, with ENOSPC. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { diskRoom, leastRoom } from '../../../src/server/db/disk-room.ts';
import { openPglite } from '../../../src/server/db/pglite.ts';
import { migrate } from '../../../src/server/db/migrate.ts';
import { healthRoutes } from '../../../src/server/http/health.ts';
import { createTestServer } from '../support.ts';
import { freshImage } from './fresh-image.ts';

/** From now on no file of `folder` gets longer. Returns what makes room again. */
function fillDisk(t: TestContext): () => void {
  const { writeSync } = fs;
  const mocked = t.mock.method(fs, 'writeSync', ((fd: number, data: Uint8Array, ...more: number[]) => {
    const [offset = 0, length = data.length - offset, position = null] = more;
    const { size } = fs.fstatSync(fd);
    if (position === null || position + length > size)
      throw Object.assign(new Error('ENOSPC: no space left on device, write'), {
        code: 'ENOSPC',
        errno: -28,
      });
    return writeSync(fd, data, offset, length, position);
  }) as typeof fs.writeSync);
  syncBuiltinESMExports();
  return () => {
    mocked.mock.restore();
    syncBuiltinESMExports();
  };
}

const idOf = async (answer: Response) => ((await answer.json()) as { id: string }).id;

test('says 503, is not ready, and goes on without a loss once there is room', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'dots-flow-full-'));
  const db = await openPglite(join(folder, 'db'));
  t.after(async () => {
    await db.close();
    await rm(folder, { recursive: true });
  });
  await migrate(db);
  const server = await createTestServer({ db });
  // Anew each time, because an answer holds for a second.
  const ready = async () => (await healthRoutes({ db }).request('/readyz')).status;
  const make = () =>
    server.asPartner('POST', '/v2/flows', { steps: ['compliance'], metadata: { note: 'x'.repeat(400) } });
  assert.equal(await ready(), 200);
  const made = [await idOf(await make())];
  const makeRoom = fillDisk(t);
  let refused: Awaited<ReturnType<typeof make>> | null = null;
  // Pages that are there have room left.
  for (let count = 0; count < 200 && !refused; count += 1) {
    const answer = await make();
    if (answer.status === 200) made.push(await idOf(answer));
    else refused = answer;
  }
  assert.ok(refused, 'nothing was refused');
  assert.deepEqual([refused.status, refused.headers.get('retry-after')], [503, '2']);
  assert.equal(await ready(), 503);
  assert.equal((await server.asPartner('GET', `/v2/flows/${made[0] ?? ''}`)).status, 200);
  makeRoom();
  assert.equal(await ready(), 200);
  const again = await make();
  assert.equal(again.status, 200, await again.clone().text());
  made.push(await idOf(again));
  for (const id of made) assert.equal((await server.asPartner('GET', `/v2/flows/${id}`)).status, 200);
});

test('nothing is written while the disk has no room for the next file of the journal', async (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() });
  let bytes = leastRoom;
  const told: [boolean, number][] = [];
  const room = diskRoom(
    () => (bytes < 0 ? Promise.reject(new Error('EIO')) : Promise.resolve(bytes)),
    (...what) => told.push(what),
  );
  const db = await openPglite(undefined, await freshImage(), room);
  t.after(() => db.close());
  await migrate(db);
  const server = await createTestServer({ db });
  const look = () => t.mock.timers.tick(1000);
  const statuses = async () => [
    (await server.asPartner('POST', '/v2/flows', { steps: ['compliance'] })).status,
    (await server.asPartner('GET', '/v2/flows')).status,
    (await healthRoutes({ db }).request('/readyz')).status,
  ];
  assert.deepEqual(await statuses(), [200, 200, 200]);
  look();
  bytes = leastRoom - 1;
  assert.deepEqual(await statuses(), [503, 200, 503]);
  for (const sql of [
    'with x as (delete from drafts returning 1) select 1',
    ' INSERT INTO readiness DEFAULT VALUES',
  ])
    await assert.rejects(db.query(sql), { name: 'DatabaseUnavailable' });
  assert.deepEqual(await db.query('with x as (select 1 as n) select n from x'), [{ n: 1 }]);
  await assert.rejects(
    db.transaction((tx) => tx.query('delete from drafts')),
    { name: 'DatabaseUnavailable' },
  );
  look();
  bytes = -1;
  assert.deepEqual(await statuses(), [503, 200, 503]);
  look();
  bytes = leastRoom;
  assert.deepEqual(await statuses(), [200, 200, 200]);
  assert.deepEqual(told, [
    [false, leastRoom - 1],
    [true, leastRoom],
  ]);
});
