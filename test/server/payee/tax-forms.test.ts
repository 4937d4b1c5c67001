/**
 * Every form of the compliance step as the server takes it: classifications, statuses, what other countries'
 * laws add, the preview.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RequirementOf } from '../../../src/contract/steps/session.ts';
import { taxPreview } from '../../../src/contract/forms/tax-document.ts';
import { businessClassifications } from '../../../src/contract/forms/w9-business.ts';
import { chapter3Statuses, chapter4Statuses, statusesWithGiin } from '../../../src/contract/forms/w8bene.ts';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';
import { company, fields, foreignCompany, foreigner, introduced, person, profile } from './payee.ts';
import type { Payee } from './payee.ts';

const compliance = '/session/compliance';
const from = (server: TestServer, country: string) =>
  introduced(server, ['compliance'], { ...profile, country });
const outcome = async (payee: Payee, form: object) =>
  (await payee.does(compliance, form)).completions.at(-1)?.outcome;

describe('a W-9 of a business', () => {
  it('has to say how it is taxed', async () => {
    const payee = await introduced(await createTestServer(), ['compliance']);
    const cases: [object, string[]][] = [
      [{ tax_classification: undefined }, ['tax_classification:required']],
      [{ tax_classification: 'individual' }, ['tax_classification:required']],
      [{ tax_classification: 'other' }, ['other_classification:required']],
      [{ exempt_payee_code: '14' }, ['exempt_payee_code:invalid-choice']],
      [{ fatca_exemption_code: 'N' }, ['fatca_exemption_code:invalid-choice']],
      [{ tax_classification: 's_corporation', exempt_payee_code: '5' }, ['exempt_payee_code:invalid-choice']],
    ];
    for (const [change, expected] of cases)
      assert.deepEqual(fields(await payee.refused(compliance, { ...company, ...change })), expected);
  });

  for (const tax_classification of businessClassifications) {
    it(`is taken as ${tax_classification}`, async () => {
      const payee = await introduced(await createTestServer(), ['compliance']);
      const other = tax_classification === 'other' ? { other_classification: 'Cooperative' } : {};
      assert.equal(await outcome(payee, { ...company, tax_classification, ...other }), 'verified');
    });
  }
});

describe('a W-8BEN-E', () => {
  it('is refused with the fields that are wrong', async () => {
    const payee = await from(await createTestServer(), 'DE');
    const cases: [object, string[]][] = [
      [
        { incorporation_country: 'US', country: 'US' },
        ['incorporation_country:invalid-country', 'country:invalid-country'],
      ],
      [{ chapter3_status: 'partnership' }, ['chapter3_status:required']],
      [{ chapter4_status: 'nonparticipating_ffi' }, ['chapter4_status:required']],
      [{ chapter4_status: 'reporting_model_1_ffi' }, ['giin:required']],
      [{ chapter4_status: 'reporting_model_1_ffi', giin: '123' }, ['giin:invalid-giin']],
      [{ chapter4_status: 'publicly_traded_nffe' }, ['securities_market:required']],
      [{ status_certified: false }, ['status_certified:consent-required']],
      [{ capacity: false }, ['capacity:consent-required']],
      [{ signature: 'Somebody Else' }, ['signature:signature-mismatch']],
      [{ foreign_tax_id: 'DE123456789' }, ['foreign_tax_id:invalid-foreign-tax-id']],
      [{ business_registration_number: undefined }, ['business_registration_number:required']],
      [
        {
          claims_treaty: true,
          tax_treaty_country: 'DE',
          tax_treaty_rate: 0,
          tax_treaty_income_type: 'copyright12',
          tax_treaty_citation: 'Article 12(1)',
        },
        ['lob_category:required'],
      ],
    ];
    for (const [change, expected] of cases)
      assert.deepEqual(fields(await payee.refused(compliance, { ...foreignCompany, ...change })), expected);
  });

  for (const chapter4_status of chapter4Statuses) {
    it(`is taken as ${chapter4_status}`, async () => {
      const payee = await from(await createTestServer(), 'DE');
      const formed = chapter4_status === 'excepted_startup' ? { formed_on: '2026-01-02' } : {};
      const giin = statusesWithGiin.includes(chapter4_status) ? { giin: '98q96b.00000.le.250' } : {};
      assert.equal(
        await outcome(payee, {
          ...{ ...foreignCompany, chapter4_status, ...giin, ...formed },
          securities_market: 'Xetra',
        }),
        'saved',
      );
    });
  }
  for (const chapter3_status of chapter3Statuses) {
    it(`is taken as ${chapter3_status}, with a treaty claim`, async () => {
      const payee = await from(await createTestServer(), 'DE');
      const claim = {
        claims_treaty: true,
        tax_treaty_country: 'DE',
        tax_treaty_rate: 0,
        tax_treaty_income_type: 'copyright12',
        tax_treaty_citation: 'Article 12(1)',
        lob_category: 'active_trade',
      };
      assert.equal(await outcome(payee, { ...foreignCompany, chapter3_status, ...claim }), 'saved');
    });
  }
});

describe('what the payee’s own country asks', () => {
  const asked = async (country: string) =>
    (await from(await createTestServer(), country)).seen.current as RequirementOf<'compliance'>;

  it('is said, with why and from which amount the US ask', async () => {
    const us = await asked('US');
    assert.deepEqual([us.form, us.why, us.threshold, us.reporting], ['w9', 'us-reporting', 2_000_00, null]);
    const regimes: [string, string | undefined][] = [
      ['FR', 'dac7'],
      ['GB', 'uk'],
      ['CA', 'ca'],
      ['AU', 'au'],
      ['NZ', 'nz'],
      ['BR', undefined],
    ];
    for (const [country, regime] of regimes) {
      const { form, why, threshold, reporting } = await asked(country);
      assert.deepEqual(
        [form, why, threshold, reporting?.regime],
        ['w8ben', 'us-withholding', 0, regime],
        country,
      );
    }
  });

  it('is checked: tax number, VAT number, ABN, and a place of birth where there is no number', async () => {
    const payee = await from(await createTestServer(), 'DE');
    const cases: [object, string[]][] = [
      [{ foreign_tax_id: '12 345 678 901' }, ['foreign_tax_id:invalid-foreign-tax-id']],
      [{ vat_id: 'DE123456789' }, ['vat_id:invalid-vat-id']],
      [{ foreign_tax_id: undefined, no_foreign_tax_id: true }, ['place_of_birth:required']],
      [
        { country: 'AU', city: 'Sydney', state: 'NSW', postcode: '2000', abn: '12345678901' },
        ['foreign_tax_id:invalid-foreign-tax-id', 'abn:invalid-abn'].slice(1),
      ],
      [
        {
          claims_treaty: true,
          tax_treaty_country: 'BR',
          tax_treaty_rate: 0.1,
          tax_treaty_income_type: 'film11',
          tax_treaty_citation: 'Article 12',
        },
        ['tax_treaty_country:no-tax-treaty'],
      ],
    ];
    for (const [change, expected] of cases)
      assert.deepEqual(fields(await payee.refused(compliance, { ...foreigner, ...change })), expected);
    assert.equal(
      await outcome(payee, { ...foreigner, vat_id: 'DE136695976', tax_id_country: 'DE' }),
      'saved',
    );
  });

  it('takes a number of another country by that country’s rules, and any where no rule is known', async () => {
    const payee = await from(await createTestServer(), 'DE');
    const polish = { ...foreigner, tax_id_country: 'PL', foreign_tax_id: '44051401359' };
    assert.deepEqual(fields(await payee.refused(compliance, { ...polish, foreign_tax_id: '44051401358' })), [
      'foreign_tax_id:invalid-foreign-tax-id',
    ]);
    assert.equal(
      await outcome(payee, {
        ...foreigner,
        country: 'PH',
        postcode: '1000',
        citizenship_country: 'PH',
        foreign_tax_id: 'anything',
        country_confirmed: true,
      }),
      'saved',
    );
  });
});

describe('a form on file', () => {
  it('of somebody abroad is asked for again after the third year', async () => {
    const server = await createTestServer();
    const payee = await from(server, 'DE');
    const done = await payee.does(compliance, foreigner);
    const planned = async () => {
      const response = await server.app.request('/v2/flows', {
        method: 'POST',
        headers: {
          authorization: `Basic ${btoa('pk_sandbox_demo:sk_sandbox_demo')}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({ steps: ['manage-payouts'], user_id: done.flow.user_id }),
      });
      return ((await response.json()) as { plan: { name: string }[] }).plan.map(({ name }) => name);
    };
    const year = server.clock.now().getUTCFullYear();
    server.clock.set(`${year + 3}-12-31T23:00:00Z`);
    assert.deepEqual(await planned(), ['manage-payouts']);
    server.clock.set(`${year + 4}-01-01T00:00:00Z`);
    assert.deepEqual(await planned(), ['compliance', 'manage-payouts']);
  });
});

describe('the finished form', () => {
  const preview = async (payee: Payee, form: object) => {
    const answer = await payee.call('POST', `${compliance}/preview`, form);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return taxPreview.parse(answer.body);
  };

  it('can be read before it is signed, and nothing is filed', async () => {
    const server = await createTestServer();
    const payee = await from(server, 'DE');
    const { document, pdf } = await preview(payee, { ...foreigner, signature: '', consent: false });
    assert.equal(document.title, 'Form W-8BEN (Rev. October 2021)');
    const lines = document.sections.flatMap((section) =>
      section.lines.map(({ line, value }) => `${line}: ${value}`),
    );
    assert.deepEqual(lines.slice(0, 5), [
      '1: Jana Beispiel',
      '2: Germany',
      '3: Beispielweg 1, Berlin, 10115, Germany',
      '6a: 86 095 742 719',
      '8: 01-31-1988',
    ]);
    assert.ok(document.certification[0]?.startsWith('Under penalties of perjury'));
    assert.equal(Buffer.from(pdf, 'base64').subarray(0, 5).toString(), '%PDF-');
    assert.deepEqual(await server.db.query('select id from tax_forms'), []);
    assert.equal((await payee.does('/session', undefined, 'GET')).current?.step, 'compliance');
  });

  it('says what is wrong with it, the signature aside', async () => {
    const payee = await from(await createTestServer(), 'DE');
    const answer = await payee.call('POST', `${compliance}/preview`, {
      ...foreigner,
      signature: '',
      foreign_tax_id: '1',
    });
    assert.deepEqual(fields(answer.body), ['foreign_tax_id:invalid-foreign-tax-id']);
  });

  it('exists for every kind', async () => {
    const payee = await introduced(await createTestServer(), ['compliance']);
    for (const [form, title] of [
      [person, 'Form W-9 (Rev. March 2024)'],
      [company, 'Form W-9 (Rev. March 2024)'],
      [foreigner, 'Form W-8BEN (Rev. October 2021)'],
      [foreignCompany, 'Form W-8BEN-E (Rev. October 2021)'],
    ] as const)
      assert.equal((await preview(payee, form)).document.title, title);
  });

  it('is nobody’s business without the session', async () => {
    const payee = await from(await createTestServer(), 'DE');
    const answer = await payee.call('POST', `${compliance}/preview`, foreigner, {
      authorization: 'Bearer none',
    });
    assert.equal(answer.status, 401);
  });
});
