/** What is done within a session for as long as a payee takes: hours, with a phone that sleeps meanwhile. */
import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { createFlowsClient } from '../../src/api/client.ts';
import { requests } from '../../src/api/requests.ts';
import { flowId, sessionAt, snapshotAt } from '../support/snapshots.ts';
import { opened, problem, scripted, scriptedWith } from './scripted.ts';

const { signal } = new AbortController();
const over = problem(401, 'session-expired');
const session = (token: string, more: object = {}) => ({
  status: 201,
  body: { ...sessionAt({ at: 'onboarding' }), token, ...more },
});
const tokens = (seen: readonly { readonly headers: Headers }[]) =>
  seen.map(({ headers }) => headers.get('authorization'));

describe('a session that is over', () => {
  test('is opened again each time, not only the first', async () => {
    const { client, seen } = scripted(
      opened,
      over,
      session('second'),
      { body: snapshotAt({ at: 'onboarding' }) },
      over,
      session('third'),
      { body: snapshotAt({ at: 'onboarding' }) },
    );
    await client.open({ flowId }, signal);
    assert.equal((await client.read(signal)).ok, true);
    assert.equal((await client.read(signal)).ok, true);
    assert.deepEqual(
      seen.filter(({ url }) => url.endsWith('/session')).map(({ headers }) => headers.get('authorization')),
      ['Bearer token-1', 'Bearer second', 'Bearer second', 'Bearer third'],
    );
  });

  test('is opened again also when that failed the last time', async () => {
    const { client } = scripted(opened, over, problem(404, 'flow-expired'), over, session('third'), {
      body: snapshotAt({ at: 'onboarding' }),
    });
    await client.open({ flowId }, signal);
    const refused = await client.read(signal);
    assert.equal(!refused.ok && refused.problem.code, 'flow-expired');
    assert.equal((await client.read(signal)).ok, true);
  });

  test('is asked for a code, and looked at, with a session that needs one', async () => {
    const asksCode = { status: 201, body: sessionAt({ requirement: { known_phone: true } }) };
    for (const wish of [requests.sendCode(null, 'sms'), { method: 'GET', path: '' } as const]) {
      const { client, seen } = scripted(opened, over, asksCode, { body: snapshotAt() });
      await client.open({ flowId }, signal);
      const answer = await client.send(wish, 'wish-1', signal);
      assert.deepEqual(answer, { ok: true, snapshot: snapshotAt() });
      assert.equal(seen.length, 4);
    }
  });

  test('and was opened by somebody else meanwhile is looked at, and the wish waits', async () => {
    const { client, seen } = scripted(opened, problem(401, 'authentication-required'), {
      body: snapshotAt(),
    });
    await client.open({ flowId }, signal);
    const answer = await client.send(requests.submit('compliance', {}), 'wish-1', signal);
    assert.deepEqual(answer, { ok: true, snapshot: snapshotAt(), reopened: true });
    assert.deepEqual(
      seen.map(({ method }) => method),
      ['POST', 'POST', 'GET'],
    );
  });

  test('cannot be looked at when the server is away, and the wish is refused for that', async () => {
    const { client } = scripted(
      opened,
      problem(401, 'authentication-required'),
      problem(410, 'flow-expired'),
    );
    await client.open({ flowId }, signal);
    const answer = await client.send(requests.submit('compliance', {}), 'wish-1', signal);
    assert.equal(!answer.ok && answer.problem.code, 'flow-expired');
  });

  test('ends an upload, which has no snapshot to go on with', async () => {
    const asksCode = { status: 201, body: sessionAt({ requirement: { known_phone: true } }) };
    const { client } = scripted(opened, over, asksCode);
    await client.open({ flowId }, signal);
    const answer = await client.call('/id-verification/uploads', { method: 'POST' }, signal);
    assert.equal(!answer.ok && answer.problem.code, 'session-expired');
  });

  test('of a flow that this page has made is opened by the id of that flow', async () => {
    const { client, seen } = scripted(opened, over, session('two'), { body: snapshotAt() });
    await client.open({ clientId: 'pk_sandbox_demo', steps: ['compliance'] }, signal);
    await client.read(signal);
    assert.equal(seen[2]?.url, `https://pay.example/api/v2/flows/${flowId}/sessions`);
  });

  test('that a link to this device opened is opened by that link again', async () => {
    const { client, seen } = scripted(session('one'), over, session('two'), { body: snapshotAt() });
    await client.open({ handoff: 'secret-of-the-link' }, signal);
    await client.read(signal);
    for (const { url, body } of [seen[0], seen[2]].flatMap((one) => one ?? [])) {
      assert.match(url, /\/v2\/handoff\/sessions$/);
      assert.equal((JSON.parse(String(body)) as { token: string }).token, 'secret-of-the-link');
    }
    assert.equal(seen.length, 4);
  });
});

describe('a request of a session', () => {
  test('says its kind only where it has a body, and in which language to answer', async () => {
    const answer = { body: snapshotAt() };
    const { client, seen } = scriptedWith({ language: () => 'de-AT' }, opened, answer, answer, answer);
    await client.open({ flowId }, signal);
    await client.send(requests.submit('onboarding', { first_name: 'Ada' }), 'a', signal);
    await client.send({ method: 'DELETE', path: '/payout-methods/1' }, 'b', signal);
    await client.call('/upload', { method: 'PATCH', headers: { 'upload-offset': '0' } }, signal);
    const told = (name: string) => seen.slice(1).map(({ headers }) => headers.get(name));
    assert.deepEqual(told('content-type'), ['application/json', null, null]);
    assert.deepEqual(told('accept-language'), ['de-AT', 'de-AT', 'de-AT']);
    assert.deepEqual(told('idempotency-key'), ['a', 'b', null]);
    assert.deepEqual(told('upload-offset'), [null, null, '0']);
    assert.deepEqual(
      seen.slice(1).map(({ body }) => body),
      ['{"first_name":"Ada"}', undefined, undefined],
    );
  });

  test('that only asks opens no other session, and has no answer when it fails', async () => {
    const { client, seen } = scripted(opened, { body: { banks: [] } }, over);
    await client.open({ flowId }, signal);
    assert.deepEqual(await client.ask('/banks', signal), { banks: [] });
    assert.equal(await client.ask('/banks', signal), null);
    assert.equal(seen.length, 3);
  });

  test('whose answer is no snapshot is refused', async () => {
    const { client } = scripted(opened, { body: { hello: 'world' } });
    await client.open({ flowId }, signal);
    const answer = await client.read(signal);
    assert.equal(!answer.ok && answer.problem.code, 'invalid-answer');
  });

  test('goes below the version, with whatever the address ends', async () => {
    for (const baseUrl of ['https://a.example', 'https://a.example/', 'https://a.example/v2/']) {
      const { client, seen } = scriptedWith({ baseUrl }, opened, { body: snapshotAt() });
      await client.open({ flowId: 'a/b' }, signal);
      await client.read(signal);
      assert.deepEqual(
        seen.map(({ url }) => url),
        ['https://a.example/v2/flows/a%2Fb/sessions', 'https://a.example/v2/session'],
      );
    }
  });
});

describe('a session that is kept alive', () => {
  /** Keeps it alive, and lets as many pauses pass as there are answers. The next one goes on for ever. */
  async function kept(lifetime: number, ...answers: Parameters<typeof scripted>) {
    const pauses: number[] = [];
    const until = new AbortController();
    const sleep = async (milliseconds: number) => {
      pauses.push(milliseconds);
      if (pauses.length > answers.length) {
        until.abort();
        throw new Error('aborted');
      }
    };
    const { client, seen } = scriptedWith({ sleep }, session('one', { expires_in: lifetime }), ...answers);
    await client.open({ flowId }, signal);
    await client.keepAlive(until.signal);
    return { pauses, seen: seen.slice(1), isAborted: until.signal.aborted };
  }

  test('has a new token after two thirds of the time, and the next one by what that one has', async () => {
    const { pauses, seen } = await kept(900, session('two', { expires_in: 300 }), session('three'));
    assert.deepEqual(pauses, [600_000, 200_000, 600_000]);
    assert.deepEqual(
      seen.map(({ method, url }) => `${method} ${new URL(url).pathname}`),
      ['POST /api/v2/session/refresh', 'POST /api/v2/session/refresh'],
    );
    assert.deepEqual(tokens(seen), ['Bearer one', 'Bearer two']);
  });

  test('asks no more often than every five seconds, whatever the server says', async () => {
    assert.deepEqual((await kept(0)).pauses, [5_000]);
    assert.deepEqual((await kept(9)).pauses, [6_000]);
  });

  test('goes on when the network is away', async () => {
    const { pauses, isAborted } = await kept(900, problem(429, 'too-many-requests'), session('two'));
    assert.deepEqual([pauses.length, isAborted], [3, true]);
  });

  test('goes on when a request fails without an answer', async () => {
    const pauses: number[] = [];
    const until = new AbortController();
    const { client } = scriptedWith(
      {
        sleep: async (milliseconds) => {
          pauses.push(milliseconds);
          if (pauses.length === 2) until.abort();
        },
      },
      opened,
      // There is no answer left, which is an exception.
    );
    await client.open({ flowId }, signal);
    await client.keepAlive(until.signal);
    assert.deepEqual(pauses, [600_000, 600_000]);
  });

  test('ends when the server has none any more', async () => {
    const { pauses, isAborted } = await kept(900, over);
    assert.deepEqual([pauses, isAborted], [[600_000], false]);
  });

  test('is left alone once nobody needs it: nothing is sent after the pause', async () => {
    const { seen, isAborted } = await kept(900);
    assert.deepEqual([seen, isAborted], [[], true]);
  });
});

describe('a session that is watched', () => {
  /** Pauses are over at once. A stream may be silent for as long as it likes. */
  const sleep = (milliseconds: number, until: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      if (milliseconds < 6_000) resolve();
      until.addEventListener('abort', () => reject(new Error('aborted')));
    });
  const stream = (...snapshots: object[]) => ({
    text: snapshots.map((one) => `event: snapshot\ndata: ${JSON.stringify(one)}\n\n`).join(''),
  });

  test('tells what the stream says, with the token of the moment, and what the server says besides', async () => {
    const until = new AbortController();
    const told: (string | undefined)[] = [];
    const { client, seen } = scriptedWith(
      { sleep },
      opened,
      stream(snapshotAt({ at: 'onboarding' })),
      over,
      session('second'),
      { body: snapshotAt({ at: 'compliance' }) },
      stream(snapshotAt({ at: 'manage-payouts' })),
    );
    await client.open({ flowId }, signal);
    await client.watch((snapshot) => {
      told.push(snapshot.current?.step);
      if (told.length === 3) until.abort();
    }, until.signal);
    assert.deepEqual(told, ['onboarding', 'compliance', 'manage-payouts']);
    const streams = seen.filter(({ url }) => url === 'https://pay.example/api/v2/session/events');
    assert.deepEqual(tokens(streams), ['Bearer token-1', 'Bearer second']);
  });

  test('is watched no longer when the flow cannot be read any more', async () => {
    const { client, seen } = scriptedWith({ sleep }, opened, stream(), problem(410, 'flow-expired'));
    await client.open({ flowId }, signal);
    await client.watch(() => assert.fail('nothing was said'), signal);
    assert.equal(seen.length, 3);
  });

  test('is watched on when the server cannot be reached', async () => {
    const until = new AbortController();
    const { client, seen } = scriptedWith(
      { sleep },
      opened,
      stream(),
      problem(429, 'too-many-requests'),
      stream(snapshotAt({ at: 'onboarding' })),
    );
    await client.open({ flowId }, signal);
    await client.watch(() => until.abort(), until.signal);
    assert.equal(seen.length, 4);
  });
});

describe('a client that is given nothing but an address', () => {
  test('uses the fetch of the page, as it is by then, and waits between tries', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    t.mock.method(Math, 'random', () => 0.5);
    const client = createFlowsClient({ baseUrl: 'https://pay.example' });
    let tries = 0;
    const send = t.mock.method(globalThis, 'fetch', async () => {
      tries += 1;
      if (tries === 1) throw new TypeError('network');
      return new Response(JSON.stringify(opened.body), { status: 201 });
    });
    const answer = client.open({ flowId }, signal);
    for (let turn = 0; turn < 20; turn += 1) await setImmediate();
    t.mock.timers.tick(399);
    for (let turn = 0; turn < 20; turn += 1) await setImmediate();
    assert.equal(send.mock.callCount(), 1);
    t.mock.timers.tick(1);
    assert.equal((await answer).ok, true);
    assert.equal(send.mock.callCount(), 2);
  });
});
