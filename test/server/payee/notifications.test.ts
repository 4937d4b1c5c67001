import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sandboxMessages } from '../../../src/contract/partner/sandbox-messages.ts';
import type { SandboxMessage } from '../../../src/contract/partner/sandbox-messages.ts';
import { disclosureVersion } from '../../../src/contract/steps/background-check.ts';
import type { RequirementOf } from '../../../src/contract/steps/session.ts';
import { findUserById } from '../../../src/server/db/users.ts';
import { createTransfer } from '../../../src/server/ledger/transfers.ts';
import type { NotificationSender } from '../../../src/server/ports/notifications.ts';
import { createSandboxProviders } from '../../../src/server/providers/sandbox.ts';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';
import { identity, looks, shows, submits, tries } from './identity.ts';
import { bankAccount, introduced, newFlow, openFlow, person, profile } from './payee.ts';
import type { Payee } from './payee.ts';

const minute = 60_000;
const checked = {
  date_of_birth: '1990-04-12',
  line_1: '1 Main Street',
  city: 'Springfield',
  state: 'IL',
  postcode: '62701',
};

async function sentBy(server: TestServer): Promise<SandboxMessage[]> {
  const answer = await server.asPartner('GET', '/v2/sandbox/messages');
  assert.equal(answer.status, 200);
  return sandboxMessages.parse(await answer.json()).data;
}

const newsOf = async (server: TestServer) => (await sentBy(server)).map(({ step }) => step);

/** Takes a payee to a check of their ID that a person has to make. */
async function atReview(server: TestServer, language?: string): Promise<Payee> {
  const headers = language === undefined ? {} : { 'accept-language': language };
  const flow = await newFlow(server, ['id-verification', 'manage-payouts']);
  const one = await openFlow(server, flow.id, 'test', headers);
  await one.authenticates();
  await one.does('/session/onboarding', { ...profile, last_name: 'Review' });
  await tries(server, one);
  assert.equal(identity(one).manual, true);
  return one;
}

async function passes(server: TestServer, ms: number): Promise<void> {
  server.clock.advance(ms);
  await server.runDueJobs();
}

/** A sender whose calls can be counted, and which fails when told to. */
function recorder(): NotificationSender & {
  readonly sent: { reference: string; to: string; text: string }[];
} {
  const sent: { reference: string; to: string; text: string }[] = [];
  return { sent, send: async (message) => void sent.push(message) };
}

const providersWith = (notifications: NotificationSender | null) => ({
  ...createSandboxProviders({ clock: { now: () => new Date('2026-03-02T09:00:00.000Z') } }),
  notifications,
});

describe('a payee who left', () => {
  it('was told where word will come, and gets one message when a person has looked at the ID', async () => {
    const server = await createTestServer();
    const one = await atReview(server);
    assert.deepEqual(identity(one).notification, { channel: 'sms', to: '+1 ••• ••• 0100' });
    assert.deepEqual(await sentBy(server), []);
    await passes(server, 10_000);
    const [message, ...others] = await sentBy(server);
    assert.deepEqual(others, []);
    assert.equal(message?.flow_id, one.flowId);
    assert.equal(message?.step, 'id-verification');
    assert.equal(message?.language, 'en');
    assert.equal(
      message?.text,
      `Acme Market: The check of your ID is done. See the result: http://localhost:4400/flow/${one.flowId}`,
    );
    await passes(server, 60 * minute);
    assert.equal((await sentBy(server)).length, 1);
  });

  it('reads it in the language that they read last', async () => {
    const server = await createTestServer();
    const one = await atReview(server, 'de-AT,de;q=0.9,en;q=0.5');
    await passes(server, 10_000);
    const [message] = await sentBy(server);
    assert.equal(message?.language, 'de-AT');
    assert.match(message?.text ?? '', /^Acme Market: Ihr Ausweis wurde geprüft\. .*\/flow\//);
    assert.ok(message?.text.endsWith(one.flowId));
  });

  it('gets none about a verdict that came while they waited', async () => {
    const server = await createTestServer();
    const one = await introduced(server, ['id-verification', 'manage-payouts']);
    await tries(server, one);
    assert.equal(one.seen.current?.step, 'manage-payouts');
    await passes(server, 60 * minute);
    assert.deepEqual(await sentBy(server), []);
  });

  it('gets one about a machine that took longer than ten minutes', async () => {
    const server = await createTestServer();
    const one = await introduced(server, ['id-verification', 'manage-payouts']);
    await shows(server, one);
    await submits(one);
    await passes(server, 10 * minute);
    await passes(server, 2_000);
    assert.deepEqual(
      (await sentBy(server)).map(({ step }) => step),
      ['id-verification'],
    );
  });

  it('gets it once, although the job runs again after a kill', async () => {
    const notifications = recorder();
    const server = await createTestServer({ deps: { providers: providersWith(notifications) } });
    await atReview(server);
    server.clock.advance(10_000);
    const sent = server.db.query<{ id: string }>('select id from notifications');
    assert.deepEqual(await sent, [], 'nothing is noted before the verdict');
    await server.runDueJobs();
    const [row] = await server.db.query<{ id: string }>('select id from notifications');
    assert.ok(row);
    assert.deepEqual(
      notifications.sent.map(({ reference, to }) => [reference, to]),
      [[row.id, '+14155550100']],
    );
    const again = { kind: 'send-notification', notificationId: row.id } as const;
    await server.db.transaction((tx) => server.deps.jobs.enqueue(tx, again));
    await server.runDueJobs();
    assert.equal(notifications.sent.length, 1);
    // Killed between the call and the note: the sender is called again, and knows the message by the
    // reference.
    await server.db.query('update notifications set sent = null');
    await server.db.transaction((tx) => server.deps.jobs.enqueue(tx, again));
    await server.runDueJobs();
    assert.deepEqual(
      notifications.sent.map(({ reference }) => reference),
      [row.id, row.id],
    );
  });

  it('has nothing in the log: neither the number nor the link', async () => {
    const server = await createTestServer();
    const one = await atReview(server);
    const before = server.logLines.length;
    await passes(server, 10_000);
    assert.equal((await sentBy(server)).length, 1);
    const lines = JSON.stringify(server.logLines.slice(before));
    assert.doesNotMatch(lines, /5550100|Review|Acme Market/);
    assert.ok(!lines.includes(one.flowId));
  });

  it('is promised nothing where nobody writes, and gets nothing', async () => {
    const server = await createTestServer({ deps: { providers: providersWith(null) } });
    const one = await atReview(server);
    assert.equal(identity(one).notification, undefined);
    await passes(server, 10_000);
    assert.deepEqual(await sentBy(server), []);
  });

  it('is promised nothing on a phone that was called for the code', async () => {
    const server = await createTestServer();
    const one = await openFlow(server, (await newFlow(server, ['id-verification'])).id);
    await one.does('/session/authentication/code', {
      country: 'US',
      phone_number: '(415) 555-0100',
      channel: 'voice',
    });
    await one.does('/session/authentication/check', { code: '123456' });
    await one.does('/session/onboarding', { ...profile, last_name: 'Review' });
    await tries(server, one);
    assert.equal(identity(one).notification, undefined);
    await passes(server, 10_000);
    assert.deepEqual(await sentBy(server), []);
  });

  it('is not written to once the partner has deleted them or canceled the flow', async () => {
    const server = await createTestServer();
    const one = await atReview(server);
    const canceled = await server.asPartner('POST', `/v2/flows/${one.flowId}/cancel`, {});
    assert.equal(canceled.status, 200);
    await passes(server, 10_000);
    assert.deepEqual(await sentBy(server), []);
  });

  it('sees no message of another app’s payees', async () => {
    const server = await createTestServer();
    await atReview(server);
    await passes(server, 10_000);
    await server.addApp('pk_other', 'sk_other');
    const answer = await server.asPartner('GET', '/v2/sandbox/messages', undefined, {
      authorization: `Basic ${btoa('pk_other:sk_other')}`,
    });
    assert.deepEqual(await answer.json(), { data: [] });
  });

  it('does not exist on a live server', async () => {
    const server = await createTestServer({ config: { sandbox: false } });
    assert.equal((await server.asPartner('GET', '/v2/sandbox/messages')).status, 404);
  });
});

describe('a tax number', () => {
  for (const [how, ms, count] of [
    ['within seconds is seen on the page', 6_000, 0],
    ['after ten minutes is told', 10 * minute, 1],
  ] as const)
    it(`whose check ends ${how}`, async () => {
      const server = await createTestServer();
      const one = await introduced(server, ['compliance', 'manage-payouts']);
      await one.does('/session/compliance', { ...person, tin: '123-45-0002' });
      assert.equal(one.seen.current?.step, 'compliance');
      assert.deepEqual((one.seen.current as { notification?: unknown }).notification, {
        channel: 'sms',
        to: '+1 ••• ••• 0100',
      });
      await passes(server, ms);
      await looks(one);
      assert.equal(one.seen.current?.step, 'manage-payouts');
      assert.deepEqual(
        (await sentBy(server)).map(({ step }) => step),
        Array.from({ length: count }, () => 'compliance'),
      );
    });
});

describe('other news that comes later', () => {
  it('is a background check that the agency took its time for', async () => {
    const server = await createTestServer();
    const one = await introduced(server, ['background-check']);
    await one.does('/session/background-check/details', { ...checked, ssn: '123450016' });
    await one.does('/session/background-check/disclosure', { disclosure_version: disclosureVersion });
    const signed = { disclosure_version: disclosureVersion, signature: 'Jane Doe', consent: true };
    await one.does('/session/background-check/authorization', signed);
    await passes(server, 0);
    assert.deepEqual(await sentBy(server), []);
    await passes(server, 3 * 24 * 60 * minute);
    assert.deepEqual(await newsOf(server), ['background-check']);
  });

  it('is two deposits that should have arrived, unless they were confirmed before', async () => {
    const server = await createTestServer();
    const one = await introduced(server, ['manage-payments', 'manage-payouts']);
    const { mandate } = one.seen.current as RequirementOf<'manage-payments'>;
    await one.does('/session/payment-methods', {
      ...bankAccount,
      source: 'manual',
      consent: true,
      mandate_version: mandate.version,
    });
    await passes(server, 0);
    assert.deepEqual(await newsOf(server), ['manage-payments']);
    assert.match((await sentBy(server))[0]?.text ?? '', /Two small deposits/);
  });

  it('is a payout that failed', async () => {
    const server = await createTestServer();
    const one = await introduced(server, ['payout']);
    await server.db.transaction(async (tx) => {
      const user = await findUserById(tx, one.seen.flow.user_id ?? '');
      assert.ok(user);
      await createTransfer(server.deps, tx, { app: server.partner, user, amount: -120_00 });
    });
    await one.does('/session/payout-methods', bankAccount);
    const method_id = (one.seen.current as RequirementOf<'payout'>).methods[0]?.id;
    await one.does('/session/payout/review', { amount: 50_13, method_id });
    await one.does('/session/payout', { id: (one.seen.current as RequirementOf<'payout'>).review?.id });
    await passes(server, 0);
    assert.deepEqual(await newsOf(server), []);
    await passes(server, 10_000);
    assert.deepEqual(await newsOf(server), ['payout']);
  });
});
