import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { Webhook as StandardWebhook } from 'standardwebhooks';
import { Webhook as SvixWebhook } from 'svix';
import type { WebhookPayload } from '../../../src/contract/partner/webhooks.ts';
import { DatabaseUnavailable } from '../../../src/server/ports/database.ts';
import { releaseDeliveries } from '../../../src/server/db/deliveries.ts';
import type { AttemptRow } from '../../../src/server/db/deliveries.ts';
import { onChanged } from '../../../src/server/db/signals.ts';
import type { Queryable } from '../../../src/server/ports/database.ts';
import {
  appendMessage,
  appendMessageTo,
  appendMessages,
  newMessageId,
} from '../../../src/server/webhooks/outbox.ts';
import { attemptDelivery, takeDue } from '../../../src/server/webhooks/deliver.ts';
import { retryDelays } from '../../../src/server/webhooks/retry-after.ts';
import { createGuardedFetch } from '../../../src/server/webhooks/url-safety.ts';
import { stubbornServer } from '../../support/stubborn-server.ts';
import { timeLimits } from '../../support/time-limits.ts';
import { database } from '../db/databases.ts';
import { meanwhile } from '../db/meanwhile.ts';
import { basicAuth, createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';

interface Delivery {
  id: string;
  message_id: string;
  event: string;
  status: string;
  attempts: number;
  last_status: number | null;
  last_error: string | null;
  next_attempt_at: string | null;
  payload: unknown;
}

const payload: WebhookPayload = {
  event: 'flow.completed',
  flow_id: '5f0f8f8f-f8f8-48f8-a8f8-f8f8f8f8f8f8',
  completed_steps: ['compliance'],
  user_id: null,
  metadata: { zebra: 1, ant: 'ü' },
};

describe('webhook delivery', () => {
  let server: TestServer;
  let endpoint: { id: string; secret: string; url: string };
  beforeEach(async () => {
    // Receivers refuse signatures that are not recent, and their packages have no clock to set.
    server = await createTestServer();
    server.clock.set(new Date());
    endpoint = await addEndpoint();
  });

  const addEndpoint = async (body: object = { url: 'http://localhost:9/hooks' }) => {
    const answer = await server.asPartner('POST', '/v2/webhook-endpoints', body);
    assert.equal(answer.status, 201);
    return (await answer.json()) as typeof endpoint;
  };
  const append = (message: WebhookPayload = payload, id = newMessageId(server.deps.newId)) =>
    server.db.transaction(async (tx) => {
      await appendMessage(tx, server.deps, { id, appId: server.partner.id, payload: message });
      return id;
    });
  const deliveries = async (id = endpoint.id) => {
    const answer = await server.asPartner('GET', `/v2/webhook-endpoints/${id}/deliveries`);
    return ((await answer.json()) as { data: Delivery[] }).data;
  };

  test('is written down when the database is there again, and not sent once more', async () => {
    await append();
    let away = 2;
    const db: TestServer['db'] = {
      ...server.db,
      transaction: (work) =>
        away-- > 0 ? Promise.reject(new DatabaseUnavailable(new Error('gone'))) : server.db.transaction(work),
    };
    const [attempt] = await takeDue(server.deps, 1);
    await attemptDelivery({ ...server.deps, db }, attempt as AttemptRow);
    const [delivery] = await deliveries();
    assert.deepEqual([delivery?.status, delivery?.attempts], ['delivered', 1]);
    assert.equal(server.outbound.requests.length, 1);
  });

  test('is tried to be written down until its hold is over, and then left to the next attempt', async (t) => {
    await append();
    let tries = 0;
    const transaction = () => {
      tries += 1;
      return Promise.reject(new DatabaseUnavailable(new Error('gone')));
    };
    const [attempt] = await takeDue(server.deps, 1);
    // An answer may take 15 of the 30 seconds of the hold.
    const times = [0, 14_900, 15_001];
    t.mock.method(performance, 'now', () => times.shift() ?? Infinity);
    const ended = attemptDelivery(
      { ...server.deps, db: { ...server.db, transaction } },
      attempt as AttemptRow,
    );
    await assert.rejects(ended, DatabaseUnavailable);
    assert.deepEqual([tries, times], [2, []]);
  });

  test('counts once, though nobody heard that it was written down', async () => {
    await append();
    server.outbound.answer(500);
    let heard = false;
    const db: TestServer['db'] = {
      ...server.db,
      async transaction(work) {
        const done = await server.db.transaction(work);
        if (heard) return done;
        heard = true;
        throw new DatabaseUnavailable(new Error('gone'));
      },
    };
    const [attempt] = await takeDue(server.deps, 1);
    await attemptDelivery({ ...server.deps, db }, attempt as AttemptRow);
    const [delivery] = await deliveries();
    assert.deepEqual([delivery?.status, delivery?.attempts], ['pending', 1]);
  });

  test('is signed so that the packages standardwebhooks and svix both accept it', async () => {
    const id = await append();
    assert.equal(await server.runDueJobs(), 1);
    const [request] = server.outbound.requests;
    assert.equal(request?.method, 'POST');
    assert.equal(request.headers['content-type'], 'application/json');
    assert.equal(request.headers['webhook-id'], id);
    assert.equal(request.headers['svix-id'], id);
    assert.equal(request.body, JSON.stringify({ ...payload, api_version: '2' }));
    const sent = JSON.parse(request.body) as unknown;
    assert.deepEqual(new StandardWebhook(endpoint.secret).verify(request.body, request.headers), sent);
    const svixOnly = Object.fromEntries(
      Object.entries(request.headers).filter(([name]) => !name.startsWith('webhook-')),
    );
    assert.deepEqual(new SvixWebhook(endpoint.secret).verify(request.body, svixOnly), sent);
    assert.throws(() => new StandardWebhook(endpoint.secret).verify(`${request.body} `, request.headers));
    assert.deepEqual(
      (await deliveries()).map(({ status, attempts, last_status, next_attempt_at }) => [
        status,
        attempts,
        last_status,
        next_attempt_at,
      ]),
      [['delivered', 1, 200, null]],
    );
  });

  test('comes again by the schedule, with the same id and bytes and a fresh signature, until it is given up', async () => {
    await append();
    server.outbound.answer(500, 302, 404, new TypeError('fetch failed'), 500, 500, 500, 500);
    await server.runDueJobs();
    for (const [index, delay] of retryDelays.entries()) {
      server.clock.advance(delay - 1);
      assert.equal(await server.runDueJobs(), 0, `before try ${index + 2}`);
      server.clock.advance(1);
      assert.equal(await server.runDueJobs(), 1, `try ${index + 2}`);
    }
    server.clock.advance(30 * 24 * 3_600_000);
    assert.equal(await server.runDueJobs(), 0);
    const { requests } = server.outbound;
    assert.equal(requests.length, 8);
    assert.equal(new Set(requests.map((request) => request.body)).size, 1);
    assert.equal(new Set(requests.map((request) => request.headers['webhook-id'])).size, 1);
    assert.equal(new Set(requests.map((request) => request.headers['webhook-timestamp'])).size, 8);
    assert.deepEqual(
      retryDelays.map((delay) => delay / 1000),
      [5, 300, 1800, 7200, 18_000, 36_000, 36_000],
    );
    const [delivery] = await deliveries();
    assert.deepEqual([delivery?.status, delivery?.attempts, delivery?.next_attempt_at], ['failed', 8, null]);
  });

  test('says what went wrong and when it will try again', async () => {
    await append();
    server.outbound.answer(302);
    await server.runDueJobs();
    const [delivery] = await deliveries();
    assert.deepEqual(
      [delivery?.status, delivery?.last_status, delivery?.last_error],
      ['pending', 302, 'redirects are not followed'],
    );
    assert.equal(delivery?.next_attempt_at, new Date(server.clock.now().getTime() + 5000).toISOString());

    server.outbound.answer(
      Object.assign(new TypeError('fetch failed'), {
        cause: Object.assign(new Error('secret detail'), { code: 'ECONNREFUSED' }),
      }),
    );
    server.clock.advance(5000);
    await server.runDueJobs();
    assert.equal((await deliveries())[0]?.last_error, 'the connection failed (ECONNREFUSED)');
  });

  test('two processes that look at the same time send once', async () => {
    await append();
    const taken = await Promise.all([takeDue(server.deps, 5), takeDue(server.deps, 5)]);
    assert.equal(taken.flat().length, 1);
  });

  test('wakes whoever sends, and in a sandbox whoever listens, however it is written', async (t) => {
    const woken: unknown[] = [];
    const heard: string[] = [];
    t.after(onChanged(server.partner.id, () => void heard.push('changed')));
    const jobs = { ...server.deps.jobs, deliveriesMade: (tx: unknown) => void woken.push(tx) };
    const id = () => newMessageId(server.deps.newId);
    const appId = server.partner.id;
    for (const sandbox of [true, false]) {
      const deps = { ...server.deps, jobs, config: { ...server.deps.config, sandbox } };
      const ways: ((tx: Queryable) => Promise<unknown>)[] = [
        (tx) => appendMessage(tx, deps, { id: id(), appId, payload }),
        (tx) =>
          appendMessages(tx, deps, appId, [
            { id: id(), payload },
            { id: id(), payload },
          ]),
        (tx) => appendMessageTo(tx, deps, { id: endpoint.id, app_id: appId }, payload),
      ];
      for (const write of ways) {
        let own: unknown;
        await server.db.transaction((tx) => write((own = tx)));
        assert.deepEqual([woken.length, woken.pop() === own, heard.length], [1, true, sandbox ? 1 : 0]);
        heard.length = 0;
      }
    }
  });

  describe('while an attempt is under way', () => {
    const begin = async () => {
      await append();
      const [attempt] = await takeDue(server.deps, 1);
      return attempt as AttemptRow;
    };
    const endpointNow = async () =>
      (await (await server.asPartner('GET', `/v2/webhook-endpoints/${endpoint.id}`)).json()) as {
        enabled: boolean;
        disabled_reason: string | null;
      };

    test('its endpoint may be switched off: what came of it is kept, and nothing more is sent', async () => {
      const attempt = await begin();
      const path = `/v2/webhook-endpoints/${endpoint.id}`;
      await server.asPartner('PATCH', path, { enabled: false });
      server.outbound.answer(500);
      await attemptDelivery(server.deps, attempt);
      const [delivery] = await deliveries();
      assert.deepEqual([delivery?.status, delivery?.attempts], ['pending', 1]);
      const { enabled, disabled_reason } = await endpointNow();
      assert.deepEqual([enabled, disabled_reason], [false, 'requested']);
      server.clock.advance(3_600_000);
      assert.equal(await server.runDueJobs(), 0);
      await server.asPartner('PATCH', path, { enabled: true });
      assert.equal(await server.runDueJobs(), 1);
      assert.equal((await deliveries())[0]?.status, 'delivered');
    });

    test('its endpoint may be deleted: the attempt ends, and nothing more is sent', async () => {
      const attempt = await begin();
      await server.asPartner('DELETE', `/v2/webhook-endpoints/${endpoint.id}`);
      server.outbound.answer(500);
      await attemptDelivery(server.deps, attempt);
      server.clock.advance(3_600_000);
      assert.equal(await server.runDueJobs(), 0);
      assert.equal(server.outbound.requests.length, 1);
    });

    test('another of its endpoint may be told that it is gone: that stays, and is said once', async () => {
      const watching = await addEndpoint({
        url: 'http://localhost:9/watches',
        events: ['webhook_endpoint.disabled'],
      });
      const attempts = [await begin(), await begin(), await begin()];
      for (const [index, status] of [410, 410, 200].entries()) {
        server.outbound.answer(status);
        await attemptDelivery(server.deps, attempts[index] as AttemptRow);
      }
      const { enabled, disabled_reason } = await endpointNow();
      assert.deepEqual([enabled, disabled_reason], [false, 'gone']);
      assert.equal((await deliveries(watching.id)).length, 1);
    });

    test('it may outlive its hold: what it learns then changes nothing of what another one did', async () => {
      const slow = await begin();
      server.clock.advance(30_000);
      assert.equal(await server.runDueJobs(), 1);
      server.outbound.answer(500);
      await attemptDelivery(server.deps, slow);
      const [delivery] = await deliveries();
      assert.deepEqual([delivery?.status, delivery?.attempts], ['delivered', 1]);
      server.clock.advance(3_600_000);
      assert.equal(await server.runDueJobs(), 0);
    });

    test('it may be asked for once more: the schedule begins anew, whatever came of it', async () => {
      await append();
      server.outbound.answer(500);
      await server.runDueJobs();
      server.clock.advance(5_000);
      const [attempt] = await takeDue(server.deps, 1);
      const path = `/v2/webhook-endpoints/${endpoint.id}/deliveries/${attempt?.id}/redeliver`;
      assert.equal((await server.asPartner('POST', path)).status, 202);
      await attemptDelivery(server.deps, attempt as AttemptRow);
      const [waiting] = await deliveries();
      assert.deepEqual([waiting?.status, waiting?.attempts], ['pending', 0]);
      assert.equal(await server.runDueJobs(), 1);
      const [delivery] = await deliveries();
      assert.deepEqual([delivery?.status, delivery?.attempts], ['delivered', 1]);
    });
  });

  if (database.name === 'PostgreSQL')
    test('two processes that meet at the same row send once', async () => {
      await append();
      const taken: AttemptRow[] = [];
      const take = () => takeDue(server.deps, 5).then((rows) => taken.push(...rows));
      await meanwhile(server.db, (tx) => tx.query('select id from webhook_deliveries for update'), [
        take,
        take,
      ]);
      assert.equal(taken.length, 1);
    });

  test('an attempt of a process that died is made again at once, where no other process is', async () => {
    await append();
    const [first] = await takeDue(server.deps, 5);
    await releaseDeliveries(server.db);
    const [second, ...more] = await takeDue(server.deps, 5);
    assert.deepEqual([second?.id, more], [first?.id, []]);
  });

  test('an attempt of which nothing could be written down is made again once its hold is over', async () => {
    await append();
    server.outbound.answer(500);
    const [attempt] = await takeDue(server.deps, 1);
    const transaction = () => Promise.reject(new Error('The database went away.'));
    await assert.rejects(
      attemptDelivery({ ...server.deps, db: { ...server.db, transaction } }, attempt as AttemptRow),
      /went away/,
    );
    server.clock.advance(5000);
    assert.equal(await server.runDueJobs(), 0);
    server.clock.advance(25_000);
    assert.equal(await server.runDueJobs(), 1);
    assert.equal(server.outbound.requests.length, 2);
    assert.equal((await deliveries())[0]?.status, 'delivered');
    server.clock.advance(3_600_000);
    assert.equal(await server.runDueJobs(), 0);
  });

  describe('to a receiver of this machine', () => {
    /** Sends the message to that path of a real server, by that `fetch`. */
    async function sendTo(at: string, by: typeof fetch) {
      const { id } = await addEndpoint({ url: at });
      await append();
      const taken = (await takeDue(server.deps, 100)).filter(({ endpoint_id }) => endpoint_id === id);
      assert.equal(taken.length, 1);
      const ended = attemptDelivery({ ...server.deps, fetch: by }, taken[0] as AttemptRow);
      return { ended, last: async () => (await deliveries(id))[0] };
    }
    const guarded = createGuardedFetch('public or this machine');

    test('that never answers is given up after 15 seconds, and the connection with it', async (t) => {
      const limits = timeLimits(t);
      const receiver = await stubbornServer(t);
      const request = receiver.next();
      const { ended, last } = await sendTo(`${receiver.url}/silent`, guarded);
      await request;
      assert.deepEqual(
        limits.map(({ milliseconds }) => milliseconds),
        [15_000],
      );
      limits[0]?.ring();
      await receiver.cut();
      await ended;
      const { status, last_status, last_error } = (await last()) ?? {};
      assert.deepEqual([status, last_status, last_error], ['pending', null, 'no answer within 15 seconds']);
    });

    for (const [name, by] of Object.entries({ 'the fetch of webhooks': guarded, 'any other fetch': fetch }))
      test(`that redirects is not followed (by ${name})`, async (t) => {
        const receiver = await stubbornServer(t);
        const { ended, last } = await sendTo(`${receiver.url}/redirecting`, by);
        await ended;
        assert.deepEqual(receiver.asked, ['/redirecting']);
        const { status, last_status, last_error } = (await last()) ?? {};
        assert.deepEqual([status, last_status, last_error], ['pending', 307, 'redirects are not followed']);
      });
  });

  describe('does not let one hold up the others', () => {
    const many = async (count: number) => {
      for (let each = 0; each < count; each += 1) await append();
    };
    /** Adds another app with an endpoint, and a message for it. */
    async function other() {
      const { id: appId } = await server.addApp('pk_other', 'sk_other');
      await server.asPartner(
        'POST',
        '/v2/webhook-endpoints',
        { url: 'http://localhost:9/other' },
        { authorization: basicAuth('pk_other', 'sk_other') },
      );
      await server.db.transaction((tx) =>
        appendMessage(tx, server.deps, { id: newMessageId(server.deps.newId), appId, payload }),
      );
    }
    const urls = (taken: readonly AttemptRow[]) => taken.map(({ url }) => new URL(url).pathname);

    test('an endpoint has five attempts under way, and the rest wait in order', async () => {
      await many(8);
      assert.equal((await takeDue(server.deps, 100)).length, 5);
      assert.equal((await takeDue(server.deps, 100)).length, 0);
    });

    test('a flood of one app leaves places for another', async () => {
      for (let each = 0; each < 30; each += 1) await addEndpoint({ url: `http://localhost:9/flood-${each}` });
      await many(2);
      assert.equal((await takeDue(server.deps, 100)).length, 20);
      server.clock.advance(1000);
      await other();
      assert.deepEqual(urls(await takeDue(server.deps, 100)), ['/other']);
    });

    test('whose turn it is goes round the apps when places are few', async () => {
      await many(5);
      server.clock.advance(1000);
      await other();
      assert.deepEqual(urls(await takeDue(server.deps, 2)).sort(), ['/hooks', '/other']);
    });

    test('an endpoint that fails has one attempt at a time, until one goes well', async () => {
      await many(8);
      server.outbound.answer(500);
      assert.equal(await server.runDueJobs(), 8, 'the first fails, the others go well');
      await many(8);
      const [failed] = await takeDue(server.deps, 1);
      server.outbound.answer(500);
      await attemptDelivery(server.deps, failed as AttemptRow);
      const [next, ...more] = await takeDue(server.deps, 100);
      assert.deepEqual(more, []);
      await attemptDelivery(server.deps, next as AttemptRow);
      assert.equal((await takeDue(server.deps, 100)).length, 5);
    });

    test('endpoints that fail have half of the places of their app', async () => {
      for (let each = 0; each < 30; each += 1) await addEndpoint({ url: `http://localhost:9/fails-${each}` });
      await server.db.query('update webhook_endpoints set failing_since = $1 where url like $2', [
        server.clock.now(),
        '%fails%',
      ]);
      await append();
      const taken = urls(await takeDue(server.deps, 100));
      assert.equal(taken.filter((url) => url.startsWith('/fails')).length, 10);
      assert.ok(taken.includes('/hooks'));
    });
  });

  test('a message of a transaction that was undone is never sent', async () => {
    await assert.rejects(
      server.db.transaction(async (tx) => {
        await appendMessage(tx, server.deps, {
          id: newMessageId(server.deps.newId),
          appId: server.partner.id,
          payload,
        });
        throw new Error('no');
      }),
    );
    assert.equal(await server.runDueJobs(), 0);
    assert.deepEqual(await deliveries(), []);
  });

  test('sends each endpoint what it asked for, and other apps nothing', async () => {
    const picky = await addEndpoint({ url: 'http://localhost:9/users', events: ['user.updated'] });
    await server.addApp('pk_other', 'sk_other');
    await server.asPartner(
      'POST',
      '/v2/webhook-endpoints',
      { url: 'http://localhost:9/other' },
      { authorization: basicAuth('pk_other', 'sk_other') },
    );
    await append();
    await append({ event: 'user.updated', user_id: payload.flow_id });
    await server.runDueJobs();
    const sent = server.outbound.requests.map(
      ({ url, body }) => `${new URL(url).pathname} ${(JSON.parse(body) as WebhookPayload).event}`,
    );
    assert.deepEqual(sent.sort(), ['/hooks flow.completed', '/hooks user.updated', '/users user.updated']);
    assert.equal((await deliveries(picky.id)).length, 1);
  });

  test('can be sent once more, the same message', async () => {
    const id = await append();
    await server.runDueJobs();
    const [delivery] = await deliveries();
    const answer = await server.asPartner(
      'POST',
      `/v2/webhook-endpoints/${endpoint.id}/deliveries/${delivery?.id}/redeliver`,
    );
    assert.equal(answer.status, 202);
    assert.equal(((await answer.json()) as Delivery).status, 'pending');
    await server.runDueJobs();
    assert.deepEqual(
      server.outbound.requests.map((request) => request.headers['webhook-id']),
      [id, id],
    );
    assert.equal((await deliveries())[0]?.status, 'delivered');
  });

  test('a rotated secret signs from then on, and is told only then', async () => {
    const rotated = (await (
      await server.asPartner('POST', `/v2/webhook-endpoints/${endpoint.id}/rotate-secret`)
    ).json()) as typeof endpoint;
    assert.notEqual(rotated.secret, endpoint.secret);
    await append();
    await server.runDueJobs();
    const [request] = server.outbound.requests;
    new StandardWebhook(rotated.secret).verify(request?.body ?? '', request?.headers ?? {});
    const list = await (await server.asPartner('GET', '/v2/webhook-endpoints')).text();
    assert.ok(!list.includes('whsec_') && list.includes(endpoint.id));
    assert.ok(
      !(await (await server.asPartner('GET', `/v2/webhook-endpoints/${endpoint.id}`)).text()).includes(
        '"secret"',
      ),
    );
  });

  test('a deleted endpoint gets nothing more', async () => {
    await append();
    assert.equal((await server.asPartner('DELETE', `/v2/webhook-endpoints/${endpoint.id}`)).status, 204);
    assert.equal((await server.asPartner('DELETE', `/v2/webhook-endpoints/${endpoint.id}`)).status, 404);
    await server.runDueJobs();
    assert.equal(server.outbound.requests.length, 0);
  });

  test('refuses URLs and events that cannot be', async () => {
    const refused = async (body: object, target = server) => {
      const answer = await target.asPartner('POST', '/v2/webhook-endpoints', body);
      assert.equal(answer.status, 422);
      return ((await answer.json()) as { errors: { field: string; code: string }[] }).errors.map(
        ({ field, code }) => `${field} ${code}`,
      );
    };
    assert.deepEqual(await refused({}), ['url required']);
    assert.deepEqual(await refused({ url: 'ftp://example.com' }), ['url invalid-url']);
    assert.deepEqual(await refused({ url: 'https://user:pass@example.com' }), ['url invalid-url']);
    assert.deepEqual(await refused({ url: 'https://example.com', events: ['dance'] }), [
      'events[0] invalid-choice',
    ]);
    const live = await createTestServer({ config: { sandbox: false } });
    assert.deepEqual(await refused({ url: 'http://example.com/hook' }, live), ['url insecure-url']);
    assert.deepEqual(await refused({ url: 'https://10.0.0.1/hook' }, live), ['url insecure-url']);
  });
});
