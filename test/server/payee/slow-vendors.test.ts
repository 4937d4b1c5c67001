/** A vendor that takes long keeps its own payee waiting, and nobody else. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createSandboxProviders } from '../../../src/server/providers/sandbox.ts';
import { createTestServer } from '../support.ts';
import { newFlow, newPhone, openFlow } from './payee.ts';

/** Starts a server whose carrier takes texts only when told to. */
async function withSlowCarrier() {
  const waiting: (() => void)[] = [];
  const sent: string[] = [];
  let asked: () => void = () => {};
  const server = await createTestServer();
  const providers = createSandboxProviders({ clock: server.clock });
  const send = async ({ to }: { readonly to: string }) => {
    sent.push(to);
    asked();
    await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const slow = await createTestServer({
    deps: { providers: { ...providers, codes: { ...providers.codes, send } } },
  });
  const isAsked = () => new Promise<void>((resolve) => (asked = resolve));
  return { server: slow, sent, isAsked, arrive: () => waiting.splice(0).forEach((one) => one()) };
}

it('a carrier that takes long holds up nobody else, and a repeated request sends no second text', async () => {
  const { server, sent, isAsked, arrive } = await withSlowCarrier();
  const payee = await openFlow(server, (await newFlow(server, ['compliance'])).id);
  const asked = isAsked();
  const key = { 'idempotency-key': 'one-text' };
  const ask = () => payee.call('POST', '/session/authentication/code', { ...newPhone, channel: 'sms' }, key);
  const first = ask();
  await asked;
  // On the embedded database nothing else could run while a transaction waits.
  assert.equal((await server.asPartner('GET', '/v2/flows')).status, 200);
  const again = await ask();
  assert.deepEqual([again.status, again.body.error_code], [409, 'resource-busy']);
  arrive();
  assert.equal((await first).status, 200);
  assert.equal((await ask()).status, 200, 'the first answer');
  assert.equal(sent.length, 1);
});
