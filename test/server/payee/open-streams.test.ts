/** How event streams are counted, of those that end late or have gone as well. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import v8 from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { SessionRow } from '../../../src/server/db/sessions.ts';
import { countStream, openStreams } from '../../../src/server/payee/open-streams.ts';

const payee = (id: string) => ({ id, flow_id: 'flow', authenticated: true }) as SessionRow;
const opened = (session: SessionRow) => countStream(session, () => {});

test('a stream that is told to end, and ends after all others, takes no newer one along', () => {
  const [oldest, ...others] = Array.from({ length: 11 }, () => opened(payee('a')));
  assert.equal(openStreams(), 10);
  for (const end of others) end();
  assert.equal(openStreams(), 0);
  const end = opened(payee('a'));
  oldest?.();
  assert.equal(openStreams(), 1);
  end();
  assert.equal(openStreams(), 0);
});

test('whoever has the link alone shares ten with all like them, and each payee has ten', () => {
  const ended: number[] = [];
  const ends = Array.from({ length: 12 }, (_, at) => [
    countStream({ ...payee(`stranger ${at}`), authenticated: false }, () => void ended.push(at)),
    opened(payee(`payee ${at}`)),
  ]).flat();
  assert.deepEqual([ended, openStreams()], [[0, 1], 22]);
  for (const end of ends) end();
  assert.equal(openStreams(), 0);
});

test('nothing is kept of those who have gone', () => {
  v8.setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const held = () => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  const come = (count: number) => {
    for (let at = 0; at < count; at += 1) opened(payee(`session ${at}`))();
  };
  come(1_000);
  const before = held();
  come(50_000);
  // An empty set of each would be more than 10 MB.
  assert.ok(held() - before < 4_000_000);
});
