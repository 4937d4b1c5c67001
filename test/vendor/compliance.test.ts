/**
 * Tax forms through the partner API: places are understood as they are written, and what the payee's own form
 * would refuse is not filed here either.
 */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Problem } from '../../src/contract/problems.ts';
import { openAddress } from '../../src/server/users/sealed-fields.ts';
import { findUser } from '../../src/server/db/users.ts';
import { countryNamed } from '../../src/server/partner/country-names.ts';
import { createTestServer } from '../server/support.ts';
import type { TestServer } from '../server/support.ts';

const home = { line_1: 'Beispielweg 1', city: 'Berlin', country: 'DE', postcode: '10115' };
const w8ben = {
  name: 'Jana Beispiel',
  citizenship_country: 'DE',
  date_of_birth: '1990-04-12',
  foreign_tax_id: '36574261809',
  address: home,
  signature: { consent: true, name: 'Jana Beispiel', email: 'jana@example.com' },
};
const treaty = {
  tax_treaty_country: 'DE',
  tax_treaty_citation: 'Article 12(1)',
  tax_treaty_rate: 0,
  tax_treaty_income_type: 'copyright12',
};
const brazil = {
  ...w8ben,
  citizenship_country: 'BR',
  country_confirmed: true,
  foreign_tax_id: '529.982.247-25',
  address: { line_1: 'Rua 1', city: 'São Paulo', state: 'SP', country: 'BR', postcode: '01310-100' },
};

describe('PUT /users/{id}/compliance', () => {
  let server: TestServer;
  let user_id: string;
  before(async () => {
    server = await createTestServer();
    const made = await server.asPartner('POST', '/v2/users', {
      first_name: 'Jana',
      last_name: 'Beispiel',
      email: 'jana@example.com',
      country_code: '49',
      phone_number: '15123456789',
    });
    user_id = ((await made.json()) as { id: string }).id;
  });
  const file = async (form: object) => {
    const answer = await server.asPartner('PUT', `/v2/users/${user_id}/compliance`, form);
    const { errors = [] } = (await answer.json()) as Partial<Problem>;
    return [answer.status, ...errors.map(({ field, code }) => `${field} ${code}`)];
  };
  const filed = async () =>
    (await server.db.query('select 1 from tax_forms where user_id = $1', [user_id])).length;

  for (const [what, form, problem] of [
    ['a number that is none', { ...w8ben, foreign_tax_id: '1' }, 'foreign_tax_id invalid-foreign-tax-id'],
    [
      'a number with a wrong digit',
      { ...w8ben, foreign_tax_id: '36574261808' },
      'foreign_tax_id invalid-foreign-tax-id',
    ],
    [
      'a claim without a treaty',
      { ...brazil, ...treaty, tax_treaty_country: 'BR', tax_treaty_rate: 0 },
      'tax_treaty_country no-tax-treaty',
    ],
    [
      'a rate above all',
      { ...w8ben, ...treaty, tax_treaty_rate: 0.31 },
      'tax_treaty_rate invalid-treaty-rate',
    ],
    [
      'the signature of another',
      { ...w8ben, signature: { ...w8ben.signature, name: 'Eve Mallory' } },
      'signature.name signature-mismatch',
    ],
    [
      'no email',
      { ...w8ben, signature: { consent: true, name: 'Jana Beispiel' } },
      'signature.email required',
    ],
    [
      'an email that is none',
      { ...w8ben, signature: { ...w8ben.signature, email: 'jana' } },
      'signature.email invalid-email',
    ],
  ] as const)
    test(`files nothing with ${what}`, async () => {
      const before = await filed();
      assert.deepEqual(await file({ w8ben: form }), [422, `w8ben.${problem}`]);
      assert.equal(await filed(), before);
    });

  test('names all that is wrong at once', async () => {
    const wrong = { ...w8ben, foreign_tax_id: '1', signature: { consent: false, name: 'Eve', email: '' } };
    assert.deepEqual((await file({ w8ben: wrong })).slice(1).sort(), [
      'w8ben.foreign_tax_id invalid-foreign-tax-id',
      'w8ben.signature.consent consent-required',
      'w8ben.signature.email required',
      'w8ben.signature.name signature-mismatch',
    ]);
  });

  test('files what is right, with places in words', async () => {
    assert.deepEqual(await file({ w8ben }), [200]);
    assert.deepEqual(await file({ w8ben: brazil }), [200]);
    const words = {
      ...w8ben,
      ...treaty,
      citizenship_country: 'Deutschland',
      country_confirmed: true,
      tax_treaty_country: 'Germany',
      address: { ...home, country: 'DEU' },
    };
    assert.deepEqual(await file({ w8ben: words }), [200]);
    const address = {
      line_1: '1 Main Street',
      city: 'San Francisco',
      state: 'Calif.',
      country: 'United States',
      postcode: '94105',
    };
    const who = { entity_type: 'individual', date_of_birth: '1990-04-12', tin: '123456789' };
    const w9 = { ...who, country_confirmed: true, address };
    assert.deepEqual(await file({ w9 }), [200]);
    // A US citizen in Berlin.
    assert.deepEqual(await file({ w9: { ...w9, address: home } }), [200]);
    assert.deepEqual(await file({ w9: { ...w9, address: { ...home, city: '' } } }), [
      422,
      'w9.address.city address-incomplete',
    ]);
    assert.deepEqual(await file({ w9: { ...w9, address: { ...address, country: 'Atlantis' } } }), [
      422,
      'w9.address.country invalid-country',
    ]);
  });

  test('a claim is what the fields of a treaty say, and a field that is named as ignored says nothing', async () => {
    const answer = await server.asPartner('PUT', `/v2/users/${user_id}/compliance`, {
      w8ben: { ...w8ben, claims_treaty: true },
    });
    assert.deepEqual([answer.status, answer.headers.get('ignored-fields')], [200, 'w8ben.claims_treaty']);
  });

  test('an address is kept with the codes of what it names', async () => {
    for (const [country, state, expected] of [
      ['United States of America', 'california', ['US', 'CA']],
      ['usa', 'N. Carolina', ['US', 'NC']],
      ['Canada', 'Québec', ['CA', 'QC']],
      ['Germany', 'Bavaria', ['DE', 'Bavaria']],
      ['US', 'Atlantis', ['US', 'Atlantis']],
    ] as const) {
      const body = { line_1: '1 Main Street', city: 'Springfield', postcode: '62701', country, state };
      assert.equal(
        (await server.asPartner('PUT', `/v2/users/${user_id}/addresses`, body)).status,
        200,
        country,
      );
      const user = await findUser(server.db, server.partner.id, user_id);
      const kept = user && openAddress(server.deps, user);
      assert.deepEqual([kept?.country, kept?.state], expected);
    }
    const nowhere = { line_1: '1', city: 'A', postcode: '1', state: 'B', country: 'Atlantis' };
    assert.equal((await server.asPartner('PUT', `/v2/users/${user_id}/addresses`, nowhere)).status, 422);
  });

  test('reads countries by code and by name, and guesses at none', () => {
    for (const [text, code] of [
      ['de', 'DE'],
      [' GBR ', 'GB'],
      ['U.S.A.', 'US'],
      ['u.k.', 'GB'],
      ['Türkiye', 'TR'],
      ['turkey', 'TR'],
      ['España', 'ES'],
      ['Côte d’Ivoire', 'CI'],
      ["Cote d'Ivoire", 'CI'],
      ['Niger', 'NE'],
      ['Georgia', 'GE'],
      ['日本', 'JP'],
      ['Swaziland', 'SZ'],
      ['Germ', null],
      ['', null],
      ['California', null],
      ['constructor', null],
    ] as const)
      assert.equal(countryNamed(text), code, text);
  });
});
