/**
 * A key in the body makes one thing, for ever. What is asked for again in other words is the same; with other
 * contents it is a conflict that names the field, and what another call has made is never the answer.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import type { PayoutBatchResults } from '../../../src/contract/money/payout-batches.ts';
import type { Problem } from '../../../src/contract/problems.ts';
import { addAccount } from './accounts.ts';
import { addMethod, addUser, bank, paypal } from './support.ts';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';

const day = 24 * 3_600_000;
const jane = { country_code: '1', phone_number: '4155550100' };

interface World {
  readonly server: TestServer;
  readonly user: string;
  readonly other: string;
  readonly paypal: string;
  readonly account: string;
  readonly key: string;
}

async function begin(): Promise<World> {
  const server = await createTestServer();
  const [user, other] = [await addUser(server), await addUser(server, { phone_e164: '+14155550177' })];
  await addMethod(server, user, bank);
  const method = await addMethod(server, user, paypal);
  await addMethod(server, other, paypal);
  const account = await addAccount(server, user);
  await addAccount(server, other, '000555555559');
  return {
    ...{ server, user: user.id, other: other.id, paypal: method.id, account, key: randomUUID() },
  };
}

interface Made {
  readonly id: string;
}
const post = (server: TestServer, path: string, body: object) =>
  server.asPartner('POST', `/v2${path.replace('{app}', server.partner.id)}`, body);

async function makes(server: TestServer, path: string, body: object): Promise<string> {
  const answer = await post(server, path, body);
  assert.ok(answer.ok, `${path}: ${answer.status} ${await answer.clone().text()}`);
  return ((await answer.json()) as Made).id;
}

/** Makes a call that is a conflict, and returns the fields that it names. */
async function conflicts(server: TestServer, path: string, body: object): Promise<string[]> {
  const answer = await post(server, path, body);
  const { error_code, detail, errors } = (await answer.json()) as Problem;
  assert.deepEqual([answer.status, error_code], [409, 'idempotency-conflict'], JSON.stringify(body));
  assert.match(detail ?? '', /^This idempotency_key /, 'it is about the key in the body');
  assert.match(detail ?? '', /another key/, 'it says what to do');
  return (errors ?? []).map(({ field }) => field);
}

interface Thing {
  readonly path: string;
  readonly body: (world: World) => object;
  /** The same in other words. */
  readonly same: (world: World) => readonly object[];
  /** What is other, by the field that is named. */
  readonly other: (world: World) => readonly (readonly [field: string, change: object])[];
}

const row = ({ user }: World) => ({ user_id: user, amount: 2_000, platform: 'paypal', fund: true });
const note = { order: { id: 7, of: 'x' } };

const things: Readonly<Record<string, Thing>> = {
  payout: {
    path: '/payouts',
    body: (world) => ({ ...row(world), metadata: note }),
    same: ({ paypal }) => [
      {},
      { metadata: { order: { of: 'x', id: 7 } } },
      { account_id: paypal },
      { account_id: null, tax_exempt: false, payout_fee_party: 'platform' },
    ],
    other: ({ other }) => [
      ['user_id', { user_id: other }],
      ['amount', { amount: 2_001 }],
      ['platform', { platform: 'ach' }],
      ['account_id', { account_id: randomUUID() }],
      ['fund', { fund: false }],
      ['tax_exempt', { tax_exempt: true }],
      ['income_type', { income_type: 'royalties' }],
      ['payout_fee_party', { payout_fee_party: 'user' }],
      ['metadata', { metadata: { order: { id: 8, of: 'x' } } }],
      ['metadata', { metadata: null }],
    ],
  },
  payment: {
    path: '/payments',
    body: ({ user }) => ({
      ...{ user_id: user, amount: 2_000, platform: 'ach', debit_on: '2026-03-20', metadata: note },
    }),
    same: ({ account }) => [{}, { account_id: account }, { account_id: null }],
    other: ({ other }) => [
      ['user_id', { user_id: other }],
      ['amount', { amount: 2_001 }],
      ['account_id', { account_id: randomUUID() }],
      ['debit_on', { debit_on: '2026-03-21' }],
      ['debit_on', { debit_on: null }],
      ['metadata', { metadata: 'other' }],
    ],
  },
  transfer: {
    path: '/transfers',
    body: ({ user }) => ({ user_id: user, amount: -2_000, metadata: note }),
    same: () => [{}, { tax_exempt: false, income_type: null, metadata: { order: { of: 'x', id: 7 } } }],
    other: ({ other }) => [
      ['user_id', { user_id: other }],
      ['amount', { amount: -2_001 }],
      ['tax_exempt', { tax_exempt: true }],
      ['income_type', { income_type: 'royalties' }],
      ['metadata', { metadata: 'other' }],
    ],
  },
  deposit: {
    path: '/apps/{app}/deposit',
    body: () => ({ amount: 2_000 }),
    same: () => [{}],
    other: () => [['amount', { amount: 2_001 }]],
  },
  withdrawal: {
    path: '/apps/{app}/withdraw',
    body: () => ({ amount: 2_000 }),
    same: () => [{}],
    other: () => [['amount', { amount: 2_001 }]],
  },
  'payout link': {
    path: '/payout-links',
    body: () => ({
      amount: 2_000,
      payee: jane,
      memo: 'Prize',
      metadata: note,
      additional_steps: ['onboard'],
    }),
    same: () => [{}, { user_id: null, description: null, metadata: { order: { of: 'x', id: 7 } } }],
    other: ({ other }) => [
      ['amount', { amount: 2_001 }],
      ['user_id', { user_id: other, payee: null }],
      ['payee.phone_number', { payee: { ...jane, phone_number: '4155550177' } }],
      ['payee.first_name', { payee: { ...jane, first_name: 'Jane' } }],
      ['payee.email', { payee: { ...jane, email: 'jane@example.com' } }],
      ['delivery.method', { delivery: { method: 'sms' } }],
      ['memo', { memo: 'Price' }],
      ['description', { description: 'x' }],
      ['metadata', { metadata: 'other' }],
      ['tax_exempt', { tax_exempt: true }],
      ['payout_fee_party', { payout_fee_party: 'user' }],
      ['expires_in', { expires_in: 3_600 }],
      ['additional_steps', { additional_steps: ['compliance'] }],
      ['force_collect_compliance_information', { force_collect_compliance_information: true }],
    ],
  },
  'payout batch': {
    path: '/payout-batches',
    body: (world) => ({
      items: [{ ...row(world), idempotency_key: '6f1c3c1e-8f3a-4f6e-9b1d-0d4f5a6b7c8d', metadata: note }],
      metadata: note,
    }),
    same: (world) => [
      {},
      { metadata: { order: { of: 'x', id: 7 } } },
      {
        items: [
          {
            ...row(world),
            ...{ account_id: null, tax_exempt: null, metadata: { order: { of: 'x', id: 7 } } },
            idempotency_key: '6F1C3C1E-8F3A-4F6E-9B1D-0D4F5A6B7C8D',
          },
        ],
      },
    ],
    other: (world) => {
      const item = {
        ...row(world),
        ...{ idempotency_key: '6f1c3c1e-8f3a-4f6e-9b1d-0d4f5a6b7c8d', metadata: note },
      };
      return [
        ['metadata', { metadata: 'other' }],
        ['items', { items: [item, { ...item, idempotency_key: randomUUID() }] }],
        ['items[0].amount', { items: [{ ...item, amount: 2_001 }] }],
        ['items[0].metadata', { items: [{ ...item, metadata: 'other' }] }],
        ['items[0].idempotency_key', { items: [{ ...item, idempotency_key: randomUUID() }] }],
      ];
    },
  },
};

for (const [name, { path, body, same, other }] of Object.entries(things))
  for (const [when, later] of [
    ['at once', 0],
    ['after the answer was forgotten', 3 * day],
  ] as const)
    describe(`a key that has made a ${name}, ${when}`, () => {
      test('makes no other of the same request in other words', async () => {
        const world = await begin();
        const asked = { ...body(world), idempotency_key: world.key };
        const id = await makes(world.server, path, asked);
        world.server.clock.advance(later);
        for (const words of same(world))
          for (const key of [world.key, world.key.toUpperCase()])
            assert.equal(
              await makes(world.server, path, { ...asked, ...words, idempotency_key: key }),
              id,
              JSON.stringify(words),
            );
      });

      test('is a conflict with other contents, which names the field', async () => {
        const world = await begin();
        const asked = { ...body(world), idempotency_key: world.key };
        await makes(world.server, path, asked);
        world.server.clock.advance(later);
        for (const [field, change] of other(world)) {
          const named = await conflicts(world.server, path, { ...asked, ...change });
          assert.ok(named.includes(field), `${field}: ${named.join()}`);
        }
      });

      test('is a conflict where it is sent to another call', async () => {
        const world = await begin();
        const { server, key } = world;
        await makes(server, path, { ...body(world), idempotency_key: key });
        server.clock.advance(later);
        for (const [otherName, thing] of Object.entries(things)) {
          if (otherName === name) continue;
          const asked = { ...thing.body(world), idempotency_key: key };
          const named = await conflicts(server, thing.path, asked);
          assert.ok(
            // A withdrawal is a deposit of less than nothing, so that its amount is what is other.
            [['idempotency_key'], ['amount']].some((fields) => named.join() === fields.join()),
            `${otherName}: ${named.join()}`,
          );
        }
        const refused = await post(server, '/payout-batches', {
          items: [{ ...row(world), idempotency_key: key }],
        });
        const { id } = (await refused.json()) as Made;
        await server.runDueJobs();
        const results = await server.asPartner('GET', `/v2/payout-batches/${id}/results`);
        const [item] = ((await results.json()) as PayoutBatchResults).items;
        assert.equal(item?.error_code, 'idempotency-conflict', name);
        assert.match(item.error_message ?? '', /^This idempotency_key /);
        assert.doesNotMatch(item.error_message ?? '', /Idempotency-Key/, 'a row has no header');
      });
    });

test('a payout is found by its key after its method, or its user, is gone', async () => {
  const world = await begin();
  const asked = { ...row(world), metadata: note, idempotency_key: world.key };
  const id = await makes(world.server, '/payouts', asked);
  await world.server.runDueJobs();
  world.server.clock.advance(3 * day);
  await world.server.runDueJobs();
  await world.server.db.query('update payout_methods set removed = $1 where id = $2', [
    world.server.clock.now(),
    world.paypal,
  ]);
  assert.equal(await makes(world.server, '/payouts', asked), id);
});

test('a batch is refused whose own key stands in a row', async () => {
  const world = await begin();
  const answer = await post(world.server, '/payout-batches', {
    items: [{ ...row(world), idempotency_key: world.key.toUpperCase() }],
    idempotency_key: world.key,
  });
  const { errors } = (await answer.json()) as Problem;
  assert.deepEqual([answer.status, errors?.map(({ field }) => field)], [422, ['items[0].idempotency_key']]);
});
