/** A secret is replaced while both ends go on: the old one signs beside the new one for a day. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Webhook as StandardWebhook } from 'standardwebhooks';
import { Webhook as SvixWebhook } from 'svix';
import { sweep } from '../../../src/server/db/sweep.ts';
import { seedApp } from '../../../src/server/start/seed.ts';
import { verifyWebhook } from '../../../src/webhooks/index.ts';
import { createHooks, hours } from './hooks.ts';
import type { Endpoint } from './hooks.ts';

async function rotated() {
  const hooks = await createHooks();
  const { id, secret: old } = await hooks.add();
  const answer = await hooks.call<Endpoint & { secret: string }>(
    'POST',
    `/webhook-endpoints/${id}/rotate-secret`,
  );
  /** Sends a message, and returns which of the secrets are good for it. */
  const goodFor = async (...secrets: string[]) => {
    await hooks.append();
    await hooks.server.runDueJobs();
    const sent = hooks.sentTo('/hooks').at(-1);
    return secrets.map((secret) => {
      try {
        new StandardWebhook(secret).verify(sent?.body ?? '', sent?.headers ?? {});
        return true;
      } catch {
        return false;
      }
    });
  };
  return { ...hooks, id, old, fresh: answer.secret, answer, goodFor };
}

test('both secrets sign for 24 hours, by every package that verifies', async () => {
  const { server, id, old, fresh, answer, goodFor, read, sentTo } = await rotated();
  assert.notEqual(fresh, old);
  const until = new Date(server.clock.now().getTime() + hours(24)).toISOString();
  assert.equal(answer.previous_secret_until, until);
  assert.deepEqual(await goodFor(old, fresh), [true, true]);
  for (const secret of [old, fresh]) {
    const { body, headers } = sentTo('/hooks')[0] ?? { body: '', headers: {} };
    assert.equal(verifyWebhook(body, headers, secret).event, 'flow.completed');
    new SvixWebhook(secret).verify(body, headers);
  }
  // The clock of the packages is real time, so only signing is asked about from here on.
  assert.equal((await read(id)).previous_secret_until, until);
});

test('after 24 hours the new one signs alone, and the old one is not kept', async () => {
  const { server, id, append, sentTo, read } = await rotated();
  server.clock.advance(hours(24));
  await append();
  await server.runDueJobs();
  assert.equal(sentTo('/hooks')[0]?.headers['webhook-signature']?.split(' ').length, 1);
  assert.equal((await read(id)).previous_secret_until, null);
  await sweep(server.db, server.clock.now());
  const kept = await server.db.query(
    'select from webhook_endpoints where previous_secret_sealed is not null',
  );
  assert.equal(kept.length, 0);
});

test('the old one can be ended before', async () => {
  const { id, old, fresh, goodFor, call, read } = await rotated();
  await call('DELETE', `/webhook-endpoints/${id}/previous-secret`, undefined, 204);
  await call('DELETE', `/webhook-endpoints/${id}/previous-secret`, undefined, 204);
  assert.equal((await read(id)).previous_secret_until, null);
  assert.deepEqual(await goodFor(old, fresh), [false, true]);
});

test('whoever rotates again, because the answer was lost, breaks no promise to the first secret', async () => {
  const { server, id, old, fresh, goodFor, call, append, sentTo, read } = await rotated();
  // Receivers take what is a minute from now.
  server.clock.advance(60_000);
  const last = await call<Endpoint & { secret: string }>('POST', `/webhook-endpoints/${id}/rotate-secret`);
  assert.deepEqual(await goodFor(old, fresh, last.secret), [true, true, true]);
  const signatures = async () => {
    await append();
    await server.runDueJobs();
    return sentTo('/hooks').at(-1)?.headers['webhook-signature']?.split(' ').length;
  };
  server.clock.advance(hours(24) - 60_000);
  assert.equal(await signatures(), 2);
  await sweep(server.db, server.clock.now());
  assert.equal(await signatures(), 2);
  assert.equal((await read(id)).previous_secret_until, last.previous_secret_until);
  server.clock.advance(60_000);
  await sweep(server.db, server.clock.now());
  assert.equal(await signatures(), 1);
  const kept = await server.db.query('select from webhook_endpoints where older_secret_sealed is not null');
  assert.equal(kept.length, 0);
});

test('a third secret within the day is refused, until the ones before are ended', async () => {
  const { id, call, goodFor, old } = await rotated();
  const rotate = (status?: number) =>
    call<{ secret: string; detail: string }>(
      'POST',
      `/webhook-endpoints/${id}/rotate-secret`,
      undefined,
      status,
    );
  const { secret } = await rotate();
  assert.match((await rotate(409)).detail, /DELETE .*previous-secret/);
  assert.deepEqual(await goodFor(old, secret), [true, true]);
  await call('DELETE', `/webhook-endpoints/${id}/previous-secret`, undefined, 204);
  assert.deepEqual(await goodFor(old, secret), [false, true]);
  await rotate(200);
});

test('rotating leaves everything else as it is', async () => {
  const { call, add, read } = await createHooks();
  const { id } = await add({ url: 'http://localhost:9/hooks', events: ['flow.completed'] });
  await call('PATCH', `/webhook-endpoints/${id}`, { enabled: false, description: 'billing' });
  await call('POST', `/webhook-endpoints/${id}/rotate-secret`);
  const { enabled, events, description } = await read(id);
  assert.deepEqual([enabled, events, description], [false, ['flow.completed'], 'billing']);
});

test('a secret that the environment replaced goes on signing, too', async () => {
  const { server, append, sentTo } = await createHooks();
  const whsec = (byte: number) => `whsec_${Buffer.alloc(32, byte).toString('base64')}`;
  const seed = (secret: string) =>
    seedApp(server.deps, {
      appAddress: null,
      appName: 'Acme Market',
      clientId: 'pk_sandbox_demo',
      apiKey: 'sk_sandbox_demo',
      allowedOrigins: [],
      help: { support_email: null, support_url: null, privacy_url: null, terms_url: null },
      webhook: { url: 'http://localhost:9/hooks', secret },
    });
  await seed(whsec(1));
  await seed(whsec(2));
  await append();
  await server.runDueJobs();
  const [sent] = sentTo('/hooks');
  for (const secret of [whsec(1), whsec(2)])
    assert.equal(verifyWebhook(sent?.body ?? '', sent?.headers ?? {}, secret).event, 'flow.completed');
});
