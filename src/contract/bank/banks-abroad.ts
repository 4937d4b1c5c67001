/**
 * Names of some large banks outside the US, by the code that stands in an IBAN or beside the account number.
 * As the list of routing numbers (`bank-names.ts`), it is a convenience and never a check: it was written
 * down from general knowledge of codes that banks publish, nobody keeps it up to date, and a code that is
 * not in it gets no name. A page loads it only where such a number is typed. A complete list comes from a
 * provider (`BankDirectory`).
 */
import type { BankFieldName } from './bank-specs.ts';
import type { IntlBankInput } from './intl-bank.ts';

/** Where a country's numbers name the bank. */
interface Codes {
  readonly field: BankFieldName;
  /** How many characters stand before the code. An IBAN begins with the country and two check digits. */
  readonly after: number;
  /** By the beginning of the code. A dot stands for any character. */
  readonly banks: Readonly<Record<string, string>>;
}

const iban = (banks: Codes['banks'], after = 4): Codes => ({ field: 'iban', after, banks });
const code = (field: BankFieldName, banks: Codes['banks']): Codes => ({ field, after: 0, banks });

const codes: Readonly<Record<string, Codes>> = {
  AE: iban({ '003': 'ADCB', '026': 'Emirates NBD', '033': 'Mashreq', '035': 'First Abu Dhabi Bank' }),
  AT: iban({ '12000': 'UniCredit Bank Austria', '14000': 'BAWAG', '20111': 'Erste Bank' }),
  BR: code('bank_code', {
    '001': 'Banco do Brasil',
    '033': 'Santander',
    '077': 'Inter',
    '104': 'Caixa',
    '237': 'Bradesco',
    '260': 'Nubank',
    '341': 'Itaú',
  }),
  CA: code('institution_number', {
    '001': 'BMO',
    '002': 'Scotiabank',
    '003': 'RBC Royal Bank',
    '004': 'TD Canada Trust',
    '006': 'National Bank of Canada',
    '010': 'CIBC',
  }),
  CH: iban({ '00700': 'Zürcher Kantonalbank', '09000': 'PostFinance', '80808': 'Raiffeisen' }),
  CY: iban({ '002': 'Bank of Cyprus' }),
  CZ: iban({ '0100': 'Komerční banka', '0300': 'ČSOB', '0800': 'Česká spořitelna', '2010': 'Fio banka' }),
  // The fourth to sixth digit of a Bankleitzahl are the bank's own where it has many branches.
  DE: iban({
    '10010010': 'Postbank',
    '10011001': 'N26',
    '10050000': 'Berliner Sparkasse',
    '12030000': 'DKB',
    '200411': 'comdirect',
    '43060967': 'GLS Bank',
    '50010517': 'ING',
    '76030080': 'Consorsbank',
    '...400': 'Commerzbank',
    '...700': 'Deutsche Bank',
    '...800': 'Commerzbank',
  }),
  EE: iban({ '10': 'SEB', '22': 'Swedbank', '77': 'LHV' }),
  ES: iban({
    '0049': 'Santander',
    '0081': 'Banco Sabadell',
    '0128': 'Bankinter',
    '0182': 'BBVA',
    '1465': 'ING',
    '2100': 'CaixaBank',
  }),
  FI: iban({ '1': 'Nordea', '2': 'Nordea', '5': 'OP', '8': 'Danske Bank' }),
  FR: iban({
    '10278': 'Crédit Mutuel',
    '20041': 'La Banque Postale',
    '30002': 'LCL',
    '30003': 'Société Générale',
    '30004': 'BNP Paribas',
    '30066': 'CIC',
    '40618': 'BoursoBank',
  }),
  GR: iban({
    '011': 'National Bank of Greece',
    '014': 'Alpha Bank',
    '017': 'Piraeus Bank',
    '026': 'Eurobank',
  }),
  HK: code('bank_code', { '004': 'HSBC', '012': 'Bank of China', '024': 'Hang Seng Bank' }),
  HU: iban({ '117': 'OTP Bank' }),
  ID: code('bank_code', { '002': 'BRI', '008': 'Bank Mandiri', '009': 'BNI', '014': 'BCA' }),
  IE: iban({ AIBK: 'AIB', BOFI: 'Bank of Ireland', IPBS: 'Permanent TSB' }),
  IL: iban({ '010': 'Bank Leumi', '011': 'Discount Bank', '012': 'Bank Hapoalim', '020': 'Mizrahi Tefahot' }),
  IN: code('ifsc', {
    HDFC: 'HDFC Bank',
    ICIC: 'ICICI Bank',
    KKBK: 'Kotak Mahindra Bank',
    PUNB: 'Punjab National Bank',
    SBIN: 'State Bank of India',
    UTIB: 'Axis Bank',
  }),
  // A letter of its own stands before the code.
  IT: iban(
    {
      '01005': 'BNL',
      '01030': 'Monte dei Paschi di Siena',
      '02008': 'UniCredit',
      '03015': 'Fineco',
      '03069': 'Intesa Sanpaolo',
      '05034': 'Banco BPM',
      '07601': 'Poste Italiane',
    },
    5,
  ),
  JP: code('bank_code', { '0001': 'Mizuho', '0005': 'MUFG', '0009': 'SMBC' }),
  KR: code('bank_code', {
    '004': 'KB Kookmin Bank',
    '020': 'Woori Bank',
    '081': 'Hana Bank',
    '088': 'Shinhan',
  }),
  LT: iban({ '70440': 'SEB', '73000': 'Swedbank' }),
  LV: iban({ HABA: 'Swedbank', PARX: 'Citadele', UNLA: 'SEB' }),
  MX: code('clabe', {
    '002': 'Banamex',
    '012': 'BBVA',
    '014': 'Santander',
    '021': 'HSBC',
    '072': 'Banorte',
  }),
  NG: code('bank_code', {
    '011': 'First Bank',
    '033': 'UBA',
    '044': 'Access Bank',
    '057': 'Zenith Bank',
    '058': 'GTBank',
  }),
  NL: iban({
    ABNA: 'ABN AMRO',
    BUNQ: 'bunq',
    INGB: 'ING',
    KNAB: 'Knab',
    RABO: 'Rabobank',
    TRIO: 'Triodos Bank',
  }),
  PK: iban({ HABB: 'HBL', MEZN: 'Meezan Bank', SCBL: 'Standard Chartered', UNIL: 'UBL' }),
  PL: iban({ '1020': 'PKO Bank Polski', '1050': 'ING', '1140': 'mBank', '1240': 'Bank Pekao' }),
  PT: iban({
    '0010': 'BPI',
    '0018': 'Santander',
    '0033': 'Millennium bcp',
    '0035': 'Caixa Geral de Depósitos',
  }),
  RO: iban({ BRDE: 'BRD', BTRL: 'Banca Transilvania', INGB: 'ING', RNCB: 'BCR', RZBR: 'Raiffeisen Bank' }),
  SA: iban({ '10': 'Saudi National Bank', '20': 'Riyad Bank', '80': 'Al Rajhi Bank' }),
  SE: iban({ '300': 'Nordea', '500': 'SEB', '600': 'Handelsbanken', '800': 'Swedbank' }),
  SG: code('bank_code', { '7171': 'DBS', '7339': 'OCBC', '7375': 'UOB' }),
  SK: iban({ '0200': 'VÚB', '0900': 'Slovenská sporiteľňa', '1100': 'Tatra banka' }),
  TH: code('bank_code', { '002': 'Bangkok Bank', '004': 'Kasikornbank', '006': 'Krungthai', '014': 'SCB' }),
  TR: iban({ '00010': 'Ziraat', '00046': 'Akbank', '00062': 'Garanti BBVA', '00064': 'İş Bankası' }),
};

/** Countries whose banks are named here. A test holds their codes against the spec of the country. */
export const namedAbroad = Object.entries(codes);

/** Returns the number that names the bank of an account in `country`; null where no bank is known. */
export const namingField = (country: string): BankFieldName | null =>
  (Object.hasOwn(codes, country) && codes[country]?.field) || null;

/** Returns the bank of an account outside the US; null where it is not known. */
export function bankNameAbroad(account: IntlBankInput): string | null {
  const { bank_country: country } = account;
  const known = Object.hasOwn(codes, country) ? codes[country] : undefined;
  if (!known) return null;
  const text = (account[known.field] ?? '').slice(known.after);
  const found = Object.entries(known.banks).find(([start]) => new RegExp(`^${start}`).test(text));
  return found?.[1] ?? null;
}
