import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import type { Flow } from '../../../src/contract/flow.ts';
import type { Problem } from '../../../src/contract/problems.ts';
import { basicAuth, createTestServer, publicUrl } from '../support.ts';
import type { TestServer } from '../support.ts';

/**
 * The body of the API's overview page, exactly as it is printed there, closing brace included: with a
 * trailing comma.
 */
const overviewBody = '{\n      "steps": ["compliance", "manage-payouts"],\n}';

const flowOf = async (answer: Response) => (await answer.json()) as Flow;
const problemOf = async (answer: Response) => (await answer.json()) as Problem;

describe('flows of the partner API', () => {
  let server: TestServer;
  beforeEach(async () => void (server = await createTestServer()));

  const create = (body: unknown = { steps: ['compliance', 'manage-payouts'] }, headers = {}) =>
    server.asPartner('POST', '/v2/flows', body, headers);

  for (const [create, get] of [
    ['/v2/flows', '/v2/flows/'],
    ['/api/v2/flows', '/api/v2/flows/'],
    ['/v2/flow/create', '/v2/flow/get/'],
    ['/api/v2/flow/create', '/api/v2/flow/get/'],
  ] as const) {
    test(`POST ${create} answers the overview's fields, in its order and spelling, then ours`, async () => {
      const answer = await server.asPartner('POST', create, { steps: ['compliance', 'manage-payouts'] });
      assert.equal(answer.status, 200);
      assert.match(answer.headers.get('content-type') ?? '', /^application\/json/);
      const text = await answer.text();
      const flow = JSON.parse(text) as Flow;
      assert.deepEqual(Object.keys(flow), [
        'id',
        'created',
        'updated',
        'user_id',
        'steps',
        'completed_steps',
        'payout_link_id',
        'link',
        'metadata',
        'origin',
        'status',
        'expires_at',
        'plan',
      ]);
      assert.deepEqual(flow, {
        id: flow.id,
        created: '2026-03-02T09:00:00.000Z',
        updated: '2026-03-02T09:00:00.000Z',
        user_id: null,
        steps: ['compliance', 'manage-payouts'],
        completed_steps: [],
        payout_link_id: null,
        link: `${publicUrl}/flow/${flow.id}`,
        metadata: null,
        origin: 'api',
        status: 'created',
        expires_at: null,
        plan: [
          { name: 'authentication', state: 'active', reason: 'no-user' },
          { name: 'onboarding', state: 'pending', reason: 'no-user' },
          { name: 'compliance', state: 'pending', reason: 'requested' },
          { name: 'manage-payouts', state: 'pending', reason: 'requested' },
        ],
      });
      const again = await server.asPartner('GET', `${get}${flow.id}`);
      assert.equal(again.status, 200);
      assert.equal(await again.text(), text);
    });
  }

  test('keeps metadata, text or object, and the lifetime', async () => {
    const order = await flowOf(
      await create({ steps: ['compliance'], metadata: { order: 7, nested: { a: [1] } }, expires_in: 60 }),
    );
    assert.deepEqual(order.metadata, { order: 7, nested: { a: [1] } });
    assert.equal(order.expires_at, '2026-03-02T09:01:00.000Z');
    assert.equal(
      (await flowOf(await create({ steps: ['compliance'], metadata: 'a note' }))).metadata,
      'a note',
    );

    server.clock.advance(60_000);
    assert.equal((await flowOf(await server.asPartner('GET', `/v2/flows/${order.id}`))).status, 'expired');
  });

  test('names line, column and the trailing comma of the overview page’s own example', async () => {
    const answer = await create(overviewBody);
    assert.equal(answer.status, 400);
    assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/);
    const problem = await problemOf(answer);
    assert.equal(problem.error_code, 'invalid-json');
    assert.equal(problem.success, false);
    assert.match(problem.detail ?? '', /line 2, column 48/);
    assert.match(problem.detail ?? '', /trailing comma/);
    assert.equal(problem.message, problem.detail);
  });

  const badBodies: [string, unknown, { field: string; code: string }[]][] = [
    ['no steps', {}, [{ field: 'steps', code: 'required' }]],
    ['empty steps', { steps: [] }, [{ field: 'steps', code: 'required' }]],
    ['steps that are no list', { steps: 'compliance' }, [{ field: 'steps', code: 'invalid-type' }]],
    ['an unknown step', { steps: ['compliance', 'dance'] }, [{ field: 'steps[1]', code: 'unknown-step' }]],
    [
      'a step twice',
      { steps: ['compliance', 'compliance'] },
      [{ field: 'steps[1]', code: 'duplicate-step' }],
    ],
    [
      'a form without its template',
      { steps: ['pdf-form-fill'] },
      [{ field: 'steps[0].template_id', code: 'required' }],
    ],
    [
      'an option that we do not take',
      { steps: [{ name: 'payout', payment_intent_id: 'pi' }] },
      [{ field: 'steps[0].payment_intent_id', code: 'unknown-option' }],
    ],
    [
      'a wrong option',
      { steps: [{ name: 'manage-payouts', hide_continue_button: 'yes' }] },
      [{ field: 'steps[0].hide_continue_button', code: 'invalid-boolean' }],
    ],
    [
      'a redirect without URL',
      { steps: ['redirect'] },
      [{ field: 'steps[0].redirect_url', code: 'invalid-redirect-url' }],
    ],
    [
      'a redirect to a script',
      { steps: [{ name: 'redirect', redirect_url: 'javascript:alert(1)' }] },
      [{ field: 'steps[0].redirect_url', code: 'invalid-redirect-url' }],
    ],
    [
      'a redirect that is relative',
      { steps: [{ name: 'redirect', redirect_url: '/done' }] },
      [{ field: 'steps[0].redirect_url', code: 'invalid-redirect-url' }],
    ],
    [
      'a user id that is none',
      { steps: ['compliance'], user_id: '42' },
      [{ field: 'user_id', code: 'invalid-uuid' }],
    ],
    ['a field of the flow', { steps: ['compliance'], status: 'x' }, [{ field: 'status', code: 'unknown' }]],
    [
      'metadata that is a number',
      { steps: ['compliance'], metadata: 7 },
      [{ field: 'metadata', code: 'invalid-metadata' }],
    ],
    [
      'metadata that is too large',
      { steps: ['compliance'], metadata: 'x'.repeat(17_000) },
      [{ field: 'metadata', code: 'invalid-metadata' }],
    ],
    [
      'a lifetime of nothing',
      { steps: ['compliance'], expires_in: 0 },
      [{ field: 'expires_in', code: 'invalid-number' }],
    ],
    [
      'several mistakes at once',
      { steps: ['dance'], user_id: 7, require_auth: 'no' },
      [
        { field: 'steps[0]', code: 'unknown-step' },
        { field: 'user_id', code: 'invalid-uuid' },
        { field: 'require_auth', code: 'invalid-boolean' },
      ],
    ],
  ];
  for (const [name, body, errors] of badBodies) {
    test(`refuses ${name}, naming the field`, async () => {
      const answer = await create(body);
      assert.equal(answer.status, 422);
      const problem = await problemOf(answer);
      assert.equal(problem.error_code, 'invalid-input');
      assert.deepEqual(
        problem.errors?.map(({ field, code }) => ({ field, code })),
        errors,
      );
      assert.ok(problem.errors?.every((error) => error.message.length > 0));
    });
  }

  test('refuses a body that is no object, that is too large, or that is no JSON type', async () => {
    assert.equal((await problemOf(await create('["compliance"]'))).error_code, 'invalid-input');
    assert.equal((await create(JSON.stringify({ steps: ['x'.repeat(70_000)] }))).status, 413);
    assert.equal(
      (await create('steps=compliance', { 'content-type': 'application/x-www-form-urlencoded' })).status,
      415,
    );
  });

  test('answers wrong credentials alike, whatever is wrong with them', async () => {
    const { id } = await flowOf(await create());
    const bodies = new Set<string>();
    for (const authorization of [
      '',
      basicAuth('pk_sandbox_demo', 'wrong'),
      basicAuth('pk_unknown', 'sk_sandbox_demo'),
      basicAuth('pk_sandbox_demo', ''),
      'Bearer abc',
      'Basic ???',
      basicAuth('\0', '\0'),
    ]) {
      const answer = await server.app.request(`/v2/flows/${id}`, { headers: { authorization } });
      assert.equal(answer.status, 401, authorization);
      assert.match(answer.headers.get('www-authenticate') ?? '', /^Basic /);
      bodies.add(await answer.text());
    }
    assert.equal(bodies.size, 1);
    assert.equal((JSON.parse([...bodies][0] ?? '') as Problem).error_code, 'unauthorized');
  });

  test('another app’s flow is as missing as one that never was', async () => {
    const { id } = await flowOf(await create());
    await server.addApp('pk_other', 'sk_other');
    const asOther = { authorization: basicAuth('pk_other', 'sk_other') };
    const bodies = new Set<string>();
    for (const path of [
      `/v2/flows/${id}`,
      `/v2/flow/get/${id}`,
      '/v2/flows/5f0f8f8f-f8f8-48f8-a8f8-f8f8f8f8f8f8',
      '/v2/flows/nonsense',
    ]) {
      const answer = await server.app.request(path, { headers: asOther });
      assert.equal(answer.status, 404, path);
      bodies.add(await answer.text());
    }
    assert.equal(bodies.size, 1);
    assert.equal(
      (await server.app.request(`/v2/flows/${id}/cancel`, { method: 'POST', headers: asOther })).status,
      404,
    );
    const list = (await (await server.app.request('/v2/flows', { headers: asOther })).json()) as {
      data: unknown[];
    };
    assert.deepEqual(list, { data: [], has_more: false });
    assert.equal((await flowOf(await server.asPartner('GET', `/v2/flows/${id}`))).status, 'created');
  });

  test('pages through the list in both directions', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 5; count += 1) {
      server.clock.advance(count === 2 ? 0 : 1000);
      ids.unshift((await flowOf(await create())).id);
    }
    const list = async (query: string) => {
      const { data, has_more } = (await (await server.asPartner('GET', `/v2/flows${query}`)).json()) as {
        data: Flow[];
        has_more: boolean;
      };
      return { ids: data.map((flow) => flow.id), has_more };
    };
    const all = (await list('')).ids;
    // Two of them have the same time. They may stand either way, but always the same way.
    assert.deepEqual([...all].sort(), [...ids].sort());
    assert.deepEqual(await list('?limit=5'), { ids: all, has_more: false });
    assert.deepEqual(await list('?limit=2'), { ids: all.slice(0, 2), has_more: true });
    assert.deepEqual(await list(`?limit=2&starting_after=${all[1]}`), {
      ids: all.slice(2, 4),
      has_more: true,
    });
    assert.deepEqual(await list(`?limit=2&starting_after=${all[3]}`), { ids: all.slice(4), has_more: false });
    assert.deepEqual(await list(`?limit=2&ending_before=${all[3]}`), {
      ids: all.slice(1, 3),
      has_more: true,
    });
    assert.deepEqual(await list(`?limit=2&ending_before=${all[1]}`), {
      ids: all.slice(0, 1),
      has_more: false,
    });
  });

  test('refuses a page that cannot be', async () => {
    for (const query of ['limit=0', 'limit=101', 'limit=x', 'starting_after=x']) {
      const answer = await server.asPartner('GET', `/v2/flows?${query}`);
      assert.equal(answer.status, 422, query);
      assert.equal((await problemOf(answer)).errors?.[0]?.field, query.split('=')[0]);
    }
    const id = '5f0f8f8f-f8f8-48f8-a8f8-f8f8f8f8f8f8';
    assert.equal((await server.asPartner('GET', `/v2/flows?starting_after=${id}`)).status, 404);
    assert.equal(
      (await server.asPartner('GET', `/v2/flows?starting_after=${id}&ending_before=${id}`)).status,
      422,
    );
  });

  test('cancels, and says so for ever after', async () => {
    const { id } = await flowOf(await create());
    assert.equal((await flowOf(await server.asPartner('POST', `/v2/flows/${id}/cancel`))).status, 'canceled');
    assert.equal((await flowOf(await server.asPartner('POST', `/v2/flows/${id}/cancel`))).status, 'canceled');
    assert.equal((await flowOf(await server.asPartner('GET', `/v2/flows/${id}`))).status, 'canceled');
  });

  test('has no CORS: a key does not belong into a browser', async () => {
    const answer = await server.asPartner('GET', '/v2/flows', undefined, { origin: 'http://localhost:4400' });
    assert.equal(answer.headers.get('access-control-allow-origin'), null);
  });
});
