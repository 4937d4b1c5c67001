/**
 * Who may open a flow again without a code: the browser that was there first, and nobody who looks like it.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createTestServer, publicUrl } from '../support.ts';
import type { TestServer } from '../support.ts';
import { fields, introduced, newFlow, openFlow, payee as payeeOf, request, secretOf } from './payee.ts';

const minutes = (count: number) => count * 60_000;

async function openedByPartner(server: TestServer) {
  const user_id = (await introduced(server, ['compliance'])).seen.flow.user_id as string;
  return newFlow(server, ['manage-payouts'], { user_id });
}
const enters = async (server: TestServer, id: string, browser: string) =>
  (await openFlow(server, id, browser)).seen.authenticated;

describe('a flow that the partner opened for a known user', () => {
  test('is the first browser’s, whatever address and name a second one has', async () => {
    const server = await createTestServer();
    const { id } = await openedByPartner(server);
    assert.equal(await enters(server, id, 'payee'), true);
    assert.equal(await enters(server, id, 'thief'), false, 'same address, same User-Agent');
    assert.equal(await enters(server, id, 'payee'), true, 'a reload');
    server.clock.advance(minutes(15));
    assert.equal(await enters(server, id, 'payee'), false);
  });

  test('is nobody’s whose phone was never confirmed', async () => {
    const server = await createTestServer();
    const user = { phone_number: '+14155550177', country_code: 'US' };
    const made = await server.asPartner('POST', '/v2/users', user);
    const { id: user_id } = (await made.json()) as { id: string };
    const flow = await newFlow(server, ['manage-payouts'], { user_id });
    assert.equal(await enters(server, flow.id, 'payee'), false);
  });

  test('is not opened again by whoever said nothing of their browser', async () => {
    const server = await createTestServer();
    const { id } = await openedByPartner(server);
    const silent = () => request(server, 'POST', `/flows/${id}/sessions`, {});
    assert.equal((await silent()).body.snapshot.authenticated, true);
    assert.equal((await silent()).body.snapshot.authenticated, false);
  });

  test('a secret that is none is refused, and binds nothing', async () => {
    const server = await createTestServer();
    const { id } = await openedByPartner(server);
    for (const browser of ['', 'short', 'x'.repeat(65), 'with spaces and more than enough letters', 7]) {
      const { status, body } = await request(server, 'POST', `/flows/${id}/sessions`, { browser });
      assert.deepEqual([status, fields(body)], [422, ['browser:invalid-browser']]);
    }
    assert.equal(await enters(server, id, 'payee'), true);
  });
});

describe('after a right code', () => {
  test('the flow is open to that browser, and to no other at the same address', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['compliance']);
    assert.equal(await enters(server, payee.flowId, 'thief'), false);
    assert.equal(await enters(server, payee.flowId, 'test'), true);
  });

  test('the secret is worth nothing on another origin', async () => {
    const other = 'https://other.example';
    const server = await createTestServer();
    await server.db.query('update apps set allowed_origins = allowed_origins || $1::text[]', [[other]]);
    const payee = await introduced(server, ['compliance']);
    const path = `/flows/${payee.flowId}/sessions`;
    const there = await request(server, 'POST', path, { browser: secretOf('test') }, { origin: other });
    assert.deepEqual([there.status, there.body.snapshot.authenticated], [201, false]);
  });

  test('a browser that goes on working may come back 15 minutes after it was last heard of', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['compliance']);
    server.clock.advance(minutes(14));
    assert.equal((await payee.call('POST', '/session/refresh')).status, 200);
    server.clock.advance(minutes(14));
    assert.equal(await enters(server, payee.flowId, 'test'), true);
  });
});

describe('our own page', () => {
  const opensPage = async (server: TestServer, id: string, cookie?: string) =>
    server.app.request(`/flow/${id}`, { headers: cookie === undefined ? {} : { cookie } });
  const opens = (server: TestServer, id: string, cookie: string, origin = publicUrl) =>
    request(server, 'POST', `/flows/${id}/sessions`, {}, { cookie, origin });

  test('keeps the secret in a cookie that no script reads', async () => {
    const server = await createTestServer();
    const { id } = await openedByPartner(server);
    const set = (await opensPage(server, id)).headers.get('set-cookie') ?? '';
    assert.match(set, /^dots-flow=[\w-]{43}; Max-Age=7776000; Path=\/; HttpOnly; SameSite=Lax$/);
    const cookie = set.split(';')[0] ?? '';
    assert.equal(
      (await opensPage(server, id, cookie)).headers.get('set-cookie'),
      set,
      'the same, for longer',
    );
    assert.equal((await opens(server, id, cookie)).body.snapshot.authenticated, true);
    assert.equal(await enters(server, id, 'thief'), false);
    assert.equal((await opens(server, id, cookie)).body.snapshot.authenticated, true);
  });

  test('replaces a cookie that is no secret, and asks a public page for https', async () => {
    const server = await createTestServer({ config: { publicUrl: 'https://pay.example' } });
    const { id } = await newFlow(server, ['compliance']);
    const set = (await opensPage(server, id, '__Host-dots-flow=guess')).headers.get('set-cookie') ?? '';
    assert.match(
      set,
      /^__Host-dots-flow=[\w-]{43}; Max-Age=7776000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
  });

  for (const [where, url, cookieName] of [
    ['here', publicUrl, 'dots-flow'],
    ['on a public page', 'https://pay.example', '__Host-dots-flow'],
  ] as const)
    test(`takes the cookie away when the payee signs out, ${where}`, async () => {
      const server = await createTestServer({ config: { publicUrl: url } });
      const { id } = await newFlow(server, ['compliance']);
      const cookie = ((await opensPage(server, id)).headers.get('set-cookie') ?? '').split(';')[0] ?? '';
      const { body } = await opens(server, id, cookie, url);
      const out = (origin: string) =>
        server.app.request('/v2/session', {
          method: 'DELETE',
          headers: { authorization: `Bearer ${body.token}`, cookie, origin },
        });
      const left = await out(url);
      assert.equal(left.status, 204);
      const set = left.headers.get('set-cookie') ?? '';
      assert.match(set, new RegExp(`^${cookieName}=; Max-Age=0; Path=/`));
      assert.equal(set.includes('Secure'), url.startsWith('https:'));
    });

  test('has another one after signing out, so that a reload asks for no second code', async () => {
    const server = await createTestServer();
    const { id } = await newFlow(server, ['compliance']);
    const headers = { origin: publicUrl };
    // The page is still the one that signed out. It has no cookie now, and says what the tab has.
    const opened = await request(
      server,
      'POST',
      `/flows/${id}/sessions`,
      { browser: secretOf('tab') },
      headers,
    );
    const cookie = (opened.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    await payeeOf(server, opened.body, { ...headers, cookie }).authenticates();
    // A reload gives no other cookie, and is let in by this one.
    assert.equal((await opensPage(server, id, cookie)).headers.get('set-cookie')?.split(';')[0], cookie);
    assert.equal((await opens(server, id, cookie)).body.snapshot.authenticated, true);
  });

  test('leaves it where the payee signs out on a partner’s page', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['compliance']);
    await server.db.query('update sessions set origin = $1', ['https://shop.example']);
    const left = await server.app.request('/v2/session', {
      method: 'DELETE',
      headers: { authorization: `Bearer ${payee.token}`, origin: 'https://shop.example' },
    });
    assert.deepEqual([left.status, left.headers.get('set-cookie')], [204, null]);
  });

  test('a cookie is no proof on a partner’s page', async () => {
    const partner = 'https://shop.example';
    const server = await createTestServer();
    await server.db.query('update apps set allowed_origins = $1::text[]', [[partner]]);
    const { id } = await openedByPartner(server);
    const cookie = ((await opensPage(server, id)).headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    assert.equal((await opens(server, id, cookie)).body.snapshot.authenticated, true);
    assert.equal((await opens(server, id, cookie, partner)).body.snapshot.authenticated, false);
  });
});

describe('a token that was replaced', () => {
  test('ends the session when it is used later: thief and payee are out, the payee is in again', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['compliance']);
    const stolen = payee.token;
    const thief = payeeOf(server, (await payee.call('POST', '/session/refresh')).body);
    server.clock.advance(31_000);
    assert.equal((await payee.call('GET', '/session')).status, 401);
    assert.notEqual(thief.token, stolen);
    assert.equal((await thief.call('GET', '/session')).status, 401, 'whoever has the new token is out');
    assert.equal(await enters(server, payee.flowId, 'test'), true, 'the payee needs no other code');
    assert.equal(await enters(server, payee.flowId, 'thief'), false);
  });

  test('ends it too when the thief has refreshed twice meanwhile', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['compliance']);
    const thief = payeeOf(server, (await payee.call('POST', '/session/refresh')).body);
    thief.token = (await thief.call('POST', '/session/refresh')).body.token;
    server.clock.advance(60_000);
    assert.equal((await payee.call('GET', '/session')).status, 401);
    assert.equal((await thief.call('GET', '/session')).status, 401);
  });

  test('does not live on by being refreshed again and again', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['compliance']);
    const { body } = await payee.call('POST', '/session/refresh');
    server.clock.advance(20_000);
    assert.equal((await payee.call('POST', '/session/refresh')).status, 200, 'the answer was lost');
    server.clock.advance(20_000);
    assert.equal((await payee.call('POST', '/session/refresh')).status, 401);
    assert.notEqual(body.token, payee.token);
  });

  test('does nothing while the answer with the new one may be on its way, and nothing when it is made up', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['compliance']);
    const fresh = payeeOf(server, (await payee.call('POST', '/session/refresh')).body);
    server.clock.advance(29_000);
    assert.equal((await payee.call('GET', '/session')).status, 200);
    const made = payeeOf(server, {
      ...(await fresh.call('POST', '/session/refresh')).body,
      token: 'A'.repeat(43),
    });
    assert.equal((await made.call('GET', '/session')).status, 401);
    assert.equal((await fresh.call('GET', '/session')).status, 200);
  });
});

describe('signing out', () => {
  const leaves = (server: TestServer, token: string) =>
    server.app.request('/v2/session', { method: 'DELETE', headers: { authorization: `Bearer ${token}` } });

  test('takes other tabs of the browser, its other flows and a link to a phone along', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['id-verification', 'manage-payouts']);
    const user_id = payee.seen.flow.user_id as string;
    const made = await payee.call('POST', '/session/id-verification/handoff', {});
    const token = new URL((made.body as unknown as { url: string }).url).hash.replace('#handoff=', '');
    const tab = await openFlow(server, payee.flowId);
    const second = await newFlow(server, ['manage-payouts'], { user_id });
    assert.equal(await enters(server, second.id, 'test'), true);
    await leaves(server, payee.token);
    assert.equal((await tab.call('GET', '/session')).status, 401);
    assert.equal(await enters(server, second.id, 'test'), false);
    const link = await request(server, 'POST', '/handoff/sessions', { token, browser: secretOf('x') });
    assert.equal(link.body.error_code, 'handoff-expired');
  });

  test('ends the session, and the browser needs a code', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['compliance', 'manage-payouts']);
    const response = await server.app.request('/v2/session', {
      method: 'DELETE',
      headers: { authorization: `Bearer ${payee.token}` },
    });
    assert.equal(response.status, 204);
    assert.equal((await payee.call('GET', '/session')).status, 401);
    const back = await openFlow(server, payee.flowId);
    assert.equal(back.seen.authenticated, false);
    assert.equal((await back.authenticates(null)).current?.step, 'compliance');
  });

  test('does not touch the browser that has the flow now', async () => {
    const server = await createTestServer();
    const old = await introduced(server, ['compliance']);
    const other = await openFlow(server, old.flowId, 'other');
    await other.authenticates(null);
    await server.app.request('/v2/session', {
      method: 'DELETE',
      headers: { authorization: `Bearer ${old.token}` },
    });
    assert.equal((await other.call('GET', '/session')).status, 200);
    assert.equal(await enters(server, old.flowId, 'other'), true);
  });
});
