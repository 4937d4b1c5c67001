/** What a partner may ask of payout links: keys, filters, pages, and what is refused. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import type { Problem } from '../../../src/contract/problems.ts';
import { addUser } from '../ledger/support.ts';
import { createTestServer } from '../support.ts';
import { ask, claim, jane, makeLink, readLink, refused, wallet } from './links.ts';
import type { Link } from './links.ts';

const opening = 100_000_000;

describe('the idempotency key of a payout link', () => {
  it('answers the link that it has made, as it is now, for ever', async () => {
    const server = await createTestServer();
    const key = randomUUID();
    const asked = { idempotency_key: key, memo: 'Prize' };
    const made = await makeLink(server, asked);
    assert.deepEqual(await makeLink(server, asked, 200), made);
    await claim(server, made);
    server.clock.advance(400 * 24 * 60 * 60 * 1000);
    const nothing = { user_id: null, description: null, expires_in: null };
    const again = await makeLink(server, { ...asked, ...nothing, idempotency_key: key.toUpperCase() }, 200);
    assert.deepEqual([again.id, again.status], [made.id, 'claimed']);
    assert.equal(await wallet(server), opening - 5_000);
  });

  it('is of one request', async () => {
    const server = await createTestServer();
    const key = randomUUID();
    const conflict = '409 idempotency-conflict';
    await makeLink(server, { idempotency_key: key });
    const body = { amount: 5_001, payee: jane, idempotency_key: key };
    assert.equal(await refused(server, 'POST', '/payout-links', body), `${conflict} amount:other-than-first`);
    const same = { ...body, amount: 5_000 };
    assert.equal(
      await refused(server, 'POST', '/payouts/send-payout', same),
      `${conflict} idempotency_key:other-than-first`,
    );
    await server.addApp('pk_other', 'sk_other');
    const other = await server.asPartner('POST', '/v2/payout-links', body, {
      authorization: `Basic ${Buffer.from('pk_other:sk_other').toString('base64')}`,
    });
    assert.equal(other.status, 201, 'another app has keys of its own');
  });

  it('makes one link of requests that come at once', async () => {
    const server = await createTestServer();
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 4 }, () =>
        server.asPartner('POST', '/v2/payout-links', { amount: 5_000, payee: jane, idempotency_key: key }),
      ),
    );
    for (const { status } of answers) assert.ok([200, 201, 409].includes(status), String(status));
    assert.equal(answers.filter(({ status }) => status === 201).length, 1);
    assert.equal(await wallet(server), opening - 5_000);
  });

  it('in the header is that of every call', async () => {
    const server = await createTestServer();
    const header = { 'idempotency-key': 'one' };
    const post = () => server.asPartner('POST', '/v2/payout-links', { amount: 5_000, payee: jane }, header);
    const [first, second] = [await post(), await post()];
    assert.deepEqual([second.status, await second.json()], [201, await first.json()]);
    assert.equal(await wallet(server), opening - 5_000);
  });
});

describe('the list of payout links', () => {
  it('is found by whom they are for, and by how they are', async () => {
    const server = await createTestServer();
    const user = await ask(server, 'POST', '/users', {
      ...{ first_name: 'Jane', last_name: 'Doe', email: 'Jane.Doe@example.com' },
      ...jane,
    });
    const byUser = await makeLink(server, { payee: null, user_id: user.id });
    const byPhone = await makeLink(server);
    const byMail = await makeLink(server, { payee: { email: 'Other@Example.com' } });
    const ids = async (query: string) =>
      (await ask<{ data: Link[] }>(server, 'GET', `/payout-links?${query}`)).data.map(({ id }) => id).sort();
    const theirs = [byUser.id, byPhone.id].sort();
    assert.deepEqual(await ids(`user_id=${user.id}`), theirs, 'the phone says who it is');
    for (const phone of ['14155550100', '+14155550100', '%2B14155550100'])
      assert.deepEqual(await ids(`phone_number=${phone}`), theirs, phone);
    assert.deepEqual(await ids('email=jane.doe@EXAMPLE.com'), theirs);
    assert.deepEqual(await ids('email=other@example.com'), [byMail.id]);
    await ask(server, 'DELETE', `/payout-links/${byPhone.id}`);
    assert.deepEqual(await ids(`status=canceled&user_id=${user.id}`), [byPhone.id]);
    assert.deepEqual(await ids(`status=claimed`), []);
    assert.deepEqual(await ids(`user_id=${randomUUID()}`), []);
    for (const [query, wrong] of [
      ['status=lost', 'status:invalid-choice'],
      ['phone=1', 'phone:unknown'],
      ['phone_number=0', 'phone_number:invalid-phone-number'],
      ['email=jane', 'email:invalid-email'],
      ['user_id=7', 'user_id:invalid-uuid'],
    ] as const)
      assert.equal(await refused(server, 'GET', `/payout-links?${query}`), `422 invalid-input ${wrong}`);
  });

  it('comes in pages, in both directions, newest first', async () => {
    const server = await createTestServer();
    const made: string[] = [];
    for (let count = 0; count < 5; count += 1) {
      made.unshift((await makeLink(server)).id);
      server.clock.advance(1_000);
    }
    const page = async (query: string) => {
      const { data, has_more } = await ask<{ data: Link[]; has_more: boolean }>(
        server,
        'GET',
        `/payout-links?limit=2&${query}`,
      );
      return [data.map(({ id }) => made.indexOf(id)), has_more];
    };
    assert.deepEqual(await page(''), [[0, 1], true]);
    assert.deepEqual(await page(`starting_after=${made[1]}`), [[2, 3], true]);
    assert.deepEqual(await page(`starting_after=${made[3]}&status=created`), [[4], false]);
    assert.deepEqual(await page(`ending_before=${made[2]}&phone_number=14155550100`), [[0, 1], false]);
    assert.equal(
      await refused(server, 'GET', `/payout-links?starting_after=${randomUUID()}`),
      '404 no-such-resource',
    );
  });

  it('costs as much for many as for one', async () => {
    const server = await createTestServer();
    for (let count = 0; count < 6; count += 1) await makeLink(server);
    const cost = async (path: string) => {
      const first = server.db.answered();
      assert.equal((await server.asPartner('GET', path)).status, 200);
      return server.db.answered() - first;
    };
    await cost('/v2/payout-links?limit=1');
    assert.equal(await cost('/v2/payout-links?limit=1'), await cost('/v2/payout-links?limit=6'));
  });
});

describe('a request for a payout link', () => {
  for (const [about, body, wrong] of [
    ['nothing', {}, 'amount:required'],
    ['no money', { amount: 0 }, 'amount:invalid-number'],
    ['a debit', { amount: 100, funding_source: 'ach' }, 'funding_source:invalid-choice'],
    ['parts of cents', { amount: 1.5 }, 'amount:invalid-number'],
    [
      'accounting',
      { amount: 1, accounting_data: { quickbooks_account_id: '7' } },
      'accounting_data.quickbooks_account_id:unknown',
    ],
    [
      'a phone of nowhere',
      { amount: 1, payee: { phone_number: '4155550100' } },
      'payee.country_code:required',
    ],
    ['a country alone', { amount: 1, payee: { country_code: '1' } }, 'payee.phone_number:required'],
    [
      'a phone that is none',
      { amount: 1, payee: { country_code: '1', phone_number: '123' } },
      'payee.phone_number:invalid-phone-number',
    ],
    ['an email that is none', { amount: 1, payee: { email: 'jane' } }, 'payee.email:invalid-email'],
    ['a pigeon', { amount: 1, delivery: { method: 'pigeon' } }, 'delivery.method:invalid-choice'],
    ['a second payout', { amount: 1, additional_steps: ['payout'] }, 'additional_steps[0]:duplicate-step'],
    ['an unknown step', { amount: 1, additional_steps: ['dance'] }, 'additional_steps[0]:unknown-step'],
    [
      'a redirect to nowhere',
      { amount: 1, additional_steps: ['compliance', { name: 'redirect' }] },
      'additional_steps[1].redirect_url:invalid-redirect-url',
    ],
    ['a status', { amount: 1, status: 'claimed' }, 'status:unknown'],
    ['a moment', { amount: 1, expires_in: 1 }, 'expires_in:invalid-number'],
    ['a control character', { amount: 1, memo: 'a\u0007b' }, 'memo:invalid-characters'],
    ['a key that is none', { amount: 1, idempotency_key: 'one' }, 'idempotency_key:invalid-uuid'],
  ] as const)
    it(`that is about ${about} is refused`, async () => {
      const server = await createTestServer();
      assert.equal(await refused(server, 'POST', '/payout-links', body), `422 invalid-input ${wrong}`);
      assert.equal(await wallet(server), opening);
    });

  for (const path of ['/payout-links', '/payouts/send-payout'])
    it(`for less than any rail pays is refused: POST ${path}`, async () => {
      const server = await createTestServer();
      const answer = await server.asPartner('POST', `/v2${path}`, { amount: 99, payee: jane });
      const { error_code, detail, errors } = (await answer.json()) as Problem;
      assert.deepEqual(
        [answer.status, error_code, errors?.map(({ field, code }) => `${field}:${code}`)],
        [422, 'amount-below-minimum', ['amount:amount-below-minimum']],
      );
      assert.match(detail ?? '', /100 cents/);
      // Somebody who is known has the rails of their country.
      const user = await addUser(server, { country: 'IN', phone_e164: '+14155550188' });
      const india = { amount: 999, user_id: user.id };
      assert.match(await refused(server, 'POST', path, india), /^422 amount-below-minimum/);
      assert.equal(await wallet(server), opening);
      await makeLink(server, { amount: 100 });
    });

  it('with nulls asks for nothing, and names what nobody knows', async () => {
    const server = await createTestServer();
    const answer = await server.asPartner('POST', '/v2/payout-links', {
      ...{ amount: 100, user_id: null, payee: null, delivery: null, metadata: null, memo: null },
      ...{ description: null, idempotency_key: null, payout_fee_party: null, additional_steps: null },
      ...{ accounting_data: null, funding_source: 'dots_balance', colour: 'red' },
    });
    assert.deepEqual([answer.status, answer.headers.get('ignored-fields')], [201, 'colour']);
  });

  it('for a user of another app, or with another phone, is refused', async () => {
    const server = await createTestServer();
    assert.equal(
      await refused(server, 'POST', '/payout-links', { amount: 1, user_id: randomUUID() }),
      '404 no-such-resource',
    );
    const user = await ask(server, 'POST', '/users', {
      ...{ first_name: 'Jane', last_name: 'Doe', email: 'jane@example.com' },
      ...jane,
    });
    const other = { country_code: '1', phone_number: '4155550177' };
    assert.equal(
      await refused(server, 'POST', '/payout-links', { amount: 1, user_id: user.id, payee: other }),
      '422 invalid-input payee.phone_number:invalid-choice',
    );
    assert.equal((await makeLink(server, { user_id: user.id })).status, 'created');
  });

  it('needs a key that may move money', async () => {
    const server = await createTestServer();
    const made = await makeLink(server);
    const { key } = await ask<{ key: string }>(server, 'POST', '/api-keys', {
      name: 'reader',
      scopes: ['read'],
    });
    const authorization = `Basic ${Buffer.from(`pk_sandbox_demo:${key}`).toString('base64')}`;
    for (const [method, path] of [
      ['GET', `/v2/payout-links/${made.id}`],
      ['POST', '/v2/payout-links'],
      ['DELETE', `/v2/payout-links/${made.id}`],
    ] as const)
      assert.equal((await server.asPartner(method, path, undefined, { authorization })).status, 403, method);
    assert.equal((await readLink(server, made)).status, 'created');
  });
});
