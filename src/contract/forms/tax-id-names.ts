/**
 * What people call the tax number of their country, as it stands on letters of the tax office. The field's
 * hint has the name, and so has the message about a wrong number. Countries that are not here get general
 * words. Names of numbers are not translated. Source: OECD, "Tax identification numbers (TINs)", by
 * jurisdiction.
 */
import type { CountryCode } from './countries.ts';

interface TaxIdNames {
  readonly person?: string;
  readonly business?: string;
}

export const taxIdNames: Readonly<Record<string, TaxIdNames>> = {
  AR: { person: 'CUIT / CUIL', business: 'CUIT' },
  AT: { person: 'Abgabenkontonummer', business: 'Abgabenkontonummer / UID' },
  BE: {
    person: 'Numéro national / Rijksregisternummer',
    business: 'Numéro d’entreprise / Ondernemingsnummer',
  },
  BG: { person: 'ЕГН', business: 'ЕИК' },
  BR: { person: 'CPF', business: 'CNPJ' },
  CA: { person: 'Social Insurance Number (SIN)', business: 'Business Number (BN)' },
  CH: { person: 'AHV-Nummer / Numéro AVS', business: 'UID / IDE' },
  CL: { person: 'RUT', business: 'RUT' },
  CN: { person: '居民身份证号码', business: '统一社会信用代码' },
  CO: { person: 'NIT / cédula', business: 'NIT' },
  CY: { person: 'ΑΦΤ / TIN', business: 'ΑΦΤ / TIN' },
  CZ: { person: 'Rodné číslo / DIČ', business: 'DIČ' },
  DE: { person: 'Steuer-ID / Steuernummer', business: 'Steuernummer / USt-IdNr.' },
  DK: { person: 'CPR-nummer', business: 'CVR-nummer' },
  EE: { person: 'Isikukood', business: 'Registrikood' },
  ES: { person: 'NIF / NIE', business: 'NIF' },
  FI: { person: 'Henkilötunnus', business: 'Y-tunnus' },
  FR: { person: 'Numéro fiscal (SPI)', business: 'SIREN' },
  GB: { person: 'National Insurance number / UTR', business: 'UTR' },
  GR: { person: 'ΑΦΜ', business: 'ΑΦΜ' },
  HK: { person: 'HKID', business: 'BR Number' },
  HR: { person: 'OIB', business: 'OIB' },
  HU: { person: 'Adóazonosító jel', business: 'Adószám' },
  ID: { person: 'NPWP / NIK', business: 'NPWP' },
  IE: { person: 'PPS Number', business: 'Tax Reference Number' },
  IL: { person: 'מספר זהות', business: 'ח.פ.' },
  IN: { person: 'PAN', business: 'PAN' },
  IS: { person: 'Kennitala', business: 'Kennitala' },
  IT: { person: 'Codice fiscale', business: 'Codice fiscale / Partita IVA' },
  JP: { person: 'マイナンバー', business: '法人番号' },
  KE: { person: 'KRA PIN', business: 'KRA PIN' },
  KR: { person: '주민등록번호', business: '사업자등록번호' },
  LT: { person: 'Asmens kodas', business: 'Mokesčių mokėtojo kodas' },
  LU: { person: 'Matricule', business: 'Matricule' },
  LV: { person: 'Personas kods', business: 'Reģistrācijas numurs' },
  MT: { person: 'Identity card number / TIN', business: 'TIN' },
  MX: { person: 'RFC', business: 'RFC' },
  NG: { person: 'TIN', business: 'TIN' },
  NL: { person: 'BSN', business: 'RSIN' },
  NO: { person: 'Fødselsnummer / D-nummer', business: 'Organisasjonsnummer' },
  NZ: { person: 'IRD number', business: 'IRD number' },
  PE: { person: 'RUC / DNI', business: 'RUC' },
  PH: { person: 'TIN', business: 'TIN' },
  PK: { person: 'CNIC / NTN', business: 'NTN' },
  PL: { person: 'PESEL / NIP', business: 'NIP' },
  PT: { person: 'NIF', business: 'NIPC' },
  RO: { person: 'CNP', business: 'CUI' },
  RS: { person: 'JMBG', business: 'PIB' },
  SE: { person: 'Personnummer', business: 'Organisationsnummer' },
  SG: { person: 'NRIC / FIN', business: 'UEN' },
  SI: { person: 'Davčna številka', business: 'Davčna številka' },
  SK: { person: 'Rodné číslo / DIČ', business: 'DIČ' },
  TH: { person: 'เลขประจำตัวผู้เสียภาษี', business: 'เลขประจำตัวผู้เสียภาษี' },
  TR: { person: 'T.C. kimlik numarası / VKN', business: 'VKN' },
  TW: { person: '統一編號', business: '統一編號' },
  UA: { person: 'РНОКПП', business: 'ЄДРПОУ' },
  VN: { person: 'Mã số thuế', business: 'Mã số thuế' },
  ZA: { person: 'Income tax reference number', business: 'Income tax reference number' },
} satisfies Partial<Record<CountryCode, TaxIdNames>>;
