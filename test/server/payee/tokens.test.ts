/** What a session's token is made of. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createTestServer } from '../support.ts';
import { newFlow, openFlow } from './payee.ts';

it('a token has 256 random bits, and each session its own', async () => {
  const server = await createTestServer();
  const { id } = await newFlow(server, ['compliance']);
  const tokens = [];
  for (let opened = 0; opened < 5; opened += 1) tokens.push((await openFlow(server, id)).token);
  for (const token of tokens) assert.equal(Buffer.from(token, 'base64url').length, 32);
  assert.equal(new Set(tokens).size, tokens.length);
});
