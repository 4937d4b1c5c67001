/**
 * What a bank account abroad is made of, country by country, as data: which fields, how each is written,
 * which check digits it has. The server validates with it and the element draws the form from it. It is
 * loaded with that form.
 *
 * `source` names who defines the format. Few of these papers are public, and most were not read. IBANs are
 * compared with ibantools' copy of the registry, check digits with stdnum or published examples
 * (test/contract/bank/intl-bank.test.ts).
 *
 * A standard fixes the length of an account number in few countries (GB, JP, NG, NZ and those with check
 * digits). Elsewhere the length is our choice, made with what processors publish: Worldpay
 * (developer.worldpay.com/products/marketplaces/coverage/bank: GH, KR, LK, MY, NP, ZA), Airwallex
 * (airwallex.com/docs, "Payout network": PH), CHIP (docs.chip-in.asia: MY), and what gumroad takes for Stripe
 * (antiwork/gumroad, app/models/*_bank_account.rb: CL, GH, HK, KR, LK, MY, PH, SG, TH). The wider length
 * wins: a right number that is refused keeps somebody from being paid, while money for a wrong one comes
 * back.
 */
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
} from './bank-checks.ts';
import type { CountryCode } from '../forms/countries.ts';
import type { FieldCode } from '../problems.ts';

/** Wire names; also those of the native inputs. Each needs a label, `intl_bank.<name>.label`. */
export type BankFieldName =
  | 'account_number'
  | 'bank_account_type'
  | 'bank_code'
  | 'bic'
  | 'branch_code'
  | 'bsb'
  | 'cbu'
  | 'cci'
  | 'clabe'
  | 'cnaps'
  | 'holder_tax_id'
  | 'iban'
  | 'ifsc'
  | 'institution_number'
  | 'rib'
  | 'routing_code'
  | 'sort_code'
  | 'transit_number';

/** What a bank may call an account. Each needs a label, `intl_bank.bank_account_type.<kind>`. */
type AccountKind = 'checking' | 'current' | 'ordinary' | 'savings' | 'sight';

/** One number, one of several, or any from the least to the most. */
export type Length = number | readonly number[] | { readonly from: number; readonly to: number };

interface Field {
  readonly name: BankFieldName;
  /** How many characters it has without separators. `pattern` says the same; this is for words. */
  readonly length: Length;
  /** What the number must look like once spaces and hyphens are gone and letters are capital. */
  readonly pattern: RegExp;
  /** Made up, or the example that the standard itself prints. It is always valid. */
  readonly example: string;
  /** A keyboard with digits alone is enough. */
  readonly numeric: boolean;
  /** The sizes of the groups in which the number is written. */
  readonly groups?: readonly number[];
  /** So many digits and more may be meant without the noughts in front, which are offered (`meant.ts`). */
  readonly shortFrom?: number;
  /** The payee picks one of these and does not type. */
  readonly choices?: readonly AccountKind[];
  /** Returns whether the check digits are right, given the other fields. */
  readonly check?: (value: string, all: Readonly<Record<string, string>>) => boolean;
  /** What is wrong when `check` fails; `invalid-check-digits` when absent. */
  readonly failure?: FieldCode;
}

/** The field that names the account. It is masked wherever the method is shown. */
interface AccountField extends Field {
  readonly about: 'account';
}

/** `bank`: names the bank, the branch or the kind of account. `holder`: says whose account it is. */
interface OtherField extends Field {
  readonly about: 'bank' | 'holder';
}

export type BankField = AccountField | OtherField;

/** At most three fields on one side of the account: TypeScript has no list with a rest on both sides. */
type Others =
  | readonly []
  | readonly [OtherField]
  | readonly [OtherField, OtherField]
  | readonly [OtherField, OtherField, OtherField];

export interface BankSpec {
  readonly country: CountryCode;
  /** ISO 4217: what the account holds. */
  readonly currency: string;
  /** In the order of the form. Exactly one of them names the account. */
  readonly fields: readonly [...Others, AccountField, ...Others];
  /** Who defines the format. */
  readonly source: string;
}

type More = Partial<Omit<Field, 'name' | 'example'>>;

/** Digits only. */
function digits(name: BankFieldName, length: Length, example: string, more: More = {}): Field {
  return { name, length, pattern: new RegExp(`^${digitsOf(length)}$`), example, numeric: true, ...more };
}

/** Returns the pattern of so many digits. */
function digitsOf(length: Length): string {
  if (typeof length === 'number') return `\\d{${length}}`;
  return 'from' in length
    ? `\\d{${length.from},${length.to}}`
    : `(${length.map((count) => `\\d{${count}}`).join('|')})`;
}

/** A number that says which bank or branch. */
const number = (...field: Parameters<typeof digits>): OtherField => ({ ...digits(...field), about: 'bank' });
/** A number that says everything: bank, branch and account. */
const wholeAccount = (...field: Parameters<typeof digits>): AccountField => ({
  ...digits(...field),
  about: 'account',
});
const account = (from: number, to: number, example: string, more?: More) =>
  wholeAccount('account_number', from === to ? to : { from, to }, example, more);
const bankCode = (length: number, example: string) => number('bank_code', length, example);
const branchCode = (length: number, example: string) => number('branch_code', length, example);
const accountType = (...choices: AccountKind[]): OtherField => ({
  name: 'bank_account_type',
  about: 'bank',
  length: { from: 1, to: 20 },
  pattern: new RegExp(`^(${choices.join('|').toUpperCase()})$`),
  example: choices[0] as string,
  numeric: false,
  choices,
});
const holderTaxId = (length: Length, pattern: RegExp, example: string, more: More = {}): OtherField => ({
  name: 'holder_tax_id',
  about: 'holder',
  length,
  pattern,
  example,
  numeric: true,
  ...more,
});

/** ISO 9362. The fifth and sixth letters are the country, so a code of another country's bank is noticed. */
const bic = (country: CountryCode, example: string): OtherField => ({
  name: 'bic',
  about: 'bank',
  length: [8, 11],
  pattern: /^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/,
  example,
  numeric: false,
  check: (value) => value.slice(4, 6) === country,
  failure: 'wrong-bank-country',
});

const iban = (country: CountryCode, example: string): AccountField => ({
  name: 'iban',
  about: 'account',
  length: example.length,
  pattern: new RegExp(`^${country}\\d{2}[A-Z0-9]{${example.length - 4}}$`),
  example,
  numeric: false,
  groups: Array.from({ length: Math.ceil(example.length / 4) }, () => 4),
  check: isIban,
});

/** Currency, and the example that the registry prints. */
const ibans: readonly (readonly [country: CountryCode, currency: string, example: string])[] = [
  ['AD', 'EUR', 'AD1200012030200359100100'],
  ['AE', 'AED', 'AE070331234567890123456'],
  ['AL', 'ALL', 'AL47212110090000000235698741'],
  ['AT', 'EUR', 'AT611904300234573201'],
  ['AZ', 'AZN', 'AZ21NABZ00000000137010001944'],
  ['BA', 'BAM', 'BA391290079401028494'],
  ['BE', 'EUR', 'BE68539007547034'],
  ['BG', 'EUR', 'BG80BNBG96611020345678'],
  ['BH', 'BHD', 'BH67BMAG00001299123456'],
  ['CH', 'CHF', 'CH9300762011623852957'],
  ['CR', 'CRC', 'CR05015202001026284066'],
  ['CY', 'EUR', 'CY17002001280000001200527600'],
  ['CZ', 'CZK', 'CZ6508000000192000145399'],
  ['DE', 'EUR', 'DE89370400440532013000'],
  ['DK', 'DKK', 'DK5000400440116243'],
  ['DO', 'DOP', 'DO28BAGR00000001212453611324'],
  ['EE', 'EUR', 'EE382200221020145685'],
  ['EG', 'EGP', 'EG380019000500000000263180002'],
  ['ES', 'EUR', 'ES9121000418450200051332'],
  ['FI', 'EUR', 'FI2112345600000785'],
  ['FR', 'EUR', 'FR1420041010050500013M02606'],
  ['GE', 'GEL', 'GE29NB0000000101904917'],
  ['GI', 'GIP', 'GI75NWBK000000007099453'],
  ['GR', 'EUR', 'GR1601101250000000012300695'],
  ['GT', 'GTQ', 'GT82TRAJ01020000001210029690'],
  ['HR', 'EUR', 'HR1210010051863000160'],
  ['HU', 'HUF', 'HU42117730161111101800000000'],
  ['IE', 'EUR', 'IE29AIBK93115212345678'],
  ['IL', 'ILS', 'IL620108000000099999999'],
  ['IS', 'ISK', 'IS140159260076545510730339'],
  ['IT', 'EUR', 'IT60X0542811101000000123456'],
  ['JO', 'JOD', 'JO94CBJO0010000000000131000302'],
  ['KW', 'KWD', 'KW81CBKU0000000000001234560101'],
  ['KZ', 'KZT', 'KZ86125KZT5004100100'],
  ['LI', 'CHF', 'LI21088100002324013AA'],
  ['LT', 'EUR', 'LT121000011101001000'],
  ['LU', 'EUR', 'LU280019400644750000'],
  ['LV', 'EUR', 'LV80BANK0000435195001'],
  ['MC', 'EUR', 'MC5811222000010123456789030'],
  ['MD', 'MDL', 'MD24AG000225100013104168'],
  ['MK', 'MKD', 'MK07250120000058984'],
  ['MT', 'EUR', 'MT84MALT011000012345MTLCAST001S'],
  ['MU', 'MUR', 'MU17BOMM0101101030300200000MUR'],
  ['NI', 'NIO', 'NI45BAPR00000013000003558124'],
  ['NL', 'EUR', 'NL91ABNA0417164300'],
  ['NO', 'NOK', 'NO9386011117947'],
  ['PK', 'PKR', 'PK36SCBL0000001123456702'],
  ['PL', 'PLN', 'PL61109010140000071219812874'],
  ['PT', 'EUR', 'PT50000201231234567890154'],
  ['QA', 'QAR', 'QA58DOHB00001234567890ABCDEFG'],
  ['RO', 'RON', 'RO49AAAA1B31007593840000'],
  ['RS', 'RSD', 'RS35260005601001611379'],
  ['SA', 'SAR', 'SA0380000000608010167519'],
  ['SE', 'SEK', 'SE4550000000058398257466'],
  ['SI', 'EUR', 'SI56263300012039086'],
  ['SK', 'EUR', 'SK3112000000198742637541'],
  ['SM', 'EUR', 'SM86U0322509800000000270100'],
  ['SV', 'USD', 'SV62CENR00000000000000700025'],
  ['TN', 'TND', 'TN5910006035183598478831'],
  ['TR', 'TRY', 'TR330006100519786457841326'],
];

const ibanSpecs = ibans.map(([country, currency, example]): BankSpec => ({
  country,
  currency,
  fields: [iban(country, example)],
  source: 'ISO 13616-1:2020; SWIFT, IBAN Registry',
}));

/**
 * The West African union writes its RIB of 24 signs as an IBAN, which the registry does not have. What
 * Stripe takes there is an IBAN of 28 signs (antiwork/gumroad, niger_bank_account.rb and
 * senegal_bank_account.rb; the others as ibantools has them). Guinea-Bissau's is shorter. The examples are
 * the usual ones of lists of IBANs.
 */
const westAfrica: readonly (readonly [country: CountryCode, example: string])[] = [
  ['BF', 'BF42BF0840101300463574000390'],
  ['BJ', 'BJ66BJ0610100100144390000769'],
  ['CI', 'CI93CI0080111301134291200589'],
  ['GW', 'GW04GW1430010181800637601'],
  ['ML', 'ML13ML0160120102600100668497'],
  ['NE', 'NE58NE0380100100130305000268'],
  ['SN', 'SN08SN0100152000048500003035'],
  ['TG', 'TG53TG0090604310346500400070'],
];

const westAfricanSpecs = westAfrica.map(([country, example]): BankSpec => ({
  country,
  currency: 'XOF',
  fields: [iban(country, example)],
  source: 'BCEAO, relevé d’identité bancaire; what Stripe takes (gumroad), ibantools',
}));

/**
 * Where payouts go to a SWIFT code and an account number, whose length is what Stripe takes
 * (antiwork/gumroad, app/models/<country>_bank_account.rb); `letters`: not only digits. The shortest is four
 * here.
 */
const byBic: readonly (readonly [
  country: CountryCode,
  currency: string,
  from: number,
  to: number,
  letters?: 'letters',
])[] = [
  ['AG', 'XCD', 4, 32, 'letters'],
  ['AM', 'AMD', 11, 16],
  ['BN', 'BND', 4, 13],
  ['BS', 'BSD', 4, 10],
  ['BT', 'BTN', 4, 17, 'letters'],
  ['BW', 'BWP', 4, 16, 'letters'],
  ['DZ', 'DZD', 20, 20],
  ['EC', 'USD', 5, 18],
  ['ET', 'ETB', 13, 16],
  ['GA', 'XAF', 23, 23],
  ['KH', 'KHR', 5, 15, 'letters'],
  ['LA', 'LAK', 4, 18, 'letters'],
  ['LC', 'XCD', 4, 32, 'letters'],
  ['MN', 'MNT', 4, 12],
  ['MO', 'MOP', 4, 19],
  ['MZ', 'MZN', 21, 21],
  ['NA', 'NAD', 8, 13, 'letters'],
  ['OM', 'OMR', 6, 16],
  ['PA', 'USD', 4, 18],
  ['PY', 'PYG', 4, 16],
  ['RW', 'RWF', 4, 15],
];

/** `AAAAECE1` is how Stripe writes an example. */
const anyBic = (country: CountryCode): OtherField => bic(country, `AAAA${country}${country[0] ?? ''}1`);

const bicSpecs = byBic.map(([country, currency, from, to, letters]): BankSpec => ({
  country,
  currency,
  fields: [
    anyBic(country),
    account(
      from,
      to,
      '00012345678901234567890'.slice(0, Math.min(to, Math.max(from, 12))),
      letters && { pattern: new RegExp(`^[A-Z\\d]{${from},${to}}$`), numeric: false },
    ),
  ],
  source: 'What Stripe takes (antiwork/gumroad, app/models); ISO 9362',
}));

/** The countries that write account numbers in a way of their own. */
const nationalSpecs: readonly BankSpec[] = [
  {
    country: 'AR',
    currency: 'ARS',
    fields: [
      wholeAccount('cbu', 22, '2850590940090418135201', { check: isCbu }),
      holderTaxId(11, /^\d{11}$/, '20055361682', { check: isCuit, groups: [2, 8, 1] }),
    ],
    source: 'Banco Central de la República Argentina, CBU and CVU; ARCA (CUIT)',
  },
  {
    country: 'AO',
    currency: 'AOA',
    fields: [anyBic('AO'), iban('AO', 'AO06004400006729503010102')],
    source: 'What Stripe takes (gumroad, angola_bank_account.rb; its example), ibantools',
  },
  {
    country: 'AU',
    currency: 'AUD',
    fields: [number('bsb', 6, '012345', { groups: [3, 3], shortFrom: 5 }), account(4, 9, '12345678')],
    source: 'AusPayNet, BSB numbers; ABA file format, record 1',
  },
  {
    country: 'BD',
    currency: 'BDT',
    fields: [number('routing_code', 9, '123456789'), account(7, 17, '1234567890123')],
    source: 'Bangladesh Bank, BEFTN operating rules, appendix on routing numbers',
  },
  {
    country: 'BO',
    currency: 'BOB',
    fields: [number('bank_code', { from: 1, to: 3 }, '040'), account(10, 15, '123456789012')],
    source: 'What Stripe takes (gumroad, bolivia_bank_account.rb)',
  },
  {
    country: 'BR',
    currency: 'BRL',
    fields: [
      bankCode(3, '001'),
      // The fifth character is a check digit, which may be X at Banco do Brasil.
      number('branch_code', [4, 5], '1234', { pattern: /^\d{4}[\dX]?$/, numeric: false }),
      account(5, 13, '123456X', { pattern: /^\d{4,12}[\dX]$/, numeric: false }),
      accountType('checking', 'savings'),
      holderTaxId([11, 14], /^(\d{11}|[A-Z\d]{12}\d{2})$/, '52998224725', {
        numeric: false,
        check: isCpfOrCnpj,
      }),
    ],
    source: 'Banco Central do Brasil, STR participants (COMPE); Receita Federal (CPF, CNPJ)',
  },
  {
    country: 'CA',
    currency: 'CAD',
    fields: [
      number('institution_number', 3, '001', { shortFrom: 1 }),
      number('transit_number', 5, '12345', { shortFrom: 4 }),
      account(5, 12, '1234567'),
    ],
    source: 'Payments Canada, Rule F1 and Standard 005',
  },
  {
    country: 'CL',
    currency: 'CLP',
    fields: [
      bankCode(3, '001'),
      account(4, 25, '12345678'),
      accountType('checking', 'savings', 'sight'),
      holderTaxId([8, 9], /^\d{7,8}[\dK]$/, '125319092', { numeric: false, check: isRut }),
    ],
    source: 'CMF Chile, códigos de bancos; SII (RUT)',
  },
  {
    country: 'CN',
    currency: 'CNY',
    fields: [
      number('cnaps', 12, '102100099996'),
      account(8, 32, '6222021234567890123', { groups: [4, 4, 4, 4, 4, 4, 4, 4] }),
    ],
    source: 'People’s Bank of China, CNAPS line numbers',
  },
  {
    country: 'CO',
    currency: 'COP',
    fields: [
      number('bank_code', [3, 4], '1007'),
      account(6, 20, '12345678901'),
      accountType('savings', 'checking'),
      holderTaxId({ from: 5, to: 11 }, /^\d{5,11}$/, '1234567890'),
    ],
    source: 'Banco de la República, CENIT participants; Registraduría (cédula)',
  },
  {
    country: 'GB',
    currency: 'GBP',
    fields: [
      number('sort_code', 6, '123456', { groups: [2, 2, 2], shortFrom: 5 }),
      account(8, 8, '12345678', { shortFrom: 6 }),
    ],
    source: 'Pay.UK, Vocalink Bacs Service User’s Guide (shorter numbers are filled with zeros in front)',
  },
  {
    country: 'GH',
    currency: 'GHS',
    fields: [number('sort_code', 6, '300335'), account(8, 20, '1234567890123')],
    source: 'GhIPSS, sort codes',
  },
  {
    country: 'HK',
    currency: 'HKD',
    fields: [bankCode(3, '024'), branchCode(3, '123'), account(6, 12, '123456789')],
    source: 'HKICL, Clearing House Automated Transfer System, clearing codes',
  },
  {
    country: 'ID',
    currency: 'IDR',
    fields: [bankCode(3, '014'), account(6, 16, '1234567890')],
    source: 'Bank Indonesia, SKNBI participant codes',
  },
  {
    country: 'IN',
    currency: 'INR',
    fields: [
      {
        name: 'ifsc',
        length: 11,
        about: 'bank',
        pattern: /^[A-Z]{4}0[A-Z0-9]{6}$/,
        example: 'SBIN0001234',
        numeric: false,
      },
      account(9, 18, '12345678901'),
    ],
    source: 'Reserve Bank of India, NEFT procedural guidelines (IFSC)',
  },
  {
    country: 'JM',
    currency: 'JMD',
    fields: [bankCode(3, '123'), branchCode(5, '12345'), account(4, 18, '123456789012')],
    source: 'What Stripe takes (gumroad, jamaica_bank_account.rb)',
  },
  {
    country: 'JP',
    currency: 'JPY',
    fields: [
      number('bank_code', 4, '0001', { shortFrom: 1 }),
      number('branch_code', 3, '001', { shortFrom: 1 }),
      accountType('ordinary', 'current'),
      account(7, 7, '1234567', { shortFrom: 5 }),
    ],
    source: 'Japanese Banks’ Payment Clearing Network (Zengin)',
  },
  {
    country: 'KE',
    currency: 'KES',
    fields: [bankCode(2, '01'), branchCode(3, '100'), account(6, 14, '1234567890')],
    source: 'Kenya Bankers Association, bank and branch codes',
  },
  {
    country: 'KR',
    currency: 'KRW',
    fields: [bankCode(3, '004'), account(10, 16, '12345678901234')],
    source: 'Korea Financial Telecommunications & Clearings Institute, institution codes',
  },
  {
    country: 'LK',
    currency: 'LKR',
    fields: [bankCode(4, '7010'), branchCode(3, '001'), account(5, 18, '1234567890')],
    source: 'LankaPay, SLIPS bank and branch directory',
  },
  {
    country: 'MA',
    currency: 'MAD',
    fields: [
      wholeAccount('rib', 24, '011519000001205000534921', { check: isMoroccanRib, groups: [3, 3, 16, 2] }),
    ],
    source: 'Bank Al-Maghrib, relevé d’identité bancaire',
  },
  {
    country: 'MG',
    currency: 'MGA',
    fields: [anyBic('MG'), iban('MG', 'MG4600005030071289421016045')],
    source: 'What Stripe takes (gumroad, madagascar_bank_account.rb), ibantools',
  },
  {
    country: 'MX',
    currency: 'MXN',
    fields: [wholeAccount('clabe', 18, '032180000118359719', { check: isClabe, groups: [3, 3, 11, 1] })],
    source: 'Asociación de Bancos de México and Banco de México, CLABE',
  },
  {
    country: 'MY',
    currency: 'MYR',
    fields: [bic('MY', 'MBBEMYKL'), account(5, 20, '123456789012')],
    source: 'PayNet, IBG operational procedures; ISO 9362',
  },
  {
    country: 'NG',
    currency: 'NGN',
    fields: [
      number('bank_code', [3, 5, 6], '011'),
      account(10, 10, '0000014579', {
        // A code of six digits is that of NIP or of a mobile money operator, and not the one that the check
        // digit was reckoned with. OPay, PalmPay and Moniepoint give out the phone number without its nought,
        // which has no check digit (paycrest/noblocks, issue 371): 70, 80, 81, 90 or 91, and eight digits.
        check: (value, { bank_code = '' }) =>
          !/^(\d{3}|\d{5})$/.test(bank_code) ||
          (bank_code.length === 5 && /^(?:[789]0|[89]1)/.test(value)) ||
          isNuban(value, bank_code),
      }),
    ],
    source: 'Central Bank of Nigeria, Revised Standards on NUBAN (2020); NIBSS, NIP codes (six digits)',
  },
  {
    country: 'NP',
    currency: 'NPR',
    fields: [bic('NP', 'NRBLNPKA'), account(8, 20, '12345678901234')],
    source: 'Nepal Clearing House, NCHL-IPS; ISO 9362',
  },
  {
    country: 'NZ',
    currency: 'NZD',
    fields: [account(15, 16, '0101230123456000', { groups: [2, 4, 7, 3] })],
    source: 'Payments NZ, Bank Branch Register; Inland Revenue, bank account number format',
  },
  {
    country: 'PE',
    currency: 'PEN',
    fields: [wholeAccount('cci', 20, '01136600010003254221', { check: isCci, groups: [3, 3, 12, 2] })],
    source: 'Cámara de Compensación Electrónica (CCE), Código de Cuenta Interbancario',
  },
  {
    country: 'PH',
    currency: 'PHP',
    fields: [bic('PH', 'BOPIPHMM'), account(6, 17, '123456789012')],
    source: 'Philippine Payments Management, PESONet; ISO 9362',
  },
  {
    country: 'SG',
    currency: 'SGD',
    fields: [bankCode(4, '7171'), branchCode(3, '001'), account(5, 19, '1234567890')],
    source: 'Association of Banks in Singapore, bank and branch codes (GIRO, FAST)',
  },
  {
    country: 'TH',
    currency: 'THB',
    fields: [bankCode(3, '004'), account(6, 15, '1234567890')],
    source: 'Bank of Thailand, BAHTNET and ITMX bank codes',
  },
  {
    country: 'TT',
    currency: 'TTD',
    fields: [bankCode(3, '001'), branchCode(5, '12345'), account(4, 17, '123456789012')],
    source: 'What Stripe takes (gumroad, trinidad_and_tobago_bank_account.rb)',
  },
  {
    country: 'TW',
    currency: 'TWD',
    fields: [bankCode(3, '004'), branchCode(4, '0037'), account(10, 16, '123456789012')],
    source: 'Financial Information Service Co., bank and branch codes',
  },
  {
    country: 'TZ',
    currency: 'TZS',
    fields: [bic('TZ', 'NMIBTZTZ'), account(8, 16, '1234567890123')],
    source: 'Bank of Tanzania, TACH; ISO 9362',
  },
  {
    country: 'UG',
    currency: 'UGX',
    fields: [bic('UG', 'SBICUGKX'), account(8, 16, '1234567890123')],
    source: 'Bank of Uganda, EFT; ISO 9362',
  },
  {
    country: 'UY',
    currency: 'UYU',
    fields: [bankCode(3, '001'), accountType('checking', 'savings'), account(4, 14, '12345678901234')],
    source: 'Airwallex, “Payout network”: Uruguay; gumroad, uruguay_bank_account.rb',
  },
  {
    country: 'UZ',
    currency: 'UZS',
    fields: [anyBic('UZ'), branchCode(5, '00444'), account(5, 20, '20208000100123456001')],
    source: 'What Stripe takes (gumroad, uzbekistan_bank_account.rb): SWIFT code, MFO of the branch, account',
  },
  {
    country: 'VN',
    currency: 'VND',
    fields: [bic('VN', 'BFTVVNVX'), account(6, 19, '1234567890123')],
    source: 'State Bank of Vietnam, NAPAS; ISO 9362',
  },
  {
    country: 'ZA',
    currency: 'ZAR',
    fields: [
      number('branch_code', 6, '250655'),
      accountType('current', 'savings'),
      account(7, 13, '1234567890'),
    ],
    source: 'BankservAfrica, universal branch codes and Check Digit Verification rules',
  },
];

/** By country, in the order of their codes. */
export const bankSpecs: Readonly<Record<string, BankSpec>> = Object.fromEntries(
  [...ibanSpecs, ...westAfricanSpecs, ...bicSpecs, ...nationalSpecs]
    .sort((a, b) => (a.country < b.country ? -1 : 1))
    .map((spec) => [spec.country, spec]),
);
