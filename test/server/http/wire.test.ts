/** What only a real request shows: methods that `fetch` forbids, and addresses as they are written. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { createAdaptorServer } from '@hono/node-server';
import { basicAuth, createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';

let server: TestServer;
let listening: Server;

before(async () => {
  server = await createTestServer();
  listening = createAdaptorServer({ fetch: server.app.fetch, overrideGlobalObjects: false }) as Server;
  await once(listening.listen(0, '127.0.0.1'), 'listening');
});
after(() => void listening.close());

async function ask(method: string, path: string): Promise<{ status: number | undefined; body: string }> {
  const { port } = listening.address() as AddressInfo;
  const headers = { authorization: basicAuth(), 'x-secret': 'hunter2' };
  const asked = request({ host: '127.0.0.1', port, method, path, headers, agent: false });
  asked.end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  let body = '';
  for await (const chunk of answer) body += String(chunk);
  return { status: answer.statusCode, body };
}

test('TRACE is taken nowhere, and repeats nothing', async () => {
  for (const [path, status] of [
    ['/healthz', 405],
    ['/v2/flows', 405],
    ['/nowhere', 404],
  ] as const) {
    const answer = await ask('TRACE', path);
    assert.equal(answer.status, status, path);
    assert.doesNotMatch(answer.body, /hunter2/);
  }
});

test('a parameter that comes twice is refused by name, and so is one that nobody knows', async () => {
  const refused = async (query: string) => {
    const { body, status } = await ask('GET', `/v2/flows?${query}`);
    assert.equal(status, 422);
    return (JSON.parse(body) as { errors: { field: string }[] }).errors.map(({ field }) => field);
  };
  assert.deepEqual(await refused('limit=1&limit=100'), ['limit']);
  assert.deepEqual(await refused('limit=2&limit[]=1'), ['limit[]']);
});

test('a line of the log has its time in UTC', async () => {
  await ask('GET', '/healthz');
  const line = server.logLines.at(-1);
  assert.match(String(line?.['time']), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
});
