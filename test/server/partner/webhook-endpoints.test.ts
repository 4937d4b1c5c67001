/** Where webhooks may be sent, as a partner is told. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Problem } from '../../../src/contract/problems.ts';
import { createTestServer } from '../support.ts';

for (const [sandbox, names] of [
  [true, true],
  [false, false],
] as const)
  test(`${sandbox ? 'a sandbox' : 'a live server'} refuses an address inside, and ${names ? 'says which setting opens it' : 'names no setting'}`, async () => {
    const server = await createTestServer({ config: { sandbox } });
    const refused = await server.asPartner('POST', '/v2/webhook-endpoints', { url: 'https://10.1.2.3/' });
    const body = (await refused.json()) as Problem;
    assert.deepEqual([refused.status, body.errors?.[0]?.code], [422, 'insecure-url']);
    assert.equal((body.detail ?? '').includes('DOTS_PRIVATE_WEBHOOKS=true'), names);
  });
