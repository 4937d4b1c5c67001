/** What counts as paid, where a payee lives, and what the tax authority compares. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reportable } from '../../../src/server/tax/paid-in-year.ts';
import { countryOf } from '../../../src/server/tax/residence.ts';
import { tinSubject } from '../../../src/server/tax/sealed-fields.ts';
import { parseTaxForm } from '../../../src/contract/tax/parse-form.ts';
import { company, foreigner, person } from '../payee/payee.ts';

describe('what counts as paid', () => {
  const none = { paid: 0, paid_before: 0, exempt: 0, exempt_before: 0 };

  it('is what was paid, and what is about to be', () => {
    assert.equal(reportable({ ...none, paid: 300 }, 20), 320);
    assert.equal(reportable({ ...none, paid: 300, paid_before: 100 }), 300);
  });

  it('is less by exempt money, which leaves first, and never less than nothing', () => {
    assert.equal(reportable({ ...none, paid: 300, exempt: 100 }, 20), 220);
    assert.equal(reportable({ ...none, paid: 50, exempt: 100 }, 20), 0);
  });

  it('is less by what is left of exempt money of earlier years', () => {
    assert.equal(reportable({ paid: 300, paid_before: 60, exempt: 0, exempt_before: 100 }), 260);
    assert.equal(reportable({ paid: 300, paid_before: 100, exempt: 50, exempt_before: 60 }), 250);
  });
});

it('a payee lives where they say, else where their phone does', () => {
  assert.equal(countryOf({ country: 'DE', phone_e164: '+12025550123' }), 'DE');
  assert.equal(countryOf({ country: null, phone_e164: '+12025550123' }), 'US');
  assert.equal(countryOf(null), null);
});

it('the number and the name that it was given to are compared, of a W-9 alone', () => {
  const subject = (form: object) => tinSubject(parseTaxForm(form));
  assert.deepEqual(subject(person), { tin: '123456789', tinType: 'ssn', name: 'Jane Doe' });
  assert.deepEqual(subject(company), { tin: '123456789', tinType: 'ein', name: 'Doe Studio LLC' });
  assert.equal(subject(foreigner), null);
});
