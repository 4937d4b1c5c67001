import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Snapshot } from '../../../src/contract/steps/session.ts';
import { readConfig } from '../../../src/server/start/config.ts';
import { seedApp } from '../../../src/server/start/seed.ts';
import { allowedOrigin, basicAuth, clientId, createTestServer, publicUrl } from '../support.ts';

test('what the environment says at start is what payees see, also when it said something else before', async () => {
  const { deps, partner, asPartner, app } = await createTestServer();
  const seeded = await seedApp(
    deps,
    readConfig({
      DOTS_APP_NAME: 'Blue Bottle Bazaar',
      DOTS_ALLOWED_ORIGINS: 'https://shop.example',
      DOTS_SUPPORT_EMAIL: 'help@shop.example',
    }),
  );
  assert.deepEqual(
    [seeded.id, seeded.client_id, seeded.name, seeded.allowed_origins],
    [partner.id, clientId, 'Blue Bottle Bazaar', ['https://shop.example']],
  );
  const { id } = (await (await asPartner('POST', '/v2/flows', { steps: ['compliance'] })).json()) as {
    id: string;
  };
  const opened = await app.request(`/v2/flows/${id}/sessions`, { method: 'POST', body: '{}' });
  const { snapshot } = (await opened.json()) as { snapshot: Snapshot };
  assert.equal(snapshot.app_name, 'Blue Bottle Bazaar');
  assert.equal(snapshot.help?.support_email, 'help@shop.example');
});

test('an app whose name nobody gave has the sandbox’s', async () => {
  const { deps } = await createTestServer();
  assert.equal((await seedApp(deps, readConfig({ DOTS_CLIENT_ID: 'pk_sandbox_other' }))).name, 'Acme Market');
});

test('an app that is no longer configured has no key and no page any more, and keeps its flows', async () => {
  const server = await createTestServer();
  const { deps, app, asPartner } = server;
  await server.addApp('pk_before', 'sk_before', [allowedOrigin]);
  const before = { authorization: basicAuth('pk_before', 'sk_before') };
  const made = await asPartner('POST', '/v2/flows', { steps: ['compliance'] }, before);
  const { id } = (await made.json()) as { id: string };
  await seedApp(deps, readConfig({}));
  assert.equal((await asPartner('GET', `/v2/flows/${id}`, undefined, before)).status, 401);
  const opening = (origin: string) =>
    app.request(`/v2/flows/${id}/sessions`, { method: 'POST', headers: { origin }, body: '{}' });
  assert.equal((await opening('https://elsewhere.example')).status, 403);
  const client = { client_id: 'pk_before', steps: ['compliance'] };
  const opened = await app.request('/v2/sessions', {
    method: 'POST',
    headers: { origin: 'http://localhost:9999' },
    body: JSON.stringify(client),
  });
  assert.equal(opened.status, 404);
  assert.equal((await asPartner('GET', '/v2/flows')).status, 200);
});

test('an app that is no longer configured makes no flow by its client id, from our own pages either', async () => {
  const server = await createTestServer();
  await server.addApp('pk_before', 'sk_before', [allowedOrigin]);
  const opens = async () => {
    const opened = await server.app.request('/v2/sessions', {
      method: 'POST',
      headers: { origin: publicUrl },
      body: JSON.stringify({ client_id: 'pk_before', steps: ['compliance'] }),
    });
    return [opened.status, ((await opened.json()) as { error_code?: string }).error_code];
  };
  assert.deepEqual(await opens(), [201, undefined]);
  await seedApp(server.deps, readConfig({}));
  assert.deepEqual(await opens(), [404, 'unknown-client-id']);
  await seedApp(server.deps, readConfig({ DOTS_CLIENT_ID: 'pk_before' }));
  assert.deepEqual(await opens(), [201, undefined], 'configured again');
});

test('the endpoint of the environment is the app’s own with that address, and takes no other over', async () => {
  const server = await createTestServer();
  await server.addApp('pk_other', 'sk_other');
  const other = { authorization: basicAuth('pk_other', 'sk_other') };
  const url = 'http://localhost:1/';
  const make = async (body: object, headers?: Record<string, string>) =>
    (
      (await (await server.asPartner('POST', '/v2/webhook-endpoints', body, headers)).json()) as {
        id: string;
      }
    ).id;
  const sealed = async () =>
    new Map(
      (
        await server.db.query<{ id: string; secret_sealed: Buffer }>(
          'select id, secret_sealed from webhook_endpoints where removed is null',
        )
      ).map(({ id, secret_sealed }) => [id, secret_sealed.toString('hex')]),
    );
  // The other app's is the oldest, and one of this app was removed.
  const theirs = await make({ url }, other);
  const elsewhere = await make({ url: `${url}other` });
  await server.asPartner('DELETE', `/v2/webhook-endpoints/${await make({ url })}`);
  const before = await sealed();
  const secret = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
  await seedApp(server.deps, readConfig({ WEBHOOK_URL: url, WEBHOOK_SECRET: secret }));
  const after = await sealed();
  assert.equal(after.size, 3);
  for (const id of [theirs, elsewhere]) assert.equal(after.get(id), before.get(id));
});
