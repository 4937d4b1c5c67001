/** One app's forms do not keep the thread from the others. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createTurns } from '../../../src/server/pdf/turns.ts';
import { held, soon } from '../held.ts';

const most = { ofOne: 2, ofAll: 3 };

describe('turns at the thread that fills in PDFs', () => {
  it('go round the apps, one at a time', async () => {
    const inTurn = createTurns(most);
    const log: string[] = [];
    const [a1, a2, a3, b1] = ['a1', 'a2', 'a3', 'b1'].map((name) => held(name, log));
    assert.ok(a1 && a2 && a3 && b1);
    const all = [a1, a2, a3].map(({ work }) => inTurn('a', work));
    all.push(inTurn('b', b1.work));
    for (const [at, { end }] of [a1, b1, a2, a3].entries()) {
      await soon();
      assert.equal(log.length, at + 1);
      end();
    }
    await Promise.all(all);
    assert.deepEqual(log, ['a1', 'b1', 'a2', 'a3']);
  });

  it('are refused to an app of which too many wait, and not to another', async () => {
    const inTurn = createTurns(most);
    const log: string[] = [];
    const first = held('a', log);
    const all = [first.work, first.work, first.work].map((work) => inTurn('a', work));
    const refused = { problem: 'service-unavailable' };
    await assert.rejects(inTurn('a', first.work), { code: refused.problem });
    all.push(inTurn('b', first.work));
    await assert.rejects(inTurn('c', first.work), { code: refused.problem });
    first.end();
    await Promise.all(all);
    assert.equal(await inTurn('a', async () => 'done'), 'done');
  });

  it('are passed on by work that fails', async () => {
    const inTurn = createTurns(most);
    const failing = inTurn('a', () => Promise.reject(new Error('failed')));
    const next = inTurn('a', async () => 'done');
    await assert.rejects(failing);
    assert.equal(await next, 'done');
  });
});
