/** How payees get their links: by text, by email, again, and not at all. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Problem } from '../../../src/contract/problems.ts';
import type { SandboxMessage } from '../../../src/contract/partner/sandbox-messages.ts';
import { sandboxMessages } from '../../../src/contract/partner/sandbox-messages.ts';
import type { PayoutLinkSender } from '../../../src/server/ports/payout-links.ts';
import { createSandboxProviders } from '../../../src/server/providers/sandbox.ts';
import { createTestServer, publicUrl } from '../support.ts';
import type { TestServer } from '../support.ts';
import { ask, claim, jane, makeLink, passes, readLink, refused, told } from './links.ts';

const email = 'jane@example.com';
const sms = { delivery: { method: 'sms' } };

const sentBy = async (server: TestServer): Promise<SandboxMessage[]> =>
  sandboxMessages.parse(await ask(server, 'GET', '/sandbox/messages')).data;

/** A server with a sender of one's own. */
async function withSender(payoutLinks: PayoutLinkSender | null): Promise<TestServer> {
  const clock = { now: () => new Date('2026-03-02T09:00:00.000Z') };
  return createTestServer({ deps: { providers: { ...createSandboxProviders({ clock }), payoutLinks } } });
}

describe('the delivery of a payout link', () => {
  it('by text says who has how much for what, and where', async () => {
    const server = await createTestServer();
    const made = await makeLink(server, {
      ...{ amount: 123_450, memo: 'Prize of the summer run' },
      delivery: { method: 'sms', message: 'See you next year!' },
    });
    assert.deepEqual([made.status, made['deliveries']], ['delivery_pending', 1]);
    await server.runDueJobs();
    assert.equal((await readLink(server, made)).status, 'sent');
    const [message, ...others] = await sentBy(server);
    assert.deepEqual(others, []);
    assert.deepEqual(message, {
      ...{ id: message?.id, flow_id: made.flow_id, step: 'payout', sent: '2026-03-02T09:00:00.000Z' },
      language: 'en',
      text: `Acme Market has $1,234.50 for you. For: Prize of the summer run. See you next year! Get your money here: ${publicUrl}/flow/${made.flow_id}`,
      ...{ payout_link_id: made.id, channel: 'sms' },
    });
    assert.deepEqual(await told(server), ['updated delivery_pending', 'sent sent', 'updated sent']);
  });

  it('by email has a subject, and by both goes both ways', async () => {
    const server = await createTestServer();
    const both = await makeLink(server, { payee: { ...jane, email }, delivery: { method: 'all' } });
    const one = await makeLink(server, { payee: { email }, delivery: { method: 'email' } });
    await server.runDueJobs();
    const messages = await sentBy(server);
    assert.deepEqual(
      messages.map(({ payout_link_id, channel }) => `${payout_link_id} ${channel}`).sort(),
      [`${both.id} email`, `${both.id} sms`, `${one.id} email`].sort(),
    );
    assert.ok(messages.some(({ subject }) => subject === 'Acme Market has $50.00 for you'));
    assert.equal((await readLink(server, both)).status, 'sent');
  });

  it('fails where no message arrives, and can still be claimed', async () => {
    const server = await createTestServer();
    const dead = { country_code: '1', phone_number: '4155550001' };
    const made = await makeLink(server, { ...sms, payee: dead });
    const half = await makeLink(server, {
      payee: { ...jane, email: 'fail@example.com' },
      delivery: { method: 'all' },
    });
    await server.runDueJobs();
    assert.equal((await readLink(server, made)).status, 'delivery_failed');
    assert.equal((await readLink(server, half)).status, 'sent', 'it went one way');
    await claim(server, half);
    assert.equal((await readLink(server, half)).status, 'claimed');
    assert.equal(
      (await ask(server, 'POST', `/payout-links/${made.id}/redeliver`)).status,
      'delivery_pending',
    );
  });

  it('is repeated on demand, five times at most', async () => {
    const server = await createTestServer();
    const made = await makeLink(server, sms);
    await server.runDueJobs();
    const path = `/payout-links/${made.id}/redeliver`;
    for (let delivery = 2; delivery <= 5; delivery += 1) {
      assert.equal((await ask(server, 'POST', path, undefined, 200))['deliveries'], delivery);
      await server.runDueJobs();
    }
    assert.equal(await refused(server, 'POST', path), '422 invalid-transaction');
    assert.equal((await sentBy(server)).length, 5);
    assert.equal((await readLink(server, made)).status, 'sent');
  });

  it('is nobody’s business where the partner hands the link on, or it is over', async () => {
    const server = await createTestServer();
    const byHand = await makeLink(server);
    assert.equal(
      await refused(server, 'POST', `/payout-links/${byHand.id}/redeliver`),
      '422 invalid-transaction',
    );
    const claimed = await makeLink(server, sms);
    await claim(server, claimed);
    const canceled = await makeLink(server, sms);
    await ask(server, 'DELETE', `/payout-links/${canceled.id}`);
    await server.runDueJobs();
    assert.deepEqual(await sentBy(server), [], 'they were over before the job ran');
    for (const link of [claimed, canceled])
      assert.equal(
        await refused(server, 'POST', `/payout-links/${link.id}/redeliver`),
        '422 invalid-transaction',
      );
    assert.deepEqual(
      [(await readLink(server, claimed)).status, (await readLink(server, canceled)).status],
      ['claimed', 'canceled'],
    );
  });

  it('goes to the phone that a user has now', async () => {
    const sent: string[] = [];
    const server = await withSender({ send: async ({ to }) => (sent.push(to), 'delivered') });
    const user = await ask(server, 'POST', '/users', {
      ...{ first_name: 'Jane', last_name: 'Doe', email },
      ...jane,
    });
    const made = await makeLink(server, { ...sms, payee: null, user_id: user.id });
    await server.runDueJobs();
    assert.equal((await readLink(server, made)).status, 'delivered');
    await ask(server, 'PUT', `/users/${user.id}/phone`, { country_code: '1', phone_number: '4155550155' });
    await ask(server, 'POST', `/payout-links/${made.id}/redeliver`);
    await server.runDueJobs();
    assert.deepEqual(sent, ['+14155550100', '+14155550155']);
  });

  it('is not repeated to somebody whom the partner disabled', async () => {
    const server = await createTestServer();
    const named = { first_name: 'Jane', last_name: 'Doe', email };
    const user = await ask(server, 'POST', '/users', { ...named, ...jane });
    const made = await makeLink(server, { ...sms, payee: null, user_id: user.id });
    await server.runDueJobs();
    await server.asPartner('POST', `/v2/users/${user.id}/disable`);
    const answer = await server.asPartner('POST', `/v2/payout-links/${made.id}/redeliver`);
    const { detail } = (await answer.json()) as Problem;
    assert.equal(answer.status, 422);
    assert.match(detail ?? '', /disabled.*enable/);
    await server.runDueJobs();
    assert.equal((await sentBy(server)).length, 1);
  });

  it('is tried again when the provider does not answer, under the same name', async () => {
    const references: string[] = [];
    const server = await withSender({
      send: async ({ reference }) => {
        references.push(reference);
        if (references.length === 1) throw new Error('The line was cut.');
        return 'sent';
      },
    });
    const made = await makeLink(server, sms);
    await assert.rejects(server.runDueJobs());
    assert.equal((await readLink(server, made)).status, 'delivery_pending');
    const [message] = await server.db.query<{ id: string }>('select id from payout_link_messages');
    await server.deps.jobs.enqueue(server.db, { kind: 'deliver-payout-link', messageId: message?.id ?? '' });
    await server.runDueJobs();
    assert.equal((await readLink(server, made)).status, 'sent');
    assert.deepEqual(references, [message?.id, message?.id]);
    await server.deps.jobs.enqueue(server.db, { kind: 'deliver-payout-link', messageId: message?.id ?? '' });
    await passes(server, 1_000);
    assert.equal(references.length, 2, 'what was sent is not sent again');
  });

  it('is refused where nothing sends messages, or there is no address', async () => {
    const none = await withSender(null);
    const asked = { amount: 5_000, payee: jane };
    assert.equal(
      await refused(none, 'POST', '/payout-links', { ...asked, ...sms }),
      '422 invalid-input delivery.method:invalid-choice',
    );
    assert.equal((await ask(none, 'POST', '/payouts/send-payout', asked)).status, 'created');
    const server = await createTestServer();
    assert.equal(
      await refused(server, 'POST', '/payout-links', { amount: 1, ...sms }),
      '422 invalid-input payee.phone_number:required',
    );
    assert.equal(
      await refused(server, 'POST', '/payout-links', { ...asked, delivery: { method: 'all' } }),
      '422 invalid-input payee.email:required',
    );
    const landline = { country_code: '49', phone_number: '3012345678' };
    assert.equal(
      await refused(server, 'POST', '/payout-links', { amount: 1, payee: landline, ...sms }),
      '422 invalid-input payee.phone_number:invalid-phone-number-landline',
    );
  });

  it('by text is limited, also to a user, and by hand it is not', async () => {
    const live = createSandboxProviders({ clock: { now: () => new Date('2026-03-02T09:00:00.000Z') } });
    const server = await createTestServer({ config: { sandbox: false }, deps: { providers: live } });
    const user = await ask(server, 'POST', '/users', {
      ...{ first_name: 'Jane', last_name: 'Doe', email },
      ...jane,
    });
    for (let count = 0; count < 20; count += 1)
      await makeLink(server, count % 2 ? { ...sms, payee: null, user_id: user.id } : sms);
    assert.equal(
      await refused(server, 'POST', '/payout-links', { amount: 1, payee: jane, ...sms }),
      '429 too-many-requests',
    );
    await makeLink(server);
  });
});
