import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isRoutingNumber, isSsn } from '../../../src/contract/forms/numbers.ts';
import { createTestServer, withoutIds } from '../support.ts';
import { foreigner, introduced, openFlow, person, profile } from './payee.ts';

const digits = (length: number) => fc.stringMatching(new RegExp(`^[1-9][0-9]{${length - 1}}$`));
const runs = { numRuns: 5 };

/** Returns everything that the server said, or kept where it could be read. */
async function assertNowhere(
  server: Awaited<ReturnType<typeof createTestServer>>,
  answers: unknown[],
  secrets: string[],
): Promise<void> {
  const tables = [
    'tax_forms',
    'payout_methods',
    'idempotency_keys',
    'webhook_messages',
    'completions',
    'flows',
    'codes',
    'sessions',
  ];
  const rows = await Promise.all(
    tables.map((table) => server.db.query(`select row_to_json(t)::text as row from ${table} t`)),
  );
  const said = withoutIds([answers, rows, server.logLines]);
  for (const secret of secrets) assert.ok(!said.includes(secret), `${secret.length} characters came back`);
}

describe('what was typed and not sent yet', () => {
  it('is sealed, and in no log and no event', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['compliance']);
    const values = { line_1: 'Verysecret Lane 7', city: 'Undisclosed' };
    const answer = await payee.call('PUT', '/session/draft', { step: 'compliance', values });
    assert.equal(answer.status, 200);
    await assertNowhere(server, [], Object.values(values));
    const [{ hex } = { hex: '' }] = await server.db.query<{ hex: string }>(
      "select encode(values_sealed, 'hex') as hex from drafts",
    );
    assert.ok(hex && !Buffer.from(hex, 'hex').includes('Undisclosed'));
  });
});

describe('what was typed never comes back', () => {
  it('from a W-9 and a bank account', async () => {
    await fc.assert(
      fc.asyncProperty(digits(9).filter(isSsn), digits(12), async (tin, account) => {
        const server = await createTestServer();
        const payee = await introduced(server, ['compliance', 'manage-payouts']);
        const key = { 'idempotency-key': 'once' };
        const answers = [
          await payee.call('POST', '/session/compliance', { ...person, tin: `${tin.slice(0, 5)}0002` }, key),
          await payee.call('POST', '/session/compliance', { ...person, tin: `${tin.slice(0, 5)}0001` }),
          await payee.call('POST', '/session/compliance', { ...person, tin }),
          await payee.call('POST', '/session/payout-methods', {
            platform: 'ach',
            routing_number: '021000021',
            account_number: account,
            account_type: 'savings',
          }),
          await payee.call('POST', '/session/payout-methods', {
            platform: 'cash_app',
            cash_tag: '$verysecret',
            routing_number: '021000021',
            account_number: account,
          }),
          await payee.call('POST', '/session/payout-methods', { platform: 'venmo', handle: 'very-secret' }),
          await payee.call('POST', '/session/payout-methods', {
            platform: 'paypal',
            email: 'verysecret@example.com',
          }),
          await payee.call('GET', '/session'),
        ];
        await assertNowhere(server, answers, [
          tin,
          `${tin.slice(0, 5)}0002`,
          account,
          '021000021',
          'verysecret',
          'very-secret',
          person.date_of_birth,
        ]);
      }),
      runs,
    );
  });

  it('from a W-8BEN', async () => {
    await fc.assert(
      fc.asyncProperty(digits(11), async (taxId) => {
        const server = await createTestServer();
        const payee = await introduced(server, ['compliance', 'manage-payouts'], {
          ...profile,
          country: 'PH',
        });
        // Nothing is known of this country's numbers, so any is taken.
        const answers = [
          await payee.call('POST', '/session/compliance', {
            ...foreigner,
            country: 'PH',
            citizenship_country: 'PH',
            foreign_tax_id: taxId,
          }),
          await payee.call('GET', '/session'),
        ];
        await assertNowhere(server, answers, [taxId, foreigner.date_of_birth, foreigner.signature]);
      }),
      runs,
    );
  });

  it('when it is refused', async () => {
    await fc.assert(
      fc.asyncProperty(
        digits(9).filter((number) => !isSsn(number) && !isRoutingNumber(number)),
        async (number) => {
          const server = await createTestServer();
          const payee = await introduced(server, ['compliance']);
          const answers = [
            await payee.call('POST', '/session/compliance', { ...person, tin: number }),
            await payee.call('POST', '/session/compliance', { ...person, tin: { nested: number } }),
            await payee.call('POST', '/session/authentication/code', { phone_number: number }),
          ];
          await assertNowhere(server, answers, [number]);
        },
      ),
      runs,
    );
  });

  it('before the phone is confirmed, not even names', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['compliance']);
    const response = await server.app.request(`/v2/flows/${payee.flowId}/sessions`, { method: 'POST' });
    const said = await response.text();
    for (const secret of [profile.first_name, profile.last_name, profile.email, '4155550100'])
      assert.ok(!said.includes(secret));
  });
});

describe('whoever has the link of a finished flow', () => {
  it('sees before the code what SECURITY.md says, and nothing that was typed', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['compliance']);
    await payee.does('/session/compliance', person);
    assert.equal(payee.seen.flow.status, 'completed');
    const { seen } = await openFlow(server, payee.flowId, 'stranger');
    assert.deepEqual([seen.authenticated, seen.summary], [false, undefined]);
    assert.deepEqual(
      seen.completions.map(({ outcome }) => typeof outcome),
      seen.completions.map(() => 'string'),
    );
    const said = withoutIds(seen);
    for (const typed of [
      person.tin,
      person.tin.slice(-4),
      person.date_of_birth,
      profile.last_name,
      profile.email,
    ])
      assert.ok(!said.includes(typed), typed);
  });
});
