import assert from 'node:assert/strict';
import test from 'node:test';
import { watch } from '../../src/api/watch.ts';
import type { Snapshot } from '../../src/contract/steps/session.ts';
import { snapshotAt } from '../support/snapshots.ts';

type Stream = 'refused' | 'hanging' | ReadableStream<Uint8Array>;

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
      while (timers.size === 0) await new Promise((resolve) => setTimeout(resolve));
      const due = [...timers];
      timers.clear();
      for (const { ring } of due) ring();
      return due.map(({ milliseconds }) => milliseconds);
    },
    /** How long each of those that wait now waits. */
    waiting: () => [...timers].map(({ milliseconds }) => milliseconds),
  };
}

function watching(stream: Stream) {
  const time = clock();
  const until = new AbortController();
  const seen: Snapshot[] = [];
  const asked: number[] = [];
  const ended = watch(
    {
      url: 'https://pay.example/api/v2/session/events',
      token: () => 'a-token',
      sleep: time.sleep,
      random: () => 0.5,
      fetch: (_input, init) => {
        if (stream === 'refused') return Promise.reject(new TypeError('network'));
        if (stream !== 'hanging') return Promise.resolve(new Response(stream));
        return new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => reject(new Error('aborted')));
        });
      },
      read: () => {
        asked.push(seen.length);
        return Promise.resolve(snapshotAt());
      },
      onSnapshot: (snapshot) => seen.push(snapshot),
    },
    until.signal,
  );
  return { time, seen, asked, stop: () => (until.abort(), ended) };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
const bytes = (text: string) => new TextEncoder().encode(text);

test('where no stream can be opened the server is asked, ever more slowly', async () => {
  const { time, seen, stop } = watching('refused');
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
  const { time, seen, stop } = watching('hanging');
  await settled();
  assert.deepEqual(seen, []);
  assert.deepEqual(await time.ring(), [6000]);
  await settled();
  assert.deepEqual(await time.ring(), [1000]);
  assert.equal(seen.length, 1);
  await stop();
});

test('a stream that falls silent is given up; one with a heartbeat is not', async () => {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const stream = new ReadableStream<Uint8Array>({ start: (given) => void (controller = given) });
  const { time, seen, asked, stop } = watching(stream);
  controller?.enqueue(bytes(`event: snapshot\ndata: ${JSON.stringify(snapshotAt())}\n\n`));
  await settled();
  assert.equal(seen.length, 1);
  assert.deepEqual(time.waiting(), [45_000]);
  controller?.enqueue(bytes(': still here\n\n'));
  await settled();
  assert.deepEqual(time.waiting(), [45_000]);
  assert.deepEqual(asked, []);
  await time.ring();
  await settled();
  assert.deepEqual(asked, [1]);
  await stop();
});
