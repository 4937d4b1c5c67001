/** One attempt to deliver: what a receiver's answer means, and what is written down and logged of it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { AttemptRow } from '../../../src/server/db/deliveries.ts';
import type { Deps } from '../../../src/server/ports/deps.ts';
import type { Queryable, Row } from '../../../src/server/ports/database.ts';
import { attemptDelivery } from '../../../src/server/webhooks/deliver.ts';
import { retryDelays } from '../../../src/server/webhooks/retry-after.ts';
import { isSecret, newSecret, signedHeaders } from '../../../src/server/webhooks/sign.ts';

const now = new Date('2026-06-01T12:00:00Z');
const due = {
  id: 'd1',
  message_id: 'msg_1',
  endpoint_id: 'e1',
  url: 'https://receiver.example/',
  attempts: 0,
};
const sealed = { app_id: 'a1', secret_sealed: Buffer.from('sealed'), body: '{"a":1}' };

/** Attempts a delivery, and returns what came of it. `answer` is the receiver's. */
async function attempt(answer: () => Promise<Response>, attempts = 0) {
  const writes: unknown[][] = [];
  const lines: unknown[] = [];
  const counted: unknown[] = [];
  const asked: [string, RequestInit][] = [];
  const tx: Queryable = {
    query: <R extends Row>(_sql: string, values: readonly unknown[] = []) => {
      writes.push([...values]);
      return Promise.resolve<R[]>([]);
    },
  };
  const deps = {
    db: { transaction: (work: (tx: Queryable) => unknown) => work(tx) },
    clock: { now: () => now, real: () => now },
    vault: { open: () => `whsec_${Buffer.alloc(32).toString('base64')}` },
    log: { info: (line: unknown) => lines.push(line), warn: (line: unknown) => lines.push(line) },
    meters: { add: (...what: unknown[]) => counted.push(what) },
    fetch: (url: string, init: RequestInit) => {
      asked.push([url, init]);
      return answer();
    },
  } as unknown as Deps;
  await attemptDelivery(deps, { ...due, ...sealed, attempts } as AttemptRow);
  const [[, status, lastStatus, lastError, next, deliveredAt] = [], [, failedAt] = []] = writes;
  return { status, lastStatus, lastError, next, deliveredAt, failedAt, lines, counted, asked };
}
const answers = (status: number) => () => Promise.resolve(new Response(null, { status }));
const breaks = (error: Error) => () => Promise.reject<Response>(error);

describe('an attempt', () => {
  for (const status of [200, 202, 204, 299])
    test(`that is answered with ${status} has gone well`, async () => {
      const done = await attempt(answers(status));
      assert.deepEqual(
        [done.status, done.lastStatus, done.lastError, done.next, done.deliveredAt, done.failedAt],
        ['delivered', status, null, null, now, undefined],
      );
      assert.deepEqual(done.counted, [['webhooks', { outcome: 'delivered' }]]);
      assert.deepEqual(done.lines, [
        { deliveryId: 'd1', messageId: 'msg_1', attempt: 1, delivered: true, status },
      ]);
    });

  for (const [status, error] of [
    [300, 'redirects are not followed'],
    [399, 'redirects are not followed'],
    [400, 'answered 400'],
    [503, 'answered 503'],
  ] as const)
    test(`that is answered with ${status} is made again`, async () => {
      const done = await attempt(answers(status), 1);
      assert.deepEqual(
        [done.status, done.lastStatus, done.lastError, done.deliveredAt, done.failedAt],
        ['pending', status, error, null, now],
      );
      assert.deepEqual(done.next, new Date(now.getTime() + 300_000));
      assert.deepEqual(done.counted, [['webhooks', { outcome: 'retried' }]]);
      assert.deepEqual(done.lines, [
        { deliveryId: 'd1', messageId: 'msg_1', attempt: 2, delivered: false, status },
      ]);
    });

  test('that fails after the last wait is given up', async () => {
    const { status, next, counted } = await attempt(answers(500), retryDelays.length);
    assert.deepEqual([status, next, counted], ['failed', null, [['webhooks', { outcome: 'given-up' }]]]);
    assert.equal((await attempt(answers(500), retryDelays.length - 1)).status, 'pending');
  });

  test('asks once, with the whole message, and reads no answer to its end', async () => {
    let isCut = false;
    const body = new ReadableStream({ cancel: () => void (isCut = true) });
    const { asked } = await attempt(() => Promise.resolve(new Response(body)));
    const [[url, init] = ['', {}], ...more] = asked;
    assert.deepEqual(
      [url, init.method, init.body, init.redirect, more],
      [due.url, 'POST', '{"a":1}', 'manual', []],
    );
    assert.equal(isCut, true);
  });

  test('has gone well with a 2xx, though the connection was cut behind it', async () => {
    const cut = new ReadableStream({ start: (controller) => controller.error(new TypeError('terminated')) });
    const { status, lastStatus } = await attempt(() => Promise.resolve(new Response(cut)));
    assert.deepEqual([status, lastStatus], ['delivered', 200]);
  });

  test('tells partners the code of a broken connection, and nothing of what broke without one', async () => {
    const coded = (code: unknown) => Object.assign(new Error('inside'), { code });
    const noError = (thrown: unknown) => thrown as Error;
    const cases: [Error, string, lines: number][] = [
      [new DOMException('', 'TimeoutError'), 'no answer within 15 seconds', 1],
      [new DOMException('', 'AbortError'), 'no answer within 15 seconds', 1],
      [coded('ECONNRESET'), 'the connection failed (ECONNRESET)', 1],
      [new TypeError('fetch failed', { cause: coded('ENOTFOUND') }), 'the connection failed (ENOTFOUND)', 1],
      [new TypeError('inside'), 'the request failed', 2],
      [coded(7), 'the request failed', 2],
      [noError('text'), 'the request failed', 2],
      [noError({ name: 'TimeoutError', cause: coded('X') }), 'the request failed', 2],
    ];
    for (const [error, told, lines] of cases) {
      const done = await attempt(breaks(error));
      assert.deepEqual([done.status, done.lastStatus, done.lastError], ['pending', null, told]);
      assert.equal(done.lines.length, lines, told);
      assert.ok(!JSON.stringify(done.lines).includes('inside'));
    }
  });
});

describe('a secret', () => {
  const ofBytes = (count: number) => `whsec_${Buffer.alloc(count, 7).toString('base64')}`;

  test('has 24 to 64 bytes in base64, and ours has 32', () => {
    const lengths = [0, 23, 24, 32, 64, 65];
    assert.deepEqual(
      lengths.filter((count) => isSecret(ofBytes(count))),
      [24, 32, 64],
    );
    assert.deepEqual([isSecret('whsec_***'), isSecret(ofBytes(32).slice(6))], [false, false]);
    assert.equal(Buffer.from(newSecret().slice(6), 'base64').length, 32);
    assert.ok(isSecret(newSecret()));
  });

  test('signs the second of the attempt, under both names', () => {
    const headers = signedHeaders(ofBytes(32), 'msg_1', new Date(1_999), '{}');
    assert.deepEqual([headers['webhook-timestamp'], headers['svix-timestamp']], ['1', '1']);
    assert.equal(headers['webhook-signature'], headers['svix-signature']);
  });
});
