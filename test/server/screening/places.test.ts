/** Nobody is onboarded, taxed or paid where sanctions forbid it, and the law is named. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  fields,
  foreignCompany,
  foreigner,
  introduced,
  newFlow,
  newPhone,
  openFlow,
  profile,
} from '../payee/payee.ts';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';

interface Refusal {
  readonly errors?: { readonly field: string; readonly code: string; readonly message: string }[];
}

const german = { ...profile, country: 'DE' };
const ukraine = { country: 'UA', state: '', foreign_tax_id: '1234567890', citizenship_country: 'UA' };

const standing = async ({ db }: TestServer) => db.query('select status, ofac_status from users');

describe('a payee', () => {
  for (const [country, law] of [
    ['IR', 'Iran: 31 CFR part 560.'],
    ['CU', 'Cuba: 31 CFR part 515.'],
    ['KP', 'North Korea: 31 CFR part 510.'],
  ] as const)
    test(`who lives in ${country} is refused, with the law`, async () => {
      const server = await createTestServer();
      const payee = await openFlow(server, (await newFlow(server, ['compliance'])).id);
      await payee.does('/session/authentication/code', { ...newPhone, channel: 'sms' });
      await payee.does('/session/authentication/check', { code: '123456' });
      const refused = await payee.refused('/session/onboarding', { ...profile, country });
      assert.deepEqual(fields(refused), ['country:sanctioned-place']);
      assert.ok(refused.errors?.[0]?.message.endsWith(law), refused.errors?.[0]?.message);
      assert.deepEqual(await standing(server), []);
      await payee.does('/session/onboarding', { ...profile, country: 'SY' });
    });

  test('whose business was founded in Iran is refused', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['compliance'], german);
    const form = { ...foreignCompany, incorporation_country: 'IR' };
    assert.deepEqual(fields(await payee.refused('/session/compliance', form)), [
      'incorporation_country:sanctioned-place',
    ]);
    assert.equal((await server.db.query('select 1 from tax_forms')).length, 0);
  });

  test('who lives in Crimea is refused by the postal code, and by the name', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['compliance'], { ...german, country: 'UA' });
    const at = (city: string, postcode: string) => ({ ...foreigner, ...ukraine, city, postcode });
    assert.deepEqual(fields(await payee.refused('/session/compliance', at('Yalta', '98600'))), [
      'postcode:sanctioned-place',
    ]);
    assert.deepEqual(fields(await payee.refused('/session/compliance', at('Севастополь', '01001'))), [
      'city:sanctioned-place',
    ]);
  });

  test('who may live in the Donetsk region is held until somebody has looked', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['compliance'], { ...german, country: 'UA' });
    await payee.does('/session/compliance', {
      ...foreigner,
      ...ukraine,
      city: 'Kramatorsk',
      postcode: '84300',
    });
    const answer = await server.asPartner('GET', '/v2/screening-matches?state=held');
    const { data } = (await answer.json()) as { data: Record<string, unknown>[] };
    assert.deepEqual(
      data.map(({ role, list, entry, verdict }) => ({ role, list, entry, verdict })),
      [{ role: 'place', list: 'places', entry: 'UA-donetsk', verdict: 'in_review' }],
    );
    assert.deepEqual((await server.db.query('select ofac_status from users'))[0], {
      ofac_status: 'in_review',
    });
  });

  test('is not refused for a citizenship', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['compliance'], german);
    await payee.does('/session/compliance', { ...foreigner, citizenship_country: 'IR' });
  });

  test('cannot name a bank there', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['manage-payouts'], german);
    await payee.does('/session/compliance', foreigner);
    const account = { platform: 'intl_bank', bank_country: 'IR', account_holder_name: 'Jane Doe' };
    assert.deepEqual(fields(await payee.refused('/session/payout-methods', account)), [
      'bank_country:sanctioned-place',
    ]);
  });
});

describe('a partner', () => {
  const refusedBy = async (server: TestServer, method: string, path: string, body: unknown) => {
    const answer = await server.asPartner(method, path, body);
    const { errors = [] } = (await answer.json()) as Refusal;
    return [answer.status, ...errors.map(({ field, code }) => `${field}:${code}`)];
  };
  const address = { line_1: 'Street 1', city: 'Tehran', state: 'Tehran', postcode: '1', country: 'IR' };

  test('cannot give an address there, file a form, or debit a business', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['compliance'], german);
    const of = `/v2/users/${payee.seen.flow.user_id}`;
    assert.deepEqual(await refusedBy(server, 'PUT', `${of}/addresses`, address), [
      422,
      'country:sanctioned-place',
    ]);
    const w8ben = {
      ...{ name: 'Jane Doe', citizenship_country: 'DE', date_of_birth: '1988-01-31' },
      ...{ no_foreign_tax_id: true, address, us_indicia_reason: 'contact-only', country_confirmed: true },
      signature: { name: 'Jane Doe', email: 'jane@example.com', consent: true },
    };
    assert.deepEqual(await refusedBy(server, 'PUT', `${of}/compliance`, { w8ben }), [
      422,
      'w8ben.address.country:sanctioned-place',
    ]);
    const w9 = {
      ...{ entity_type: 'individual', first_name: 'Jane', last_name: 'Doe', date_of_birth: '1988-01-31' },
      ...{ tin: '123-45-6789', address: { ...address, postcode: '1136913691' }, country_confirmed: true },
    };
    assert.deepEqual(await refusedBy(server, 'PUT', `${of}/compliance`, { w9 }), [
      422,
      'w9.address.country:sanctioned-place',
    ]);
    const customer = { user_id: payee.seen.flow.user_id, business_name: 'Doe Ltd', address };
    assert.deepEqual(await refusedBy(server, 'POST', '/v2/payment-customers', customer), [
      422,
      'address.country:sanctioned-place',
    ]);
  });
});
