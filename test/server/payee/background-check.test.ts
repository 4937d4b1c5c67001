import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { disclosureVersion } from '../../../src/contract/steps/background-check.ts';
import type { User } from '../../../src/contract/partner/users.ts';
import type { BackgroundCheckStatus } from '../../../src/contract/steps/background-check.ts';
import type { RequirementOf, Snapshot } from '../../../src/contract/steps/session.ts';
import { newestBackgroundCheck } from '../../../src/server/db/background-checks.ts';
import { openAuthorization } from '../../../src/server/payee/background-check/paper.ts';
import type { TestServer } from '../support.ts';
import { createTestServer, withoutIds } from '../support.ts';
import { fields, introduced, messages, newFlow, openFlow, person, profile, states } from './payee.ts';
import type { Payee } from './payee.ts';

const at = '/session/background-check';
const identity = {
  date_of_birth: '1990-04-12',
  ssn: '123-45-6789',
  line_1: '1 Main Street',
  city: 'Springfield',
  state: 'IL',
  postcode: '62701',
};
const withSsn = (ending: string) => ({ ...identity, ssn: `12345${ending}` });
const disclosed = { disclosure_version: disclosureVersion };
const signed = { ...disclosed, signature: 'jane  DOE', consent: true };

const required = (seen: Snapshot): RequirementOf<'background-check'> => {
  assert.equal(seen.current?.step, 'background-check');
  return seen.current;
};

async function authorizes(payee: Payee, details: object = identity): Promise<Snapshot> {
  await payee.does(`${at}/details`, details);
  await payee.does(`${at}/disclosure`, disclosed);
  return payee.does(`${at}/authorization`, signed);
}

async function readAgain(payee: Payee): Promise<Snapshot> {
  return payee.does('/session', undefined, 'GET');
}

async function userOf(server: TestServer, payee: Payee): Promise<User> {
  const answer = await server.asPartner('GET', `/v2/users/${payee.seen.flow.user_id}`);
  return (await answer.json()) as User;
}

describe('a background check', () => {
  it('asks only for what is not on file, shows the disclosure alone, then takes the signature', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['background-check']);
    assert.deepEqual(required(payee.seen), {
      step: 'background-check',
      hide_continue_button: false,
      phase: 'details',
      unavailable: null,
      fields: ['date_of_birth', 'ssn', 'line_1', 'line_2', 'city', 'state', 'postcode'],
      prefill: { first_name: 'Jane', last_name: 'Doe' },
      masked_ssn: null,
      name: 'Jane Doe',
      state_notice: null,
      status: 'not_started',
      notification: { channel: 'sms', to: '+1 ••• ••• 0100' },
    });
    assert.equal(required(await payee.does(`${at}/details`, identity)).phase, 'disclosure');
    assert.equal(required(await payee.does(`${at}/disclosure`, disclosed)).phase, 'authorization');
    const ordered = await payee.does(`${at}/authorization`, signed);
    assert.equal(required(ordered).phase, 'review');
    assert.equal(ordered.waiting, true);
    assert.doesNotMatch(withoutIds(ordered), /6789(?<!••• 6789)|1990/);

    await server.runDueJobs();
    const done = await readAgain(payee);
    assert.equal(done.flow.status, 'completed');
    assert.equal(done.completions.at(-1)?.outcome, 'reported');
    const { compliance } = await userOf(server, payee);
    assert.equal(compliance.background_check?.status, 'pass');
    assert.equal(compliance.has_criminal_activity, false);
    assert.equal((await messages(server, 'user.updated.background_check')).length, 2);
  });

  it('is about the number and the birth date on file when a payee who came back leaves them empty', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['background-check']);
    await payee.does(`${at}/details`, withSsn('0011'));
    const { ssn: _, date_of_birth: __, ...address } = identity;
    const again = { first_name: 'Jane', last_name: 'Doe', ...address, city: 'Chicago' };
    assert.equal(required(await payee.does(`${at}/details`, again)).masked_ssn, '••• 0011');
    await payee.does(`${at}/disclosure`, disclosed);
    await payee.does(`${at}/authorization`, signed);
    await server.runDueJobs();
    const { status, prefill } = required(await readAgain(payee));
    assert.equal(status, 'information_mismatch', 'the number of the first time was looked up');
    assert.equal(prefill['city'], 'Chicago');
    // It belongs to nobody, so it is asked for.
    assert.deepEqual(fields(await payee.refused(`${at}/details`, again)), [
      'date_of_birth:required',
      'ssn:required',
    ]);
  });

  it('keeps what was signed: which text, when, and by whom', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['background-check']);
    await payee.does(`${at}/details`, { ...identity, state: 'CA' });
    server.clock.advance(60_000);
    assert.equal(required(await payee.does(`${at}/disclosure`, disclosed)).state_notice, 'CA');
    server.clock.advance(60_000);
    await payee.does(`${at}/authorization`, { ...signed, copy: true });
    const check = await newestBackgroundCheck(server.db, payee.seen.flow.user_id as string);
    assert.deepEqual(check && openAuthorization(server.deps, check), {
      disclosure_version: disclosureVersion,
      disclosed_at: '2026-03-02T09:01:00.000Z',
      signed_at: '2026-03-02T09:02:00.000Z',
      signature: 'jane  DOE',
      state_notice: 'CA',
      copy: true,
    });
    assert.doesNotMatch(
      Buffer.concat([check?.details_sealed as Buffer, check?.authorization_sealed as Buffer]).toString(
        'latin1',
      ),
      /Doe|6789/,
    );
  });

  it('takes identity from the W-9', async () => {
    const payee = await introduced(await createTestServer(), ['compliance', 'background-check']);
    await payee.does('/session/compliance', person);
    assert.equal(required(payee.seen).phase, 'disclosure');
    assert.equal(required(payee.seen).masked_ssn, '••• 6789');
  });

  it('says at each field what is wrong', async () => {
    const payee = await introduced(await createTestServer(), ['background-check']);
    assert.deepEqual(
      fields(
        await payee.refused(`${at}/details`, {
          ...identity,
          ssn: '912-70-1234',
          state: 'XX',
          date_of_birth: '2090-01-01',
        }),
      ),
      ['date_of_birth:date-in-future', 'ssn:invalid-ssn', 'state:invalid-state'],
    );
    await payee.does(`${at}/details`, identity);
    assert.deepEqual(fields(await payee.refused(`${at}/disclosure`, { disclosure_version: '1999-01' })), [
      'disclosure_version:outdated-text',
    ]);
    assert.equal((await payee.refused(`${at}/authorization`, signed)).error_code, 'step-not-current');
    await payee.does(`${at}/disclosure`, disclosed);
    assert.deepEqual(
      fields(await payee.refused(`${at}/authorization`, { ...signed, signature: 'Joe Doe' })),
      ['signature:signature-mismatch'],
    );
    assert.deepEqual(fields(await payee.refused(`${at}/authorization`, { ...signed, consent: false })), [
      'consent:consent-required',
    ]);
  });
});

describe('what the agency says', () => {
  const words: [string, BackgroundCheckStatus, boolean][] = [
    ['0012', 'consider', false],
    ['0013', 'failed', true],
  ];
  for (const [ending, status, criminal] of words) {
    it(`${status}: the payee is told that the report is there, and goes on; the partner reads what it says`, async () => {
      const server = await createTestServer();
      const payee = await introduced(server, ['background-check']);
      await authorizes(payee, withSsn(ending));
      await server.runDueJobs();
      assert.equal(required(await readAgain(payee)).phase, 'reported');
      const done = await payee.does(`${at}/continue`);
      assert.equal(done.completions.at(-1)?.outcome, 'reported');
      const { compliance } = await userOf(server, payee);
      assert.deepEqual(
        [compliance.background_check?.status, compliance.has_criminal_activity],
        [status, criminal],
      );
    });
  }

  it('pending: the payee may go on; the verdict comes as a webhook', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['background-check', 'manage-payouts']);
    await authorizes(payee, withSsn('0016'));
    await server.runDueJobs();
    assert.equal(required(await readAgain(payee)).status, 'pending');
    const gone = await payee.does(`${at}/continue`);
    assert.equal(gone.completions.at(-1)?.outcome, 'pending');
    assert.notEqual(gone.current?.step, 'background-check');
    server.clock.advance(5_000);
    await server.runDueJobs();
    assert.equal((await userOf(server, payee)).compliance.background_check?.status, 'pass');
    assert.equal((await messages(server, 'user.updated.background_check')).length, 3);
  });

  it('pending: a payee who stays is taken on by itself', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['background-check']);
    await authorizes(payee, withSsn('0016'));
    await server.runDueJobs();
    server.clock.advance(5_000);
    await server.runDueJobs();
    assert.equal((await readAgain(payee)).flow.status, 'completed');
  });

  it('information_mismatch: everything is asked again, and sent again without another signature', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['background-check']);
    await authorizes(payee, withSsn('0011'));
    await server.runDueJobs();
    const seen = required(await readAgain(payee));
    assert.deepEqual(
      [seen.phase, seen.status, seen.fields.length, seen.masked_ssn],
      ['details', 'information_mismatch', 9, '••• 0011'],
    );
    const corrected = { ...identity, first_name: 'Jane', last_name: 'Doe' };
    assert.equal(required(await payee.does(`${at}/details`, corrected)).phase, 'review');
    await server.runDueJobs();
    assert.equal((await readAgain(payee)).flow.status, 'completed');
  });

  it('information_mismatch: under another name both papers are due again', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['background-check']);
    await authorizes(payee, withSsn('0011'));
    await server.runDueJobs();
    const renamed = await payee.does(`${at}/details`, { ...identity, first_name: 'Jane', last_name: 'Roe' });
    assert.deepEqual([required(renamed).phase, required(renamed).name], ['disclosure', 'Jane Roe']);
  });

  it('information_mismatch: ends after three orders', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['background-check']);
    await authorizes(payee, withSsn('0011'));
    for (let order = 1; order < 3; order += 1) {
      await server.runDueJobs();
      await payee.does(`${at}/details`, { ...withSsn('0011'), first_name: 'Jane', last_name: 'Doe' });
    }
    await server.runDueJobs();
    assert.equal(required(await readAgain(payee)).unavailable, 'tries');
    assert.equal((await payee.refused(`${at}/details`, identity)).error_code, 'step-not-current');
    assert.equal((await payee.does(`${at}/continue`)).completions.at(-1)?.outcome, 'unavailable');
  });

  for (const [ending, status] of [
    ['0014', 'canceled'],
    ['0015', 'expired'],
  ] as const) {
    it(`${status}: may be begun again, with both papers, or left`, async () => {
      const server = await createTestServer();
      const payee = await introduced(server, ['background-check']);
      await authorizes(payee, withSsn(ending));
      await server.runDueJobs();
      const seen = required(await readAgain(payee));
      assert.deepEqual([seen.phase, seen.status], ['stopped', status]);
      assert.equal(required(await payee.does(`${at}/disclosure`, disclosed)).phase, 'authorization');
      await payee.does(`${at}/authorization`, signed);
      await server.runDueJobs();
      assert.equal(required(await readAgain(payee)).phase, 'stopped');
      assert.equal((await payee.does(`${at}/continue`)).completions.at(-1)?.outcome, 'unavailable');
    });
  }
});

describe('who cannot be checked', () => {
  it('lives outside the US: is told so, and goes on', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['background-check'], { ...profile, country: 'DE' });
    assert.deepEqual(
      [required(payee.seen).phase, required(payee.seen).unavailable],
      ['unavailable', 'country'],
    );
    assert.equal((await payee.refused(`${at}/details`, identity)).error_code, 'step-not-current');
    const done = await payee.does(`${at}/continue`);
    assert.equal(done.completions.at(-1)?.outcome, 'unavailable');
    assert.equal((await userOf(server, payee)).compliance.background_check, undefined);
  });

  it('is younger than 18: may correct a slip, or go on', async () => {
    const payee = await introduced(await createTestServer(), ['background-check']);
    // The test clock stands at 2 March 2026.
    const young = await payee.does(`${at}/details`, { ...identity, date_of_birth: '2008-03-03' });
    assert.deepEqual([required(young).unavailable, required(young).fields], ['age', ['date_of_birth']]);
    assert.equal(
      required(await payee.does(`${at}/details`, { date_of_birth: '2008-03-02' })).phase,
      'disclosure',
    );
  });
});

describe('a check that is on file', () => {
  async function checked(server: TestServer): Promise<string> {
    const payee = await introduced(server, ['background-check']);
    await authorizes(payee);
    await server.runDueJobs();
    return payee.seen.flow.user_id as string;
  }

  it('is not made twice, unless forced', async () => {
    const server = await createTestServer();
    const user_id = await checked(server);
    const again = await openFlow(
      server,
      (await newFlow(server, ['background-check', 'manage-payouts'], { user_id })).id,
    );
    assert.deepEqual(states(again.seen)[0], 'background-check:skipped');
    const forced = await openFlow(
      server,
      (await newFlow(server, [{ name: 'background-check', force: true }], { user_id })).id,
    );
    assert.equal(required(forced.seen).phase, 'disclosure');
    await forced.does(`${at}/disclosure`, disclosed);
    await forced.does(`${at}/authorization`, signed);
    await server.runDueJobs();
    assert.equal((await readAgain(forced)).flow.status, 'completed');
  });

  it('is awaited in every flow of the user that stands at it', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['background-check']);
    await authorizes(payee, withSsn('0016'));
    const other = await openFlow(
      server,
      (await newFlow(server, ['background-check'], { user_id: payee.seen.flow.user_id })).id,
    );
    assert.equal(required(other.seen).phase, 'review');
    await server.runDueJobs();
    server.clock.advance(5_000);
    await server.runDueJobs();
    assert.deepEqual(
      [(await readAgain(payee)).flow.status, (await readAgain(other)).flow.status],
      ['completed', 'completed'],
    );
  });
});
