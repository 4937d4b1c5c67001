/**
 * `flags.name_mismatch`: a name "submitted during IDV or through a payout method" (the vendor's description)
 * is another than the user's.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { User } from '../../../src/contract/partner/users.ts';
import { licenceBack } from '../../support/licence.ts';
import { atIdentity, tries } from '../payee/identity.ts';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';

const jana = {
  first_name: 'Jana',
  last_name: 'Müller',
  email: 'jana@example.com',
  country_code: '49',
  phone_number: '15123456789',
};
const berlin = { line_1: 'Beispielweg 1', city: 'Berlin', country: 'DE', postcode: '10115' };
const ibans = [
  'DE89370400440532013000',
  'DE02120300000000202051',
  'DE02500105170137075030',
  'DE02100500000054540402',
];

async function call<T = User>(server: TestServer, method: string, path: string, body?: unknown): Promise<T> {
  const answer = await server.asPartner(method, `/v2${path}`, body);
  const value = (await answer.json()) as T;
  assert.ok(answer.ok, `${method} ${path}: ${JSON.stringify(value)}`);
  return value;
}

const flagged = ({ compliance }: User) => [compliance.flags.name_mismatch, compliance.flagged];

describe('a user whose name does not match', () => {
  test('the owner of a bank account abroad is flagged; spelling, order and middle names are no other name', async () => {
    const server = await createTestServer();
    const { id } = await call(server, 'POST', '/users', jana);
    await call(server, 'POST', `/users/${id}/send-verification-token`, {});
    await call(server, 'POST', `/users/${id}/verify`, { token: '123456' });
    await call(server, 'PUT', `/users/${id}/addresses`, { ...berlin, state: 'BE' });
    const add = async (account_holder_name: string, iban = '') => {
      const account = { platform: 'intl_bank', bank_country: 'DE', account_holder_name, iban };
      await call(server, 'PUT', `/users/${id}/payout-methods`, account);
      return flagged(await call(server, 'GET', `/users/${id}`));
    };
    assert.deepEqual(await add('Jana Müller', ibans[0]), [false, false]);
    assert.deepEqual(await add('MUELLER, JANA MARIE', ibans[1]), [false, false]);
    assert.deepEqual(await add('Petra Müller', ibans[2]), [true, true]);
    const listed = await call<{ data: User[] }>(server, 'GET', '/users');
    assert.deepEqual(listed.data.map(flagged), [[true, true]]);
  });

  test('the owner of an account is not flagged when the account is their business’s', async () => {
    const server = await createTestServer();
    const { id } = await call(server, 'POST', '/users', jana);
    await call(server, 'POST', `/users/${id}/send-verification-token`, {});
    await call(server, 'POST', `/users/${id}/verify`, { token: '123456' });
    await call(server, 'PUT', `/users/${id}/addresses`, { ...berlin, state: 'BE' });
    const account = {
      platform: 'intl_bank',
      bank_country: 'DE',
      account_holder_name: 'Birkenwerk GmbH',
      iban: ibans[0],
    };
    const early = await server.asPartner('PUT', `/v2/users/${id}/payout-methods`, account);
    assert.equal(early.status, 422, 'nobody knows that it is theirs');
    const w9 = { entity_type: 'business', business_name: 'Birkenwerk', tin: '123456789', address: berlin };
    await call(server, 'PUT', `/users/${id}/compliance`, { w9 });
    await call(server, 'PUT', `/users/${id}/payout-methods`, { ...account, platform: 'intl_bank' });
    assert.deepEqual(flagged(await call(server, 'GET', `/users/${id}`)), [false, false]);
  });

  test('their identity document is flagged until a document bears their name', async () => {
    const server = await createTestServer();
    const payee = await atIdentity(server, 'Doe', ['manage-payouts']);
    const seen = async () => flagged(await call(server, 'GET', `/users/${payee.seen.flow.user_id}`));
    assert.deepEqual(await seen(), [false, false]);
    const licence = async (last: string) =>
      ({ type: 'drivers-license', back: await licenceBack({ last }) }) as const;
    await tries(server, payee, await licence('SAMPLE'));
    assert.deepEqual(await seen(), [true, true]);
    await payee.does('/session/id-verification/restart');
    assert.deepEqual(await seen(), [true, true], 'nobody has looked at another one yet');
    await tries(server, payee, await licence('DOE'));
    assert.deepEqual(await seen(), [false, false]);
  });
});
