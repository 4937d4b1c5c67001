/** What the log says for whoever looks for an attack, and what it does not say. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { apiKey, basicAuth, clientId, createTestServer, withoutIds } from '../support.ts';
import type { TestServer } from '../support.ts';
import { introduced, newFlow, newPhone, openFlow, person, profile, request } from '../payee/payee.ts';

type Line = Record<string, unknown>;
const said = (server: TestServer): Line[] => server.logLines.filter(({ msg }) => msg === 'security');
const events = (server: TestServer): unknown[] => said(server).map(({ event }) => event);

/** Nothing of it may stand in the log: what people typed, and what opens something. */
const secrets = ['Jane', 'jane@example', '4155550100', '555', '123456', '1990', apiKey, '127.0.0.1', 'test'];
function assertSilent(server: TestServer, ...more: string[]): void {
  const lines = said(server).map(({ time: _, requestId: __, session: ___, ...line }) => line);
  for (const secret of secrets) assert.equal(withoutIds(lines).includes(secret), false, secret);
  for (const secret of more) assert.equal(JSON.stringify(lines).includes(secret), false, secret);
}

describe('the log of what concerns security', () => {
  test('has each sign-in, right and wrong, by session', async () => {
    const server = await createTestServer();
    const one = await openFlow(server, (await newFlow(server, ['compliance'])).id);
    await one.does('/session/authentication/code', { ...newPhone, channel: 'sms' });
    await one.refused('/session/authentication/check', { code: '000000' });
    await one.does('/session/authentication/check', { code: '123456' });
    assert.deepEqual(
      said(server).map(({ event, reason, level }) => [event, reason, level]),
      [
        ['sign-in-refused', 'wrong-code', 30],
        ['signed-in', 'code', 30],
      ],
    );
    const [wrong, right] = said(server);
    assert.equal(wrong?.['session'], right?.['session']);
    assert.match(String(wrong?.['requestId']), /^[0-9a-f-]{36}$/);
    assert.equal(wrong?.['route'], '/v2/session/authentication/check');
    assertSilent(server, one.token, one.flowId);
  });

  test('has the question beside the code, a wrong answer, a way in without a code, and the way out', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['compliance']);
    const { flow } = await payee.does('/session/compliance', person);
    const opened = await newFlow(server, ['payout'], { user_id: flow.user_id as string });
    await openFlow(server, opened.id, 'first');
    server.clock.advance(400 * 24 * 3_600_000);
    const one = await openFlow(server, (await newFlow(server, ['payout'])).id, 'new');
    server.logLines.length = 0;
    await one.authenticates();
    await one.refused('/session/authentication/known', { date_of_birth: '1991-01-01' });
    await one.does('/session/authentication/known', { date_of_birth: person.date_of_birth });
    await server.app.request('/v2/session', {
      method: 'DELETE',
      headers: { authorization: `Bearer ${one.token}` },
    });
    assert.deepEqual(events(server), ['known-asked', 'sign-in-refused', 'signed-in', 'signed-out']);
    assertSilent(server, flow.user_id as string, person.date_of_birth);
    const vouched = await newFlow(server, ['payout'], { user_id: flow.user_id as string });
    await openFlow(server, vouched.id, 'second');
    assert.deepEqual(said(server).at(-1)?.['reason'], 'partner');
  });

  test('has a token that two use', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['compliance']);
    await payee.call('POST', '/session/refresh');
    server.clock.advance(60_000);
    await payee.call('GET', '/session');
    assert.ok(events(server).includes('token-reused'));
    assertSilent(server, payee.token);
  });

  test('has what was refused: keys, scopes, pages, hosts, limits, and tokens that are over', async () => {
    const server = await createTestServer({ config: { sandbox: false } });
    const call = (method: string, path: string, headers: Record<string, string>) =>
      server.app.request(path, { method, headers, ...(method === 'POST' && { body: '{}' }) });
    await call('GET', '/v2/flows', { authorization: basicAuth(clientId, 'sk_guess') });
    await call('GET', '/v2/flows', { authorization: basicAuth('pk_guess', 'sk_guess') });
    await call('GET', '/v2/flows', { authorization: basicAuth(), origin: 'https://evil.example' });
    await call('GET', '/v2/session', { authorization: `Bearer ${'A'.repeat(43)}` });
    const made = await server.asPartner('POST', '/v2/api-keys', { name: 'x', scopes: ['read'] });
    const { key, id } = (await made.json()) as { key: string; id: string };
    await call('POST', '/v2/users', {
      authorization: basicAuth(clientId, key),
      'content-type': 'application/json',
    });
    await server.asPartner('POST', '/v2/users', {
      ...profile,
      country_code: '1',
      phone_number: '4155550100',
    });
    for (let opened = 0; opened < 61; opened += 1)
      await request(server, 'POST', '/sessions', { client_id: 'pk_nobody', steps: ['compliance'] });
    const lines = said(server).map(({ event, reason }) => `${String(event)} ${String(reason)}`);
    assert.deepEqual(
      [...new Set(lines)],
      [
        'key-refused unauthorized',
        'page-refused origin-not-allowed',
        'session-refused session-expired',
        'api-key-made undefined',
        'scope-refused insufficient-scope',
        'page-refused unknown-client-id',
        'limit-reached too-many-requests',
      ],
    );
    const [known, unknown] = said(server);
    assert.deepEqual([known?.['app'], unknown?.['app']], [server.partner.id, undefined]);
    assert.equal(said(server).find(({ event }) => event === 'scope-refused')?.['key'], id);
    assertSilent(server, key, 'evil', 'guess');
  });

  test('has what a partner changed about users and keys, with the key that did it', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['compliance']);
    const user = `/v2/users/${payee.seen.flow.user_id}`;
    server.logLines.length = 0;
    const changes: [string, string, unknown?][] = [
      ['POST', `${user}/vouch`],
      ['PUT', `${user}/phone`, { country_code: '1', phone_number: '4155550177' }],
      ['POST', `${user}/end-sessions`],
      ['POST', `${user}/disable`],
      ['POST', `${user}/enable`],
      ['GET', `${user}/export`],
      ['DELETE', user],
      ['POST', '/v2/webhook-endpoints', { url: 'https://hooks.example/' }],
    ];
    for (const [method, path, body] of changes) await server.asPartner(method, path, body);
    assert.deepEqual(events(server), [
      'user-vouched-for',
      'user-phone-changed',
      'user-sessions-ended',
      'user-disabled',
      'user-enabled',
      'user-exported',
      'user-deleted',
      'webhook-endpoint-made',
    ]);
    for (const line of said(server)) {
      assert.equal(line['app'], server.partner.id);
      assert.match(String(line['key']), /^[0-9a-f-]{36}$/);
    }
    assertSilent(server, payee.seen.flow.user_id as string, 'hooks.example', 'whsec_');
  });

  test('says of each request which app and key made it, or which session', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['compliance']);
    await server.asPartner('GET', '/v2/flows');
    const requests = server.logLines.filter(({ msg }) => msg === 'request');
    const last = requests.at(-1);
    assert.equal(last?.['app'], server.partner.id);
    assert.match(String(last?.['key']), /^[0-9a-f-]{36}$/);
    assert.match(String(requests.at(-2)?.['session']), /^[0-9a-f-]{36}$/);
    assert.equal(JSON.stringify(requests).includes(payee.token), false);
  });
});
