/** What becomes of an endpoint whose receiver says "gone", asks for time, or fails for days. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { describe, test } from 'node:test';
import { webhookPayload } from '../../../src/contract/partner/webhooks.ts';
import { createMeters } from '../../../src/server/telemetry/create-meters.ts';
import { createGuardedFetch } from '../../../src/server/webhooks/url-safety.ts';
import { createHooks, days, hours } from './hooks.ts';

/** An endpoint whose receiver answers with one status, and another one that watches. */
async function failing(status = 500) {
  const meters = createMeters();
  const hooks = await createHooks({ meters });
  const { server, add, append, answers, sentTo } = hooks;
  const { id } = await add({ url: 'http://localhost:9/fails' });
  await add({
    url: 'http://localhost:9/watches',
    events: ['webhook_endpoint.failing', 'webhook_endpoint.disabled'],
  });
  answers['/fails'] = () => new Response(null, { status });
  return {
    ...hooks,
    id,
    /** Lets time go by, and has a message fail. */
    failAfter: async (passed: number): Promise<void> => {
      server.clock.advance(passed);
      await append();
      await server.runDueJobs();
    },
    /** What the other endpoint was told. */
    told: () => sentTo('/watches').map(({ payload }) => webhookPayload.parse(payload)),
    counted: async (notice: string) =>
      Number(
        new RegExp(`^dots_flow_webhook_endpoints_total\\{notice="${notice}"\\} (\\d+)$`, 'm').exec(
          await meters.text(),
        )?.[1],
      ),
    logged: (msg: string) => server.logLines.filter((line) => line['msg'] === msg),
  };
}

describe('a receiver that answers 410', () => {
  test('is sent nothing more, and the other endpoints are told', async () => {
    const { server, id, failAfter, told, read, deliveries, sentTo, counted, logged } = await failing(410);
    await failAfter(0);
    const { enabled, disabled_reason, disabled_at } = await read(id);
    assert.deepEqual([enabled, disabled_reason], [false, 'gone']);
    assert.ok(disabled_at);
    const [delivery] = await deliveries(id);
    assert.deepEqual([delivery?.status, delivery?.last_error], ['failed', 'answered 410']);
    await failAfter(days(1));
    assert.equal(sentTo('/fails').length, 1);
    assert.deepEqual(told(), [
      {
        event: 'webhook_endpoint.disabled',
        api_version: '2',
        webhook_endpoint_id: id,
        reason: 'gone',
        failing_since: disabled_at,
      },
    ]);
    assert.equal(await counted('gone'), 1);
    assert.equal(logged('webhook endpoint disabled').length, 1);
    assert.equal(
      server.logLines.some((line) => JSON.stringify(line).includes('/fails')),
      false,
    );
  });
});

describe('an endpoint that fails', () => {
  test('for three days: the others are told when it will be disabled, once', async () => {
    const { id, failAfter, told, read, server, counted, logged } = await failing();
    await failAfter(0);
    const since = server.clock.now();
    assert.equal((await read(id)).failing_since, since.toISOString());
    await failAfter(days(3) - 1);
    assert.deepEqual(told(), []);
    await failAfter(1);
    await failAfter(hours(1));
    const disables_at = new Date(since.getTime() + days(5)).toISOString();
    assert.deepEqual(told(), [
      {
        event: 'webhook_endpoint.failing',
        api_version: '2',
        webhook_endpoint_id: id,
        failing_since: since.toISOString(),
        disables_at,
      },
    ]);
    assert.deepEqual([(await read(id)).enabled, (await read(id)).disables_at], [true, disables_at]);
    assert.equal(await counted('failing'), 1);
    assert.equal(logged('webhook endpoint fails').length, 1);
  });

  test('for five days: it is disabled, and the others are told', async () => {
    const { id, failAfter, told, read, server, counted } = await failing();
    await failAfter(0);
    await failAfter(days(3));
    await failAfter(days(2) - 1);
    assert.equal((await read(id)).enabled, true);
    await failAfter(1);
    const { enabled, disabled_reason, disabled_at } = await read(id);
    assert.deepEqual(
      [enabled, disabled_reason, disabled_at],
      [false, 'failing', server.clock.now().toISOString()],
    );
    assert.deepEqual(
      told().map(({ event }) => event),
      ['webhook_endpoint.failing', 'webhook_endpoint.disabled'],
    );
    assert.equal(await counted('disabled'), 1);
  });

  test('for longer, unnoticed because nothing was sent: there is a day between the notice and the end', async () => {
    const { id, failAfter, read } = await failing();
    await failAfter(0);
    await failAfter(days(30));
    assert.equal((await read(id)).enabled, true);
    await failAfter(days(1) - 1);
    assert.equal((await read(id)).enabled, true);
    await failAfter(1);
    assert.equal((await read(id)).enabled, false);
  });

  test('and answers once more is as good as new', async () => {
    const { id, failAfter, read, answers } = await failing();
    await failAfter(0);
    await failAfter(days(3));
    answers['/fails'] = () => new Response();
    await failAfter(days(1));
    const { enabled, failing_since, disables_at } = await read(id);
    assert.deepEqual([enabled, failing_since, disables_at], [true, null, null]);
  });

  test('recovers by one call: it is on, and everything that it missed is sent, the oldest first', async () => {
    const { server, id, failAfter, call, append, read, answers, sentTo, deliveries } = await failing();
    answers['/fails'] = () => new Response();
    const before = await append();
    await server.runDueJobs();
    answers['/fails'] = () => new Response(null, { status: 500 });
    for (const passed of [hours(1), days(3), days(2)]) await failAfter(passed);
    assert.equal((await read(id)).enabled, false);
    server.clock.advance(days(1));
    const meanwhile = [await append()];
    server.clock.advance(1000);
    meanwhile.push(await append());
    await server.runDueJobs();
    answers['/fails'] = () => new Response();
    const sent = sentTo('/fails').length;
    const answer = await call('POST', `/webhook-endpoints/${id}/recover`, {}, 202);
    assert.deepEqual(answer, {
      endpoint: await read(id),
      // Three failed, and these two came while it was off. The notices are about itself.
      messages: 5,
      continues_at: null,
    });
    assert.equal((await read(id)).enabled, true);
    await server.runDueJobs();
    const missed = sentTo('/fails').slice(sent);
    assert.equal(missed.length, 5);
    assert.deepEqual(
      missed.slice(-2).map((message) => message.id),
      meanwhile,
    );
    assert.ok(missed.every((message) => message.id !== before));
    assert.ok((await deliveries(id)).every(({ status }) => status === 'delivered'));
    assert.deepEqual(await call('POST', `/webhook-endpoints/${id}/recover`, undefined, 202), {
      endpoint: await read(id),
      messages: 0,
      continues_at: null,
    });
  });
});

describe('what an endpoint missed is still sent by `recover`', () => {
  /** An endpoint that is off while a message comes, and on again in some other way than by the call. */
  async function missing(off: (hooks: Hooks, id: string) => Promise<unknown>) {
    const hooks = await createHooks();
    const { id } = await hooks.add({ url: 'http://localhost:9/one' });
    await off(hooks, id);
    const ids = [await hooks.append()];
    await hooks.server.runDueJobs();
    return { hooks, id, ids };
  }
  type Hooks = Awaited<ReturnType<typeof createHooks>>;
  const patch = ({ call }: Hooks, id: string, body: object) =>
    call('PATCH', `/webhook-endpoints/${id}`, body);

  async function recovers({ hooks, id, ids }: Awaited<ReturnType<typeof missing>>): Promise<void> {
    const { messages } = await hooks.call<{ messages: number }>(
      'POST',
      `/webhook-endpoints/${id}/recover`,
      undefined,
      202,
    );
    await hooks.server.runDueJobs();
    const sent = (await hooks.deliveries(id)).filter(({ status }) => status === 'delivered');
    assert.deepEqual(
      [messages, sent.filter(({ message_id }) => ids.includes(message_id)).length],
      [ids.length, ids.length],
    );
  }

  test('after it was switched off and on', async () => {
    const missed = await missing((hooks, id) => patch(hooks, id, { enabled: false }));
    await patch(missed.hooks, missed.id, { enabled: true });
    await patch(missed.hooks, missed.id, { enabled: false });
    await patch(missed.hooks, missed.id, { enabled: true });
    await recovers(missed);
    const again = `/webhook-endpoints/${missed.id}/recover`;
    assert.equal((await missed.hooks.call<{ messages: number }>('POST', again, {}, 202)).messages, 0);
  });

  test('after it answered 410 and was switched on', async () => {
    const missed = await missing(async ({ answers, append, server }) => {
      answers['/one'] = () => new Response(null, { status: 410 });
      await append();
      await server.runDueJobs();
      delete answers['/one'];
    });
    const [gone] = (await missed.hooks.deliveries(missed.id)).map(({ message_id }) => message_id);
    await patch(missed.hooks, missed.id, { enabled: true });
    await recovers({ ...missed, ids: [gone ?? '', ...missed.ids] });
  });

  test('after it moved, or works again by itself, too late for a message', async () => {
    for (const mend of ['move', 'wait']) {
      const missed = await missing(({ answers }) => {
        answers['/one'] = () => new Response(null, { status: 500 });
        return Promise.resolve();
      });
      const { hooks, id } = missed;
      await hooks.server.db.query(
        `update webhook_deliveries set status = 'failed', next_attempt_at = null where message_id = $1`,
        [missed.ids[0]],
      );
      delete hooks.answers['/one'];
      if (mend === 'move') await patch(hooks, id, { url: 'http://localhost:9/two' });
      else {
        await hooks.append();
        await hooks.server.runDueJobs();
      }
      assert.equal((await hooks.read(id)).failing_since, null);
      await recovers(missed);
    }
  });
});

describe('Retry-After', () => {
  for (const [header, least, most] of [
    ['60', 60, 60],
    ['1', 5, 5],
    // A date has whole seconds.
    [120, 119, 120],
    [-120, 5, 5],
    ['86400', 36_000, 36_000],
    ['999999999999999999999', 36_000, 36_000],
    ['soon', 5, 5],
    ['-60', 5, 5],
  ] as const)
    test(`of ${typeof header === 'number' ? 'a date' : header} waits ${least} seconds`, async () => {
      const { server, add, append, answers, deliveries } = await createHooks();
      const { id } = await add();
      const date = (seconds: number) => new Date(server.clock.now().getTime() + seconds * 1000).toUTCString();
      const value = typeof header === 'number' ? date(header) : header;
      answers['/hooks'] = () => new Response(null, { status: 503, headers: { 'retry-after': value } });
      await append();
      await server.runDueJobs();
      const next = (await deliveries(id))[0]?.next_attempt_at ?? '';
      const wait = (new Date(next).getTime() - server.clock.now().getTime()) / 1000;
      assert.ok(wait >= least && wait <= most, String(wait));
    });

  test('gets through the fetch of webhooks', async (t) => {
    const receiver = createServer((_, response) => response.writeHead(429, { 'retry-after': '77' }).end());
    receiver.listen(0, '127.0.0.1');
    t.after(() => receiver.close());
    await once(receiver, 'listening');
    const { port } = receiver.address() as AddressInfo;
    const answer = await createGuardedFetch('anywhere')(`http://127.0.0.1:${port}/`);
    assert.deepEqual([answer.status, answer.headers.get('retry-after')], [429, '77']);
  });
});
