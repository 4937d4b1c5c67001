/** A US citizen who lives abroad keeps their account in the US, and may have one where they live, too. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RequirementOf } from '../../../src/contract/steps/session.ts';
import { bankAccount, foreigner, introduced, person, profile } from '../payee/payee.ts';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';

const { state: _, ...rest } = person;
const abroad = {
  ...rest,
  ...{ line_1: 'Beispielweg 1', city: 'Berlin', postcode: '10115', country: 'DE', country_confirmed: true },
  ...{ foreign_tax_id: '86 095 742 719' },
};

async function files(form: object) {
  const server = await createTestServer();
  const payee = await introduced(server, ['manage-payouts', { name: 'compliance' }], profile);
  await payee.does('/session/payout-methods', bankAccount);
  await payee.does('/session/manage-payouts');
  await payee.does('/session/compliance', form);
  const user_id = payee.seen.flow.user_id ?? '';
  const flow = await server.asPartner('POST', '/v2/flows', { steps: ['manage-payouts'], user_id });
  return { server, user_id, flowId: ((await flow.json()) as { id: string }).id };
}

const pays = async (server: TestServer, user_id: string) => {
  const body = { user_id, amount: 1_000, platform: 'ach', fund: true };
  const answer = await server.asPartner('POST', '/v2/payouts', body);
  return [answer.status, ((await answer.json()) as { error_code?: string }).error_code];
};

describe('somebody who said that they live in the US, and files a form from Berlin', () => {
  it('is paid to their account in the US when they are a US person', async () => {
    const { server, user_id } = await files(abroad);
    assert.deepEqual(await pays(server, user_id), [201, undefined]);
    const user = await server.asPartner('GET', `/v2/users/${user_id}`);
    assert.equal(((await user.json()) as { country: string }).country, 'DE');
    const account = { ...bankAccount, account_number: '000987612345' };
    const add = (body: object) => server.asPartner('PUT', `/v2/users/${user_id}/payout-methods`, body);
    assert.equal((await add(account)).status, 200, 'another one in the US');
    const iban = { platform: 'intl_bank', bank_country: 'DE', iban: 'DE89370400440532013000' };
    const german = await add({ ...iban, account_holder_name: 'Jane Doe' });
    assert.equal(german.status, 200, await german.text());
  });

  it('is not when they are none', async () => {
    const { server, user_id } = await files(foreigner);
    assert.deepEqual(await pays(server, user_id), [422, 'payout-method-unavailable']);
  });
});

it('the rails of both places are offered to a US person abroad', async () => {
  const server = await createTestServer();
  const payee = await introduced(server, ['compliance', 'manage-payouts'], profile);
  const { current } = await payee.does('/session/compliance', abroad);
  const { rails } = current as RequirementOf<'manage-payouts'>;
  assert.deepEqual(
    rails.map(({ platform }) => platform),
    ['ach', 'intl_bank', 'paypal', 'payoneer'],
  );
});
