/**
 * Words about US bank accounts and about rows of methods; the steps that list or add such accounts bring
 * them along.
 */
export const bankAccount = {
  'bank.routing_number.label': 'Routing number',
  'bank.routing_number.hint': 'Nine digits that name your bank.',
  'bank.account_number.label': 'Account number',
  'bank.account_number.required': 'Enter the account number. It has 4 to 17 digits.',
  'bank.account_type.label': 'Account type',
  'bank.account_type.checking': 'Checking',
  'bank.account_type.savings': 'Savings',
  'bank.where': 'Where to find these numbers',
  'bank.where.ach':
    'At the bottom of a paper check, from the left: routing number, then account number. Your bank’s app shows both under account details.',
  'bank.where.cash_app':
    'In Cash App, open the Money tab and press “Routing & account number”. Both stand there, ready to copy.',
  'bank.said.found': 'Bank found: {bank}.',

  'methods.default': 'Default',
  'methods.menu': 'Options for {method}',
  'methods.make-default': 'Make default',
  'methods.make-default.of': 'Make default: {method}',
  'methods.remove': 'Remove',
  'methods.remove.of': 'Remove: {method}',
  'methods.remove.title': 'Remove {method}?',
  'methods.remove.keep': 'Keep it',
  'methods.said.added': '{method} is saved.',
  'methods.said.removed': '{method} is removed.',
  'methods.said.default': '{method} is your default now.',

  'field.routing_number.required': 'Enter the routing number: the nine digits at the bottom left of a check.',
  'field.invalid-routing-number':
    'That routing number is not one a bank uses. It is the nine digits at the bottom left of a check.',
  'field.account_number.required': 'Enter the account number.',
  'field.invalid-account-number':
    'An account number has 4 to 17 digits. On a check it stands right of the routing number.',
  'field.account-closed': 'The bank says that this account is closed. Enter one that is open.',
  'field.account-unverifiable':
    'The bank could not confirm this account. Compare both numbers with your bank’s app, or use another account.',
  'field.account_type.required': 'Choose checking or savings. Most people’s everyday account is checking.',
} as const;
