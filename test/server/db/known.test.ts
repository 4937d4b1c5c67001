/** What is kept for a moment instead of being asked for at every request. */
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { createKnown, forgetKnown, knownForMs } from '../../../src/server/db/known.ts';
import type { Queryable } from '../../../src/server/ports/database.ts';

/** No transaction, so that what is left for after its commit is done at once. */
const outside: Queryable = { query: () => Promise.resolve([]) };

function counting() {
  const known = createKnown<{ n: number }>();
  let asked = 0;
  return { ask: (name = 'app') => known(name, () => Promise.resolve({ n: ++asked })), known };
}

test('what is known is not asked for again until it is two seconds old', async (t) => {
  t.after(() => mock.timers.reset());
  mock.timers.enable({ apis: ['Date'], now: 1_000_000 });
  const { ask } = counting();
  assert.deepEqual(await ask(), { n: 1 });
  mock.timers.tick(knownForMs - 1);
  assert.deepEqual(await ask(), { n: 1 });
  assert.deepEqual(await ask('other'), { n: 2 });
  mock.timers.tick(1);
  assert.deepEqual(await ask(), { n: 3 });
  mock.timers.setTime(500_000);
  assert.deepEqual(await ask(), { n: 4 });
  assert.ok(knownForMs <= 3_000, 'a revoked key lives too long in other processes');
});

test('a change is seen at once, also by whoever asked before it and was told after it', async () => {
  const { ask, known } = counting();
  await ask();
  forgetKnown(outside);
  assert.deepEqual(await ask(), { n: 2 });

  let tell: (value: { n: number }) => void = () => {};
  const asking = known('late', () => new Promise((resolve) => (tell = resolve)));
  forgetKnown(outside);
  tell({ n: 100 });
  assert.deepEqual(await asking, { n: 100 });
  assert.deepEqual(await ask('late'), { n: 3 });
});

test('what is not found is asked for each time, and what fails is not kept', async () => {
  const { known, ask } = counting();
  assert.equal(await known('app', () => Promise.resolve(null)), null);
  await assert.rejects(known('app', () => Promise.reject(new Error('away'))));
  assert.deepEqual(await ask(), { n: 1 });
});

test('no more than a thousand are kept', async () => {
  const { ask } = counting();
  for (let n = 0; n < 1001; n += 1) await ask(String(n));
  assert.deepEqual(await ask('1000'), { n: 1001 });
  assert.deepEqual(await ask('0'), { n: 1002 });
});
