/** What a session's token is made of. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createTestServer } from '../support.ts';
import { newFlow, newPhone, openFlow } from './payee.ts';

it('a token has 256 random bits, and each session its own', async () => {
  const server = await createTestServer();
  const { id } = await newFlow(server, ['compliance']);
  const tokens = [];
  for (let opened = 0; opened < 5; opened += 1) tokens.push((await openFlow(server, id)).token);
  for (const token of tokens) assert.equal(Buffer.from(token, 'base64url').length, 32);
  assert.equal(new Set(tokens).size, tokens.length);
});

it('signing in makes another token: whoever knew the one before has it for half a minute', async () => {
  const server = await createTestServer();
  const payee = await openFlow(server, (await newFlow(server, ['compliance'])).id);
  const before = payee.token;
  await payee.does('/session/authentication/code', { ...newPhone, channel: 'sms' });
  await payee.refused('/session/authentication/check', { code: '000000' });
  assert.equal(payee.token, before);
  const seen = await payee.does('/session/authentication/check', { code: '123456' });
  assert.equal(Buffer.from(seen.renewed?.token ?? '', 'base64url').length, 32);
  assert.equal(seen.renewed?.expires_in, 900);
  assert.notEqual(payee.token, before);
  assert.equal((await payee.does('/session', {}, 'GET')).renewed, undefined, 'it is told once');
  server.clock.advance(31_000);
  const old = { authorization: `Bearer ${before}` };
  assert.equal((await payee.call('GET', '/session')).status, 200);
  assert.equal((await payee.call('GET', '/session', undefined, old)).status, 401);
});

it('an element of a version before, which would lose another token, keeps its own', async () => {
  const server = await createTestServer();
  const { id } = await newFlow(server, ['compliance']);
  const call = async (path: string, body: object, token = '') => {
    const answer = await server.app.request(`/v2${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': path,
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    });
    return (await answer.json()) as { token: string; renewed?: object; authenticated?: boolean };
  };
  const { token } = await call(`/flows/${id}/sessions`, {});
  await call('/session/authentication/code', { ...newPhone, channel: 'sms' }, token);
  const seen = await call('/session/authentication/check', { code: '123456' }, token);
  assert.equal(seen.authenticated, true);
  assert.equal(seen.renewed, undefined);
  server.clock.advance(31_000);
  const later = await server.app.request('/v2/session', { headers: { authorization: `Bearer ${token}` } });
  assert.equal(later.status, 200);
});

it('of two refreshes with one token at the same time, the loser’s token counts as replaced', async () => {
  const server = await createTestServer();
  const payee = await openFlow(server, (await newFlow(server, ['compliance'])).id);
  const answers = await Promise.all([1, 2].map(() => payee.call('POST', '/session/refresh', {})));
  const tokens = answers.map(({ status, body }) => {
    assert.equal(status, 200);
    return (body as unknown as { token: string }).token;
  });
  const works = async (token = '') =>
    (await payee.call('GET', '/session', undefined, { authorization: `Bearer ${token}` })).status === 200;
  server.clock.advance(31_000);
  const [first, second] = tokens;
  const winner = (await works(first)) ? first : second;
  await works(winner === first ? second : first);
  assert.equal(await works(winner), false, 'whoever has a copy ends the session');
});
