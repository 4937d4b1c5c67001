/** Bank accounts of the world. Every spec is held against itself, against ibantools and against stdnum. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isValidIBAN } from 'ibantools';
import { stdnum } from 'stdnum';
import { safeParse } from 'zod/v4/core';
import {
  isCbu,
  isCci,
  isClabe,
  isCpfOrCnpj,
  isCuit,
  isIban,
  isMoroccanRib,
  isNuban,
  isRut,
} from '../../../src/contract/bank/bank-checks.ts';
import { bankSpecs } from '../../../src/contract/bank/bank-specs.ts';
import { bankNameAbroad, namedAbroad } from '../../../src/contract/bank/banks-abroad.ts';
import { meantNumber } from '../../../src/contract/bank/meant.ts';
import { parseMethod } from '../../../src/contract/bank/parse-method.ts';
import { ProblemError } from '../../../src/contract/input/problem-error.ts';
import { isCountryCode } from '../../../src/contract/forms/countries.ts';
import {
  bankFormCountries,
  bankTransferCountries,
  lacksBankForm,
} from '../../../src/contract/rails/countries.ts';
import { railsFor, railTerms } from '../../../src/contract/rails/terms.ts';
import {
  bankCountries,
  bankSpecOf,
  compactBankNumber,
  intlBankMethod,
} from '../../../src/contract/bank/intl-bank.ts';

/** ISO 4217 as Node knows it. */
const bankCurrencies = new Set(Intl.supportedValuesOf('currency'));

const specs = Object.values(bankSpecs);
const holder = { platform: 'intl_bank', account_holder_name: 'Ada Example' };

function problems(country: string, typed: object): string[] {
  const spec = bankSpecOf(country);
  assert.ok(spec);
  const result = safeParse(intlBankMethod(spec), { ...holder, bank_country: country, ...typed });
  return result.success
    ? []
    : result.error.issues.map(({ path, message }) => `${String(path.at(-1))}:${message}`).sort();
}
const examplesOf = (country: string) =>
  Object.fromEntries(
    (bankSpecOf(country)?.fields ?? []).map(({ name, example }): [string, string] => [name, example]),
  );

describe('the names of banks abroad', () => {
  const account = (bank_country: string, numbers: object) =>
    ({ platform: 'intl_bank', bank_country, account_holder_name: 'Ada Example', ...numbers }) as never;

  it('are found in an IBAN, and beside an account number', () => {
    for (const [country, numbers, name] of [
      ['DE', { iban: 'DE75500700100532013000' }, 'Deutsche Bank'],
      ['DE', { iban: 'DE89370400440532013000' }, 'Commerzbank'],
      ['NL', { iban: 'NL91ABNA0417164300' }, 'ABN AMRO'],
      ['IT', { iban: 'IT60X0306911101000000123456' }, 'Intesa Sanpaolo'],
      ['IN', { ifsc: 'SBIN0001234' }, 'State Bank of India'],
      ['JP', { bank_code: '0001' }, 'Mizuho'],
    ] as const)
      assert.equal(bankNameAbroad(account(country, numbers)), name);
  });

  it('are left out where nobody knows them', () => {
    assert.equal(bankNameAbroad(account('DE', { iban: 'DE02999999990000000000' })), null);
    assert.equal(bankNameAbroad(account('MT', { iban: 'MT84MALT011000012345MTLCAST001S' })), null);
    assert.equal(bankNameAbroad(account('DE', {})), null);
    assert.equal(bankNameAbroad(account('constructor', {})), null);
  });

  it('belong to codes that fit into the numbers of their country', () => {
    for (const [country, { field, after, banks }] of namedAbroad) {
      const spec = bankSpecOf(country)?.fields.find(({ name }) => name === field);
      assert.ok(spec, country);
      for (const start of Object.keys(banks)) {
        const filled = start.replaceAll('.', '0');
        const number = spec.example.slice(0, after) + filled + spec.example.slice(after + filled.length);
        assert.match(number, spec.pattern, `${country} ${start}`);
      }
    }
  });
});

describe('bank accounts abroad', () => {
  it('are known for at least 40 countries, each of which exists, has a currency and says who defines its format', () => {
    assert.ok(bankCountries.length >= 40, `${bankCountries.length} countries`);
    for (const { country, currency, source, fields } of specs) {
      assert.ok(isCountryCode(country), country);
      assert.ok(bankCurrencies.has(currency), `${country}: ${currency}`);
      assert.ok(source.length > 5 && fields.length > 0, country);
    }
    assert.deepEqual(
      // The country is asked for by name.
      'DE GB AU NZ CA MX IN CN JP BR AR CL CO PE ZA NG KE GH PH ID TH VN MY SG HK KR IL TR AE SA PK EG'
        .split(' ')
        .filter((c) => !bankSpecOf(c)),
      [],
    );
  });

  it('are offered where there is a form, and nowhere else', () => {
    assert.deepEqual([...railTerms.intl_bank.countries].sort(), [...bankCountries].sort());
    for (const country of bankFormCountries) assert.ok(bankSpecOf(country), country);
    const isOffered = (country: string) => railsFor(country).some(({ platform }) => platform === 'intl_bank');
    for (const country of bankTransferCountries)
      assert.equal(isOffered(country), !lacksBankForm(country), country);
    // One more or one less is a decision, and belongs into the notes on what changed.
    assert.equal(
      bankTransferCountries.filter(lacksBankForm).join(' '),
      'CV CM CF TD CG DJ ER GM GN LS MW SL ZM AW BB BZ BM KY DM GD GY HT HN KN VC SR VE FJ PG SB TO VU',
    );
    assert.deepEqual(['US', null, 'AL', 'KP'].filter(lacksBankForm), []);
  });

  it('of Nigeria may have a code of six digits, and the number of a phone where the bank gives out that', () => {
    const typed = (bank_code: string, account_number: string) =>
      problems('NG', { bank_code, account_number });
    for (const [code, number] of [
      ['100004', '8031234567'],
      ['999992', '8031234567'],
      ['100033', '9112345678'],
      ['50515', '7031234567'],
      ['090267', '2001234567'],
      ['011', '0000014579'],
    ] as const)
      assert.deepEqual(typed(code, number), [], `${code} ${number}`);
    assert.deepEqual(typed('011', '8031234567'), ['account_number:invalid-check-digits']);
    assert.deepEqual(typed('50515', '6031234567'), ['account_number:invalid-check-digits']);
    assert.deepEqual(typed('100004', '08031234567'), ['account_number:invalid-bank-number']);
    assert.deepEqual(typed('1234', '0000014579'), ['bank_code:invalid-bank-number']);
  });

  for (const { country, fields } of specs) {
    it(`${country} takes its own examples, however they are grouped`, () => {
      assert.deepEqual(problems(country, examplesOf(country)), []);
      const spaced = Object.fromEntries(
        fields.map(({ name, example, choices }) => [
          name,
          choices ? example : ` ${example.toLowerCase().replace(/(.{3})/g, '$1 ')}`,
        ]),
      );
      assert.deepEqual(problems(country, spaced), []);
    });

    it(`${country} refuses what is missing, and what is not written like that`, () => {
      const expected = [
        ...fields.map(({ name }) => `${name}:required`),
        'account_holder_name:required',
      ].sort();
      assert.deepEqual(problems(country, { account_holder_name: ' ' }), expected);
      for (const { name, choices } of fields)
        assert.deepEqual(problems(country, { ...examplesOf(country), [name]: choices ? 'other' : '#' }), [
          `${name}:${choices ? 'required' : 'invalid-bank-number'}`,
        ]);
    });

    it(`${country} says how long its numbers are as its patterns do`, () => {
      for (const { name, length, pattern, numeric, example } of fields.filter(({ choices }) => !choices)) {
        const takes = (size: number) =>
          typeof length === 'number'
            ? size === length
            : 'from' in length
              ? length.from <= size && size <= length.to
              : length.includes(size);
        assert.ok(takes(example.length), name);
        if (!numeric) continue;
        for (let size = 1; size < 40; size += 1)
          assert.equal(pattern.test('1'.repeat(size)), takes(size), `${name}: ${size}`);
      }
    });

    for (const field of fields.filter(({ check, name }) => check && name !== 'bic')) {
      it(`${country} notices one mistyped digit in ${field.name}`, () => {
        const at = field.example.length - 1;
        const last = field.example.charAt(at);
        const wrong = field.example.slice(0, at) + (/\d/.test(last) ? String((Number(last) + 1) % 10) : '0');
        // A digit within a BBAN may have to be a letter. Then the format is what is wrong.
        const [found] = problems(country, { ...examplesOf(country), [field.name]: wrong });
        assert.equal(found, `${field.name}:invalid-check-digits`);
      });
    }
  }

  it('take the check digit of a Brazilian branch, which may be X, and numbers as short and as long as banks there give out', () => {
    for (const [country, typed] of [
      ['BR', { branch_code: '1234-X' }],
      ['BR', { branch_code: '12345' }],
      ['MY', { account_number: '123456' }],
      ['KR', { account_number: '1234567890123456' }],
      ['GH', { account_number: '12345678901234567890' }],
    ] as const)
      assert.deepEqual(problems(country, { ...examplesOf(country), ...typed }), [], country);
    assert.deepEqual(problems('BR', { ...examplesOf('BR'), branch_code: 'X234' }), [
      'branch_code:invalid-bank-number',
    ]);
  });

  it('say that a BIC is of another country’s bank', () => {
    assert.deepEqual(problems('VN', { bic: 'DEUTDEFF', account_number: '1234567890' }), [
      'bic:wrong-bank-country',
    ]);
  });

  it('say everything that is wrong at once', () => {
    assert.deepEqual(
      problems('AR', { cbu: '2850590940090418135202', holder_tax_id: '123', account_holder_name: '' }),
      ['account_holder_name:required', 'cbu:invalid-check-digits', 'holder_tax_id:invalid-bank-number'],
    );
  });

  it('are asked of the table and not of what every object has', () => {
    for (const name of ['constructor', '__proto__', 'toString', 'US', ''])
      assert.equal(bankSpecOf(name), null);
  });

  it('are compact on the wire, whatever was copied along', () => {
    for (const text of [
      'IBAN DE89 3704 0044 0532 0130 00',
      'de89-3704-0044-0532-0130-00',
      '\u200eDE89\u00a03704\u202f0044 0532 0130 00',
      'DE８9370400440532013000',
    ])
      assert.equal(compactBankNumber(text), 'DE89370400440532013000');
  });
});

describe('what a number is meant to be', () => {
  const meant = (country: string, name: string, typed: string) => {
    const spec = bankSpecOf(country);
    const field = spec?.fields.find((one) => one.name === name);
    assert.ok(spec && field);
    return meantNumber(spec, field, typed);
  };

  it('has its noughts in front again, where a country fills numbers up', () => {
    for (const [country, name, typed, expected] of [
      ['GB', 'account_number', '1234567', '01234567'],
      ['GB', 'account_number', '12 34 56', '00123456'],
      ['GB', 'account_number', '12345', null],
      ['GB', 'sort_code', '12345', '012345'],
      ['JP', 'account_number', '123456', '0123456'],
      ['JP', 'bank_code', '1', '0001'],
      ['JP', 'branch_code', '12', '012'],
      ['CA', 'transit_number', '1234', '01234'],
      ['CA', 'institution_number', '4', '004'],
      ['GB', 'account_number', '12345678', null],
      ['GB', 'account_number', '123456789', null],
      ['GB', 'account_number', '12345a7', null],
      ['DE', 'iban', 'DE8937040044053201300', null],
    ] as const)
      assert.equal(meant(country, name, typed), expected, `${country} ${typed}`);
  });

  it('is the IBAN of a RIB in West Africa, whose check digits follow from it', () => {
    for (const [country, example] of [
      ['SN', 'SN08SN0100152000048500003035'],
      ['CI', 'CI93CI0080111301134291200589'],
      ['GW', 'GW04GW1430010181800637601'],
    ] as const) {
      assert.equal(meant(country, 'iban', example.slice(4)), example);
      assert.equal(meant(country, 'iban', example), null);
      assert.equal(meant(country, 'iban', example.slice(5)), null);
    }
  });

  it('is told to the API without repeating it', () => {
    const parse = (raw: object) => {
      try {
        parseMethod({ ...holder, ...raw }, ['intl_bank'], () => true);
        return [];
      } catch (error) {
        return error instanceof ProblemError ? (error.extra.errors ?? []) : [];
      }
    };
    const [short] = parse({ bank_country: 'GB', sort_code: '123456', account_number: '1234567' });
    assert.equal(short?.code, 'invalid-bank-number');
    assert.match(short.message, /It is right with 0 in front\.$/);
    assert.doesNotMatch(short.message, /1234567/);
    assert.deepEqual(
      ['HT', 'XX', '', undefined].map((bank_country) =>
        parse({ bank_country })
          .map(({ code }) => code)
          .join(),
      ),
      ['payout-method-unavailable', 'invalid-country', 'required', 'required'],
    );
    assert.match(parse({ bank_country: 'HT' })[0]?.message ?? '', /What banks in HT want is not published/);
  });
});

describe('check digits', () => {
  const digits = (length: number) =>
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((d) => d.join(''));

  it('of an IBAN agree with ibantools', () => {
    for (const { country, fields } of specs)
      for (const { name, example } of fields)
        // Of this one ibantools has a form that no bank there uses (`payout-methods/parse.ts`).
        if (name === 'iban' && country !== 'CI') assert.ok(isValidIBAN(example), `${country} ${example}`);
    assert.ok(!isValidIBAN('CI93CI0080111301134291200589'), 'ibantools is mended: the exception can go');
    fc.assert(
      fc.property(digits(20), (rest) => assert.equal(isIban(`DE${rest}`), isValidIBAN(`DE${rest}`))),
      { numRuns: 500, examples: [['99408973814095339182']] },
    );
  });

  /** Random numbers are hardly ever right. So the example is taken, with one digit changed or not. */
  const oneOff = (example: string, isRight: (text: string) => boolean, oracle: (text: string) => boolean) =>
    fc.assert(
      fc.property(fc.nat(example.length - 1), fc.nat(9), (at, digit) => {
        const text = example.slice(0, at) + String(digit) + example.slice(at + 1);
        assert.equal(isRight(text), oracle(text), text);
      }),
      { numRuns: 300 },
    );

  it('of CLABE, CBU, CUIT, CPF, CNPJ and RUT agree with stdnum', () => {
    const by = (country: string, kind: string) => (text: string) =>
      stdnum[country]?.[kind]?.validate(text).isValid === true;
    oneOff('032180000118359719', isClabe, by('MX', 'clabe'));
    oneOff('2850590940090418135201', isCbu, by('AR', 'cbu'));
    oneOff('20055361682', isCuit, by('AR', 'cuit'));
    oneOff('52998224725', isCpfOrCnpj, by('BR', 'cpf'));
    oneOff('11222333000181', isCpfOrCnpj, by('BR', 'cnpj'));
    oneOff('125319092', isRut, by('CL', 'rut'));
  });

  it('of a CNPJ with letters are those of the example that the Receita Federal gives', () => {
    assert.ok(isCpfOrCnpj('12ABC34501DE35'));
    assert.ok(!isCpfOrCnpj('12ABC34501DE36'));
    assert.ok(!isCpfOrCnpj('11111111111'));
  });

  it('of a NUBAN are those of the examples that the Central Bank of Nigeria gives', () => {
    assert.ok(isNuban('0000014579', '011'));
    assert.ok(isNuban('0000000220', '011'));
    assert.ok(!isNuban('0000014579', '058'));
  });

  it('of a NUBAN are reckoned over 15 digits, with 9 in front of a five-digit code (CBN circular of 2020)', () => {
    const weights = [3, 7, 3, 3, 7, 3, 3, 7, 3, 3, 7, 3, 3, 7, 3];
    fc.assert(
      fc.property(digits(5), digits(9), (code, serial) => {
        const sum = [...`9${code}${serial}`].reduce(
          (total, digit, index) => total + Number(digit) * (weights[index] ?? NaN),
          0,
        );
        const right = String((10 - (sum % 10)) % 10);
        for (const digit of '0123456789') assert.equal(isNuban(serial + digit, code), digit === right);
      }),
    );
  });

  it('of a CCI hold for published ones', () => {
    for (const cci of ['01136600010003254221', '01124100019000658270']) assert.ok(isCci(cci));
    assert.ok(!isCci('01136600010003254231'));
    assert.ok(!isCci('01136600010003254222'));
  });

  it('of a Moroccan RIB are divisible by 97', () => {
    assert.ok(isMoroccanRib('011519000001205000534921'));
    assert.ok(!isMoroccanRib('011519000001205000534922'));
  });
});
