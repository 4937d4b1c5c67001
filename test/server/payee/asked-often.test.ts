/** What one payee may have asked or drawn again and again, outside the sandbox, is limited too. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import type { RequirementOf } from '../../../src/contract/steps/session.ts';
import { simplePdf } from '../../support/pdf-forms.ts';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';
import { fields, foreigner, introduced, newFlow, openFlow, request, secretOf } from './payee.ts';
import type { Payee } from './payee.ts';

const live = () => createTestServer({ config: { sandbox: false } });

/** Counts the calls of one of the bank-link provider's functions. */
function counted(server: TestServer, name: 'begin' | 'search' | 'look' | 'answer'): () => number {
  const provider = server.deps.providers.bankLinks as unknown as Record<
    string,
    (...args: unknown[]) => unknown
  >;
  const ask = provider[name]?.bind(provider);
  let calls = 0;
  provider[name] = (...args) => {
    calls += 1;
    return ask?.(...args);
  };
  return () => calls;
}

/** Sends the request `times` times, and returns how many were not refused for asking too often. */
async function allowed(times: number, payee: Payee, method: string, path: string, body?: object) {
  let count = 0;
  for (let time = 0; time < times; time += 1)
    if ((await payee.call(method, path, body)).body.error_code !== 'too-many-requests') count += 1;
  return count;
}

describe('a payee', () => {
  it('begins to sign in at a bank twenty times a day, also after the partner deleted them', async () => {
    const server = await live();
    const begun = counted(server, 'begin');
    const body = { institution_id: 'sandbox-lantern' };
    const attempt = async (times: number) =>
      allowed(times, await introduced(server, ['manage-payments']), 'POST', '/session/bank-link', body);
    assert.equal(await attempt(15), 15);
    const [user] = await server.db.query<{ id: string }>('select id from users');
    assert.equal((await server.asPartner('DELETE', `/v2/users/${user?.id}`)).status, 200);
    assert.equal(await attempt(15), 5);
    assert.equal(begun(), 20);
  });

  it('is not kept from a bank by a mistake, nor by a stranger who has the link', async () => {
    const server = await live();
    const payee = await introduced(server, ['manage-payments']);
    const stranger = await openFlow(server, payee.flowId, 'a stranger');
    const body = { institution_id: 'sandbox-lantern' };
    for (let time = 0; time < 25; time += 1) {
      assert.equal((await payee.refused('/session/bank-link', {})).error_code, 'invalid-input');
      assert.equal((await stranger.call('POST', '/session/bank-link', body)).status, 403);
    }
    await payee.does('/session/bank-link', body);
    for (let time = 0; time < 310; time += 1)
      assert.equal((await stranger.call('POST', '/session/bank-link/look', {})).status, 403);
    await payee.does('/session/bank-link/look', {});
  });

  it('has banks looked for, looked at and answered some hundred times an hour', async () => {
    const server = await live();
    const [searched, looked] = [counted(server, 'search'), counted(server, 'look')];
    const payee = await introduced(server, ['manage-payments']);
    await payee.does('/session/bank-link', { institution_id: 'sandbox-meadow' });
    assert.equal(await allowed(200, payee, 'GET', '/session/institutions?q=a'), 200);
    assert.equal(await allowed(150, payee, 'POST', '/session/bank-link/look', {}), 100);
    assert.equal(await allowed(1, payee, 'POST', '/session/bank-link/answer', { answer: '1' }), 0);
    assert.deepEqual([searched(), looked()], [200, 100]);
    const { url } = (payee.seen.current as RequirementOf<'manage-payments'>).link ?? {};
    const agreed = await server.app.request(new URL(url ?? '').pathname, { method: 'POST' });
    assert.equal((await server.app.request(agreed.headers.get('location') ?? '')).status, 429);
  });

  it('has a PDF form drawn thirty times in ten minutes', async () => {
    const server = await live();
    const uploaded = await server.app.request('/v2/pdf-templates?name=Form', {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from('pk_sandbox_demo:sk_sandbox_demo').toString('base64')}`,
        'content-type': 'application/pdf',
      },
      body: new Uint8Array(await simplePdf()),
    });
    const { id } = (await uploaded.json()) as { id: string };
    const payee = await introduced(server, [{ name: 'pdf-form-fill', template_id: id }]);
    assert.equal(await allowed(35, payee, 'POST', '/session/pdf-form-fill', {}), 30);
    server.clock.advance(10 * 60_000);
    assert.equal(await allowed(1, payee, 'POST', '/session/pdf-form-fill', {}), 1);
  });

  it('keeps nobody waiting with a body full of names', async () => {
    const server = await live();
    const payee = await introduced(server, ['compliance']);
    const full = { ...foreigner, name: 'a '.repeat(15_000), signature: 'Jane Doe' };
    assert.deepEqual(fields(await payee.refused('/session/compliance', full)).sort(), [
      'name:too-long',
      'signature:signature-mismatch',
    ]);
  });
});

describe('a link', () => {
  const behindProxy = () => createTestServer({ config: { sandbox: false, trustedProxies: 1 } });
  /** Opens a flow `times` times, and returns how many were not refused for opening too often. */
  const opened = async (server: TestServer, flowId: string, times: number, who: string, address: string) => {
    let count = 0;
    for (let time = 0; time < times; time += 1) {
      const body = { browser: secretOf(who) };
      const headers = { 'x-forwarded-for': address };
      const answer = await request(server, 'POST', `/flows/${flowId}/sessions`, body, headers);
      if (answer.status !== 429) count += 1;
    }
    return count;
  };

  it('is opened from one address as often as the payees behind a carrier do', async () => {
    const server = await behindProxy();
    const flows = await Promise.all([1, 2, 3].map(() => newFlow(server, ['onboarding'])));
    const taken: number[] = [];
    for (const { id } of flows) taken.push(await opened(server, id, 250, 'one', '198.51.100.1'));
    assert.deepEqual(taken, [250, 250, 100]);
    assert.equal(await opened(server, flows[2]?.id ?? '', 1, 'two', '198.51.100.2'), 1);
  });

  it('is not used up by pages of strangers, nor by links that nobody made', async () => {
    const server = await behindProxy();
    const { id } = await newFlow(server, ['onboarding']);
    const address = '198.51.100.1';
    // What a page has the browser of whoever visits it send, without asking first (Fetch, "no-cors").
    const headers = { 'x-forwarded-for': address, origin: 'https://evil.example' };
    const statuses: number[] = [];
    for (let time = 0; time < 121; time += 1)
      for (const flowId of [id, randomUUID()]) {
        const body = { browser: secretOf('a stranger') };
        statuses.push((await request(server, 'POST', `/flows/${flowId}/sessions`, body, headers)).status);
      }
    assert.deepEqual([...new Set(statuses)], [403, 404, 429]);
    assert.equal(await opened(server, id, 1, 'the payee', address), 1);
  });

  it('is not opened for ever from everywhere, and stays open to the payee who was here before', async () => {
    const server = await behindProxy();
    const { flowId } = await introduced(server, ['onboarding', 'compliance']);
    let strangers = 0;
    for (let address = 1; address <= 7; address += 1)
      strangers += await opened(server, flowId, 50, 'a stranger', `198.51.100.${address}`);
    // The first was the payee's own.
    assert.equal(strangers, 299);
    assert.equal(await opened(server, flowId, 1, 'test', '198.51.100.9'), 1);
    server.clock.advance(3_600_000);
    assert.equal(await opened(server, flowId, 1, 'a stranger', '198.51.100.9'), 1);
  });
});
