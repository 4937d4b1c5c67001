/** Every name of a user is screened, at each change, with country and date of birth. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lookAtLists } from '../../../src/server/screening/lists.ts';
import { createSandboxProviders } from '../../../src/server/providers/sandbox.ts';
import type { ScreenedName } from '../../../src/server/ports/screening.ts';
import {
  bankAccount,
  company,
  foreignCompany,
  foreigner,
  introduced,
  person,
  profile,
} from '../payee/payee.ts';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';

const german = { ...profile, country: 'DE' };
const iban = { platform: 'intl_bank', bank_country: 'DE', iban: 'DE89370400440532013000' };

/** Returns a server whose provider writes down what it is asked. */
async function asked(): Promise<{ server: TestServer; names: () => string[] }> {
  const seen: ScreenedName[] = [];
  const providers = createSandboxProviders({ clock: { now: () => new Date() } });
  const screening = {
    screen: async (name: ScreenedName) => {
      seen.push(name);
      return [];
    },
  };
  const server = await createTestServer({ deps: { providers: { ...providers, screening } } });
  return {
    server,
    names: () =>
      seen
        .splice(0)
        .map(({ role, name, country, dateOfBirth }) =>
          [role, name, country ?? '–', ...(dateOfBirth ? [dateOfBirth] : [])].join(' / '),
        ),
  };
}

describe('what a payee says', () => {
  test('at onboarding and on Form W-9 of a person, with a trade name', async () => {
    const { server, names } = await asked();
    const payee = await introduced(server, ['compliance', 'manage-payouts']);
    assert.deepEqual(names(), ['person / Jane Doe / US']);
    await payee.does('/session/compliance', { ...person, doing_business_as: 'Doe Cakes' });
    assert.deepEqual(names(), [
      `person / Jane Doe / US / ${person.date_of_birth}`,
      'trade_name / Doe Cakes / US',
    ]);
    await payee.does('/session/payout-methods', bankAccount);
    assert.deepEqual(names(), [], 'no name was said');
  });

  test('on Form W-9 of a business', async () => {
    const { server, names } = await asked();
    const payee = await introduced(server, ['compliance']);
    names();
    await payee.does('/session/compliance', company);
    assert.deepEqual(names(), ['business / Doe Studio LLC / US']);
  });

  test('on Form W-8BEN, and of an account', async () => {
    const { server, names } = await asked();
    const payee = await introduced(server, ['compliance', 'manage-payouts'], german);
    names();
    await payee.does('/session/compliance', foreigner);
    assert.deepEqual(names(), ['person / Jana Beispiel / DE / 1988-01-31']);
    await payee.does('/session/payout-methods', { ...iban, account_holder_name: 'Jane Doe' });
    assert.deepEqual(names(), ['account_holder / Jane Doe / DE']);
  });

  test('on Form W-8BEN-E: the business, and who signs', async () => {
    const { server, names } = await asked();
    const payee = await introduced(server, ['compliance'], german);
    names();
    await payee.does('/session/compliance', { ...foreignCompany, incorporation_country: 'CH' });
    assert.deepEqual(names(), ['business / Beispiel Musik GmbH / CH', 'signer / Jana Beispiel / DE']);
  });
});

describe('what a partner says', () => {
  const jane = { ...profile, country_code: '1', phone_number: '4155550177' };
  const home = { line_1: '1 Main St', city: 'Springfield', state: 'IL', postcode: '62701', country: 'US' };

  test('of a user: names, date of birth, address, form, account, customer', async () => {
    const { server, names } = await asked();
    const { country: _, ...named } = jane;
    const made = await server.asPartner('POST', '/v2/users', { ...named, date_of_birth: '1990-05-01' });
    const { id } = (await made.json()) as { id: string };
    const of = `/v2/users/${id}`;
    const does = async (method: string, path: string, body: object) => {
      const answer = await server.asPartner(method, path, body);
      assert.ok(answer.ok, await answer.text());
      return names();
    };
    assert.deepEqual(names(), ['person / Jane Doe / – / 1990-05-01']);
    assert.deepEqual(await does('PATCH', of, { date_of_birth: '1990-05-02' }), [
      'person / Jane Doe / – / 1990-05-02',
    ]);
    assert.deepEqual(await does('PATCH', of, { metadata: { a: 1 } }), []);
    assert.deepEqual(await does('PUT', `${of}/addresses`, home), ['person / Jane Doe / US / 1990-05-02']);
    const w9 = { entity_type: 'business', business_name: 'Doe LLC', tin: '123456789', address: home };
    assert.deepEqual(await does('PUT', `${of}/compliance`, { w9 }), ['business / Doe LLC / US']);
    const customer = { user_id: id, business_name: 'Roe Ltd', address: home };
    assert.deepEqual(await does('POST', '/v2/payment-customers', customer), ['business / Roe Ltd / US']);
    server.deps.providers.screening.listVersion = () => Promise.resolve('2');
    await lookAtLists(server.deps);
    await server.runDueJobs();
    assert.deepEqual(names().sort(), [
      'business / Doe LLC / US',
      'business / Roe Ltd / US',
      'person / Jane Doe / US / 1990-05-02',
    ]);
  });
});
