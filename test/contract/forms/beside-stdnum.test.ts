/**
 * Where `stdnum` is wrong, and what stands beside it. Each rule has its source, and says whether it is still
 * needed: once the library is mended, its test fails, and the rule can be held against the library again.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { stdnum } from 'stdnum';
import { isOddTaxId, isTaxId, isVatId } from '../../../src/contract/forms/tax-ids.ts';

const theirs = (country: string, kind: string, number: string): boolean =>
  stdnum[country]?.[kind]?.validate(number).isValid === true;

interface Rule {
  readonly what: string;
  /** Numbers that are right, and which `stdnum` refuses. */
  readonly right: readonly (readonly [country: string, payee: 'person' | 'business', number: string])[];
  readonly library: string;
  readonly source: string;
}

const rules: readonly Rule[] = [
  {
    what: 'the EIK of a Bulgarian business may begin with any digit',
    right: [
      ['BG', 'business', '831650349'],
      ['BG', 'business', '457890123'],
    ],
    library: 'vat',
    source: 'python-stdnum, bg/vat: nine digits, the sum of eight and no rule about the first',
  },
  {
    what: 'the check digit of an RFC is not always the one that the rule gives',
    right: [
      ['MX', 'person', 'VACE-460910-SX6'],
      ['MX', 'person', 'VACE460910SX6'],
    ],
    library: 'rfc',
    source: 'python-stdnum, mx/rfc: about 1.5 % of all numbers in use have another',
  },
  {
    what: 'an Irish PPS number may end in B, and its check letter counts that',
    right: [['IE', 'person', '1234567OB']],
    library: 'pps',
    source:
      'the OECD’s sheet of Ireland, as this check has had it: the ninth sign counts nine times its place',
  },
  {
    what: 'a Romanian CNP may have 70 or 80 to 83 in place of the county',
    right: [
      ['RO', 'person', '6010720709549'],
      ['RO', 'person', '1800101800129'],
    ],
    library: 'cnp',
    source:
      'OECD, Romania’s sheet of tax identification numbers; Ministerul Afacerilor Interne, generarea CNP',
  },
];

describe('beside stdnum', () => {
  for (const { what, right, library, source } of rules) {
    it(`${what} (${source})`, () => {
      for (const [country, payee, number] of right) assert.ok(isTaxId(country, payee, number), number);
    });

    it(`is still needed: ${what}`, () => {
      for (const [country, , number] of right)
        assert.ok(!theirs(country, library, number), `stdnum takes ${number} now`);
    });
  }

  it('numbers of value added tax may have dashes and slashes in them', () => {
    for (const [country, number] of [
      ['SK', 'SK-202-274-96-19'],
      ['SK', '202/274/9619'],
      ['CZ', 'CZ-251-238-91'],
      ['CZ', '251/238/91'],
      ['CZ', 'CZ 710319/2745'],
      ['BE', '(0)403.019.261'],
    ] as const)
      assert.ok(isVatId(country, number), number);
    assert.ok(!theirs('SK', 'dph', '202/274/9619') && !theirs('CZ', 'dic', '251/238/91'), 'stdnum is mended');
  });

  it('a Slovak person’s number may be that of their birth, which ends in 0 where the rest leaves ten', () => {
    assert.ok(isVatId('SK', '7801233540') && isVatId('SK', '6809294680'));
    assert.ok(!theirs('SK', 'dph', '7801233540'), 'stdnum is mended');
  });

  it('a Dutch number may have lost the noughts in front', () => {
    assert.ok(isVatId('NL', 'NL4495445B01') && isVatId('NL', '004495445B01'));
    assert.ok(!isVatId('NL', 'NL4495446B01'));
  });

  it('a Greek number may have lost its nought, and numbers that nobody gives out are refused', () => {
    assert.ok(isVatId('GR', 'GR 23456780') && isTaxId('GR', 'person', '023456780'));
    for (const number of ['XO012345D', 'TO012345D', 'DA123456A', 'GB123456A', 'ZZ123456A'])
      assert.ok(!isTaxId('GB', 'person', number), number);
    assert.ok(isTaxId('GB', 'person', 'AB 12 34 56 C'));
    assert.ok(!isTaxId('IN', 'person', 'ACUPA0000R') && isTaxId('IN', 'person', 'ACUPA7085R'));
  });

  it('an odd check digit in Mexico is pointed out and decides nothing', () => {
    assert.ok(isOddTaxId('MX', 'person', 'VACE-460910-SX6'));
    assert.ok(isOddTaxId('MX', 'person', 'MX VACE460910SX6'));
    for (const number of ['GODE561231GR8', 'COMG-600703', 'VACE', '', 'MAB-930714-8T4'])
      assert.ok(!isOddTaxId('MX', 'person', number), number);
    assert.ok(!isOddTaxId('DE', 'person', 'VACE460910SX6'));
  });

  it('a German IdNr has one pair or three alike, and never two pairs or three in a row', () => {
    for (const number of ['86095742719', '65929970489', '36574261809'])
      assert.ok(isTaxId('DE', 'person', number), number);
    for (const number of ['15802319402', '63809458208', '83476929554', '99924615871'])
      assert.ok(!isTaxId('DE', 'person', number), number);
  });

  it('no mistyped digit of an IdNr is taken from a person, and of a business only what may be a Steuernummer', () => {
    const wrong = ['86095742719', '65929970489', '47036892816'].flatMap((number) =>
      Array.from(number, (_, at) =>
        Array.from('0123456789')
          .map((digit) => number.slice(0, at) + digit + number.slice(at + 1))
          .filter((other) => other !== number),
      ).flat(),
    );
    assert.equal(wrong.length, 297);
    assert.deepEqual(
      wrong.filter((number) => isTaxId('DE', 'person', number)),
      [],
    );
    // Eleven digits without their groups may be the number of a business in five countries of the union.
    assert.ok(
      wrong.filter((number) => isTaxId('DE', 'business', number)).every((number) => /^[0-3]/.test(number)),
    );
    assert.ok(isTaxId('DE', 'business', '13381508159') && isTaxId('DE', 'business', '18181508155'));
  });
});
