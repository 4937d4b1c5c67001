/** Endpoints are changed without losing what waits for them, and made once however often that is asked. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Problem } from '../../../src/contract/problems.ts';
import { createHooks } from './hooks.ts';
import type { Endpoint } from './hooks.ts';

describe('PATCH on a webhook endpoint', () => {
  test('changes what is named and nothing else', async () => {
    const { add, call, read } = await createHooks();
    const {
      id,
      secret: _,
      ...made
    } = await add({
      url: 'http://localhost:9/hooks',
      events: ['flow.completed'],
      description: 'billing',
    });
    const changed = await call<Endpoint>('PATCH', `/webhook-endpoints/${id}`, { description: 'books' });
    assert.deepEqual(changed, { ...made, id, description: 'books' });
    await call('PATCH', `/webhook-endpoints/${id}`, { events: ['user.updated', 'user.updated'] });
    await call('PATCH', `/webhook-endpoints/${id}`, { url: 'http://localhost:9/other' });
    await call('PATCH', `/webhook-endpoints/${id}`, { description: null });
    await call('PATCH', `/webhook-endpoints/${id}`, {});
    assert.deepEqual(await read(id), {
      ...made,
      id,
      url: 'http://localhost:9/other',
      events: ['user.updated'],
      description: null,
    });
  });

  test('keeps the secret and what waits: it goes to the new address', async () => {
    const { server, add, call, append, sentTo } = await createHooks();
    const { id } = await add();
    const message = await append();
    await call('PATCH', `/webhook-endpoints/${id}`, {
      url: 'http://localhost:9/moved',
      events: ['user.updated'],
    });
    await server.runDueJobs();
    assert.deepEqual(
      sentTo('/moved').map((sent) => sent.id),
      [message],
    );
    assert.equal(sentTo('/hooks').length, 0);
  });

  test('an endpoint that is off is sent nothing, and what waited is sent when it is on again', async () => {
    const { server, add, call, append, sentTo } = await createHooks();
    const { id } = await add();
    const message = await append();
    const off = await call<Endpoint>('PATCH', `/webhook-endpoints/${id}`, { enabled: false });
    assert.deepEqual([off.enabled, off.disabled_reason], [false, 'requested']);
    assert.equal(off.disabled_at, server.clock.now().toISOString());
    assert.equal(await server.runDueJobs(), 0);
    const on = await call<Endpoint>('PATCH', `/webhook-endpoints/${id}`, { enabled: true });
    assert.deepEqual([on.enabled, on.disabled_reason, on.disabled_at], [true, null, null]);
    await server.runDueJobs();
    assert.deepEqual(
      sentTo('/hooks').map((sent) => sent.id),
      [message],
    );
  });

  test('refuses what creating refuses, and changes nothing then', async () => {
    const { server, add, call, read } = await createHooks();
    const { id } = await add();
    const before = await read(id);
    const refused = async (body: object) =>
      (await call<Problem>('PATCH', `/webhook-endpoints/${id}`, body, 422)).errors?.map(
        ({ field, code }) => `${field} ${code}`,
      );
    assert.deepEqual(await refused({ url: 'https://10.0.0.1/', enabled: false }), ['url insecure-url']);
    assert.deepEqual(await refused({ events: ['dance'] }), ['events[0] invalid-choice']);
    assert.deepEqual(await refused({ enabled: 'no' }), ['enabled invalid-boolean']);
    assert.deepEqual(await refused({ description: 'x'.repeat(501) }), ['description too-long']);
    assert.deepEqual(await read(id), before);
    await server.addApp('pk_other', 'sk_other');
    const other = { authorization: `Basic ${Buffer.from('pk_other:sk_other').toString('base64')}` };
    const theirs = await server.asPartner('PATCH', `/v2/webhook-endpoints/${id}`, { enabled: false }, other);
    assert.equal(theirs.status, 404);
  });
});

test('the same request to create makes one endpoint with one secret', async () => {
  const { server, call } = await createHooks();
  const once = async () => {
    const answer = await server.asPartner(
      'POST',
      '/v2/webhook-endpoints',
      { url: 'http://localhost:9/hooks', description: 'billing' },
      { 'idempotency-key': 'make-it' },
    );
    assert.equal(answer.status, 201);
    return (await answer.json()) as Endpoint;
  };
  const [first, second] = [await once(), await once()];
  assert.deepEqual(second, first);
  assert.equal((await call<{ data: unknown[] }>('GET', '/webhook-endpoints')).data.length, 1);
});
