import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTestServer } from '../support.ts';

test('a sandbox whose key everybody knows answers as this machine alone', async () => {
  const { app } = await createTestServer({ config: { isKeyGuessable: true } });
  const ask = (host: string) => app.request('/healthz', { headers: { host } });
  for (const host of ['localhost:4400', '127.0.0.1:4400', '[::1]:4400', 'pay.localhost', 'LOCALHOST.'])
    assert.equal((await ask(host)).status, 200, host);
  for (const host of ['rebound.evil.example:4400', '192.168.1.7', 'localhost.evil.example', 'a b']) {
    const answer = await ask(host);
    assert.equal(answer.status, 403, host);
    const { title, detail, error_code } = (await answer.json()) as Record<string, string>;
    assert.match(detail ?? '', /Set DOTS_CLIENT_ID, and DOTS_API_KEY/);
    assert.deepEqual(
      [error_code, title],
      ['host-not-allowed', 'The server does not answer under this name.'],
    );
  }
});

test('with a key of its own it answers under every name', async () => {
  const { app } = await createTestServer();
  assert.equal((await app.request('/healthz', { headers: { host: 'flows.example.com' } })).status, 200);
});
