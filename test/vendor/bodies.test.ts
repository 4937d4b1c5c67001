/**
 * Bodies as the vendor's description allows them: what it takes is taken, what it has and we have not is
 * refused by name, and what nobody knows is left aside and named in `Ignored-Fields`.
 */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Flow } from '../../src/contract/flow.ts';
import type { User } from '../../src/contract/partner/users.ts';
import type { Problem } from '../../src/contract/problems.ts';
import { createTestServer } from '../server/support.ts';
import type { TestServer } from '../server/support.ts';

const ada = {
  first_name: 'Ada',
  last_name: 'Example',
  email: 'ada@example.com',
  country_code: '1',
  phone_number: '4155550100',
};
const vendorRails = ['ach', 'paypal', 'venmo', 'cash_app', 'intl_bank', 'airtm', 'payoneer', 'crypto'];

describe('a body of the vendor’s shape', () => {
  let server: TestServer;
  let user_id: string;
  let phones = 4155550100;
  const call = async <T = Problem>(method: string, path: string, body?: unknown) => {
    const answer = await server.asPartner(method, `/v2${path}`, body);
    const json = (await answer.json()) as T & Pick<Partial<Problem>, 'errors'>;
    return {
      status: answer.status,
      ignored: answer.headers.get('ignored-fields'),
      errors: (json.errors ?? []).map(({ field, code }) => `${field} ${code}`),
      json,
    };
  };
  const create = (more: object = {}) =>
    call<User>('POST', '/users', { ...ada, phone_number: String(++phones), ...more });
  const flow = (...steps: unknown[]) => call<Flow>('POST', '/flows', { steps });

  before(async () => {
    server = await createTestServer();
    user_id = (await create()).json.id;
    await call('POST', `/users/${user_id}/send-verification-token`, {});
    await call('POST', `/users/${user_id}/verify`, { token: '123456' });
  });

  test('names steps as the guides do', async () => {
    for (const name of ['onboard', 'authorization']) {
      const { status, json } = await flow(name, 'manage-payouts');
      assert.equal(status, 200);
      assert.deepEqual(json.steps, ['authentication', 'onboarding', 'manage-payouts']);
      assert.deepEqual(
        json.plan.slice(0, 2).map(({ name: step, reason }) => [step, reason]),
        [
          ['authentication', 'requested'],
          ['onboarding', 'requested'],
        ],
      );
    }
    const withOptions = await flow(
      { name: 'onboard', hide_continue_button: true, redirect_url: null },
      'payout',
    );
    assert.deepEqual([withOptions.status, withOptions.ignored], [200, null]);
    assert.deepEqual((await flow('onboard', 'authorization')).errors, ['steps[1] duplicate-step']);
    assert.deepEqual((await flow('onboarding', 'onboard')).errors, ['steps[1] duplicate-step']);
    assert.deepEqual((await flow('onboard', 'dance')).errors, ['steps[1] unknown-step']);
  });

  test('has one shape of options for all steps', async () => {
    const nulls = {
      auto_payout_enabled: null,
      redirect_url: null,
      template_id: null,
      hide_continue_button: null,
      force: null,
      require_default_payout_method: null,
      require_auto_payout_method: null,
      payout_fee_party: null,
      payment_intent_id: null,
    };
    const names = [
      'compliance',
      'id-verification',
      'background-check',
      'manage-payments',
      'manage-payouts',
      'payout',
    ];
    const all = await flow(...names.map((name) => ({ name, ...nulls })));
    assert.deepEqual([all.status, all.ignored], [200, null]);
    for (const auto_payout_enabled of [true, false]) {
      const each = await flow(...names.map((name) => ({ name, auto_payout_enabled })));
      assert.equal(each.status, 200);
      // On a step without automatic payouts `false` cannot be done, and that is said.
      assert.equal(
        each.ignored,
        auto_payout_enabled ? null : [0, 1, 2, 3].map((at) => `steps[${at}].auto_payout_enabled`).join(', '),
      );
    }
    const aside = await flow({ name: 'payout', redirect_url: 'https://example.com', colour: 'red' });
    assert.deepEqual([aside.status, aside.ignored], [200, 'steps[0].redirect_url, steps[0].colour']);
    assert.deepEqual((await flow({ name: 'redirect', redirect_url: null })).errors, [
      'steps[0].redirect_url invalid-redirect-url',
    ]);
    assert.deepEqual((await flow({ name: 'payout', payment_intent_id: 'pi_1' })).errors, [
      'steps[0].payment_intent_id unknown-option',
    ]);
    assert.deepEqual((await flow({ name: 'payout', auto_payout_enabled: 'yes' })).errors, [
      'steps[0].auto_payout_enabled invalid-boolean',
    ]);
  });

  test('has fields that nobody knows, on every operation: they are left aside, and named', async () => {
    const more = { nickname: 'Addie', 'x,y\n': 1 };
    const named = 'nickname, x%2Cy%0A';
    const one = `/users/${user_id}`;
    const address = {
      line_1: '1 Main Street',
      city: 'Springfield',
      state: 'IL',
      country: 'US',
      postcode: '62701',
    };
    const w9 = { entity_type: 'individual', date_of_birth: '1990-04-12', tin: '123456789', address };
    const paypal = { platform: 'paypal', email: 'ada@example.com' };
    for (const [method, path, body] of [
      ['POST', '/users', { ...ada, phone_number: '4155550199' }],
      ['PATCH', one, { metadata: 'm' }],
      ['PUT', `${one}/addresses`, address],
      ['PUT', `${one}/compliance`, { w9 }],
      ['PUT', `${one}/payout-methods`, paypal],
      ['POST', `${one}/send-verification-token`, {}],
      ['POST', `${one}/verify`, { token: '123456' }],
      ['PUT', `${one}/phone`, { country_code: '1', phone_number: '4155550198' }],
      ['POST', '/flows', { steps: ['compliance'] }],
      ['POST', '/transfers', { user_id, amount: -90_000 }],
      ['POST', '/payouts', { user_id, amount: 1_000, platform: 'paypal' }],
      ['POST', '/webhook-endpoints', { url: 'https://hooks.example/dots' }],
      ['POST', '/api-keys', { name: 'billing', scopes: ['read'] }],
    ] as const) {
      if (path === '/payouts') await call('POST', `${one}/verify`, { token: '123456' });
      const { status, ignored, json } = await call(method, path, { ...body, ...more });
      assert.ok(status < 300, `${method} ${path}: ${JSON.stringify(json)}`);
      assert.equal(ignored, named, path);
    }
    const nested = await call('PUT', `${one}/compliance`, {
      w9: { ...w9, colour: 1, address: { ...address, planet: 'Earth' } },
    });
    assert.deepEqual([nested.status, nested.ignored], [200, 'w9.address.planet, w9.colour']);
    const free = await call('PATCH', one, { metadata: { anything: { goes: 1 } } });
    assert.deepEqual([free.status, free.ignored], [200, null]);
    // A wrong field is refused, whatever else is left aside.
    assert.deepEqual((await call('POST', '/transfers', { ...more, amount: 0, user_id })).errors, [
      'amount invalid-number',
    ]);
  });

  test('has fields that the API knows and the call does not take: they are refused', async () => {
    for (const [method, path, body, field] of [
      ['POST', '/users', { ...ada, auto_payout_enabled: true }, 'auto_payout_enabled'],
      ['PATCH', `/users/${user_id}`, { first_name: 'Eve' }, 'first_name'],
      ['POST', '/flows', { steps: ['compliance'], expires_at: '2027-01-01T00:00:00Z' }, 'expires_at'],
      ['POST', '/transfers', { user_id, amount: -1, payout_fee_party: 'user' }, 'payout_fee_party'],
      [
        'POST',
        '/payouts',
        { user_id, amount: 1_000, platform: 'default', payout_link_id: 'x' },
        'payout_link_id',
      ],
    ] as const) {
      const { status, errors } = await call(method, path, body);
      assert.deepEqual([status, errors], [422, [`${field} unknown`]], path);
      const asNull = await call(method, path, { ...body, [field]: null });
      assert.deepEqual(
        asNull.errors.filter((error) => error.startsWith(field)),
        [],
        path,
      );
    }
  });

  test('excludes every rail that the vendor has', async () => {
    const { status, json } = await create({ payout_options_exclude_list: vendorRails });
    assert.equal(status, 201);
    assert.deepEqual(json.payout_options_exclude_list, vendorRails);
    const changed = await call<User>('PATCH', `/users/${json.id}`, {
      payout_options_exclude_list: ['crypto'],
    });
    assert.deepEqual(changed.json.payout_options_exclude_list, ['crypto']);
    assert.equal((await create({ payout_options_exclude_list: ['cash'] })).status, 422);
  });

  test('has names of 1 to 50 characters', async () => {
    for (const name of ['J', '?', 'ñ'.repeat(50), '𠮷'.repeat(50), 'D<e', 'R2-D2 🤖', '-'])
      assert.deepEqual((await create({ first_name: name, last_name: name })).errors, [], name);
    for (const [name, code] of [
      ['', 'required'],
      ['𠮷'.repeat(51), 'too-long'],
      ['A\tB', 'invalid-characters'],
    ])
      assert.deepEqual((await create({ first_name: name })).errors, [`first_name ${code}`]);
  });

  test('says nothing of a background check while there is none', async () => {
    assert.equal('background_check' in (await create()).json.compliance, false);
  });

  test('adjusts the sums of a 1099 as the vendor takes them', async () => {
    const months = Object.fromEntries(
      'january february march april may june july august september october november december'
        .split(' ')
        .map((month) => [month, 0]),
    );
    const nec = { year: 2026, form: '1099-NEC', amount: 1 };
    const k = { year: 2026, form: '1099-K', monthly_amounts: { ...months, may: 500 } };
    const patch = (adjustment: object) =>
      call('PATCH', `/users/${user_id}`, { '1099_adjustment': adjustment });
    for (const right of [nec, { ...nec, year: 2027 }, k, { ...k, transaction_count: 1 }])
      assert.deepEqual((await patch(right)).errors, []);
    for (const [wrong, field] of [
      [{ ...nec, amount: 0 }, 'amount'],
      [{ ...nec, year: 2025 }, 'year'],
      [{ ...k, year: 2025 }, 'year'],
      [{ ...k, transaction_count: 0 }, 'transaction_count'],
      [{ ...k, monthly_amounts: { ...months, may: -1 } }, 'monthly_amounts.may'],
    ] as const)
      assert.deepEqual((await patch(wrong)).errors, [`1099_adjustment.${field} invalid-number`]);
    const one = await patch({ ...k, monthly_amounts: { may: 500 } });
    assert.equal(one.errors.length, 11);
    assert.ok(one.errors.includes('1099_adjustment.monthly_amounts.june required'));
  });

  test('exempts from tax what a payout funds, and nothing else', async () => {
    const payout = { user_id, amount: 1_000, platform: 'default' };
    const { status, errors, json } = await call('POST', '/payouts', { ...payout, tax_exempt: true });
    assert.deepEqual([status, errors], [422, ['tax_exempt unknown']]);
    assert.match(json.errors?.[0]?.message ?? '', /fund/);
    assert.deepEqual((await call('POST', '/payouts', { ...payout, tax_exempt: false })).errors, []);
    assert.deepEqual(
      (await call('POST', '/payouts', { ...payout, fund: true, tax_exempt: true })).errors,
      [],
    );
  });
});
