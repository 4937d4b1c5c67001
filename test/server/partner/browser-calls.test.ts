/** What a page can do in a browser that was lent the API key once: nothing. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { apiKey, basicAuth, clientId, createTestServer, publicUrl } from '../support.ts';
import type { TestServer } from '../support.ts';

let server: TestServer;
const begin = async () => void (server = await createTestServer());
const authorization = basicAuth(clientId, apiKey);
const call = (method: string, path: string, headers: Record<string, string>, body?: string) =>
  server.app.request(path, { method, headers, ...(body === undefined ? {} : { body }) });

/** What Chromium sends for a form of another site, once it has the credentials of this one. */
const form = {
  authorization,
  'content-type': 'text/plain',
  origin: 'https://evil.example',
  'sec-fetch-site': 'cross-site',
  'sec-fetch-mode': 'navigate',
};
const endpoint = JSON.stringify({ url: 'https://evil.example/hooks', a: '=' });

describe('a page of another site, in a browser that has the key', () => {
  before(begin);
  const without = (name: string) => Object.fromEntries(Object.entries(form).filter(([key]) => key !== name));
  for (const [what, headers] of [
    ['a form', form],
    ['a form of a browser without Sec-Fetch headers', without('sec-fetch-site')],
    ['a page that sends no referrer and no origin', without('origin')],
    ['a sandboxed frame', { ...form, origin: 'null' }],
    ['a sibling of the server', { ...form, 'sec-fetch-site': 'same-site', origin: 'http://localhost:1' }],
  ] as const)
    test(`${what} changes nothing`, async () => {
      const answer = await call('POST', '/v2/webhook-endpoints', headers, endpoint);
      assert.equal(answer.status, 403);
      assert.equal(((await answer.json()) as { error_code: string }).error_code, 'origin-not-allowed');
      const listed = await server.asPartner('GET', '/v2/webhook-endpoints');
      assert.deepEqual(((await listed.json()) as { data: unknown[] }).data, []);
    });

  test('a link reads nothing', async () => {
    const headers = { authorization, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
    assert.equal((await call('GET', '/v2/users', headers)).status, 403);
  });
});

test('a body of text/plain is taken where sessions are opened, and nowhere else', async () => {
  await begin();
  const headers = { authorization, 'content-type': 'text/plain' };
  const made = await call('POST', '/v2/flows', headers, '{"steps": ["compliance"]}');
  assert.equal(made.status, 415);
  const { id } = (await (await server.asPartner('POST', '/v2/flows', { steps: ['compliance'] })).json()) as {
    id: string;
  };
  const page = { 'content-type': 'text/plain', origin: publicUrl };
  assert.equal((await call('POST', `/v2/flows/${id}/sessions`, page, '{}')).status, 201);
  const client = JSON.stringify({ client_id: clientId, steps: ['compliance'] });
  assert.equal((await call('POST', '/v2/sessions', page, client)).status, 201);
});

describe('the browser asks for credentials', () => {
  before(begin);
  const challenge = async (method: string, headers: Record<string, string>) =>
    (await call(method, '/v2/flows', headers)).headers.get('www-authenticate');

  test('in the address bar, and of whoever is no browser', async () => {
    assert.match((await challenge('GET', { 'sec-fetch-site': 'none' })) ?? '', /^Basic /);
    assert.match((await challenge('POST', {})) ?? '', /^Basic /);
  });

  test('never on a call that changes something', async () => {
    for (const headers of [
      { 'sec-fetch-site': 'none' },
      { 'sec-fetch-site': 'same-origin', origin: publicUrl },
    ])
      assert.doesNotMatch((await challenge('POST', headers)) ?? '', /^Basic/);
  });
});
