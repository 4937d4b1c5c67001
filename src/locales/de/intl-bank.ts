import type { Translation } from '../catalogue.ts';
import type { intlBank as english } from '../en/intl-bank.ts';

export const intlBank = {
  'intl_bank.bank_country.label': 'Land Ihrer Bank',
  'intl_bank.currency': 'Das Konto muss {currency} annehmen.',
  'intl_bank.account_holder_name.label': 'Kontoinhaberin oder Kontoinhaber',
  'intl_bank.account_holder_name.hint':
    'Der volle Name, auf den das Konto läuft. Weicht er ab, schicken Banken das Geld zurück.',
  'intl_bank.example': 'Zum Beispiel {example}',

  'intl_bank.iban.label': 'IBAN',
  'intl_bank.iban.hint': 'Sie steht auf Ihrer Bankkarte, auf Kontoauszügen und in der App Ihrer Bank.',
  'intl_bank.account_number.label': 'Kontonummer',
  'intl_bank.bank_code.label': 'Bankleitzahl',
  'intl_bank.branch_code.label': 'Filialnummer',
  'intl_bank.bic.label': 'BIC (SWIFT-Code)',
  'intl_bank.bic.hint': '8 oder 11 Zeichen, die Ihre Bank bezeichnen.',
  'intl_bank.sort_code.label': 'Sort Code',
  'intl_bank.bsb.label': 'BSB-Nummer',
  'intl_bank.institution_number.label': 'Institutsnummer',
  'intl_bank.transit_number.label': 'Transitnummer',
  'intl_bank.clabe.label': 'CLABE',
  'intl_bank.clabe.hint': '18 Ziffern. In der App Ihrer Bank heißen sie „CLABE interbancaria“.',
  'intl_bank.cbu.label': 'CBU oder CVU',
  'intl_bank.cbu.hint': '22 Ziffern.',
  'intl_bank.cci.label': 'CCI',
  'intl_bank.cci.hint': '20 Ziffern: Ihr „código de cuenta interbancario“.',
  'intl_bank.rib.label': 'RIB',
  'intl_bank.rib.hint': '24 Ziffern.',
  'intl_bank.ifsc.label': 'IFSC',
  'intl_bank.ifsc.hint':
    '11 Zeichen, die Ihre Filiale bezeichnen. Sie stehen im Sparbuch und auf Ihren Schecks.',
  'intl_bank.cnaps.label': 'CNAPS-Code',
  'intl_bank.cnaps.hint': '12 Ziffern, die Ihre Filiale bezeichnen.',
  'intl_bank.routing_code.label': 'Routing Number',
  'intl_bank.holder_tax_id.label': 'Steuernummer zum Konto',
  'intl_bank.holder_tax_id.hint':
    'Die Steuernummer, auf die das Konto läuft. Banken in diesem Land brauchen sie, um eine Zahlung gutzuschreiben.',
  'intl_bank.bank_account_type.label': 'Art des Kontos',
  'intl_bank.bank_account_type.checking': 'Girokonto (Checking)',
  'intl_bank.bank_account_type.current': 'Girokonto',
  'intl_bank.bank_account_type.savings': 'Sparkonto',
  'intl_bank.bank_account_type.ordinary': 'Girokonto (Futsū)',
  'intl_bank.bank_account_type.sight': 'Sichtkonto (Cuenta vista)',

  'field.bank_country.required': 'Wählen Sie das Land Ihrer Bank.',
  'field.bank_country.invalid-country':
    'An Banken in diesem Land können wir noch nicht überweisen. Wählen Sie ein anderes.',
  'field.account_holder_name.required': 'Geben Sie den Namen ein, auf den das Konto läuft.',
  'field.bank_account_type.required': 'Wählen Sie die Art des Kontos.',
  'field.invalid-bank-number':
    'Das sieht nicht richtig aus. Vergleichen Sie mit dem Beispiel: Vielleicht fehlen Ziffern oder es sind zu viele.',
  'field.invalid-check-digits':
    'Eine dieser Ziffern stimmt nicht. Vergleichen Sie mit der App Ihrer Bank oder kopieren Sie die Nummer.',
  'field.iban.invalid-bank-number':
    'Das ist keine IBAN dieses Landes. Vergleichen Sie mit dem Beispiel oder wählen Sie oben ein anderes Land.',
  'field.bic.wrong-bank-country':
    'Dieser Code gehört einer Bank in einem anderen Land. Prüfen Sie ihn oder wählen Sie oben das andere Land.',
} satisfies Translation<typeof english>;
