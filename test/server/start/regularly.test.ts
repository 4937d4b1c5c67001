import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLog } from '../../../src/server/ports/log.ts';
import { regularly } from '../../../src/server/start/regularly.ts';
import type { TestClock } from '../../../src/server/ports/clock.ts';

describe('regular work', () => {
  it('is done once more when the clock was advanced meanwhile, however often', async () => {
    let advance = () => {};
    const testClock = {
      onAdvance: (listener: () => void) => ((advance = listener), () => {}),
    } as unknown as TestClock;
    const ends: (() => void)[] = [];
    const work = () => new Promise<void>((settle) => void ends.push(settle));
    const turn = () => new Promise((settle) => setImmediate(settle));
    const stop = regularly({ log: createLog('silent'), testClock }, 'working', 3_600_000, work);
    advance();
    advance();
    assert.equal(ends.length, 1);
    ends[0]?.();
    await turn();
    assert.equal(ends.length, 2);
    ends[1]?.();
    await turn();
    assert.equal(ends.length, 2);
    await stop();
  });
});
