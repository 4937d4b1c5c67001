/** Addresses in the shape of their country: what is read, what is needed, and how it is spelled. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { safeParse } from 'zod/v4/core';
import type { $ZodType } from 'zod/v4/core';
import { ProblemError } from '../../../src/contract/input/problem-error.ts';
import {
  addressShape,
  examplePostcode,
  partName,
  postcodeOf,
} from '../../../src/contract/forms/addresses.ts';
import { countryCodes } from '../../../src/contract/forms/countries.ts';
import { w9Individual } from '../../../src/contract/forms/w9.ts';
import { parseComplianceInput, parseTaxForm } from '../../../src/contract/tax/parse-form.ts';

/** Returns what is wrong with one field, or null. */
const problem = (schema: $ZodType, field: string, value: string): string | null =>
  safeParse(schema, { [field]: value }).error?.issues.find(({ path }) => path[0] === field)?.message ?? null;

const w9 = {
  form: 'w9',
  entity_type: 'individual',
  first_name: 'Jane',
  last_name: 'Doe',
  date_of_birth: '1990-05-03',
  tin: '123456789',
  line_1: '1 Main Street',
  city: 'Springfield',
  state: 'IL',
  postcode: '62701',
};

const w8ben = {
  form: 'w8ben',
  name: 'Erika Mustermann',
  citizenship_country: 'DE',
  date_of_birth: '1990-05-03',
  no_foreign_tax_id: true,
  place_of_birth: 'Berlin',
  line_1: 'Musterstraße 1',
  signature: 'Erika Mustermann',
  consent: true,
};

type Parse = (raw: unknown) => unknown;
const payee: Parse = (raw) => parseComplianceInput(raw, 2026);
const partner: Parse = (raw) => parseTaxForm(raw);

/** Returns the address that is filed, or the problems as `field:code`. */
function filed(address: Record<string, string>, parse: Parse = payee): unknown {
  try {
    const form = parse({ ...(address['country'] ? w8ben : w9), ...address }) as Record<string, string>;
    return [form['city'], form['state'], form['postcode']].filter(Boolean).join(' / ');
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return (error.extra.errors ?? []).map(({ field, code }) => `${field}:${code}`);
  }
}

describe('a state of the US', () => {
  const meant = {
    CA: ['ca', ' California ', 'CALIFORNIA', 'Calif.', 'C.A.'],
    NC: ['n. carolina', 'N Carolina', 'North Carolina', 'N.C.', 'north-carolina'],
    SD: ['So. Dakota'],
    WV: ['W. Virginia', 'West Virginia'],
    VA: ['Virginia', 'Va.'],
    DC: ['D.C.', 'Washington, D.C.', 'District of Columbia'],
    KS: ['Kansas'],
    AR: ['Arkansas', 'Ark.'],
    FL: ['Fla.'],
    VI: ['Virgin Islands', 'U.S. Virgin Islands'],
    PR: ['Puerto Rico'],
    NY: ['New\u00a0York', 'N.Y.', 'Ｎew York'],
  };
  for (const [code, texts] of Object.entries(meant))
    for (const state of texts)
      it(`${JSON.stringify(state)} is ${code}`, () =>
        assert.equal(filed({ state }), `Springfield / ${code} / 62701`));

  for (const state of ['New', 'Californian', 'Ontario', 'Miss', 'constructor', 'xx'])
    it(`${JSON.stringify(state)} is none`, () =>
      assert.equal(problem(w9Individual, 'state', state), 'invalid-state'));
});

describe('a ZIP code', () => {
  const typed = [
    '12345–6789',
    '12345—6789',
    '12345‑6789',
    '12345−6789',
    '12345 6789',
    '123456789',
    '１２３４５-6789',
  ];
  for (const postcode of [...typed, ' 12345-\u200b6789'])
    it(`${JSON.stringify(postcode)} is 12345-6789`, () =>
      assert.equal(filed({ postcode }), 'Springfield / IL / 12345-6789'));
  for (const postcode of ['627', '1234', '123456', '12345-678', '12345-67890', 'ABCDE'])
    it(`${postcode} is none`, () =>
      assert.equal(problem(w9Individual, 'postcode', postcode), 'invalid-postcode'));
});

/** A real code of each country that has any, from the data that the tables were made of. */
const samples =
  'AD AD100, AF 1001, AI AI-2640, AL 1001, AM 375010, AR C1070AAM, AS 96799, AT 1010, AU 2060, AX 22150, AZ 1000, BA 71000, BB BB23026, BD 1340, BE 4000, BG 1000, BH 317, BL 97100, BM FL 07, BN BT2328, BR 40301-110, BT 11001, BY 223016, CA H3Z 2Y7, CC 6799, CH 2544, CL 8340457, CN 266033, CO 111221, CR 1000, CU 10700, CV 7600, CX 6798, CY 2008, CZ 100 00, DE 26133, DK 8660, DO 11903, DZ 40304, EC 090105, EE 69501, EG 12411, EH 70000, ES 28039, ET 1000, FI 00550, FK FIQQ 1ZZ, FM 96941, FO 100, FR 33380, GB EC1Y 8SY, GE 0101, GF 97300, GG GY1 1AA, GI GX11 1AA, GL 3900, GN 001, GP 97100, GR 151 24, GT 09001, GU 96910, GW 1000, HN 31301, HR 10000, HT 6120, HU 1037, ID 40115, IE A65 F4E2, IL 9614303, IM IM2 1AA, IN 110034, IO BBND 1ZZ, IQ 31001, IR 11936-12345, IS 320, IT 00144, JE JE1 1AA, JO 11937, JP 154-0023, KE 20100, KG 720001, KH 120101, KR 03051, KW 54541, KY KY1-1100, KZ 040900, LA 01160, LB 2038 3054, LI 9496, LK 20000, LR 1000, LS 100, LT 04340, LU 4750, LV LV-1073, MA 53000, MC 98000, MD 2012, ME 81257, MF 97100, MG 501, MH 96960, MK 1314, MM 11181, MN 65030, MP 96950, MQ 97220, MT NXR 01, MU 42602, MV 20026, MX 02860, MY 43000, MZ 1102, NA 10001, NC 98814, NE 8001, NF 2899, NG 930283, NI 52000, NL 1234 AB, NO 0025, NP 44601, NZ 6001, OM 133, PE LIMA 23, PF 98709, PG 111, PH 1008, PK 44000, PL 00-950, PM 97500, PN PCRN 1ZZ, PR 00930, PT 2725-079, PW 96940, PY 1536, RE 97400, RO 060274, RS 106314, RU 247112, SA 11564, SD 11042, SE 114 55, SG 546080, SH STHL 1ZZ, SI 4000, SJ 9170, SK 010 01, SM 47890, SN 12500, SO JH 09010, SV CP 1101, SZ H100, TC TKCA 1ZZ, TH 10150, TJ 735450, TM 744000, TN 1002, TR 01960, TW 104, TZ 6090, UA 15432, UM 96898, US 95014, UY 11600, UZ 702100, VA 00120, VC VC0100, VE 1010, VG VG1110, VI 00802-1222, VN 70010, WF 98600, XK 10000, YT 97600, ZA 0083, ZM 50100';

describe('a postal code', () => {
  it('is spelled by each country as its post spells it, however it was typed', () => {
    for (const [, country = '', code = ''] of samples.matchAll(/([A-Z]{2}) ([^,]+)/g)) {
      const plain = code.replace(/[ -]/g, '');
      for (const typed of [code, plain, code.toLowerCase(), ` ${code}\u200b`, code.replace(/[ -]/, '\u2013')])
        assert.equal(postcodeOf(country, typed), code, country);
    }
  });

  it('has an example that the country would take', () => {
    for (const [, country = ''] of samples.matchAll(/([A-Z]{2}) ([^,]+)/g)) {
      const example = examplePostcode(country);
      assert.equal(postcodeOf(country, example), example, country);
    }
    assert.equal(examplePostcode('CA'), 'A2C 5F7');
    assert.equal(examplePostcode('DE'), '12345');
  });
});

describe('the shape of an address', () => {
  const shapes: [country: string, fields: string, needed: string][] = [
    ['DE', 'line_1 line_2 postcode city', 'line_1 postcode city'],
    ['GB', 'line_1 line_2 city postcode', 'line_1 city postcode'],
    ['HU', 'city line_1 line_2 postcode', 'city line_1 postcode'],
    ['CA', 'line_1 line_2 city state postcode', 'line_1 city state postcode'],
    ['AE', 'line_1 line_2 state', 'line_1 state'],
    ['KE', 'line_1 line_2 city postcode', 'line_1 city'],
    ['GH', 'line_1 line_2 city', 'line_1 city'],
    ['', 'line_1 line_2 city state postcode', 'line_1 city'],
  ];
  for (const [country, fields, needed] of shapes)
    it(`of ${country || 'no country yet'}`, () =>
      assert.deepEqual(addressShape(country), { fields: fields.split(' '), needed: needed.split(' ') }));

  it('is there for every country, and its codes fit it', () => {
    for (const country of countryCodes) {
      const { fields, needed } = addressShape(country);
      assert.equal(new Set(fields).size, fields.length, country);
      assert.ok(needed.includes('line_1') && needed.every((field) => fields.includes(field)), country);
      if (country !== 'US')
        assert.equal(fields.includes('postcode'), examplePostcode(country) !== '', country);
    }
  });

  it('has the words of the country', () => {
    const called = (country: string) =>
      (['city', 'state', 'postcode'] as const).map((part) => partName(part, country)).join(' ');
    assert.deepEqual(['GB', 'JP', 'IE', 'IN', 'AU', 'DE', ''].map(called), [
      'post_town province postcode',
      'city prefecture postal',
      'city county eircode',
      'city state pin',
      'suburb state postcode',
      'city province postal',
      'city province postal',
    ]);
  });
});

describe('an address abroad', () => {
  const right: [typed: Record<string, string>, stored: string][] = [
    [{ country: 'DE', city: 'Berlin', postcode: 'D-10115' }, 'Berlin / 10115'],
    [{ country: 'DE', city: 'Berlin', postcode: 'DE 10115' }, 'Berlin / 10115'],
    [{ country: 'AT', city: 'Wien', postcode: 'A–1010' }, 'Wien / 1010'],
    [{ country: 'CH', city: 'Bern', postcode: 'CH-3000' }, 'Bern / 3000'],
    [{ country: 'CA', city: 'Ottawa', state: 'Ontario', postcode: 'k1a0b1' }, 'Ottawa / ON / K1A 0B1'],
    [{ country: 'CA', city: 'Québec', state: 'Québec', postcode: 'G1R-4P5' }, 'Québec / QC / G1R 4P5'],
    [{ country: 'CA', city: 'St. John’s', state: 'Nfld.', postcode: 'A1C 5S7' }, 'St. John’s / NL / A1C 5S7'],
    [{ country: 'CA', city: 'Whitehorse', state: 'Yukon', postcode: 'Y1A 1A1' }, 'Whitehorse / YT / Y1A 1A1'],
    [{ country: 'GB', city: 'London', postcode: 'ec1a1bb' }, 'London / EC1A 1BB'],
    [{ country: 'GB', city: 'Leeds', postcode: 'LS1 1UR' }, 'Leeds / LS1 1UR'],
    [{ country: 'GB', city: 'BFPO', postcode: 'bfpo61' }, 'BFPO / BFPO 61'],
    [{ country: 'NL', city: 'Amsterdam', postcode: 'NL-1012ab' }, 'Amsterdam / 1012 AB'],
    [{ country: 'IE', city: 'Dublin', postcode: 'd02af30' }, 'Dublin / D02 AF30'],
    [{ country: 'IE', city: 'Cork' }, 'Cork'],
    [{ country: 'SE', city: 'Stockholm', postcode: 'SE-11122' }, 'Stockholm / 111 22'],
    [{ country: 'PL', city: 'Warszawa', postcode: '00001' }, 'Warszawa / 00-001'],
    [{ country: 'PT', city: 'Lisboa', postcode: '1000001' }, 'Lisboa / 1000-001'],
    [
      { country: 'JP', state: '東京都', city: '渋谷区', postcode: '〒150-0002' },
      '渋谷区 / 東京都 / 150-0002',
    ],
    [{ country: 'JP', state: 'Tokyo', postcode: '１５０ー０００２' }, 'Tokyo / 150-0002'],
    [{ country: 'BR', city: 'Salvador', state: 'BA', postcode: '40301110' }, 'Salvador / BA / 40301-110'],
    [{ country: 'IN', city: 'New Delhi', state: 'Delhi', postcode: '110 001' }, 'New Delhi / Delhi / 110001'],
    [{ country: 'LV', city: 'Rīga', postcode: '1050' }, 'Rīga / LV-1050'],
    [{ country: 'AD', city: 'Canillo', postcode: '100' }, 'Canillo / AD100'],
    [{ country: 'AE', state: 'Dubai' }, 'Dubai'],
    [{ country: 'SG', postcode: '546080' }, '546080'],
    [{ country: 'HK', state: 'Kowloon' }, 'Kowloon'],
    [{ country: 'ES', city: 'Madrid', postcode: '28001' }, 'Madrid / 28001'],
    // What the country does not have is kept, and refuses nothing.
    [{ country: 'GH', city: 'Accra', postcode: 'GA-183-8164' }, 'Accra / GA-183-8164'],
    [{ country: 'DE', city: 'München', state: 'Bayern', postcode: '80331' }, 'München / Bayern / 80331'],
  ];
  for (const [typed, stored] of right)
    it(`takes ${JSON.stringify(typed)}`, () => assert.equal(filed(typed), stored));

  const wrong: [typed: Record<string, string>, problems: string[]][] = [
    [{ country: 'DE', city: 'Berlin' }, ['postcode:address-incomplete']],
    [{ country: 'DE', postcode: '10115' }, ['city:address-incomplete']],
    [{ country: 'DE', city: 'Berlin', postcode: '1011' }, ['postcode:invalid-postcode']],
    [{ country: 'DE', city: 'Berlin', postcode: 'W1A 1AA' }, ['postcode:invalid-postcode']],
    [{ country: 'CA', city: 'Ottawa', state: 'ON', postcode: '12345' }, ['postcode:invalid-postcode']],
    [{ country: 'CA', city: 'Ottawa', postcode: 'K1A 0B1' }, ['state:address-incomplete']],
    [{ country: 'AE' }, ['state:address-incomplete']],
    [{ country: 'SG' }, ['postcode:address-incomplete']],
  ];
  for (const [typed, problems] of wrong)
    it(`refuses ${JSON.stringify(typed)}`, () => assert.deepEqual(filed(typed), problems));

  it('asks of partners no more than a city', () => {
    assert.equal(filed({ country: 'CA', city: 'Ottawa', postcode: '12345' }, partner), 'Ottawa / 12345');
    assert.deepEqual(filed({ country: 'CA' }, partner), ['city:address-incomplete']);
    assert.equal(filed({ country: 'SG' }, partner), '');
  });
});
