/** Words of bank accounts abroad. They come with that form. */
export const intlBank = {
  'intl_bank.bank_country.label': 'Country of your bank',
  'intl_bank.currency': 'The account has to take {currency}.',
  'intl_bank.account_holder_name.label': 'Account holder',
  'intl_bank.account_holder_name.hint':
    'The full name on the account. Banks send money back when the name differs.',
  'intl_bank.example': 'Like {example}',

  'intl_bank.iban.label': 'IBAN',
  'intl_bank.iban.hint': 'It is on your bank card, your statements and in your bank’s app.',
  'intl_bank.account_number.label': 'Account number',
  'intl_bank.bank_code.label': 'Bank code',
  'intl_bank.branch_code.label': 'Branch code',
  'intl_bank.bic.label': 'SWIFT/BIC code',
  'intl_bank.bic.hint': '8 or 11 characters that name your bank.',
  'intl_bank.sort_code.label': 'Sort code',
  'intl_bank.bsb.label': 'BSB number',
  'intl_bank.institution_number.label': 'Institution number',
  'intl_bank.transit_number.label': 'Transit number',
  'intl_bank.clabe.label': 'CLABE',
  'intl_bank.clabe.hint': '18 digits. Your bank’s app shows them as “CLABE interbancaria”.',
  'intl_bank.cbu.label': 'CBU or CVU',
  'intl_bank.cbu.hint': '22 digits.',
  'intl_bank.cci.label': 'CCI',
  'intl_bank.cci.hint': '20 digits: your “código de cuenta interbancario”.',
  'intl_bank.rib.label': 'RIB',
  'intl_bank.rib.hint': '24 digits.',
  'intl_bank.ifsc.label': 'IFSC',
  'intl_bank.ifsc.hint':
    '11 characters that name your branch. They are in your passbook and on your cheques.',
  'intl_bank.cnaps.label': 'CNAPS code',
  'intl_bank.cnaps.hint': '12 digits that name your branch.',
  'intl_bank.routing_code.label': 'Routing number',
  'intl_bank.holder_tax_id.label': 'Tax number of the account holder',
  'intl_bank.holder_tax_id.hint': 'Banks in this country need it to credit a payment.',
  'intl_bank.bank_account_type.label': 'Account type',
  'intl_bank.bank_account_type.checking': 'Checking',
  'intl_bank.bank_account_type.current': 'Current',
  'intl_bank.bank_account_type.savings': 'Savings',
  'intl_bank.bank_account_type.ordinary': 'Ordinary (futsū)',
  'intl_bank.bank_account_type.sight': 'Sight account (cuenta vista)',

  'field.bank_country.required': 'Choose the country of your bank.',
  'field.bank_country.invalid-country': 'We cannot send money to banks in this country yet. Choose another.',
  'field.account_holder_name.required': 'Enter the name on the account.',
  'field.bank_account_type.required': 'Choose the type of the account.',
  'field.invalid-bank-number':
    'This does not look right. Compare it with the example: digits may be missing, or too many.',
  'field.invalid-check-digits':
    'One of these digits is not right. Compare them with your bank’s app, or copy and paste.',
  'field.iban.invalid-bank-number':
    'This is not an IBAN of this country. Compare it with the example, or choose another country above.',
  'field.bic.wrong-bank-country':
    'This code belongs to a bank in another country. Check the code, or choose that country above.',
} as const;
