/** Who is asked for more than the code when they open a payout link. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { newPhone, openFlow } from '../payee/payee.ts';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';
import { ask, claim, dayMs, jane, makeLink } from './links.ts';
import type { Link } from './links.ts';

/** A user whom the partner wrote down some days ago, with something that could be asked for. */
async function written(server: TestServer): Promise<string> {
  const { id } = await ask(server, 'POST', '/users', {
    ...{ first_name: 'Jane', last_name: 'Doe', email: 'jane@example.com', date_of_birth: '1990-04-01' },
    ...jane,
  });
  server.clock.advance(3 * dayMs);
  return id;
}

/** Returns what a right code leads to in a browser that is new. */
async function enters(server: TestServer, { flow_id }: Link, phone: object | null = null): Promise<string> {
  const payee = await openFlow(server, flow_id, 'another browser');
  await payee.does('/session/authentication/code', { ...phone, channel: 'sms' });
  await payee.does('/session/authentication/check', { code: '123456' });
  if (payee.seen.authenticated) return 'let in';
  return payee.seen.current?.step === 'authentication' ? payee.seen.current.phase : 'elsewhere';
}

describe('a payout link, by somebody who was never here', () => {
  for (const [how, named] of [
    ['by user_id', (id: string) => ({ payee: null, user_id: id })],
    ['by phone', () => ({})],
  ] as const)
    it(`that names them ${how} takes the code alone, also days later`, async () => {
      const server = await createTestServer();
      const id = await written(server);
      const made = await makeLink(server, named(id));
      server.clock.advance(3 * dayMs);
      assert.equal(await enters(server, made), 'let in');
    });

  it('that names nobody asks for more', async () => {
    const server = await createTestServer();
    await written(server);
    const made = await makeLink(server, { payee: null });
    assert.equal(await enters(server, made, newPhone), 'known');
  });

  it('asks for more in another browser once they were here', async () => {
    const server = await createTestServer();
    const id = await written(server);
    await claim(server, await makeLink(server, { payee: null, user_id: id }));
    server.clock.advance(3 * dayMs);
    const again = await makeLink(server, { payee: null, user_id: id });
    assert.equal(await enters(server, again), 'known');
  });
});
