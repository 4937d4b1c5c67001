/** What was delivered is found again, and sent again: one delivery, or everything since a time. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Problem } from '../../../src/contract/problems.ts';
import { webhookEventNames, webhookPayload } from '../../../src/contract/partner/webhooks.ts';
import { createHooks, hours } from './hooks.ts';
import type { Delivery } from './hooks.ts';

/** Three messages, an hour between them: one was delivered, one failed for good, one waits. */
async function three() {
  const hooks = await createHooks();
  const { server, add, append, answers } = hooks;
  const { id } = await add();
  const times: Date[] = [];
  const messages: string[] = [];
  for (const status of [200, 500, 500]) {
    answers['/hooks'] = () => new Response(null, { status });
    times.push(server.clock.now());
    messages.push(await append());
    await server.runDueJobs();
    server.clock.advance(hours(1));
  }
  await server.db.query(
    `update webhook_deliveries set status = 'failed', next_attempt_at = null where message_id = $1`,
    [messages[1]],
  );
  delete answers['/hooks'];
  const found = async (query: string) =>
    (await hooks.deliveries(id, query)).map(({ message_id }) => messages.indexOf(message_id));
  const at = (index: number) => times[index]?.toISOString() ?? '';
  return { ...hooks, id, messages, found, at };
}

describe('deliveries', () => {
  test('are filtered by status, event and time', async () => {
    const { found, at } = await three();
    assert.deepEqual(await found(''), [2, 1, 0]);
    assert.deepEqual(await found('?status=delivered'), [0]);
    assert.deepEqual(await found('?status=failed'), [1]);
    assert.deepEqual(await found('?status=pending'), [2]);
    assert.deepEqual(await found(`?since=${at(1)}`), [2, 1]);
    assert.deepEqual(await found(`?until=${at(1)}`), [0]);
    assert.deepEqual(await found(`?since=${at(1)}&until=${at(2)}&status=failed`), [1]);
    // Without a zone it is UTC, and a date is its first moment, as for transfers.
    assert.deepEqual(await found(`?since=${at(1).replace('Z', '')}`), [2, 1]);
    assert.deepEqual(await found(`?since=${at(0).slice(0, 10)}`), [2, 1, 0]);
    assert.deepEqual(await found('?event=flow.completed'), [2, 1, 0]);
    assert.deepEqual(await found('?event=user.updated'), []);
  });

  test('of filters that cannot be are refused by name', async () => {
    const { call, id } = await three();
    for (const [query, field, code] of [
      ['status=lost', 'status', 'invalid-choice'],
      ['since=yesterday', 'since', 'invalid-date'],
      ['until=2026-02-30T00:00:00Z', 'until', 'invalid-date'],
      ['event=dance', 'event', 'invalid-choice'],
    ]) {
      const problem = await call<Problem>(
        'GET',
        `/webhook-endpoints/${id}/deliveries?${query}`,
        undefined,
        422,
      );
      assert.deepEqual([problem.errors?.[0]?.field, problem.errors?.[0]?.code], [field, code]);
    }
  });

  test('are read one by one', async () => {
    const { call, id, deliveries } = await three();
    const [first] = await deliveries(id);
    assert.deepEqual(await call('GET', `/webhook-endpoints/${id}/deliveries/${first?.id}`), first);
    await call('GET', `/webhook-endpoints/${id}/deliveries/${id}`, undefined, 404);
  });
});

describe('a replay', () => {
  test('sends what did not arrive since then, with the same ids and bytes', async () => {
    const { server, call, id, messages, at, sentTo } = await three();
    const before = sentTo('/hooks');
    const replay = { since: at(0) };
    assert.deepEqual(await call('POST', `/webhook-endpoints/${id}/replay`, replay, 202), {
      messages: 2,
      continues_at: null,
    });
    await server.runDueJobs();
    const again = sentTo('/hooks').slice(before.length);
    assert.deepEqual(
      again.map((message) => message.id),
      messages.slice(1),
    );
    assert.deepEqual(
      again.map(({ body }) => body),
      messages.slice(1).map((message) => before.find((sent) => sent.id === message)?.body),
    );
  });

  test('sends everything when that is asked for, up to a time and of some events', async () => {
    const { server, call, id, messages, at, sentTo } = await three();
    // What waits is sent first, so that only the replay remains.
    await server.runDueJobs();
    const replayed = async (body: object) => {
      const before = sentTo('/hooks').length;
      await call('POST', `/webhook-endpoints/${id}/replay`, body, 202);
      await server.runDueJobs();
      return sentTo('/hooks')
        .slice(before)
        .map((message) => messages.indexOf(message.id));
    };
    assert.deepEqual(await replayed({ since: at(0), delivered: true, until: at(2) }), [0, 1]);
    assert.deepEqual(await replayed({ since: at(0), delivered: true, events: ['user.updated'] }), []);
    assert.deepEqual(await replayed({ since: at(1), delivered: true }), [1, 2]);
  });

  test('is of one endpoint, which may be newer than the messages', async () => {
    const { server, call, add, messages, at, sentTo } = await three();
    const { id } = await add({ url: 'http://localhost:9/new', events: ['flow.completed'] });
    await add({ url: 'http://localhost:9/none' });
    await call('POST', `/webhook-endpoints/${id}/replay`, { since: at(0) }, 202);
    await server.runDueJobs();
    assert.deepEqual(
      sentTo('/new').map((message) => message.id),
      messages,
    );
    assert.equal(sentTo('/none').length, 0);
  });

  test('of very much says where to go on', async () => {
    const { server, add, call, append } = await createHooks();
    const { id } = await add();
    const since = server.clock.now().toISOString();
    await append();
    server.clock.advance(1000);
    await server.db.query(
      `insert into webhook_messages (id, app_id, created, event, payload)
       select 'msg_' || lpad(n::text, 32, '0'), $1, $2::timestamptz + n * interval '1 second', 'flow.completed', '{}'
       from generate_series(1, 10000) n`,
      [server.partner.id, server.clock.now()],
    );
    const first = await call<{ messages: number; continues_at: string }>(
      'POST',
      `/webhook-endpoints/${id}/replay`,
      { since },
      202,
    );
    assert.deepEqual(first, {
      messages: 10_000,
      continues_at: new Date(server.clock.now().getTime() + 10_000_000).toISOString(),
    });
    const rest = { since: first.continues_at };
    assert.deepEqual(await call('POST', `/webhook-endpoints/${id}/replay`, rest, 202), {
      messages: 1,
      continues_at: null,
    });
  });

  test('needs a time', async () => {
    const { call, id } = await three();
    const problem = await call<Problem>('POST', `/webhook-endpoints/${id}/replay`, {}, 422);
    assert.deepEqual(
      problem.errors?.map(({ field, code }) => `${field} ${code}`),
      ['since required'],
    );
  });
});

describe('a test event', () => {
  test('is sent to that endpoint alone, whatever events it wants', async () => {
    const { server, add, call, sentTo, deliveries } = await createHooks();
    const { id } = await add({ url: 'http://localhost:9/hooks', events: ['user.updated'] });
    await add({ url: 'http://localhost:9/none' });
    const made = await call<Delivery>('POST', `/webhook-endpoints/${id}/test`, undefined, 202);
    assert.deepEqual([made.event, made.status], ['webhook_endpoint.test', 'pending']);
    await server.runDueJobs();
    assert.deepEqual(
      sentTo('/hooks').map(({ payload }) => payload),
      [{ event: 'webhook_endpoint.test', webhook_endpoint_id: id, api_version: '2' }],
    );
    assert.equal(sentTo('/none').length, 0);
    assert.equal((await deliveries(id))[0]?.id, made.id);
    const others = await call(
      'POST',
      `/webhook-endpoints/${id}/replay`,
      { since: '2020-01-01T00:00:00Z' },
      202,
    );
    assert.deepEqual(others, { messages: 0, continues_at: null });
  });

  for (const event of webhookEventNames)
    test(`may be a sample of ${event}`, async () => {
      const { server, add, call, sentTo } = await createHooks();
      const { id } = await add();
      await call('POST', `/webhook-endpoints/${id}/test`, { event }, 202);
      await server.runDueJobs();
      const sample = webhookPayload.parse(sentTo('/hooks')[0]?.payload);
      assert.deepEqual([sample.event, sample.api_version], [event, '2']);
    });

  test('of a live server is never a sample, which somebody could take for money', async () => {
    const { server, call, append } = await createHooks({
      config: { sandbox: false, publicUrl: 'https://pay.example', bundleDir: null, trustedProxies: 0 },
    });
    const { id } = await call<{ id: string }>(
      'POST',
      '/webhook-endpoints',
      { url: 'https://a.example/' },
      201,
    );
    const refused = await call<Problem>(
      'POST',
      `/webhook-endpoints/${id}/test`,
      { event: 'transfer.completed' },
      422,
    );
    assert.equal(refused.errors?.[0]?.code, 'invalid-choice');
    await call('POST', `/webhook-endpoints/${id}/test`, { event: 'webhook_endpoint.test' }, 202);
    await append();
    assert.equal(await server.runDueJobs(), 2);
  });
});
