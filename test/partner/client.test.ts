/** `dots-flow/partner` against a whole server. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createPartnerClient, PartnerError } from '../../src/partner/index.ts';
import type { PartnerClient, PartnerClientOptions } from '../../src/partner/index.ts';
import { calls, type Call } from '../../src/partner/calls.ts';
import { operations } from '../../src/server/docs/operations.ts';
import { isOfClient } from '../../src/server/docs/samples.ts';
import { apiKey, clientId, createTestServer, publicUrl } from '../server/support.ts';
import type { TestServer } from '../server/support.ts';

interface Setting {
  readonly server: TestServer;
  readonly client: PartnerClient;
  /** What went out: method, path and key. */
  readonly sent: { readonly call: string; readonly key: string | null }[];
  /** How long was waited between tries. */
  readonly waited: number[];
}

/** `between` may answer in place of the server, or throw as a network does. */
async function setting(
  between: (number: number, request: Request) => Response | Promise<Response> | undefined = () => undefined,
  more: Partial<PartnerClientOptions> = {},
): Promise<Setting> {
  const server = await createTestServer();
  const sent: Setting['sent'] = [];
  const waited: number[] = [];
  const client = createPartnerClient({
    baseUrl: publicUrl,
    clientId,
    apiKey,
    wait: async (milliseconds) => void waited.push(milliseconds),
    fetch: async (url, init) => {
      const request = new Request(url, init);
      sent.push({
        call: `${request.method} ${new URL(request.url).pathname}`,
        key: request.headers.get('idempotency-key'),
      });
      return (await between(sent.length, request)) ?? server.app.fetch(request);
    },
    ...more,
  });
  return { server, client, sent, waited };
}

const jane = { first_name: 'Jane', last_name: 'Doe', email: 'jane@example.com', country_code: '1' };
const person = (number: number) => ({ ...jane, phone_number: `415555010${number}` });

describe('the client for a partner’s server', () => {
  test('has every call of the description that a partner makes, and no other', () => {
    const described = operations
      // Whoever wants the stream of a sandbox's webhooks uses `dots-flow listen`.
      .filter(isOfClient)
      .map(({ id, method, path }) => `${id}: ${method.toUpperCase()} ${path}`);
    const known = Object.entries(calls as Record<string, Call<readonly string[], unknown, unknown>>).map(
      ([id, { method, path }]) => `${id}: ${method} ${path}`,
    );
    assert.deepEqual(known.sort(), described.sort());
  });

  test('asks for pages where there are pages, and for files where there are files', () => {
    const kinds = calls as Record<string, Call<readonly string[], unknown, unknown>>;
    for (const { id, query, answer, security, deprecated } of operations) {
      if (security !== 'basic' || deprecated) continue;
      assert.equal(
        kinds[id]?.kind === 'list',
        query?.some((kind) => ['page', 'lines', 'methods'].includes(kind)) ?? false,
        id,
      );
      assert.equal(/^(?:bytes|file)$/.test(kinds[id]?.kind ?? ''), answer === 'pdf' || answer === 'csv', id);
    }
  });

  test('creates a user and a flow, and returns what the server answered', async () => {
    const { client } = await setting();
    const user = await client.createUser(person(0));
    assert.ok(user.ok);
    assert.equal(user.data.first_name, 'Jane');
    const flow = await client.createFlow({ steps: ['manage-payouts'], user_id: user.data.id });
    assert.ok(flow.ok && flow.data.user_id === user.data.id);
    assert.match(flow.requestId ?? '', /./);
    const again = await client.getFlow(flow.data.id);
    assert.ok(again.ok && again.data.id === flow.data.id);
    const canceled = await client.cancelFlow(flow.data.id, { idempotencyKey: 'cancel-7' });
    assert.ok(canceled.ok && canceled.data.status === 'canceled');
  });

  test('pays a batch, and asks for its results as it wants them', async () => {
    const { client } = await setting();
    const user = await client.createUser(person(0));
    assert.ok(user.ok);
    const row = { user_id: user.data.id, amount: 500, platform: 'paypal', fund: true } as const;
    const items = [1, 2].map(() => ({ ...row, idempotency_key: crypto.randomUUID() }));
    const batch = await client.createPayoutBatch({ items });
    assert.ok(batch.ok && batch.data.status === 'created');
    const results = await client.getPayoutBatchResults(batch.data.id, { limit: 1, include_request: 'true' });
    assert.ok(results.ok && results.data.has_more);
    assert.deepEqual(results.data.items[0]?.request, items[0]);
  });

  test('makes a call again with the same key when no answer came: it is done once', async () => {
    const { server, client, sent, waited } = await setting((number, request) => {
      if (number > 1) return undefined;
      // The server did it, and the answer is lost.
      return Promise.resolve(server.app.fetch(request)).then(() => {
        throw new TypeError('fetch failed');
      });
    });
    const user = await client.createUser(person(0));
    assert.ok(user.ok && user.replayed);
    assert.equal(sent.length, 2);
    assert.equal(sent[0]?.key, sent[1]?.key);
    assert.deepEqual(waited, [500]);
    const { rows } = { rows: await server.db.query('select id from users') };
    assert.equal(rows.length, 1);
  });

  test('waits as long as the server says, and gives up after its tries', async () => {
    const busy = () =>
      Response.json(
        { error_code: 'too-many-requests', status: 429, message: 'Wait.', retry_after: 7 },
        { status: 429, headers: { 'retry-after': '7' } },
      );
    const { client, sent, waited } = await setting(busy);
    const answer = await client.getUser('b43e1fd4-8d3c-4f7a-9f0e-0a6f4f1a2b3c');
    assert.ok(!answer.ok && answer.error.kind === 'problem');
    assert.equal(answer.error.code, 'too-many-requests');
    assert.equal(sent.length, 3);
    assert.deepEqual(waited, [7_000, 7_000]);
  });

  test('tells what is wrong as a union: a problem, no network, no answer of this API', async () => {
    const { client } = await setting();
    const refused = await client.createTransfer({ user_id: 'nobody', amount: -1 });
    assert.ok(!refused.ok && refused.error.kind === 'problem');
    assert.equal(refused.error.code, 'invalid-input');
    assert.equal(refused.error.problem.errors?.[0]?.field, 'user_id');

    const down = await setting(() => Promise.reject(new TypeError('fetch failed')));
    const lost = await down.client.createUser(person(1), { idempotencyKey: 'jane' });
    assert.ok(!lost.ok && lost.error.kind === 'network');
    assert.equal(lost.error.idempotencyKey, 'jane');
    assert.equal(down.sent.length, 3);

    const proxy = await setting(() => new Response('<h1>Forbidden</h1>', { status: 403 }));
    const other = await proxy.client.getUser('x');
    assert.deepEqual(!other.ok && [other.error.kind, proxy.sent.length], ['invalid-answer', 1]);
  });

  test('says in a sentence why no answer came, and that something else answered', async () => {
    const unreached = createPartnerClient({
      ...{ baseUrl: 'http://127.0.0.1:1', clientId, apiKey },
      retries: 0,
    });
    const failed = await unreached.getFlow('x');
    assert.ok(!failed.ok && /^The server was not reached: .+/.test(failed.error.message));
    assert.match(JSON.stringify(failed.error), /not reached/);
    const { client } = await setting(() => new Response('<p>Hello', { status: 404 }));
    const strange = await client.getFlow('x');
    assert.ok(!strange.ok && strange.error.message.includes('with 404 is not the Flows API'));
  });

  test('makes no call of another address where an id is missing, and none without options', async () => {
    const { client, sent } = await setting();
    for (const none of ['', '.', '..', undefined, null, 7])
      assert.throws(() => client.getFlow(none as string), /TypeError: getFlow needs \{id\} as a text/);
    assert.throws(() => (client.deleteUser as unknown as () => void)(), /deleteUser needs \{id\}/);
    assert.throws(() => client.getDelivery('a', ''), /getDelivery needs \{delivery_id\}/);
    assert.deepEqual(sent, []);
    const options = { baseUrl: publicUrl, clientId, apiKey };
    for (const [name, value] of Object.entries({ baseUrl: 'payouts.example', clientId: '', apiKey: '' }))
      assert.throws(() => createPartnerClient({ ...options, [name]: value }), new RegExp(name));
  });

  test('names what the server has left aside', async () => {
    const { client } = await setting();
    const known = { ...person(7), colour: 'red' };
    const made = await client.createUser(known);
    assert.deepEqual(made.ok && made.ignoredFields, ['colour']);
    const other = await client.createUser({ ...person(7), first_name: 'Other' });
    assert.deepEqual(other.ok && [other.status, other.ignoredFields], [200, ['first_name']]);
  });

  test('goes through all pages of a list, and stops where it is stopped', async () => {
    const { server, client, sent } = await setting();
    for (const number of [1, 2, 3]) {
      server.clock.advance(1_000);
      assert.ok((await client.createUser(person(number))).ok);
    }
    sent.length = 0;
    const page = await client.listUsers({ limit: 2 });
    assert.ok(page.ok && page.data.has_more && page.data.data.length === 2);
    const numbers: string[] = [];
    for await (const user of client.listUsers({ limit: 2 }))
      numbers.push(user.phone_number.phone_number.slice(-1));
    assert.deepEqual(numbers, ['3', '2', '1']);
    assert.equal(sent.length, 3);
    for await (const user of client.listUsers({ limit: 1 })) {
      assert.ok(user.id);
      break;
    }
    assert.equal(sent.length, 4);
  });

  test('throws what is wrong out of a loop over a list', async () => {
    const { client } = await setting(undefined, { apiKey: 'sk_wrong' });
    await assert.rejects(
      async () => {
        for await (const user of client.listUsers()) assert.fail(user.id);
      },
      (error) =>
        error instanceof PartnerError &&
        error.failure.kind === 'problem' &&
        error.failure.code === 'unauthorized',
    );
  });

  test('keeps the key out of addresses and follows no redirect with it', async () => {
    const { client, sent } = await setting((_, request) => {
      assert.equal(request.redirect, 'error');
      assert.doesNotMatch(request.url, new RegExp(apiKey));
      return undefined;
    });
    assert.ok((await client.listApiKeys()).ok);
    assert.equal(sent.length, 1);
  });
});
