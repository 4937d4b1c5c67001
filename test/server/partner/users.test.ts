import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import type { Problem } from '../../../src/contract/problems.ts';
import { user } from '../../../src/contract/partner/users.ts';
import type { User } from '../../../src/contract/partner/users.ts';
import { basicAuth, createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';

const jane = {
  first_name: 'Jane',
  last_name: 'Doe',
  email: 'jane@example.com',
  country_code: '1',
  phone_number: '4155550100',
};

describe('users of the partner API', () => {
  let server: TestServer;
  beforeEach(async () => void (server = await createTestServer()));

  const create = (body: unknown = jane, headers = {}) => server.asPartner('POST', '/v2/users', body, headers);

  test('creates a user and answers it in the API’s shape', async () => {
    const answer = await create({ ...jane, metadata: { partner_id: 'p1' } });
    assert.equal(answer.status, 201);
    const created = (await answer.json()) as User;
    assert.equal(user.safeParse(created).success, true);
    assert.deepEqual(created.phone_number, { country_code: '1', phone_number: '4155550100' });
    assert.equal(created.status, 'unverified');
    assert.deepEqual(created.metadata, { partner_id: 'p1' });
    assert.deepEqual(created.wallet, { amount: 0, withdrawable_amount: 0, credit_balance: 0 });
    assert.equal(created.compliance.tax_id_verification, 'unsubmitted');
    assert.deepEqual(await (await server.asPartner('GET', `/v2/users/${created.id}`)).json(), created);
  });

  test('a phone number is one user: the known one is answered, unchanged', async () => {
    const { id } = (await (await create()).json()) as User;
    const again = await create({ ...jane, first_name: 'Janet' });
    assert.equal(again.status, 200);
    const known = (await again.json()) as User;
    assert.equal(known.id, id);
    assert.equal(known.first_name, 'Jane');
  });

  test('repeats an answer by Idempotency-Key', async () => {
    const first = await create(jane, { 'idempotency-key': 'u1' });
    const again = await create(jane, { 'idempotency-key': 'u1' });
    assert.equal(again.status, 201);
    assert.equal(await again.text(), await first.text());
  });

  test('names every field that is wrong', async () => {
    const answer = await create({
      first_name: '',
      last_name: 'D\te',
      email: 'jane@',
      country_code: '+1a',
      phone_number: '12ab',
    });
    assert.equal(answer.status, 422);
    const { errors } = (await answer.json()) as Problem;
    assert.deepEqual(Object.fromEntries((errors ?? []).map(({ field, code }) => [field, code])), {
      first_name: 'required',
      last_name: 'invalid-characters',
      email: 'invalid-email',
      country_code: 'invalid-phone-number',
      phone_number: 'invalid-phone-number',
    });
    const tooShort = (await (await create({ ...jane, phone_number: '12' })).json()) as Problem;
    assert.deepEqual(
      tooShort.errors?.map(({ field, code }) => [field, code]),
      [['phone_number', 'invalid-phone-number']],
    );
  });

  test('takes the calling code with its plus as well', async () => {
    const made = await create({ ...jane, country_code: '+1' });
    assert.equal(made.status, 201, await made.clone().text());
    const user = (await made.json()) as User;
    assert.equal(user.phone_number.country_code, '1');
    assert.equal((await create()).status, 200, 'it is the same number');
  });

  test('lists by page and by status; another app’s users are not there', async () => {
    const { id } = (await (await create()).json()) as User;
    const list = async (query = '', headers = {}) =>
      (await (await server.asPartner('GET', `/v2/users${query}`, undefined, headers)).json()) as {
        data: User[];
        has_more: boolean;
      };
    assert.deepEqual(
      (await list()).data.map((entry) => entry.id),
      [id],
    );
    assert.deepEqual((await list('?status=unverified')).data.length, 1);
    assert.deepEqual((await list('?status=verified')).data, []);
    assert.equal((await server.asPartner('GET', '/v2/users?status=gone')).status, 422);

    await server.addApp('pk_other', 'sk_other');
    const other = { authorization: basicAuth('pk_other', 'sk_other') };
    assert.deepEqual((await list('', other)).data, []);
    assert.equal((await server.asPartner('GET', `/v2/users/${id}`, undefined, other)).status, 404);
    assert.equal(
      (await server.asPartner('POST', '/v2/flows', { steps: ['compliance'], user_id: id }, other)).status,
      404,
    );
    assert.equal(
      (await server.asPartner('POST', '/v2/flows', { steps: ['compliance'], user_id: id })).status,
      200,
    );
  });
});
