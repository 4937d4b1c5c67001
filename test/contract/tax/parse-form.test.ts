/** A submitted tax form: which schema reads it, and what no schema says. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ProblemError } from '../../../src/contract/input/problem-error.ts';
import {
  parseComplianceInput,
  parseTaxForm,
  withPlaceholderSignature,
} from '../../../src/contract/tax/parse-form.ts';
import { taxDocumentOf } from '../../../src/contract/tax/document.ts';
import { tinSubject } from '../../../src/server/tax/sealed-fields.ts';
import { filled } from '../../../src/contract/tax/prefill.ts';
import { company, foreignCompany, foreigner, person } from '../../server/payee/payee.ts';

/** What is wrong, as `field:code`. */
function faults(work: () => unknown): string[] {
  try {
    work();
    return [];
  } catch (error) {
    assert.ok(error instanceof ProblemError);
    return (error.extra.errors ?? []).map(({ field, code }) => `${field}:${code}`);
  }
}
const asPayee = (form: unknown, year = 2026) => faults(() => parseComplianceInput(form, year));
const asPartner = (form: unknown) => faults(() => parseTaxForm(form));

describe('a form', () => {
  it('is read by the schema that it names', () => {
    for (const form of [person, company, foreigner, foreignCompany]) {
      assert.deepEqual(asPayee(form), []);
      assert.deepEqual(asPartner(form), []);
    }
  });

  it('that names none, or one that does not exist, has one fault', () => {
    for (const read of [asPayee, asPartner]) {
      for (const nothing of [undefined, null, 'w9', {}]) assert.deepEqual(read(nothing), ['form:required']);
      assert.deepEqual(read({ form: '1099' }), ['form:invalid-choice']);
      assert.deepEqual(read({ ...person, entity_type: undefined }), ['entity_type:required']);
      assert.deepEqual(read({ ...person, entity_type: '' }), ['entity_type:required']);
      assert.deepEqual(read({ ...person, entity_type: 'trust' }), ['entity_type:invalid-choice']);
    }
  });

  it('from abroad names the country of its number, which is the payee’s own unless said otherwise', () => {
    const countryOf = (form: object) => {
      const read = parseComplianceInput(form, 2026);
      return read.form === 'w9' ? null : read.tax_id_country;
    };
    assert.equal(countryOf(foreigner), 'DE');
    assert.equal(countryOf({ ...foreigner, tax_id_country: 'BR', foreign_tax_id: '529.982.247-25' }), 'BR');
  });
});

describe('the laws of the payee’s own country', () => {
  const numberless = { ...foreigner, foreign_tax_id: undefined, no_foreign_tax_id: true };

  it('want the place of birth of a person without a number, since they are in force', () => {
    assert.deepEqual(asPayee(numberless), ['place_of_birth:required']);
    assert.deepEqual(asPayee({ ...numberless, place_of_birth: 'Bonn' }), []);
    assert.deepEqual(asPayee(numberless, 2022), []);
    assert.deepEqual(asPayee({ ...foreignCompany, foreign_tax_id: undefined, no_foreign_tax_id: true }), []);
  });

  it('do not want it in Australia, nor where there is no such law', () => {
    const address = { city: 'Sydney', state: 'NSW', postcode: '2000', country: 'AU' };
    assert.deepEqual(asPayee({ ...numberless, ...address }), []);
  });

  it('want the number in the register of a business', () => {
    const unregistered = { ...foreignCompany, business_registration_number: undefined };
    assert.deepEqual(asPayee(unregistered), ['business_registration_number:required']);
    assert.deepEqual(asPayee(unregistered, 2022), []);
    const address = { city: 'Sydney', state: 'NSW', postcode: '2000', country: 'AU' };
    assert.deepEqual(asPayee({ ...unregistered, ...address, foreign_tax_id: '51824753556' }), []);
  });
});

it('a treaty is claimed with a country that has one, if one is claimed', () => {
  const claim = {
    tax_treaty_country: 'BR',
    tax_treaty_rate: 0.1,
    tax_treaty_income_type: 'film11',
    tax_treaty_citation: 'Article 12',
  };
  const claimed = { ...foreigner, ...claim, claims_treaty: true };
  assert.deepEqual(asPayee(claimed), ['tax_treaty_country:no-tax-treaty']);
  assert.deepEqual(asPayee({ ...claimed, tax_treaty_country: 'DE' }), []);
  assert.deepEqual(asPayee({ ...claimed, claims_treaty: false }), []);
});

describe('numbers on a form', () => {
  const claim = {
    claims_treaty: true,
    tax_treaty_country: 'DE',
    tax_treaty_rate: 0,
    tax_treaty_income_type: 'copyright12',
    tax_treaty_citation: 'Article 12(1)',
  };
  const none = { foreign_tax_id: undefined, no_foreign_tax_id: true, place_of_birth: 'Bonn' };

  it('are needed for a claim under a treaty: the foreign one, or that of the US on line 5', () => {
    for (const read of [asPayee, asPartner]) {
      assert.deepEqual(read({ ...foreigner, ...claim, ...none }), ['us_tax_id:required']);
      assert.deepEqual(read({ ...foreigner, ...claim, ...none, us_tax_id: '911-70-1234' }), []);
      assert.deepEqual(read({ ...foreigner, ...claim }), []);
      assert.deepEqual(read({ ...foreigner, ...none }), []);
      assert.deepEqual(read({ ...foreigner, ...claim, ...none, us_tax_id: '1' }), ['us_tax_id:invalid-ssn']);
    }
    const business = { ...foreignCompany, ...claim, ...none, lob_category: 'active_trade' };
    assert.deepEqual(asPayee(business), ['us_tax_id:required']);
    assert.deepEqual(asPayee({ ...business, us_tax_id: '12-3456789' }), []);
    assert.deepEqual(asPayee({ ...business, us_tax_id: '07-3456789' }), ['us_tax_id:invalid-ein']);
  });

  it('need not be given where the country of residence gives out none, whoever the payee is a citizen of', () => {
    const without = { ...foreigner, foreign_tax_id: undefined };
    assert.deepEqual(asPartner({ ...without, citizenship_country: 'JP' }), ['foreign_tax_id:required']);
    const sydney = { city: 'Sydney', state: 'NSW', postcode: '2000', country: 'AU' };
    assert.deepEqual(asPartner({ ...without, ...sydney }), []);
  });
});

describe('the number of a W-9', () => {
  it('of a sole proprietor may be an EIN, if that is said', () => {
    for (const read of [asPayee, asPartner]) {
      assert.deepEqual(read({ ...person, tin: '12-3456789', tin_type: 'ein' }), []);
      assert.deepEqual(read({ ...person, tin: '07-3456789', tin_type: 'ein' }), ['tin:invalid-ein']);
      assert.deepEqual(read({ ...person, tin: '000-12-3456' }), ['tin:invalid-ssn']);
      assert.deepEqual(read({ ...person, tin: '000-12-3456', tin_type: 'ssn' }), ['tin:invalid-ssn']);
      assert.deepEqual(read({ ...person, tin: undefined, tin_type: 'ein' }), ['tin:required']);
      assert.deepEqual(read({ ...person, tin_type: 'itin' }), ['tin_type:invalid-choice']);
    }
  });

  it('has its type for whoever matches it, and on the paper', () => {
    const subject = (form: object) => tinSubject(parseTaxForm(form))?.tinType ?? null;
    assert.equal(subject(person), 'ssn');
    assert.equal(subject({ ...person, tin: '12-3456789', tin_type: 'ein' }), 'ein');
    assert.equal(subject(company), 'ein');
    assert.equal(subject(foreigner), null);
    const filed = parseTaxForm({ ...person, tin: '12-3456789', tin_type: 'ein' });
    const part = taxDocumentOf(filed, 2026).sections[1];
    assert.deepEqual(
      part?.lines.map(({ label, value }) => [label, value]),
      [
        ['Social security number', ''],
        ['Employer identification number', '12-3456789'],
      ],
    );
  });
});

describe('the permanent residence of a W-8', () => {
  it('is neither a post office box nor in care of somebody', () => {
    for (const line of [
      'P.O. Box 12',
      'PO Box 12',
      'Postfach 12 34',
      'c/o Ada Example, Main Street 1',
      'BP 1234',
      'Apartado Postal 5',
      'Caixa Postal 12',
      'In care of Ada',
    ])
      for (const form of [foreigner, foreignCompany])
        for (const read of [asPayee, asPartner]) {
          assert.deepEqual(read({ ...form, line_1: line }), ['line_1:not-a-residence'], line);
          assert.deepEqual(read({ ...form, line_2: line }), ['line_2:not-a-residence'], line);
        }
  });

  it('may be a street that sounds alike, or a description', () => {
    for (const line of [
      'Boxhagener Straße 1',
      'Potsdamer Platz 1',
      'Next to the post office',
      'Apartado Road 5',
    ])
      assert.deepEqual(asPayee({ ...foreigner, line_1: line }), [], line);
  });
});

it('an exempt payee code 5 is that of a corporation', () => {
  const coded = (tax_classification: string, exempt_payee_code = '5') =>
    asPayee({ ...company, tax_classification, exempt_payee_code });
  assert.deepEqual(coded('c_corporation'), []);
  assert.deepEqual(coded('llc_c'), []);
  for (const other of ['partnership', 'trust_estate', 'llc_p', 's_corporation'])
    assert.deepEqual(coded(other), ['exempt_payee_code:invalid-choice'], other);
  assert.deepEqual(coded('partnership', '1'), []);
});

describe('a form that is not signed yet', () => {
  it('is checked with a signature that fits', () => {
    for (const form of [foreigner, foreignCompany]) {
      const unsigned = { ...form, signature: undefined, consent: undefined };
      assert.ok(asPayee(unsigned).length > 0);
      assert.deepEqual(asPayee(withPlaceholderSignature(unsigned)), []);
      assert.deepEqual(
        asPayee(withPlaceholderSignature({ ...unsigned, capacity: undefined, status_certified: undefined })),
        [],
      );
    }
  });

  it('may lack the name, and be no form at all', () => {
    assert.deepEqual(withPlaceholderSignature({}), {
      signature: '',
      consent: true,
      capacity: true,
      status_certified: true,
    });
    for (const nothing of [null, undefined, 'text']) assert.equal(withPlaceholderSignature(nothing), nothing);
  });
});

it('a form goes back as text, with its ticked boxes and without what was left empty', () => {
  const values = { name: 'Ada', empty: '', ticked: true, clear: false, count: 3, none: null };
  assert.deepEqual(filled(values), { name: 'Ada', ticked: 'true', count: '3' });
});
