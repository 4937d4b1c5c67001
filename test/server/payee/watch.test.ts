import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TestContext } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import type { WatchedRow } from '../../../src/server/db/watched.ts';
import { stateOf, watch } from '../../../src/server/payee/watch.ts';
import type { Watched } from '../../../src/server/payee/watch.ts';
import { DatabaseUnavailable } from '../../../src/server/ports/database.ts';
import type { Deps } from '../../../src/server/ports/deps.ts';

const row: WatchedRow = {
  place: 1,
  authenticated: true,
  revisits: null,
  updated: new Date(0),
  status: 'in_progress',
  expires_at: null,
  ofac_status: 'unflagged',
  id_status: 'unverified',
  balance: 0,
};
const told = stateOf(row, new Date(0));

/** Event streams on a database that answers at once, and a clock that stands until it is moved. */
function streams(
  t: TestContext,
  ids: readonly string[],
  given: { hearsOthers?: boolean; tookMs?: number } = {},
) {
  t.mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 0 });
  const looks: (readonly string[])[] = [];
  const log: string[] = [];
  const server = { tookMs: given.tookMs ?? 0 };
  /** What stands about each session now; an error is thrown. */
  const now = new Map<string, WatchedRow | Error>(ids.map((id) => [id, row]));
  const deps = {
    clock: { now: () => new Date() },
    hearsOthers: () => given.hearsOthers ?? false,
    log: { error: () => log.push('an error in the log') },
    db: {
      async query(_sql: string, [asked]: readonly [readonly string[]]) {
        looks.push(asked);
        if (server.tookMs > 0) await new Promise((resolve) => setTimeout(resolve, server.tookMs));
        return asked.flatMap((id, index) => {
          const one = now.get(id);
          if (one instanceof Error) throw one;
          return one === undefined ? [] : [{ ...one, place: index + 1 }];
        });
      },
    },
  } as unknown as Deps;
  const added = new Map(
    ids.map((id) => {
      const stream: Watched = {
        id,
        hash: Buffer.alloc(32),
        state: told,
        spoke: 0,
        ring: () => log.push(`${id} rings at ${Date.now()}`),
        beat() {
          stream.spoke = Date.now();
          log.push(`${id} beats at ${Date.now()}`);
        },
      };
      return [id, { stream, end: watch(deps, stream) }];
    }),
  );
  return Object.assign(server, {
    looks,
    log,
    now,
    stream: (id: string) => added.get(id) as { stream: Watched; end: () => void },
    /** Moves the clock, with what it lets happen. */
    pass: async (ms: number) => {
      for (let passed = 0; passed < ms; passed += 100) {
        t.mock.timers.tick(100);
        await setImmediate();
      }
    },
  });
}

describe('the look at what event streams wait for', () => {
  it('is one for all, and rings those alone whose state is another', async (t) => {
    const { looks, log, now, pass } = streams(t, ['a', 'b', 'c']);
    now.set('b', { ...row, balance: 100 });
    now.delete('c');
    await pass(400);
    assert.deepEqual(looks, [['a', 'b', 'c']]);
    assert.deepEqual(log, ['b rings at 400', 'c rings at 400']);
  });

  it('says every 20 seconds that nothing has changed, and no more often', async (t) => {
    const { log, pass } = streams(t, ['a']);
    await pass(59_000);
    assert.deepEqual(log, ['a beats at 20000', 'a beats at 40000']);
  });

  it('comes every 400 ms where others cannot tell', async (t) => {
    const { looks, pass } = streams(t, ['a']);
    await pass(4_000);
    assert.equal(looks.length, 10);
  });

  it('comes every 3 seconds where others can', async (t) => {
    const { looks, pass } = streams(t, ['a'], { hearsOthers: true });
    await pass(9_400);
    assert.equal(looks.length, 4);
  });

  it('rests ten times as long as it took, and at most 3 seconds', async (t) => {
    const slow = streams(t, ['a'], { tookMs: 100 });
    await slow.pass(11_000);
    assert.equal(slow.looks.length, 10);
    slow.tookMs = 1_000;
    await slow.pass(12_000);
    assert.equal(slow.looks.length, 13);
  });

  it('takes the sessions in pieces of a thousand', async (t) => {
    const { looks, pass } = streams(
      t,
      Array.from({ length: 2_500 }, (_, index) => String(index)),
    );
    await pass(400);
    assert.deepEqual(
      looks.map(({ length }) => length),
      [1_000, 1_000, 500],
    );
  });

  it('goes on when the database was away, and rings for what happened meanwhile', async (t) => {
    const { log, now, pass } = streams(t, ['a']);
    now.set('a', new DatabaseUnavailable(new Error('away')));
    await pass(30_000);
    assert.deepEqual(log, []);
    now.set('a', { ...row, status: 'completed' });
    await pass(3_000);
    assert.match(log.join(), /^a rings/);
  });

  it('says so in the log when it fails for another reason, and goes on', async (t) => {
    const { log, now, pass } = streams(t, ['a']);
    now.set('a', new Error('no such column'));
    await pass(400);
    now.set('a', { ...row, status: 'completed' });
    await pass(3_000);
    assert.deepEqual([log[0], log[1]?.startsWith('a rings')], ['an error in the log', true]);
  });

  it('leaves alone who was told during the look, or is being told for the first time', async (t) => {
    const { log, now, pass, stream } = streams(t, ['new', 'told']);
    stream('new').stream.state = null;
    for (const id of ['new', 'told']) now.set(id, { ...row, status: 'completed' });
    t.mock.timers.tick(400);
    stream('told').stream.state = stateOf({ ...row, status: 'completed' }, new Date());
    await setImmediate();
    await pass(3_000);
    assert.deepEqual(log, []);
  });

  it('ends with the last stream, and begins again with the next', async (t) => {
    const { looks, pass, stream } = streams(t, ['a']);
    stream('a').end();
    await pass(10_000);
    assert.ok(looks.length <= 1);
  });
});
