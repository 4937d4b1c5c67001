/**
 * A phone number is not the person: carriers give numbers to others. Beside the code, something known is
 * asked for when the user was not here for long, or comes in a browser that is new.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { eraseUser } from '../../../src/server/db/erase-user.ts';
import { createTestServer, withoutIds } from '../support.ts';
import type { TestServer } from '../support.ts';
import {
  bankAccount,
  company,
  fields,
  foreignCompany,
  introduced,
  newFlow,
  newPhone,
  openFlow,
  person,
  profile,
  request,
  secretOf,
} from './payee.ts';
import type { Payee } from './payee.ts';

const known = '/session/authentication/known';
const birthday = { date_of_birth: person.date_of_birth };
const days = (count: number) => count * 24 * 3_600_000;

/** A payee with a tax form, a bank account and money, who was here today in the browser `test`. */
async function settledPayee(
  server: TestServer,
  form: object = person,
  account: object = bankAccount,
): Promise<string> {
  const one = await introduced(server, ['compliance', 'manage-payouts']);
  await one.does('/session/compliance', form);
  const { flow } = await one.does('/session/payout-methods', account);
  const funded = await server.asPartner('POST', '/v2/transfers', { user_id: flow.user_id, amount: -500_000 });
  assert.equal(funded.status, 200);
  return flow.user_id as string;
}

/** Opens a flow that anybody could have made, and enters the right code. */
async function confirms(server: TestServer, browser = 'test', phone: object = newPhone): Promise<Payee> {
  const one = await openFlow(server, (await newFlow(server, ['manage-payouts', 'payout'])).id, browser);
  await one.authenticates(phone);
  return one;
}

/** Returns what is asked for beside the code: `nothing` when the payee is let in. */
function asked({ seen }: Payee): string {
  if (seen.authenticated) return 'nothing';
  const { current } = seen;
  return current?.step === 'authentication' && current.phase === 'known' ? (current.asks ?? '') : 'a code';
}

describe('whoever has the number now', () => {
  test('sees and takes nothing of the payee who had it 400 days ago', async () => {
    const server = await createTestServer();
    const user = await settledPayee(server);
    server.clock.advance(days(400));
    const thief = await confirms(server, 'thief');
    assert.equal(thief.seen.authenticated, false, 'the code alone lets the new owner in');
    assert.equal(asked(thief), 'date_of_birth');
    for (const secret of ['Jane', 'Doe', '6789', '1990'])
      assert.ok(!withoutIds(thief.seen).includes(secret), `${secret} is shown`);
    assert.ok(!JSON.stringify(thief.seen).includes(user), 'the user’s id is shown');
    assert.equal(
      (await thief.refused('/session/payout-methods', bankAccount)).error_code,
      'authentication-required',
    );
  });

  test('does not become known by asking again', async () => {
    const server = await createTestServer();
    await settledPayee(server);
    server.clock.advance(days(400));
    const thief = await confirms(server, 'thief');
    await thief.refused(known, { date_of_birth: '1990-04-13' });
    server.clock.advance(60_000);
    await thief.authenticates();
    assert.equal(asked(thief), 'date_of_birth', 'with a second code');
    assert.equal(asked(await confirms(server, 'thief')), 'date_of_birth', 'in a second flow');
    const back = await openFlow(server, thief.flowId, 'thief');
    assert.equal(back.seen.authenticated, false, 'after a reload');
  });
});

describe('the payee', () => {
  test('says what only they know, and is in as before', async () => {
    const server = await createTestServer();
    const user = await settledPayee(server);
    server.clock.advance(days(400));
    const one = await confirms(server, 'new phone');
    assert.deepEqual(fields(await one.refused(known, {})), ['date_of_birth:required']);
    assert.deepEqual(fields(await one.refused(known, { date_of_birth: '1990-02-30' })), [
      'date_of_birth:invalid-date',
    ]);
    assert.deepEqual(fields(await one.refused(known, { date_of_birth: '1991-04-12' })), [
      'date_of_birth:wrong-answer',
    ]);
    const seen = await one.does(known, birthday);
    assert.deepEqual(
      [seen.authenticated, seen.flow.user_id, seen.current?.step],
      [true, user, 'manage-payouts'],
    );
    assert.equal((await one.refused(known, birthday)).error_code, 'step-not-current');
    assert.equal(asked(await confirms(server, 'new phone')), 'nothing', 'the browser is known from now on');
  });

  for (const [browser, after, what] of [
    ['test', 0.5, 'nothing'],
    ['test', 89, 'nothing'],
    ['test', 91, 'date_of_birth'],
    ['other', 0.5, 'nothing'],
    ['other', 1.5, 'date_of_birth'],
  ] as const)
    test(`is asked for ${what} in the browser "${browser}" after ${after} days`, async () => {
      const server = await createTestServer();
      await settledPayee(server);
      server.clock.advance(days(after));
      assert.equal(asked(await confirms(server, browser)), what);
    });

  test('is asked after as many days as the operator says', async () => {
    const server = await createTestServer({ config: { knownAfterDays: 30 } });
    await settledPayee(server);
    server.clock.advance(days(31));
    assert.equal(asked(await confirms(server)), 'date_of_birth');
  });

  test('of whom nothing is on file is not asked', async () => {
    const server = await createTestServer();
    await introduced(server, ['manage-payouts']);
    server.clock.advance(days(400));
    assert.equal(asked(await confirms(server, 'other')), 'nothing');
  });

  const germanAccount = {
    ...{ platform: 'intl_bank', bank_country: 'DE', account_holder_name: foreignCompany.business_name },
    iban: 'DE89370400440532013000',
  };
  for (const [whose, form, account, end] of [
    ['a company', company, bankAccount, '0001 2345-6789'],
    ['a foreign company', foreignCompany, germanAccount, '3000'],
  ] as const)
    test(`of ${whose} says the end of its account, because anybody can look up its tax number`, async () => {
      const server = await createTestServer();
      await settledPayee(server, form, account);
      server.clock.advance(days(91));
      const one = await confirms(server);
      assert.equal(asked(one), 'account_last4');
      assert.deepEqual(fields(await one.refused(known, { account_last4: '789' })), [
        'account_last4:required',
      ]);
      for (const wrong of ['0000', '5976'])
        assert.deepEqual(fields(await one.refused(known, { account_last4: wrong })), [
          'account_last4:wrong-answer',
        ]);
      assert.deepEqual(fields(await one.refused(known, birthday)), ['account_last4:required']);
      assert.equal((await one.does(known, { account_last4: end })).authenticated, true);
    });

  test('who is paid by Cash App says the end of the account behind it', async () => {
    const server = await createTestServer();
    const first = await introduced(server, ['manage-payouts']);
    const { account_type: _, ...account } = bankAccount;
    await first.does('/session/payout-methods', { ...account, platform: 'cash_app', cash_tag: '$janedoe' });
    server.clock.advance(days(400));
    const one = await confirms(server, 'other');
    assert.equal(asked(one), 'account_last4');
    assert.deepEqual(fields(await one.refused(known, { account_last4: '0000' })), [
      'account_last4:wrong-answer',
    ]);
    const end = bankAccount.account_number.slice(-4);
    assert.equal((await one.does(known, { account_last4: end })).authenticated, true);
  });

  test('who was never here, and of whom the partner said it long ago, is asked', async () => {
    for (const [age, question] of [
      [0, 'nothing'],
      [730, 'date_of_birth'],
    ] as const) {
      const server = await createTestServer();
      await server.asPartner('POST', '/v2/users', {
        first_name: 'Jane',
        last_name: 'Doe',
        email: 'jane@example.com',
        country_code: '1',
        phone_number: '4155550100',
        date_of_birth: '1980-02-03',
      });
      server.clock.advance(days(age));
      assert.equal(asked(await confirms(server)), question, `${age} days later`);
    }
  });

  test('of whom the partner said the date of birth is asked for that', async () => {
    const server = await createTestServer();
    const { country: _, ...named } = profile;
    const made = await server.asPartner('POST', '/v2/users', {
      ...named,
      country_code: '1',
      phone_number: '4155550100',
      date_of_birth: '1980-02-03',
    });
    assert.equal(made.status, 201);
    assert.equal(asked(await confirms(server)), 'nothing', 'the first visit');
    server.clock.advance(days(91));
    const one = await confirms(server);
    assert.equal((await one.does(known, { date_of_birth: '1980-02-03' })).authenticated, true);
  });
});

describe('guessing', () => {
  test('has three tries a day, whatever flow and code they come with', async () => {
    const server = await createTestServer({ config: { sandbox: false } });
    await settledPayee(server);
    server.clock.advance(days(400));
    const guesses = async () => {
      const thief = await confirms(server, 'thief');
      return thief.call('POST', known, { date_of_birth: '1990-01-01' });
    };
    for (let tries = 0; tries < 3; tries += 1) assert.equal((await guesses()).status, 422);
    const thief = await confirms(server, 'thief');
    const refused = await thief.call('POST', known, birthday);
    assert.deepEqual([refused.status, refused.body.error_code], [429, 'too-many-requests']);
    assert.deepEqual(fields(refused.body), ['date_of_birth:too-many-requests']);
    assert.ok((refused.body.retry_after ?? 0) > 3600, 'says when to go on');
    assert.equal(
      (await thief.refused('/session/payout-methods', bankAccount)).error_code,
      'authentication-required',
    );
    server.clock.advance(days(1));
    const next = await confirms(server, 'payee');
    assert.equal((await next.does(known, birthday)).authenticated, true);
  });

  test('counts one answer once, however often a bad line repeats it', async () => {
    const server = await createTestServer();
    await settledPayee(server);
    server.clock.advance(days(100));
    const payee = await confirms(server);
    const key = { 'idempotency-key': 'one-wish' };
    for (let count = 0; count < 4; count += 1) {
      const again = await payee.call('POST', known, { date_of_birth: '1999-01-01' }, key);
      assert.deepEqual([again.status, fields(again.body)], [422, ['date_of_birth:wrong-answer']]);
    }
    await payee.does(known, birthday);
    assert.equal(payee.seen.authenticated, true);
  });

  test('needs a right code first', async () => {
    const server = await createTestServer();
    await settledPayee(server);
    server.clock.advance(days(400));
    const thief = await openFlow(server, (await newFlow(server, ['payout'])).id, 'thief');
    assert.equal((await thief.refused(known, birthday)).error_code, 'step-not-current');
    await thief.does('/session/authentication/code', { ...newPhone, channel: 'sms' });
    assert.equal((await thief.refused(known, birthday)).error_code, 'step-not-current');
  });

  test('is not let in to a flow that is over, and is told so before anything else', async () => {
    const server = await createTestServer();
    await settledPayee(server);
    server.clock.advance(days(400));
    const [late, canceled] = [await confirms(server, 'late'), await confirms(server, 'canceled')];
    await server.db.query(`update flows set status = 'completed' where id = $1`, [late.flowId]);
    assert.equal((await late.refused(known, birthday)).error_code, 'step-not-current');
    await server.asPartner('POST', `/v2/flows/${canceled.flowId}/cancel`);
    for (const answer of [{}, birthday])
      assert.equal((await canceled.refused(known, answer)).error_code, 'flow-canceled');
  });
});

describe('the other ways in', () => {
  test('a flow that the partner opened asks nothing: the partner vouches for the first browser', async () => {
    const server = await createTestServer();
    const user_id = await settledPayee(server);
    server.clock.advance(days(400));
    const { id } = await newFlow(server, ['payout'], { user_id });
    assert.equal(asked(await openFlow(server, id, 'other')), 'nothing');
    const second = await openFlow(server, id, 'thief');
    await second.authenticates(null);
    assert.equal(asked(second), 'date_of_birth', 'a second browser');
  });

  test('with require_auth the partner does not vouch', async () => {
    const server = await createTestServer();
    const user_id = await settledPayee(server);
    server.clock.advance(days(400));
    const { id } = await newFlow(server, ['payout'], { user_id, require_auth: true });
    const one = await openFlow(server, id, 'other');
    await one.authenticates(null);
    assert.equal(asked(one), 'date_of_birth');
    assert.equal((await one.does(known, birthday)).current?.step, 'payout');
  });

  test('a phone that a known browser handed the step to is not asked', async () => {
    const server = await createTestServer();
    await settledPayee(server);
    server.clock.advance(days(400));
    const one = await openFlow(server, (await newFlow(server, ['id-verification'])).id);
    await one.authenticates();
    assert.equal(
      (await one.refused('/session/id-verification/handoff')).error_code,
      'authentication-required',
    );
    await one.does(known, birthday);
    const handed = await one.call('POST', '/session/id-verification/handoff', {});
    const { url } = handed.body as unknown as { url: string };
    const token = new URL(url).hash.replace('#handoff=', '');
    const phone = await request(server, 'POST', '/handoff/sessions', { token, browser: secretOf('phone') });
    assert.deepEqual([phone.status, phone.body.snapshot.authenticated], [201, true]);
  });

  test('a phone that the partner changed is confirmed by the code alone, and was confirmed today', async () => {
    const server = await createTestServer();
    const user_id = await settledPayee(server);
    server.clock.advance(days(400));
    const stopped = await confirms(server, 'thief');
    const body = { phone_number: '4155550111', country_code: '1' };
    const changed = await server.asPartner('PUT', `/v2/users/${user_id}/phone`, body);
    assert.equal(changed.status, 200);
    assert.equal((await stopped.refused(known, birthday)).error_code, 'session-expired', 'the old phone');
    const there = { country: 'US', phone_number: '4155550111' };
    assert.equal(asked(await confirms(server, 'test', there)), 'nothing');
    server.clock.advance(days(2));
    assert.equal(asked(await confirms(server, 'other', there)), 'date_of_birth');
  });

  test('a payee who cannot answer is let in by the code alone, for a day, once the partner vouches for them', async () => {
    const server = await createTestServer();
    const user_id = await settledPayee(server);
    server.clock.advance(days(400));
    const one = await confirms(server, 'new');
    assert.equal(asked(one), 'date_of_birth');
    const vouched = await server.asPartner('POST', `/v2/users/${user_id}/vouch`);
    assert.deepEqual([vouched.status, ((await vouched.json()) as { id: string }).id], [200, user_id]);
    assert.equal(
      (await one.call('GET', '/session')).body.authenticated,
      false,
      'the code is not done without',
    );
    assert.equal((await one.refused(known, birthday)).error_code, 'step-not-current');
    await one.authenticates(null);
    assert.equal(asked(one), 'nothing');
    server.clock.advance(days(2));
    assert.equal(asked(await confirms(server, 'other')), 'date_of_birth');
  });

  test('ending sessions and deleting the user forget the browsers', async () => {
    const server = await createTestServer();
    const user_id = await settledPayee(server);
    const kept = async () => (await server.db.query('select 1 from known_browsers')).length;
    server.clock.advance(days(2));
    assert.equal(await kept(), 1);
    assert.equal((await server.asPartner('POST', `/v2/users/${user_id}/end-sessions`)).status, 200);
    assert.equal(await kept(), 0);
    const one = await confirms(server);
    assert.equal(asked(one), 'date_of_birth');
    await one.does(known, birthday);
    await server.db.transaction((tx) => eraseUser(tx, user_id, server.clock.now()));
    assert.equal(await kept(), 0);
  });
});
