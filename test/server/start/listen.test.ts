/** How a server leaves: those behind a balancer must not notice. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Agent, request, type IncomingMessage, type Server } from 'node:http';
import { describe, test } from 'node:test';
import { createAdaptorServer } from '@hono/node-server';
import { countRequests, listen, stopListening } from '../../../src/server/start/listen.ts';

const settings = { port: 'PORT', host: 'HOST' };

async function ask(port: number, agent: Agent, path = '/'): Promise<IncomingMessage> {
  const asked = request({ port, host: '127.0.0.1', path, agent }).end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  answer.resume();
  await once(answer, 'end');
  return answer;
}

describe('a server that leaves', () => {
  test('is not ready while it answers everybody, and then answers whom it knows once more', async (t) => {
    const requests = countRequests(() => new Response('here'));
    const server = createAdaptorServer({ fetch: requests.fetch, overrideGlobalObjects: false }) as Server;
    const port = await listen(server, { port: 0, host: '127.0.0.1' }, settings);
    const [kept, late, later] = Array.from(
      { length: 3 },
      () => new Agent({ keepAlive: true, maxSockets: 1 }),
    ) as [Agent, Agent, Agent];
    const answered = async (agent: Agent) => {
      const { statusCode, headers } = await ask(port, agent);
      return [statusCode, headers.connection];
    };
    assert.deepEqual(await answered(kept), [200, 'keep-alive']);

    t.mock.timers.enable({ apis: ['setTimeout'] });
    const left = stopListening(server, requests, 5000);
    // A balancer that has not looked yet uses the connection that it has, or makes another.
    assert.equal((await ask(port, late, '/readyz')).statusCode, 503);
    assert.deepEqual(await answered(kept), [200, 'keep-alive']);
    assert.deepEqual(await answered(late), [200, 'keep-alive']);

    t.mock.timers.tick(5000);
    await new Promise((resolve) => setImmediate(resolve));
    // Whoever uses a connection in the moment in which it should be closed is answered.
    assert.deepEqual(await answered(kept), [200, 'close']);
    await assert.rejects(answered(later), { code: 'ECONNREFUSED' });

    t.mock.timers.tick(250);
    await left;
    for (const agent of [kept, late, later]) agent.destroy();
  });
});
