/**
 * Our lists of countries against the vendor's page "Supported Countries"
 * (docs/references/supported-countries.mdx in Send-Dots/dots-docs-v2): its 193 rows, counted by region, and
 * those without any mark.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isCountryCode, readCountries } from '../../src/contract/forms/countries.ts';
import { bankTransferCountries, paypalCountries } from '../../src/contract/rails/countries.ts';

/** The 40 rows in which every column is empty. */
const unmarked = (
  'BI KM CD GQ SZ LR LY MR ST SC SO SS SD ZW CU AF BT BN IR IQ KI KG LB MV MM PS SY TJ TL TM TV UZ YE ' +
  'AL BY MC ME MK RU UA'
).split(' ');

describe('countries of the vendor’s page', () => {
  it('with local bank transfer are 153, with PayPal 40, with nothing 40, and 193 in all', () => {
    const bank = new Set(['US', ...bankTransferCountries]);
    assert.deepEqual([bank.size, new Set(paypalCountries).size, new Set(unmarked).size], [153, 40, 40]);
    assert.equal(new Set([...bank, ...unmarked]).size, 193);
    assert.ok(!bankTransferCountries.includes('US'));
  });

  it('exist, and have a bank transfer wherever they have PayPal', () => {
    for (const country of [...bankTransferCountries, ...paypalCountries])
      assert.ok(isCountryCode(country), country);
    assert.deepEqual(
      paypalCountries.filter((country) => country !== 'US' && !bankTransferCountries.includes(country)),
      [],
    );
  });

  it('that have a bank transfer and no PayPal in Europe are the ten of the page', () => {
    const europe = readCountries(
      'AD AT BA BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MD MT NL NO PL PT RO RS SE SI SK SM',
    );
    assert.deepEqual(
      europe.filter((country) => !bankTransferCountries.includes(country)),
      [],
    );
    assert.deepEqual(
      europe.filter((country) => !paypalCountries.includes(country)),
      'AD BA CZ IS LI LT MD RS SK SM'.split(' '),
    );
  });
});
