/**
 * What the calls about money say when something is wrong: the field by its name, and what to do. One half
 * tries wrong values in every field; the other has the sentence for each way in which things can stand.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, describe, test } from 'node:test';
import { createPaymentInput } from '../../../src/contract/money/payments.ts';
import { batchItem, createPayoutBatchInput } from '../../../src/contract/money/payout-batches.ts';
import { createPayoutLinkInput } from '../../../src/contract/money/payout-links.ts';
import { createPayoutInput, createTransferInput } from '../../../src/contract/money/transfers.ts';
import { createPaymentCustomerInput } from '../../../src/contract/partner/payment-customers.ts';
import { fieldCatalogue } from '../../../src/contract/problems.ts';
import type { FieldCode, Problem } from '../../../src/contract/problems.ts';
import { payBatches } from '../../../src/server/ledger/batches.ts';
import type { UserRow } from '../../../src/server/db/users.ts';
import { addAccount } from '../ledger/accounts.ts';
import { addMethod, addUser, bank, paypal } from '../ledger/support.ts';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';

interface World {
  readonly server: TestServer;
  readonly user: UserRow;
  readonly other: UserRow;
}

async function begin(): Promise<World> {
  const server = await createTestServer();
  const user = await addUser(server, { phone_e164: '+14155550151' });
  await addMethod(server, user, paypal);
  await addAccount(server, user);
  return { server, user, other: await addUser(server, { phone_e164: '+14155550152' }) };
}

async function problemOf(server: TestServer, method: string, path: string, body?: object): Promise<Problem> {
  const answer = await server.asPartner(method, `/v2${path}`, body);
  const said = await answer.text();
  assert.ok(answer.status >= 400 && answer.status < 500, `${method} ${path}: ${answer.status} ${said}`);
  return JSON.parse(said) as Problem;
}

/** Codes whose own sentence says what is wrong and not what is wanted. */
const vague: ReadonlySet<FieldCode> = new Set([
  ...(['invalid-number', 'invalid-choice', 'invalid-type', 'invalid-date'] as const),
  ...(['too-long', 'too-short'] as const),
]);

describe('what is wrong with a field', () => {
  let world: World;
  before(async () => void (world = await begin()));
  const wrong = [{}, [], '', 'x', -1, 1.5, 1e300, true, false, 'x'.repeat(5_000), [7], { a: 7 }];
  const jane = { country_code: '1', phone_number: '4155550100' };
  const row = () => ({
    ...{ user_id: world.user.id, amount: 1_000, platform: 'paypal', fund: true },
    idempotency_key: randomUUID(),
  });
  for (const [path, schema, good, at] of [
    ['/transfers', createTransferInput, () => ({ user_id: world.user.id, amount: -1 }), ''],
    ['/payouts', createPayoutInput, row, ''],
    ['/payments', createPaymentInput, () => ({ user_id: world.user.id, amount: 1_000, platform: 'ach' }), ''],
    ['/payout-links', createPayoutLinkInput, () => ({ amount: 100, payee: jane }), ''],
    ['/payout-links', createPayoutLinkInput.shape.payee.def.innerType.def.innerType, () => jane, 'payee'],
    [
      '/payout-links',
      createPayoutLinkInput.shape.delivery.def.innerType.def.innerType,
      () => ({ method: 'link' }),
      'delivery',
    ],
    ['/payouts/send-payout', createPayoutLinkInput, () => ({ amount: 100, payee: jane }), ''],
    ['/payout-batches', createPayoutBatchInput, () => ({ items: [row()] }), ''],
    ['/payout-batches', batchItem, row, 'items'],
    ['/payment-customers', createPaymentCustomerInput, () => ({ user_id: world.user.id }), ''],
  ] as const)
    test(`is said with what is wanted: POST ${path} ${at}`, async () => {
      const bare: string[] = [];
      const within = (body: object) =>
        at === '' ? body : at === 'items' ? { items: [body] } : { amount: 100, [at]: body };
      for (const name of Object.keys(schema.shape))
        for (const value of wrong) {
          const body = within({ ...good(), [name]: value });
          const answer = await world.server.asPartner('POST', `/v2${path}`, body);
          if (answer.ok) continue;
          const { errors, detail, message } = (await answer.json()) as Problem;
          const about = `${name} ${JSON.stringify(value).slice(0, 20)}`;
          for (const error of errors ?? [])
            if (
              error.field === '' ||
              (vague.has(error.code as FieldCode) &&
                error.message === fieldCatalogue[error.code as FieldCode])
            )
              bare.push(`${about}: ${error.field} ${error.message}`);
          if ((errors ?? []).length === 0 && detail === undefined) bare.push(`${about}: ${message}`);
        }
      assert.deepEqual(bare, []);
    });

  for (const [path, body, field, wanted] of [
    ['/payments', { debit_on: 'tomorrow' }, 'debit_on', /YYYY-MM-DD.*90 days/],
    ['/payments', { debit_on: '2027-01-01' }, 'debit_on', /90 days.*2026-05-31/],
    ['/payments', { customer_id: randomUUID() }, 'customer_id', /either user_id or customer_id/],
    ['/payments', { user_id: null }, 'user_id', /either user_id or customer_id/],
    ['/payments', { platform: 'paypal' }, 'platform', /ach/],
    ['/payments', { ach_info: {} }, 'ach_info', /Leave it out/],
    ['/payments', { amount: 1e12 }, 'amount', /At most 100000000000/],
    ['/payments', { amount: 1e20 }, 'amount', /At most 100000000000/],
    ['/payouts', { amount: 1e20 }, 'amount', /At most 100000000000/],
    ['/payouts', { amount: 0 }, 'amount', /At least 1/],
    ['/payouts', { amount: '5' }, 'amount', /a number/],
    ['/payouts', { amount: 1.5 }, 'amount', /whole number/],
    ['/payouts', { tax_exempt: true }, 'tax_exempt', /`fund: true`/],
    ['/payouts', { account_id: 'x' }, 'account_id', /GET \/users\/\{id\}/],
    ['/payouts', { status: 'x' }, 'status', /Leave it out/],
    ['/transfers', { amount: 0 }, 'amount', /[Nn]egative.*positive/],
    ['/payout-links', { additional_steps: 'compliance' }, 'additional_steps', /a list/],
    ['/payout-links', { additional_steps: [7] }, 'additional_steps[0]', /name/],
    ['/payout-links', { amount: 5 }, 'amount', /100 cents/],
    [
      '/payout-links',
      { payee: { country_code: '1', phone_number: '12' } },
      'payee.phone_number',
      /calling code.*national digits/,
    ],
    [
      '/payout-links',
      { payee: { country_code: 'US', phone_number: '4155550100' } },
      'payee.country_code',
      /calling code.*1/,
    ],
    ['/payout-links', { payee: { country_code: '1' } }, 'payee.phone_number', /required/],
    ['/payment-customers', { user_id: null }, 'email', /required/],
  ] as const)
    test(`${path} ${JSON.stringify(body)}: ${field}`, async () => {
      const { user } = world;
      const good = { user_id: user.id, amount: 1_000 };
      const base = {
        '/payments': { ...good, platform: 'ach' },
        '/payouts': { ...good, platform: 'paypal' },
        '/transfers': good,
        '/payout-links': { amount: 1_000 },
        '/payment-customers': {},
      };
      const { errors } = await problemOf(world.server, 'POST', path, { ...base[path], ...body });
      assert.match(errors?.find((error) => error.field === field)?.message ?? JSON.stringify(errors), wanted);
    });

  test('fund of a row must be true', async () => {
    const { errors } = await problemOf(world.server, 'POST', '/payout-batches', {
      items: [{ ...row(), fund: false }],
    });
    assert.match(errors?.[0]?.message ?? '', /It has to be true/);
    assert.equal(errors?.[0]?.field, 'items[0].fund');
  });

  test('the calling code of a link may have a plus, as that of a user', async () => {
    const answer = await world.server.asPartner('POST', '/v2/payout-links', {
      amount: 100,
      payee: { country_code: '+1', phone_number: '4155550100' },
    });
    assert.equal(answer.status, 201);
    assert.equal(((await answer.json()) as { payee: { country_code: string } }).payee.country_code, '1');
  });
});

describe('how things stand', () => {
  const whole = 100_000_000;
  const payout = ({ user }: World, more: object = {}) => ({
    ...{ user_id: user.id, amount: 1_000, platform: 'paypal', fund: true, ...more },
  });
  for (const [about, make, wanted] of [
    [
      'a user who is not there',
      (w: World) => problemOf(w.server, 'POST', '/payouts', payout(w, { user_id: randomUUID() })),
      /no user.*POST \/users/,
    ],
    [
      'a transfer to nobody',
      (w: World) => problemOf(w.server, 'POST', '/transfers', { user_id: randomUUID(), amount: -1 }),
      /no user.*POST \/users/,
    ],
    [
      'a link to nobody',
      (w: World) => problemOf(w.server, 'POST', '/payout-links', { user_id: randomUUID(), amount: 100 }),
      /no user.*POST \/users/,
    ],
    [
      'a customer who is not there',
      (w: World) =>
        problemOf(w.server, 'POST', '/payments', { customer_id: randomUUID(), amount: 1, platform: 'ach' }),
      /no payment customer.*POST \/payment-customers/,
    ],
    [
      'an empty wallet of the app',
      (w: World) => problemOf(w.server, 'POST', '/transfers', { user_id: w.user.id, amount: -whole - 1 }),
      /app’s wallet holds less.*deposit/,
    ],
    [
      'an empty wallet of the user',
      (w: World) => problemOf(w.server, 'POST', '/payouts', payout(w, { fund: false })),
      /user’s wallet holds less.*`fund`/,
    ],
    [
      'a debit of an empty wallet',
      (w: World) => problemOf(w.server, 'POST', '/transfers', { user_id: w.user.id, amount: 1 }),
      /user’s wallet holds less.*at most what/,
    ],
    [
      'no payout method',
      (w: World) => problemOf(w.server, 'POST', '/payouts', payout(w, { user_id: w.other.id })),
      /no payout method.*manage-payouts/,
    ],
    [
      'too little for the rail',
      (w: World) => problemOf(w.server, 'POST', '/payouts', payout(w, { amount: 99 })),
      /least.*100 cents/,
    ],
    [
      'a rail that does not pay there',
      async (w: World) => {
        const abroad = await addUser(w.server, { country: 'IN', phone_e164: '+14155550153' });
        await addMethod(w.server, abroad, bank);
        return problemOf(w.server, 'POST', '/payouts', payout(w, { user_id: abroad.id, platform: 'ach' }));
      },
      /ach does not pay this user.*another/,
    ],
    [
      'a disabled user',
      async (w: World) => {
        await w.server.asPartner('POST', `/v2/users/${w.user.id}/disable`);
        return problemOf(w.server, 'POST', '/payments', {
          ...{ user_id: w.user.id, amount: 1, platform: 'ach' },
        });
      },
      /disabled.*POST \/users\/\{id\}\/enable/,
    ],
    [
      'a link for a disabled user',
      async (w: World) => {
        await w.server.asPartner('POST', `/v2/users/${w.user.id}/disable`);
        return problemOf(w.server, 'POST', '/payout-links', { user_id: w.user.id, amount: 100 });
      },
      /disabled.*POST \/users\/\{id\}\/enable/,
    ],
    [
      'a phone that is not confirmed',
      async (w: World) => {
        const user = await addUser(w.server, { phone_verified: false, phone_e164: '+14155550154' });
        await addAccount(w.server, user, '000555555559');
        return problemOf(w.server, 'POST', '/payments', { user_id: user.id, amount: 1, platform: 'ach' });
      },
      /not confirmed.*send-verification-token/,
    ],
    [
      'no account to debit',
      (w: World) =>
        problemOf(w.server, 'POST', '/payments', { user_id: w.other.id, amount: 1, platform: 'ach' }),
      /no account.*manage-payments/,
    ],
    [
      'an account that waits',
      async (w: World) => {
        const id = await addAccount(w.server, w.other, '000555555559', 'sent');
        return problemOf(w.server, 'POST', '/payments', {
          ...{ user_id: w.other.id, amount: 1, platform: 'ach', account_id: id },
        });
      },
      /account is sent.*manage-payments/,
    ],
    [
      'a link that was claimed, and cannot be canceled',
      async (w: World) => {
        const made = await w.server.asPartner('POST', '/v2/payouts/send-payout', {
          ...{ user_id: w.user.id, amount: 1_000 },
        });
        const { id } = (await made.json()) as { id: string };
        return problemOf(w.server, 'DELETE', `/payout-links/${id}`);
      },
      /claimed.*POST \/transfers/,
    ],
    [
      'another phone than the user’s',
      (w: World) =>
        problemOf(w.server, 'POST', '/payout-links', {
          ...{ user_id: w.user.id, amount: 100, payee: { country_code: '1', phone_number: '4155550100' } },
        }),
      /another phone.*[Ll]eave/,
    ],
    [
      'an account of somebody else',
      async (w: World) => {
        const id = await addAccount(w.server, w.user, '000555555559');
        const customer = await w.server.asPartner('POST', '/v2/payment-customers', { user_id: w.other.id });
        return problemOf(w.server, 'POST', `/payment-methods/${id}/detach`, {
          customer_id: ((await customer.json()) as { id: string }).id,
        });
      },
      /not this customer’s.*[Ll]eave customer_id out/,
    ],
    [
      'a page beside nothing',
      (w: World) => problemOf(w.server, 'GET', `/payout-links?starting_after=${randomUUID()}`),
      /not in this list.*without it/,
    ],
  ] as const)
    test(`is said with what to do: ${about}`, async () => {
      const { detail, message, errors } = await make(await begin());
      assert.match([detail ?? message, ...(errors ?? []).map((error) => error.message)].join(' '), wanted);
    });

  test('is said in the result of a row as in the answer to a call', async () => {
    const world = await begin();
    const rows = [
      payout(world, { user_id: randomUUID() }),
      payout(world, { user_id: world.other.id }),
      payout(world, { amount: 99 }),
      payout(world, { amount: whole * 2, platform: 'paypal' }),
    ].map((row) => ({ ...row, idempotency_key: randomUUID() }));
    const made = await world.server.asPartner('POST', '/v2/payout-batches', { items: rows });
    await payBatches(world.server.deps, world.server.partner.id);
    const { id } = (await made.json()) as { id: string };
    const results = await world.server.asPartner('GET', `/v2/payout-batches/${id}/results`);
    const { items } = (await results.json()) as { items: { error_message: string }[] };
    [/POST \/users/, /manage-payouts/, /100 cents/, /most.*2000000 cents/].forEach((wanted, at) =>
      assert.match(items[at]?.error_message ?? '', wanted),
    );
  });
});
