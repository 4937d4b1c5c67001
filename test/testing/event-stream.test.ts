import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { createClock } from '../../src/testing/mock/clock.ts';
import { eventStream } from '../../src/testing/mock/event-stream.ts';
import { World } from '../../src/testing/mock/world.ts';

const world = () =>
  new World(
    createClock(
      () => 0,
      () => undefined,
    ),
  );

describe('the event stream of the mock', () => {
  it('looks no more when nobody reads it, also when what was due changed the world meanwhile', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    try {
      const all = world();
      const reader = new AbortController();
      let looks = 0;
      const next = () => {
        looks += 1;
        // The first look finds something due, and everybody is told.
        if (looks === 1) all.changed();
        return looks;
      };
      const stream = eventStream(all, next, reader.signal);
      const read = stream.getReader().read();
      reader.abort();
      const before = looks;
      mock.timers.tick(10_000);
      all.changed();
      assert.equal(looks, before);
      await read.catch(() => undefined);
    } finally {
      mock.timers.reset();
    }
  });

  it('ends once when the session is over, also when a look within another found that out', async () => {
    const all = world();
    let looks = 0;
    const next = () => {
      looks += 1;
      if (looks === 2) all.changed();
      if (looks > 2) throw new Error('over');
      return looks;
    };
    const stream = eventStream(all, next, new AbortController().signal);
    all.changed();
    const read = await new Response(stream).text();
    assert.equal(read, 'event: snapshot\ndata: 1\n\n');
  });
});
