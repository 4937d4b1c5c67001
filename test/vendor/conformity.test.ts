/**
 * Every partner call that the vendor has too, driven once. Each answer is held against what the vendor's
 * description says of it.
 */
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { Ajv } from 'ajv';
import { findUser } from '../../src/server/db/users.ts';
import { addAccount } from '../server/ledger/accounts.ts';
import { createTestServer } from '../server/support.ts';
import type { TestServer } from '../server/support.ts';
import {
  addedMethod,
  failure,
  flow,
  list,
  page,
  paymentCustomer,
  paymentMethod,
  payoutBatch,
  payoutBatchResults,
  payoutMethod,
  transfer,
  transferStatuses,
  transferTypes,
  user,
} from './facts.ts';

const ajv = new Ajv({ allowUnionTypes: true, allErrors: true });
const address = {
  line_1: '1 Main Street',
  city: 'Springfield',
  state: 'IL',
  country: 'US',
  postcode: '62701',
};
const ada = {
  first_name: 'Ada',
  last_name: 'Example',
  email: 'ada@example.com',
  country_code: '1',
  phone_number: '4155550100',
};
const jana = {
  ...ada,
  first_name: 'Jana',
  last_name: 'Beispiel',
  country_code: '49',
  phone_number: '15123456789',
};
const w9 = { entity_type: 'individual', date_of_birth: '1990-04-12', tin: '123456789', address };
const w8ben = {
  country_confirmed: true,
  name: 'Jana Beispiel',
  citizenship_country: 'DE',
  date_of_birth: '1990-04-12',
  foreign_tax_id: '36574261809',
  address: { line_1: 'Beispielweg 1', city: 'Berlin', country: 'DE', postcode: '10115' },
  signature: { consent: true, name: 'Jana Beispiel', email: 'ada@example.com' },
};
/** Where people have no tax number, or need not give it. */
const withoutTaxNumbers = {
  AU: { line_1: '1 George Street', city: 'Sydney', state: 'NSW', postcode: '2000' },
  BM: { line_1: '1 Church Street', city: 'Hamilton', postcode: 'HM 11' },
  VG: { line_1: '1 Main Street', city: 'Road Town', postcode: 'VG1110' },
  KY: { line_1: '1 Shedden Road', city: 'George Town', postcode: 'KY1-1001' },
  JP: { line_1: '1-1 Chiyoda', city: 'Chiyoda-ku', state: '東京都', postcode: '100-0001' },
};
const ach = {
  platform: 'ach',
  routing_number: '110000000',
  account_number: '000123456789',
  account_type: 'checking',
};
const abroad = {
  platform: 'intl_bank',
  bank_country: 'DE',
  account_holder_name: 'Jana Beispiel',
  iban: 'DE89370400440532013000',
};
const steps = [
  'compliance',
  'id-verification',
  'background-check',
  'manage-payments',
  'manage-payouts',
  'payout',
];

describe('as the vendor’s description says', () => {
  let server: TestServer;
  beforeEach(async () => void (server = await createTestServer()));

  const call = async (
    method: string,
    path: string,
    body: unknown,
    status: number,
    schema?: object,
  ): Promise<Record<string, string>> => {
    const answer = await server.asPartner(method, `/api/v2${path}`, body, { 'Dots-User-IP': '192.0.2.1' });
    const text = await answer.text();
    assert.equal(answer.status, status, `${method} ${path}: ${text}`);
    const value = JSON.parse(text) as Record<string, string>;
    const held = schema ?? (status >= 400 ? failure : {});
    assert.ok(ajv.validate(held, value), `${method} ${path}: ${ajv.errorsText()}\n${text}`);
    return value;
  };
  const verified = async (who: object): Promise<string> => {
    const { id = '' } = await call('POST', '/users', who, 201, user);
    await call('POST', `/users/${id}/send-verification-token`, { use_voice: false }, 202);
    await call('POST', `/users/${id}/verify`, { token: '000000' }, 400);
    await call('POST', `/users/${id}/verify`, { token: '123456' }, 200);
    return id;
  };
  /** Lets the payout be told to the rail, and the rail be asked what became of it. */
  const wait = async () => {
    for (let times = 0; times < 6; times += 1) {
      server.clock.advance(60_000);
      await server.runDueJobs();
    }
  };

  test('users are answered', async () => {
    const input = {
      ...ada,
      username: 'ada',
      date_of_birth: '1990-04-12',
      metadata: { internal: 'a1' },
      payout_options_exclude_list: ['venmo'],
    };
    const { id } = await call('POST', '/users', { ...input, '1099_adjustment_2024': 5_000 }, 201, user);
    await call('POST', '/users', ada, 200, user);
    const one = `/users/${id}`;
    await call('GET', one, undefined, 200, user);
    for (const status of ['verified', 'unverified', 'in_review', 'disabled'])
      await call('GET', `/users?status=${status}&limit=10`, undefined, 200, page(user));
    const patch = {
      auto_payout_enabled: true,
      metadata: 'note',
      payout_options_exclude_list: [],
      '1099_adjustment_2024': 1,
    };
    const changed = await call('PATCH', one, patch, 200, user);
    assert.deepEqual(changed['1099_adjustment'], { year: 2024, form: '1099-NEC', amount: 1 });
    await call('PATCH', one, { default_payout_method: 'paypal' }, 422);
    await call('PUT', `${one}/compliance`, { w9 }, 200);
    await call(
      'PUT',
      `${one}/compliance`,
      { w9: { entity_type: 'business', business_name: 'Acme LLC', tin: '123456789', address } },
      200,
    );
    await call('GET', one, undefined, 200, user);
    await call('PUT', `${one}/compliance`, { w9: { ...w9, tin: '000000000' } }, 422);
    await call('PUT', `${one}/addresses`, { ...address, line_2: 'Apt 2', line_3: 'Rear' }, 200);
    await call('PUT', `${one}/payout-methods`, ach, 403);
    await call('DELETE', one, undefined, 200, user);
    await call('GET', one, undefined, 404);
    const flagged = await call('POST', '/users', { ...ada, last_name: 'Sanctioned' }, 201, user);
    await call('GET', `/users/${flagged['id']}`, undefined, 200, user);
  });

  test('payout methods are answered', async () => {
    const one = `/users/${await verified(ada)}`;
    const methods = [
      { ...ach, metadata: { note: 1 }, is_default: null, auto_payout_enabled: null },
      { platform: 'paypal', email: 'ada@example.com', is_default: true },
      { platform: 'venmo', phone_number: '4155550100' },
      { platform: 'venmo', handle: '@ada-example' },
      {
        platform: 'cash_app',
        cash_tag: '$adaexample',
        routing_number: '110000000',
        account_number: '000123456780',
      },
    ];
    for (const method of methods) await call('PUT', `${one}/payout-methods`, method, 200, addedMethod);
    await call('GET', `${one}/payout-methods`, undefined, 200, list(payoutMethod));
    for (const rail of ['ach', 'cash_app', 'venmo', 'paypal'])
      await call('PATCH', one, { default_payout_method: rail }, 200, user);
    await call('PUT', `${one}/payout-methods`, { platform: 'ach' }, 422);
  });

  test('people abroad are answered, and their accounts', async () => {
    const id = await verified(jana);
    const one = `/users/${id}`;
    const treaty = {
      tax_treaty_country: 'DE',
      tax_treaty_citation: 'Article 12',
      tax_treaty_rate: 0.15,
      tax_treaty_income_type: 'copyright12',
    };
    // The clients of 2022 have to send a US number.
    for (const form of [
      w8ben,
      { ...w8ben, tin: '123456789' },
      { ...w8ben, ...treaty, tax_treaty_explanation: 'Royalties' },
    ])
      await call('PUT', `${one}/compliance`, { w8ben: form }, 200);
    // The vendor goes by citizenship, the law and so this server by residence.
    for (const [country, place] of Object.entries(withoutTaxNumbers)) {
      const form = { ...w8ben, foreign_tax_id: undefined, citizenship_country: country };
      await call('PUT', `${one}/compliance`, { w8ben: { ...form, address: { ...place, country } } }, 200);
      await call('PUT', `${one}/compliance`, { w8ben: form }, 422);
    }
    await call('PUT', `${one}/payout-methods`, abroad, 200, addedMethod);
    await call(
      'PUT',
      `${one}/payout-methods`,
      { platform: 'payoneer', email: 'ada@example.com' },
      200,
      addedMethod,
    );
    await call('GET', `${one}/payout-methods`, undefined, 200, list(payoutMethod));
    const seen = await call('PATCH', one, { default_payout_method: 'intl_bank' }, 200, user);
    assert.equal(seen['default_payout_method'], 'intl_bank');
    for (const platform of ['bank_transfer', 'intl_transfer', 'default'])
      await call('POST', '/payouts', { user_id: id, amount: 5_000, platform, fund: true }, 201, transfer);
  });

  test('flows are answered', async () => {
    const { id: user_id } = await call('POST', '/users', ada, 201, user);
    const options = { hide_go_to_dashboard_on_complete: true, require_auth: true, metadata: 'm' };
    const { id } = await call('POST', '/flows', { steps, user_id, ...options }, 200, flow);
    const redirect = { name: 'redirect', redirect_url: 'https://example.com/done' };
    // Generated clients send the defaults of the one shape that all steps have.
    const defaults = { auto_payout_enabled: true, hide_continue_button: false };
    const all = [...steps.map((name) => ({ name })), redirect].map((step) => ({ ...step, ...defaults }));
    await call('POST', '/flows', { steps: all }, 200, flow);
    await call('GET', `/flows/${id}`, undefined, 200, flow);
    await call('GET', '/flows?limit=1', undefined, 200, page(flow));
    await call('GET', `/flows?starting_after=${id}`, undefined, 200, page(flow));
    await call('GET', `/flows?ending_before=${id}`, undefined, 200, page(flow));
    await call('POST', '/flows', { steps: ['dance'] }, 422);
    await call('GET', `/flows/${server.partner.id}`, undefined, 404);
  });

  test('transfers and payouts are answered', async () => {
    const id = await verified(ada);
    for (const method of [ach, { platform: 'paypal', email: 'ada@example.com' }])
      await call('PUT', `/users/${id}/payout-methods`, method, 200, addedMethod);
    const moved = await call(
      'POST',
      '/transfers',
      { amount: -90_000, user_id: id, tax_exempt: null, metadata: null },
      200,
      transfer,
    );
    const key = server.deps.newId();
    const exempt = {
      amount: -1_000,
      user_id: id,
      tax_exempt: true,
      idempotency_key: key,
      metadata: { a: 1 },
    };
    const first = await call('POST', '/transfers', exempt, 200, transfer);
    assert.deepEqual(await call('POST', '/transfers', exempt, 200, transfer), first);
    await call('POST', '/transfers', { amount: 4_000, user_id: id }, 200, transfer);
    await call('POST', '/transfers', { amount: 9_000_000, user_id: id }, 409);
    await call('GET', `/transfers/${moved['id']}`, undefined, 200, transfer);
    await call('GET', `/transfers/${server.partner.id}`, undefined, 404);
    // In the sandbox the second fails and the third comes back.
    const payout = { user_id: id, platform: 'paypal' };
    await call('POST', '/payouts', { ...payout, amount: 1_000, payout_fee_party: 'user' }, 201, transfer);
    await call(
      'POST',
      '/payouts',
      { ...payout, amount: 1_013, fund: true, tax_exempt: true, metadata: 'm' },
      201,
      transfer,
    );
    await call('POST', '/payouts', { ...payout, amount: 1_014, platform: 'default' }, 201, transfer);
    await call('POST', '/payouts', { ...payout, amount: 0 }, 422);
    await wait();
    const all = await call('GET', `/transfers?user_id=${id}`, undefined, 200, page(transfer));
    const came = (all['data'] as unknown as { type: string; status: string }[]).flatMap(({ type, status }) =>
      type === 'payout' ? [status] : [],
    );
    assert.deepEqual(came.sort(), ['completed', 'failed', 'reversed']);
    for (const type of transferTypes)
      await call('GET', `/transfers?type=${type}`, undefined, 200, page(transfer));
    for (const status of transferStatuses)
      await call('GET', `/transfers?status=${status}`, undefined, 200, page(transfer));
    await call(
      'GET',
      '/transfers?start_date=2026-01-01T00:00:00Z&end_date=2026-12-31T00:00:00Z',
      undefined,
      200,
      page(transfer),
    );
    await call('GET', `/transfers?limit=2&starting_after=${moved['id']}`, undefined, 200, page(transfer));
  });

  test('batches of payouts are answered', async () => {
    const id = await verified(ada);
    await call('PUT', `/users/${id}/payout-methods`, { platform: 'paypal', email: 'a@b.example' }, 200);
    const row = { amount: 1_000, platform: 'paypal', fund: true, tax_exempt: false };
    const items = [
      { ...row, user_id: id, idempotency_key: server.deps.newId(), metadata: { invoice_id: 'INV-123' } },
      { ...row, user_id: server.partner.id, idempotency_key: server.deps.newId() },
    ];
    const body = { items, idempotency_key: server.deps.newId(), metadata: { week: '2026-01' } };
    const made = await call('POST', '/payout-batches', body, 200, payoutBatch);
    assert.deepEqual(await call('POST', '/payout-batches', body, 200, payoutBatch), made);
    await call('POST', '/payout-batches', { items: [{ ...items[1], amount: 0 }] }, 422);
    await call('POST', '/payout-batches', { items: items.slice(1) }, 200, payoutBatch);
    const at = `/payout-batches/${made['id']}`;
    await call('GET', `${at}/results`, undefined, 200, payoutBatchResults);
    await wait();
    await call('GET', at, undefined, 200, payoutBatch);
    await call('GET', '/payout-batches?limit=1', undefined, 200, page(payoutBatch));
    await call('GET', `/payout-batches/${server.partner.id}`, undefined, 404);
    for (const query of ['', '?include_request=true', '?include_request=False'])
      await call('GET', `${at}/results${query}`, undefined, 200, payoutBatchResults);
  });

  test('payment customers and payments are answered', async () => {
    const id = await verified(ada);
    const { country_code, phone_number, email, ...named } = ada;
    const made = await call(
      'POST',
      '/payment-customers',
      { ...named, email, country_code, phone_number, address, metadata: { plan: 'gold' } },
      200,
      paymentCustomer,
    );
    assert.equal(made['user_id'], id);
    // One user is one customer, so the business has a phone of its own.
    const business = { business_name: 'Example LLC', email, country_code, phone_number: '4155550179' };
    await call('POST', '/payment-customers', business, 200, paymentCustomer);
    await call('GET', `/payment-customers/${made['id']}`, undefined, 200, paymentCustomer);
    await call('GET', '/payment-customers?limit=1', undefined, 200, page(paymentCustomer));
    const user = await findUser(server.db, server.partner.id, id);
    assert.ok(user);
    const account_id = await addAccount(server, user);
    const methods = `/payment-methods?customer_id=${made['id']}&limit=5`;
    await call('GET', methods, undefined, 200, page(paymentMethod));
    await call('GET', `/payment-methods/${account_id}`, undefined, 200, paymentMethod);
    const debit = { amount: 1_000, platform: 'ach', account_id };
    await call('POST', '/payments', { ...debit, user_id: id, metadata: 'm' }, 201, transfer);
    await call('POST', '/payments', { ...debit, customer_id: made['id'] }, 201, transfer);
    await call('POST', '/payments', { ...debit, amount: 1_014, user_id: id }, 201, transfer);
    await wait();
    await call('GET', '/transfers?type=payment', undefined, 200, page(transfer));
    await call(
      'POST',
      `/payment-methods/${account_id}/detach`,
      { customer_id: made['id'] },
      200,
      paymentMethod,
    );
  });
});
