export const managePayments = {
  'step.manage-payments': 'Paying',
  'manage-payments.title': 'Accounts {app} may debit',
  'manage-payments.lead': '{app} debits your default account, and only for what you owe it or agreed to pay.',
  'manage-payments.lead.unconfirmed': 'Nothing is debited before you have confirmed an account.',
  'manage-payments.lead.no-default': 'None of these is your default yet. Choose the one to be debited.',
  'manage-payments.first.title': 'Pay {app} from your bank account',
  'manage-payments.first.lead':
    'Connect an account at a US bank. {app} may debit only what you owe it or agreed to pay.',
  'manage-payments.another.title': 'Connect another account',
  'manage-payments.account': 'Bank account',
  'manage-payments.methods': 'Your bank accounts',
  'manage-payments.add': 'Connect another account',
  'manage-payments.continue': 'Continue',
  'manage-payments.later': 'I’ll do this later',
  'manage-payments.saved-as-you-go':
    'Every change is saved as you make it. You can close this page at any time.',

  'manage-payments.source.link': 'Sign in at your bank',
  'manage-payments.source.link.hint': 'Takes a minute, and the account can be used right away',
  'manage-payments.source.manual': 'Enter account numbers',
  'manage-payments.source.manual.hint': 'Confirmed by two small deposits, in 1–2 business days',

  'manage-payments.abroad.title': 'This needs a US bank account',
  'manage-payments.abroad.lead':
    '{app} can only debit accounts at US banks. No such account? Go on without one.',
  'manage-payments.abroad.next': 'If you owe {app} something, it tells you how else you can pay.',
  'manage-payments.abroad.continue': 'Continue without an account',
  'manage-payments.abroad.have': 'I have an account at a US bank',

  'manage-payments.search.title': 'Find your bank',
  'manage-payments.search.lead': 'You sign in on your bank’s own page. We never see your password.',
  'manage-payments.search.simulated':
    'These banks are made up, and signing in is simulated. No bank is asked.',
  'manage-payments.institution.label': 'Name of your bank',
  'manage-payments.search.results': 'Banks',
  'manage-payments.search.asking': 'Looking for banks …',
  'manage-payments.search.none':
    'We found no bank of this name to sign in at. Check the spelling, or enter your account numbers instead.',
  'manage-payments.search.failed':
    'The list of banks cannot be reached now. Enter your account numbers instead, or try again in a moment.',
  'manage-payments.search.said': 'Banks found: {count}.',
  'manage-payments.use-manual': 'Enter account numbers instead',
  'manage-payments.use-link': 'Sign in at your bank instead',

  'manage-payments.manual.title': 'Your bank account',
  'manage-payments.manual.lead':
    'We send it two deposits of less than $1. Come back and tell us the amounts.',
  'manage-payments.manual.submit': 'Agree and connect',

  'manage-payments.mandate.title': 'Authorization',
  'manage-payments.mandate.explained': '',
  'manage-payments.consent.label': 'I have read this and agree.',
  'manage-payments.mandate.show': 'Authorization',
  'manage-payments.mandate.of': 'Your authorization',
  'manage-payments.mandate.accepted': 'You agreed to this on {date} for {method}.',

  'manage-payments.status.pending': 'Sending deposits',
  'manage-payments.status.sent': 'To be confirmed',
  'manage-payments.status.failed': 'Not connected',
  'manage-payments.deposits.sending': 'Two deposits of less than $1 are being sent.',
  'manage-payments.deposits.by': 'Two deposits of less than $1 arrive by {date}.',
  'manage-payments.deposits.notification': 'You get a text at {phone} then.',
  'manage-payments.deposits.there': 'Two deposits of less than $1 should be in the account by now.',
  'manage-payments.deposits.confirm': 'Confirm deposits',
  'manage-payments.deposits.confirm.of': 'Confirm deposits: {method}',
  'manage-payments.failure.wrong-deposit-amounts':
    'The amounts were wrong three times. Connect the account again to get new deposits.',
  'manage-payments.failure.account-closed':
    'The deposits came back: the bank says that this account is closed. Connect another one.',
  'manage-payments.failure.account-unverifiable':
    'The deposits came back: the bank could not find this account. Check the numbers and connect it again.',

  'manage-payments.confirm.title': 'Which amounts arrived?',
  'manage-payments.confirm.lead':
    'Look for two deposits of less than $1 from {app} in {method}. Their order does not matter.',
  'manage-payments.amount_1.label': 'One amount',
  'manage-payments.amount_2.label': 'The other amount',
  'manage-payments.amounts.hint': 'For 12 cents, type 0.12 or 12.',
  'manage-payments.confirm.submit': 'Confirm',
  'manage-payments.confirm.not-there': 'They are not there yet',
  'manage-payments.tries': {
    one: 'One try left. After that the account has to be connected again.',
    other: '{count} tries left.',
  },

  'manage-payments.remove.unconfirmed': 'Your authorization ends, and this account is not debited.',
  'manage-payments.remove.last': 'Your authorization ends. {app} can debit no account of yours any more.',
  'manage-payments.remove.other': 'Your authorization ends. From now on {app} debits {method}.',
  'manage-payments.remove.default':
    'Your authorization ends. Until you choose another default, no account is debited.',

  'manage-payments.said.connected': '{method} is connected.',
  'manage-payments.said.sent': '{method} is saved. It is connected once you confirm two deposits.',
  'manage-payments.said.failed': '{method} is not connected.',

  'field.institution.required': 'Choose your bank from the list.',
  'field.institution_id.invalid-choice': 'You can no longer sign in at this bank. Choose another.',
  'field.consent-required': 'Tick this box if you agree.',
  'field.amount_1.required': 'Enter one of the two amounts.',
  'field.amount_2.required': 'Enter the other amount.',
  'field.invalid-deposit-amount': 'Enter cents, like 12 or 0.12. Each deposit is less than a dollar.',
  'field.wrong-deposit-amounts':
    'These are not the two amounts that we sent. Compare them with your account once more.',
  'field.payment-method-exists':
    'This account is on your list already. Enter another, or go back to the list.',
  'error.payment-method-unverified': 'Confirm this account first, then make it your default.',
  'error.no-deposits': 'This account waits for no deposits any more. Reload the page to see where it stands.',
  'error.no-bank-link': 'The sign-in at your bank is over. Choose your bank once more.',
  'error.mandate-changed':
    'The words of the authorization have changed meanwhile. Reload the page and read them again.',
} as const;
