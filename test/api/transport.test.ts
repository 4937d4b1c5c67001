/**
 * One exchange, with a real server where it matters: what it waits for, repeats, gives up and keeps to
 * itself.
 */
import assert from 'node:assert/strict';
import test, { describe, mock } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { exchange, sleep, type Answer } from '../../src/api/transport.ts';
import { stubbornServer } from '../support/stubborn-server.ts';
import { timeLimits } from '../support/time-limits.ts';

const never = new AbortController().signal;

/** Returns what exchanges are made with, and what they did with it. */
function transport(by: typeof fetch = fetch, random = 0.5) {
  const sent: RequestInit[] = [];
  const pauses: number[] = [];
  const options = {
    fetch: ((input, init = {}) => (sent.push(init), by(input, init))) as typeof fetch,
    sleep: async (milliseconds: number) => void pauses.push(milliseconds),
    random: () => random,
  };
  const get = (url = 'https://pay.example/api', signal = never, init: RequestInit = {}) =>
    exchange(options, url, init, signal);
  return { sent, pauses, get };
}

/** Whatever can happen by itself happens within these turns. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await setImmediate();
}

/** Answers with these, one after the other, and with the last one from then on. */
const answering = (...responses: (() => Response)[]): typeof fetch => {
  let at = 0;
  return () => {
    const response = responses[Math.min(at, responses.length - 1)];
    at += 1;
    return response ? Promise.resolve(response()) : Promise.reject(new Error('Nothing is left to answer.'));
  };
};
const problem = (status: number, error_code?: string, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(error_code ? { error_code } : null), { status, headers });
const codeOf = (answer: Answer) => (answer.ok ? null : answer.problem.code);

describe('a server that does not end its answer', () => {
  for (const path of ['/silent', '/halting']) {
    test(`has 15 seconds, and is not asked again (${path})`, async (t) => {
      const limits = timeLimits(t);
      const server = await stubbornServer(t);
      const { get } = transport();
      const request = server.next();
      const answer = get(server.url + path);
      await request;
      assert.deepEqual(
        limits.map(({ milliseconds }) => milliseconds),
        [15_000],
      );
      const given = mock.fn();
      void answer.then(given);
      limits[0]?.ring();
      await settled();
      assert.equal(given.mock.callCount(), 1, 'it gives up by itself');
      assert.equal(codeOf(await answer), 'timeout');
      assert.deepEqual(server.asked, [path]);
    });

    test(`is left at once when the caller gives up (${path})`, async (t) => {
      const server = await stubbornServer(t);
      const { get } = transport();
      const caller = new AbortController();
      const request = server.next();
      const answer = get(server.url + path, caller.signal);
      await request;
      const reason = new Error('The payee went on.');
      const left = assert.rejects(answer, (error) => error === reason);
      caller.abort(reason);
      await server.cut();
      await left;
      assert.deepEqual(server.asked, [path]);
    });
  }

  test('has 15 seconds for each try', async (t) => {
    const limits = timeLimits(t);
    const server = await stubbornServer(t);
    const { get, pauses } = transport();
    assert.equal(codeOf(await get(`${server.url}/cutting`)), 'network-error');
    assert.deepEqual(server.asked, ['/cutting', '/cutting', '/cutting']);
    assert.deepEqual(
      limits.map(({ milliseconds }) => milliseconds),
      [15_000, 15_000, 15_000],
    );
    assert.deepEqual(pauses, [400, 1600]);
  });
});

describe('a request', () => {
  test('tells no other site where it came from, and takes cookies nowhere but to its own', async () => {
    const { sent, get } = transport(answering(() => new Response('{}')));
    await get(undefined, undefined, { method: 'POST', body: 'said', headers: { 'idempotency-key': 'a' } });
    const [init = {}] = sent;
    const request = new Request('https://pay.example/api', init);
    assert.equal(request.referrerPolicy, 'no-referrer');
    assert.equal(request.credentials, 'same-origin');
    assert.deepEqual(
      [request.method, await request.text(), request.headers.get('idempotency-key')],
      ['POST', 'said', 'a'],
    );
  });

  test('of a caller who has given up already is not made', async () => {
    const { get } = transport();
    await assert.rejects(get('http://127.0.0.1:1', AbortSignal.abort(new Error('Gone.'))), /Gone/);
  });

  test('that throws by a fault of the page is no trouble with the network', async () => {
    const fault = new RangeError('The page has replaced fetch.');
    const { sent, get } = transport(() => Promise.reject(fault));
    await assert.rejects(get(), fault);
    assert.equal(sent.length, 1);
  });

  test('of a browser that is offline is not repeated', async (t) => {
    const before = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
    t.after(() => {
      if (before) Object.defineProperty(globalThis, 'navigator', before);
      else Reflect.deleteProperty(globalThis, 'navigator');
    });
    const say = (onLine: boolean) =>
      Object.defineProperty(globalThis, 'navigator', { value: { onLine }, configurable: true });
    const { sent, get } = transport(() => Promise.reject(new TypeError('Failed to fetch')));
    say(false);
    assert.equal(codeOf(await get()), 'offline');
    assert.equal(sent.length, 1);
    say(true);
    assert.equal(codeOf(await get()), 'network-error');
    assert.equal(sent.length, 4);
  });
});

describe('another try', () => {
  for (const [status, code] of [
    [503, 'service-unavailable'],
    [409, 'resource-busy'],
    [500, 'internal-error'],
  ] as const)
    test(`is made when the trouble may pass: ${code}`, async () => {
      const { sent, get } = transport(
        answering(
          () => problem(status, code),
          () => new Response('{"done":true}'),
        ),
      );
      assert.deepEqual(await get(), { ok: true, body: { done: true } });
      assert.equal(sent.length, 2);
    });

  for (const [status, code] of [
    [429, 'too-many-requests'],
    [401, 'session-expired'],
    [409, 'step-not-current'],
    [200, 'invalid-answer'],
  ] as const)
    test(`is not made when it would not help: ${code}`, async () => {
      const { sent, get } = transport(
        answering(() => (status === 200 ? new Response('<html>') : problem(status, code))),
      );
      assert.equal(codeOf(await get()), code);
      assert.equal(sent.length, 1);
    });

  for (const [random, pauses] of [
    [0, [200, 800]],
    [0.999, [599.6, 2398.4]],
  ] as const)
    test(`comes later than the one before, and not with that of other pages (${String(random)})`, async () => {
      const { pauses: slept, get } = transport(
        answering(() => problem(503)),
        random,
      );
      await get();
      assert.deepEqual(slept, pauses);
    });

  test('comes when the server wants it, but within 8 seconds', async () => {
    const { pauses, get } = transport(
      answering(
        () => problem(503, 'service-unavailable', { 'retry-after': '3' }),
        () => problem(503, 'service-unavailable', { 'retry-after': '120' }),
      ),
    );
    assert.equal(codeOf(await get()), 'service-unavailable');
    assert.deepEqual(pauses, [3000, 8000]);
  });
});

describe('an answer', () => {
  test('may be empty', async () => {
    const { get } = transport(answering(() => new Response(null, { status: 204 })));
    assert.deepEqual(await get(), { ok: true, body: undefined });
  });
});

describe('a pause', () => {
  test('lasts as long as it should', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const ended = mock.fn();
    const paused = sleep(400, never).then(ended);
    t.mock.timers.tick(399);
    await Promise.resolve();
    assert.equal(ended.mock.callCount(), 0);
    t.mock.timers.tick(1);
    await paused;
    assert.equal(ended.mock.callCount(), 1);
  });

  test('ends when it is aborted, and leaves no timer behind', async (t) => {
    const timer = Symbol('timer');
    t.mock.method(globalThis, 'setTimeout', () => timer);
    const cleared = t.mock.method(globalThis, 'clearTimeout', () => undefined);
    const until = new AbortController();
    const reason = new Error('The payee went on.');
    const paused = sleep(400, until.signal);
    until.abort(reason);
    await assert.rejects(Promise.race([paused, settled()]), (error) => error === reason);
    assert.deepEqual(
      cleared.mock.calls.map(({ arguments: given }) => given),
      [[timer]],
    );
  });
});
