/** What payees change about themselves in a flow is told as `user.updated`, beside the step that ends. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';
import { foreigner, introduced, messages, newFlow, openFlow, person, profile } from './payee.ts';

const told = async (server: TestServer) =>
  (await messages(server, 'user.updated')).map(({ payload }) => payload['user_id']);
const compliance = '/session/compliance';
const signed = { ...person, signature: 'Jane Doe', consent: true };

describe('user.updated is sent', () => {
  for (const [name, country, form] of [
    ['a W-9', 'US', signed],
    ['a W-8BEN, which has no number to check', 'DE', foreigner],
  ] as const)
    test(`when the payee files ${name}`, async () => {
      const server = await createTestServer();
      const payee = await introduced(server, ['compliance'], { ...profile, country });
      assert.deepEqual(await told(server), []);
      const seen = await payee.does(compliance, form);
      assert.deepEqual(await told(server), [seen.completions.at(-1)?.user_id]);
    });

  test('when the tax authority has judged a number for which the payee waits', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['compliance']);
    await payee.does(compliance, { ...signed, tin: '123-45-0002' });
    assert.equal((await told(server)).length, 1);
    server.clock.advance(5_000);
    await server.runDueJobs();
    assert.equal((await payee.does('/session', undefined, 'GET')).completions.at(-1)?.outcome, 'verified');
    assert.equal((await told(server)).length, 2);
  });

  test('when the payee confirms the phone that the partner gave, the first time only', async () => {
    const server = await createTestServer();
    const made = await server.asPartner('POST', '/v2/users', {
      first_name: 'Jane',
      last_name: 'Doe',
      email: 'jane@example.com',
      country_code: '1',
      phone_number: '4155550100',
    });
    const { id: user_id } = (await made.json()) as { id: string };
    const before = (await told(server)).length;
    for (let each = 0; each < 2; each += 1) {
      const flow = await newFlow(server, ['manage-payouts'], { user_id, require_auth: true });
      await (await openFlow(server, flow.id, `browser ${each}`)).authenticates(null);
    }
    assert.deepEqual((await told(server)).slice(before), [user_id]);
  });
});
