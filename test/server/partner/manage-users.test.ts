import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import type { PartnerPayoutMethod, User } from '../../../src/contract/partner/users.ts';
import type { Problem } from '../../../src/contract/problems.ts';
import { partnerPayoutMethod, user as userSchema } from '../../../src/contract/partner/users.ts';
import { erasePapers } from '../../../src/server/papers/erase.ts';
import { sweep } from '../../../src/server/db/sweep.ts';
import { findUser, updateUser } from '../../../src/server/db/users.ts';
import { openAddress, openDateOfBirth } from '../../../src/server/users/sealed-fields.ts';
import { fields, messages, newFlow, openFlow } from '../payee/payee.ts';
import { createTestServer, withoutIds } from '../support.ts';
import type { TestServer } from '../support.ts';

const ada = {
  first_name: 'Ada',
  last_name: 'Example',
  email: 'ada@example.com',
  country_code: '1',
  phone_number: '4155550100',
};
const address = {
  line_1: '1 Main Street',
  city: 'Springfield',
  state: 'IL',
  country: 'US',
  postcode: '62701',
};
const w9 = { entity_type: 'individual', date_of_birth: '1990-04-12', tin: '123456789', address };
const w8ben = {
  name: 'Ada Beispiel',
  citizenship_country: 'DE',
  date_of_birth: '1990-04-12',
  foreign_tax_id: '86095742719',
  address: { line_1: 'Beispielweg 1', city: 'Berlin', country: 'DE', postcode: '10115' },
  signature: { consent: true, name: 'Ada Beispiel', email: 'ada@example.com' },
};
const bank = {
  platform: 'ach',
  routing_number: '110000000',
  account_number: '000123456789',
  account_type: 'checking',
};

describe('one user of the partner API', () => {
  let server: TestServer;
  let id: string;
  beforeEach(async () => {
    server = await createTestServer();
    id = ((await (await server.asPartner('POST', '/v2/users', ada)).json()) as User).id;
  });

  const call = async <T = User & Omit<Problem, 'status'>>(
    method: string,
    path = '',
    body?: unknown,
  ): Promise<{ status: number; body: T }> => {
    const answer = await server.asPartner(method, `/v2/users/${id}${path}`, body);
    return { status: answer.status, body: (await answer.json()) as T };
  };
  const verify = async () => {
    assert.equal((await call('POST', '/send-verification-token', {})).status, 202);
    return call('POST', '/verify', { token: '123456' });
  };
  const told = async () => (await messages(server, 'user.')).map(({ event }) => event);

  test('takes all that the vendor’s call takes, and leaves aside what it does not know', async () => {
    const answer = await server.asPartner('POST', '/v2/users', {
      ...ada,
      phone_number: '4155550101',
      username: 'ada',
      date_of_birth: '1990-04-12',
      '1099_adjustment': { year: 2026, form: '1099-NEC', amount: 150_000 },
      payout_options_exclude_list: ['venmo'],
      metadata: 'note',
      colour: 'red',
    });
    const created = (await answer.json()) as User;
    assert.equal(answer.status, 201, JSON.stringify(created));
    assert.equal(userSchema.safeParse(created).success, true);
    assert.equal(created.username, 'ada');
    assert.equal(created.compliance.date_of_birth_collected, true);
    assert.deepEqual(created['1099_adjustment'], { year: 2026, form: '1099-NEC', amount: 150_000 });
    assert.deepEqual(created.payout_options_exclude_list, ['venmo']);
    const row = await findUser(server.db, server.partner.id, created.id);
    assert.equal(row && openDateOfBirth(server.deps, row), '1990-04-12');
    const taken = await server.asPartner('POST', '/v2/users', {
      ...ada,
      phone_number: '4155550102',
      username: 'ada',
    });
    assert.equal(taken.status, 409);
    assert.equal(((await taken.json()) as Problem).error_code, 'auth-username-already-exists');
  });

  test('changes what was sent and nothing else; null clears', async () => {
    const months = 'january february march april may june july august september october november december';
    const monthly_amounts = Object.fromEntries(months.split(' ').map((month) => [month, 100]));
    const monthly = { year: 2026, form: '1099-K', monthly_amounts, transaction_count: 1 };
    const changed = await call('PATCH', '', {
      auto_payout_enabled: true,
      metadata: { a: 1 },
      '1099_adjustment': monthly,
      payout_options_exclude_list: ['ach', 'paypal'],
      favourite_colour: 'of no vendor',
    });
    assert.equal(changed.status, 200, JSON.stringify(changed.body));
    assert.deepEqual(
      [changed.body.auto_payout_enabled, changed.body.metadata, changed.body.first_name],
      [true, { a: 1 }, 'Ada'],
    );
    assert.deepEqual(changed.body['1099_adjustment'], monthly);
    const cleared = (
      await call('PATCH', '', { metadata: null, '1099_adjustment': null, payout_options_exclude_list: [] })
    ).body;
    assert.deepEqual(
      [
        cleared.metadata,
        cleared['1099_adjustment'],
        cleared.payout_options_exclude_list,
        cleared.auto_payout_enabled,
      ],
      [null, undefined, [], true],
    );
    assert.deepEqual(await told(), ['user.updated', 'user.updated']);
    const refused = await call('PATCH', '', {
      default_payout_method: 'paypal',
      payout_options_exclude_list: ['ach', 'ach'],
    });
    assert.deepEqual(
      [refused.status, fields(refused.body)],
      [422, ['payout_options_exclude_list:invalid-choice']],
    );
    assert.deepEqual(fields((await call('PATCH', '', { default_payout_method: 'paypal' })).body), [
      'default_payout_method:invalid-choice',
    ]);
  });

  test('is verified by the token that was sent, and by no other', async () => {
    assert.equal((await call('POST', '/verify', { token: '123456' })).body.error_code, 'wrong-token');
    await call('POST', '/send-verification-token', { use_voice: true });
    const wrong = await call('POST', '/verify', { token: '000000' });
    assert.deepEqual(
      [wrong.status, wrong.body.error_code, wrong.body.attempts_left],
      [400, 'wrong-token', 4],
    );
    for (let tries = 0; tries < 4; tries += 1) await call('POST', '/verify', { token: '000000' });
    assert.deepEqual((await call('POST', '/verify', { token: '123456' })).status, 429);
    const right = await verify();
    assert.deepEqual([right.status, right.body.status], [200, 'verified']);
    assert.equal((await call('POST', '/verify', { token: '123456' })).status, 400, 'a token is used once');
    await call('POST', '/send-verification-token');
    server.clock.advance(11 * 60_000);
    assert.equal((await call('POST', '/verify', { token: '123456' })).status, 400, 'and within ten minutes');
    assert.deepEqual(await told(), ['user.updated']);
  });

  test('is paid to nowhere before the phone is confirmed; then the same account is one method', async () => {
    const early = await call('PUT', '/payout-methods', bank);
    assert.deepEqual([early.status, early.body.error_code], [403, 'user-unverified']);
    await verify();
    const added = await call<PartnerPayoutMethod>('PUT', '/payout-methods', {
      ...bank,
      metadata: ['any', 1],
      auto_payout_enabled: true,
    });
    assert.equal(added.status, 200, JSON.stringify(added.body));
    partnerPayoutMethod.parse(added.body);
    assert.deepEqual(
      [
        added.body.account_number,
        added.body.mask,
        added.body.routing_number,
        added.body.meta,
        added.body.is_default,
      ],
      ['•••6789', '6789', '110000000', ['any', 1], true],
    );
    const again = await call<PartnerPayoutMethod>('PUT', '/payout-methods', bank);
    assert.deepEqual([again.status, again.body.id], [200, added.body.id]);
    const venmo = await call<PartnerPayoutMethod>('PUT', '/payout-methods', {
      platform: 'venmo',
      phone_number: '4155550100',
      is_default: true,
    });
    assert.deepEqual(
      [venmo.status, venmo.body.phone_number, venmo.body.is_default],
      [200, '4155550100', true],
    );
    const seen = (await call('GET')).body;
    assert.deepEqual([seen.default_payout_method, seen.auto_payout_enabled], ['venmo', true]);
    assert.deepEqual(seen.default_payout_method_details, venmo.body);
    assert.equal(
      (await call('PATCH', '', { default_payout_method: 'ach' })).body.default_payout_method_details?.id,
      added.body.id,
    );
    assert.deepEqual(
      (await call<PartnerPayoutMethod[]>('GET', '/payout-methods')).body.map(({ platform }) => platform),
      ['ach', 'venmo'],
    );
    assert.equal(
      (await told()).filter((event) => event === 'user.updated.default_payout_method_changed').length,
      3,
    );
    const text = JSON.stringify(await (await server.asPartner('GET', '/v2/users')).json());
    assert.doesNotMatch(text, /000123456789/);
  });

  test('is offered no rail that the partner excludes, by nobody', async () => {
    await verify();
    await call('PATCH', '', { payout_options_exclude_list: ['paypal'] });
    const refused = await call('PUT', '/payout-methods', { platform: 'paypal', email: 'ada@example.com' });
    assert.deepEqual(fields(refused.body), ['platform:invalid-choice']);
    const payee = await openFlow(server, (await newFlow(server, ['manage-payouts'], { user_id: id })).id);
    const { current } = payee.seen;
    assert.ok(current?.step === 'onboarding' || current?.step === 'manage-payouts');
    if (current.step === 'manage-payouts')
      assert.ok(!current.rails.some(({ platform }) => platform === 'paypal'));
    const typed = await payee.refused('/session/payout-methods', {
      platform: 'paypal',
      email: 'ada@example.com',
    });
    assert.deepEqual(fields(typed), ['platform:invalid-choice']);
  });

  test('files a W-9 in the vendor’s shape, by the rules of the payee’s own form', async () => {
    const wrong = await call('PUT', '/compliance', {
      w9: { ...w9, tin: '000000000', address: { ...address, state: 'ZZ', country: 'CA' } },
    });
    // Abroad it is a Canadian address.
    assert.deepEqual(fields(wrong.body).sort(), [
      'w9.address.postcode:invalid-postcode',
      'w9.tin:invalid-ssn',
    ]);
    const worse = await call('PUT', '/compliance', {
      w9: { ...w9, tin: '000000000', address: { ...address, state: 'ZZ' } },
    });
    assert.deepEqual(fields(worse.body).sort(), ['w9.address.state:invalid-state', 'w9.tin:invalid-ssn']);
    assert.deepEqual(fields((await call('PUT', '/compliance', {})).body), ['w9:required']);
    const filed = await call('PUT', '/compliance', { w9 });
    assert.equal(filed.status, 200, JSON.stringify(filed.body));
    const { compliance } = filed.body;
    assert.deepEqual(compliance.w9, {
      entity_type: 'individual',
      business_name: null,
      tax_id_collected: true,
      address_collected: true,
      subject_to_backup_withholding: false,
    });
    assert.deepEqual(
      [compliance.tax_id_verification, compliance['1099_collected'], compliance.tax_id_collected],
      ['matched', true, true],
    );
    assert.doesNotMatch(JSON.stringify(filed.body), /123-?45-?6789/);
  });

  test('says of a payee that the IRS has notified them of backup withholding', async () => {
    const notified = { ...w9, subject_to_backup_withholding: true };
    const { body } = await call('PUT', '/compliance', { w9: notified });
    assert.equal(body.compliance.w9?.subject_to_backup_withholding, true);
    const wrong = await call('PUT', '/compliance', { w9: { ...notified, subject_to_backup_withholding: 1 } });
    assert.deepEqual(fields(wrong.body), ['w9.subject_to_backup_withholding:invalid-boolean']);
  });

  test('whose number is checked later hears of the verdict by webhook', async () => {
    const filed = await call('PUT', '/compliance', { w9: { ...w9, tin: '123450002' } });
    assert.equal(filed.body.compliance.tax_id_verification, 'pending');
    server.clock.advance(6_000);
    await server.runDueJobs();
    assert.equal((await call('GET')).body.compliance.tax_id_verification, 'matched');
    assert.deepEqual(await told(), ['user.updated', 'user.updated']);
  });

  test('files a W-8BEN, with the problems named in the partner’s spelling', async () => {
    const wrong = await call('PUT', '/compliance', {
      w8ben: { ...w8ben, signature: { consent: false, name: 'Somebody', email: 'x' } },
    });
    assert.deepEqual(fields(wrong.body).sort(), [
      'w8ben.signature.consent:consent-required',
      'w8ben.signature.email:invalid-email',
      'w8ben.signature.name:signature-mismatch',
    ]);
    const doubtful = await call('PUT', '/compliance', { w8ben });
    assert.deepEqual(fields(doubtful.body), ['w8ben.us_indicia_reason:required'], 'the phone is from the US');
    const filed = await call('PUT', '/compliance', { w8ben: { ...w8ben, us_indicia_reason: 'visiting' } });
    assert.equal(filed.status, 200, JSON.stringify(filed.body));
    assert.deepEqual([filed.body.compliance.w8_ben_collected, filed.body.compliance.w9], [true, null]);
  });

  test('has an address, sealed', async () => {
    assert.equal((await call('PUT', '/addresses', { ...address, line_3: 'Rear' })).status, 200);
    const row = await findUser(server.db, server.partner.id, id);
    assert.deepEqual(row && openAddress(server.deps, row), { ...address, line_3: 'Rear' });
    assert.deepEqual(fields((await call('PUT', '/addresses', { ...address, country: 'XX' })).body), [
      'country:invalid-country',
    ]);
  });

  test('is deleted for everybody, and the phone is free again', async () => {
    const flow = await newFlow(server, ['manage-payouts'], { user_id: id });
    const deleted = await call('DELETE');
    assert.deepEqual([deleted.status, deleted.body.id], [200, id]);
    assert.equal((await call('GET')).status, 404);
    const left = (await (await server.asPartner('GET', `/v2/flows/${flow.id}`)).json()) as { status: string };
    assert.equal(left.status, 'canceled');
    const next = (await (await server.asPartner('POST', '/v2/users', ada)).json()) as User;
    assert.notEqual(next.id, id);
  });

  test('leaves nothing that no law keeps, and the answer says what it keeps and until when', async () => {
    await call('PATCH', '', { metadata: 'plays the accordion', date_of_birth: '1990-04-12' });
    await call('PUT', '/addresses', address);
    await call('PUT', '/compliance', { w9 });
    await call('POST', '/send-verification-token', {});
    await call('POST', '/verify', { token: '123456' });
    await call('PUT', '/payout-methods', bank);
    for (const amount of [-1_000, 1_000])
      await server.asPartner('POST', '/v2/transfers', { user_id: id, amount, metadata: { to: 'Ada Byron' } });
    const deleted = await call('DELETE');
    const { kept } = deleted.body as unknown as { kept: { what: string; until: string }[] };
    const inFiveYears = new Date(server.clock.now());
    inFiveYears.setUTCFullYear(inFiveYears.getUTCFullYear() + 5);
    assert.deepEqual(kept, [{ what: 'tax_forms', count: 1, until: inFiveYears.toISOString() }]);
    const rows = await server.db.query(
      `select to_jsonb(u) as row from users u union all select to_jsonb(m) from payout_methods m
       union all select to_jsonb(t) from verification_tokens t union all select to_jsonb(f) from flows f
       union all select to_jsonb(t) from transfers t`,
    );
    const left = withoutIds(rows);
    for (const known of ['Ada', 'ada@example.com', '4155550100', 'accordion', '6789', 'Test Bank'])
      assert.equal(left.includes(known), false, known);
    const [user] = await server.db.query<Record<string, unknown>>('select * from users');
    assert.deepEqual([user?.['address_sealed'], user?.['date_of_birth_sealed']], [null, null]);
    const sealed = await server.db.query<{ bytes: number }>(
      'select length(details_sealed) + length(fingerprint) as bytes from payout_methods',
    );
    assert.deepEqual(sealed, [{ bytes: 0 }]);
  });

  test('is not kept longer than the law says', async () => {
    await call('PUT', '/compliance', { w9 });
    await call('DELETE');
    const forms = async () => (await server.db.query('select id from tax_forms')).length;
    const sweepAfter = (years: number) => {
      const then = new Date(server.clock.now());
      then.setUTCFullYear(then.getUTCFullYear() + years);
      return erasePapers({ ...server.deps, clock: { now: () => then, real: () => then } }).then(() =>
        sweep(server.db, then),
      );
    };
    await sweepAfter(4);
    assert.equal(await forms(), 1);
    await sweepAfter(5);
    assert.equal(await forms(), 0);
  });

  test('who has money cannot be deleted', async () => {
    assert.equal(
      (await server.asPartner('POST', '/v2/transfers', { amount: -1_000, user_id: id })).status,
      200,
    );
    const refused = await call('DELETE');
    assert.deepEqual([refused.status, refused.body.error_code], [409, 'wallet-not-empty']);
    assert.match(JSON.stringify(refused.body), /holds 1000 cents.*POST \/payouts.*POST \/transfers/);
    assert.equal((await call('GET')).body.wallet.amount, 1_000);
  });

  test('is in review or disabled by what the screening says', async () => {
    const row = await findUser(server.db, server.partner.id, id);
    assert.ok(row);
    await updateUser(server.db, id, { ofac_status: 'in_review' });
    assert.deepEqual(
      [(await call('GET')).body.status, (await call('GET')).body.compliance.flagged],
      ['in_review', true],
    );
    const list = (await (await server.asPartner('GET', '/v2/users?status=in_review')).json()) as {
      data: User[];
    };
    assert.deepEqual(
      list.data.map((one) => one.id),
      [id],
    );
    await updateUser(server.db, id, { ofac_status: 'flagged' });
    assert.equal((await call('GET')).body.status, 'disabled');
  });

  test('is flagged when another is paid to the same account, or methods come and go', async () => {
    await verify();
    await call('PUT', '/payout-methods', bank);
    const first = id;
    assert.equal((await call('GET')).body.compliance.flags.payout_method, false);
    id = (
      (await (
        await server.asPartner('POST', '/v2/users', { ...ada, phone_number: '4155550109' })
      ).json()) as User
    ).id;
    await verify();
    await call('PUT', '/payout-methods', bank);
    assert.deepEqual(
      [(await call('GET')).body.compliance.flags.payout_method, (await call('GET')).body.compliance.flagged],
      [true, true],
    );
    for (let number = 0; number < 5; number += 1)
      await call('PUT', '/payout-methods', { platform: 'paypal', email: `ada+${number}@example.com` });
    assert.equal((await call('GET')).body.compliance.flags.payout_method_cycle, true);
    server.clock.advance(25 * 60 * 60_000);
    assert.equal((await call('GET')).body.compliance.flags.payout_method_cycle, false);
    id = first;
    assert.equal((await call('GET')).body.compliance.flags.payout_method_cycle, false);
  });

  test('is flagged when another is paid to an account that only looks different to a machine', async () => {
    await verify();
    await call('PUT', '/payout-methods', { platform: 'paypal', email: 'jos\u00e9@example.com' });
    for (const [number, email] of ['jose\u0301@example.com', 'jos\u200b\u00e9@example.com'].entries()) {
      const another = { ...ada, email: `ada${number}@example.com`, phone_number: `415555011${number}` };
      id = ((await (await server.asPartner('POST', '/v2/users', another)).json()) as User).id;
      await verify();
      await call('PUT', '/payout-methods', { platform: 'paypal', email });
      assert.equal((await call('GET')).body.compliance.flags.payout_method, true, JSON.stringify(email));
    }
  });

  test('is nobody to another app', async () => {
    await server.addApp('pk_other', 'sk_other');
    const other = { authorization: `Basic ${Buffer.from('pk_other:sk_other').toString('base64')}` };
    for (const [method, path, body] of [
      ['PATCH', '', {}],
      ['DELETE', '', undefined],
      ['PUT', '/compliance', { w9 }],
      ['PUT', '/addresses', address],
      ['POST', '/send-verification-token', {}],
      ['POST', '/verify', { token: '123456' }],
      ['GET', '/payout-methods', undefined],
      ['PUT', '/payout-methods', bank],
    ] as const)
      assert.equal(
        (await server.asPartner(method, `/v2/users/${id}${path}`, body, other)).status,
        404,
        `${method} ${path}`,
      );
    assert.equal((await call('GET')).status, 200);
  });
});
