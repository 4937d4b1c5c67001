/** What the server takes as a payout method beyond what the schema of the country says. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isValidIBAN } from 'ibantools';
import { ProblemError } from '../../../src/contract/input/problem-error.ts';
import { parseMethod } from '../../../src/server/payout-methods/parse.ts';

const user = (country: string) => ({
  country,
  phone_e164: '+4915112345678',
  payout_options_exclude_list: [],
  us_person: false,
});
const account = (bank_country: string, iban: string) => ({
  platform: 'intl_bank',
  bank_country,
  account_holder_name: 'Ada Example',
  iban,
});

function problemsOf(raw: object, country: string): string[] {
  try {
    parseMethod(raw, user(country));
    return [];
  } catch (error) {
    assert.ok(error instanceof ProblemError);
    return (error.extra.errors ?? []).map(({ field, code, message }) => `${field}:${code} ${message}`);
  }
}

describe('a payout method', () => {
  it('may be an IBAN of Côte d’Ivoire, of which ibantools has another form', () => {
    const iban = 'CI93CI0080111301134291200589';
    assert.deepEqual(problemsOf(account('CI', iban), 'CI'), []);
    assert.ok(!isValidIBAN(iban), 'ibantools is mended: the exception in parse.ts can go');
    assert.match(
      problemsOf(account('CI', iban.replace(/9$/, '8')), 'CI')[0] ?? '',
      /^iban:invalid-check-digits/,
    );
  });

  it('must be an IBAN as the country writes it', () => {
    // The check digits are right; the bank has no letters in Germany.
    const [problem] = problemsOf(account('DE', 'DE48ABCD0400440532013000'), 'DE');
    assert.match(problem ?? '', /^iban:invalid/);
  });

  it('is no bank account where nobody knows what banks want, and the answer says so', () => {
    const [problem] = problemsOf({ platform: 'intl_bank', bank_country: 'HT' }, 'HT');
    assert.equal(
      problem,
      'platform:payout-method-unavailable The payee cannot be paid on this method. ' +
        'What banks in HT want is not published, or was not found.',
    );
    assert.match(
      problemsOf({ platform: 'intl_bank', bank_country: 'HT' }, 'DE')[0] ?? '',
      /^bank_country:payout-method-unavailable/,
    );
    assert.match(
      problemsOf({ platform: 'intl_bank', bank_country: 'HT' }, 'US')[0] ?? '',
      /^platform:invalid-choice/,
    );
  });
});
