import assert from 'node:assert/strict';
import test, { mock } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { watch, type WatchOptions } from '../../src/api/watch.ts';
import type { Snapshot } from '../../src/contract/steps/session.ts';
import { snapshotAt } from '../support/snapshots.ts';

type Stream = 'refused' | 'hanging' | Response | ReadableStream<Uint8Array>;

/** Time that passes only when the test says so. */
function clock() {
  const timers = new Set<{ readonly milliseconds: number; readonly ring: () => void }>();
  return {
    sleep: (milliseconds: number, signal: AbortSignal) =>
      new Promise<void>((resolve, reject) => {
        const timer = { milliseconds, ring: resolve };
        timers.add(timer);
        signal.addEventListener('abort', () => (timers.delete(timer), reject(new Error('aborted'))));
      }),
    /** Rings whatever waits, once something does. Returns how long each would have waited. */
    async ring(): Promise<number[]> {
      await settled();
      assert.ok(timers.size > 0, 'nothing waits');
      const due = [...timers];
      timers.clear();
      for (const { ring } of due) ring();
      return due.map(({ milliseconds }) => milliseconds);
    },
    /** How long each of those that wait now waits. */
    waiting: () => [...timers].map(({ milliseconds }) => milliseconds),
  };
}

/** Whatever can happen by itself happens within these turns. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await setImmediate();
}

/** A stream into which the test writes. */
function open() {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const isOver = mock.fn();
  const stream = new ReadableStream<Uint8Array>({
    start: (given) => void (controller = given),
    cancel: isOver,
  });
  return {
    stream,
    isOver,
    write: (text: string) => controller?.enqueue(bytes(text)),
    writeBytes: (part: Uint8Array) => controller?.enqueue(part),
    end: () => controller?.close(),
    break: () => controller?.error(new TypeError('network')),
  };
}

/** Each connection gets the next of `streams`, and the last of them from then on. */
function watching(streams: readonly Stream[], more: Partial<WatchOptions> = {}) {
  const time = clock();
  const until = new AbortController();
  const seen: Snapshot[] = [];
  const asked: number[] = [];
  const requests: RequestInit[] = [];
  const ended = watch(
    {
      url: 'https://pay.example/api/v2/session/events',
      token: () => 'a-token',
      sleep: time.sleep,
      random: () => 0.5,
      fetch: (_input, init = {}) => {
        const stream = streams[Math.min(requests.length, streams.length - 1)] ?? 'refused';
        requests.push(init);
        if (stream === 'refused') return Promise.reject(new TypeError('network'));
        if (stream instanceof Response) return Promise.resolve(stream);
        if (stream !== 'hanging') return Promise.resolve(new Response(stream));
        return new Promise((_resolve, reject) => {
          init.signal?.addEventListener('abort', () => reject(new Error('aborted')));
        });
      },
      onSnapshot: (snapshot) => seen.push(snapshot),
      ...more,
      read: () => {
        asked.push(seen.length);
        // Whoever never pauses is stopped, so that the test can say so.
        if (asked.length > 50) return new Promise(() => undefined);
        return more.read?.() ?? Promise.resolve(snapshotAt());
      },
    },
    until.signal,
  );
  return { time, seen, asked, requests, until, ended, stop: () => (until.abort(), ended) };
}

const bytes = (text: string) => new TextEncoder().encode(text);
const event = (snapshot: unknown = snapshotAt()) => `event: snapshot\ndata: ${JSON.stringify(snapshot)}\n\n`;

test('where no stream can be opened the server is asked, ever more slowly', async () => {
  const { time, seen, stop } = watching(['refused']);
  const pauses: number[] = [];
  for (let round = 0; round < 7; round += 1) {
    await settled();
    pauses.push(...(await time.ring()));
  }
  assert.deepEqual(pauses, [1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  assert.ok(seen.length >= 7);
  await stop();
});

test('a stream that lets nothing through is given up, and the server is asked', async () => {
  const { time, seen, stop } = watching(['hanging']);
  await settled();
  assert.deepEqual(seen, []);
  assert.deepEqual(await time.ring(), [6000]);
  await settled();
  assert.deepEqual(await time.ring(), [1000]);
  assert.equal(seen.length, 1);
  await stop();
});

test('a stream that falls silent is given up; one with a heartbeat is not', async () => {
  const { stream, isOver, write } = open();
  const { time, seen, asked, requests, stop } = watching([stream, 'hanging']);
  write(event());
  await settled();
  assert.equal(seen.length, 1);
  assert.deepEqual(time.waiting(), [45_000]);
  write(': still here\n\n');
  await settled();
  assert.deepEqual(time.waiting(), [45_000]);
  assert.deepEqual(asked, []);
  await time.ring();
  await settled();
  assert.deepEqual(asked, [1]);
  assert.equal(isOver.mock.callCount(), 1, 'the silent stream is let go');
  assert.equal(requests[0]?.signal?.aborted, true);
  await stop();
});

test('a stream that worked is opened anew soon after it breaks, however often others failed before', async () => {
  const worked = open();
  const { time, seen, stop } = watching(['refused', 'refused', worked.stream, 'refused']);
  assert.deepEqual(await time.ring(), [1000]);
  assert.deepEqual(await time.ring(), [2000]);
  await settled();
  worked.write(event());
  await settled();
  worked.break();
  assert.deepEqual(await time.ring(), [1000]);
  assert.deepEqual(await time.ring(), [2000]);
  assert.equal(seen.length, 1 + 4, 'one from the stream, and one for each time that the server was asked');
  await stop();
});

test('a stream that opens and ends without a word does not count as one that works', async () => {
  const silent = () => new Response(': nothing\n\n');
  const { time, stop } = watching([silent(), silent(), new Response(null, { status: 503 })]);
  assert.deepEqual(await time.ring(), [1000]);
  assert.deepEqual(await time.ring(), [2000]);
  assert.deepEqual(await time.ring(), [4000]);
  await stop();
});

for (const [random, pauses] of [
  [0, [500, 1000]],
  [0.999, [1499, 2998]],
] as const)
  test(`pages do not come back at the same moment (${String(random)})`, async () => {
    const { time, stop } = watching(['refused'], { random: () => random });
    assert.deepEqual([...(await time.ring()), ...(await time.ring())], pauses);
    await stop();
  });

test('the stream is asked for with the token of the moment, and with no cookie', async () => {
  let count = 0;
  const { time, requests, stop } = watching(['refused'], { token: () => `token-${String((count += 1))}` });
  await time.ring();
  await settled();
  const asked = requests.map((init) => new Request('https://pay.example', init));
  assert.deepEqual(
    asked.map(({ headers, credentials }) => [
      headers.get('authorization'),
      headers.get('accept'),
      credentials,
    ]),
    [
      ['Bearer token-1', 'text/event-stream', 'omit'],
      ['Bearer token-2', 'text/event-stream', 'omit'],
    ],
  );
  await stop();
});

test('the watch ends when the server opens no session on this flow any more', async () => {
  const { time, seen, requests, ended } = watching(['refused'], { read: () => Promise.resolve('over') });
  await ended;
  assert.deepEqual([seen.length, requests.length, time.waiting()], [0, 1, []]);
});

test('a server that cannot be asked is asked again later, and says nothing meanwhile', async () => {
  const { time, seen, requests, stop } = watching(['refused'], { read: () => Promise.resolve(null) });
  await time.ring();
  await settled();
  assert.deepEqual([seen.length, requests.length], [0, 2]);
  await stop();
});

test('nothing is told, asked or waited for once nobody watches', async () => {
  const { stream, isOver, write } = open();
  const { time, seen, asked, requests, until, ended } = watching([stream]);
  write(event());
  await settled();
  until.abort();
  await ended;
  await settled();
  assert.deepEqual([seen.length, asked, requests.length, time.waiting()], [1, [], 1, []]);
  assert.equal(isOver.mock.callCount(), 1);
});

test('an answer that comes when nobody watches any more is not told', async () => {
  const { seen, until, ended, time } = watching(['refused'], {
    read: async () => {
      until.abort();
      return snapshotAt();
    },
  });
  await ended;
  assert.deepEqual([seen, time.waiting()], [[], []]);
});

test('what is told by an answer may end the watch', async () => {
  const { until, ended, time } = watching(['refused'], { onSnapshot: () => until.abort() });
  await ended;
  assert.deepEqual(time.waiting(), []);
});

test('what is told by a stream may end the watch', async () => {
  const { stream, write } = open();
  const { until, asked, ended } = watching([stream], { onSnapshot: () => until.abort() });
  write(event() + event());
  await ended;
  assert.deepEqual(asked, []);
});

test('events of other kinds and snapshots of another shape are passed over', async () => {
  const { stream, write } = open();
  const { seen, stop } = watching([stream]);
  write(`event: other\ndata: ${JSON.stringify(snapshotAt())}\n\n${event({ hello: 'world' })}`);
  await settled();
  assert.equal(seen.length, 0);
  write(event());
  await settled();
  assert.equal(seen.length, 1);
  await stop();
});
