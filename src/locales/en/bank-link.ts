/** Words for signing in at a bank; they come with the screens that need them. */
export const bankLink = {
  'manage-payments.other-bank': 'Choose another bank',
  'manage-payments.elsewhere.title': 'Continue at {bank}',
  'manage-payments.elsewhere.lead':
    'Your bank’s page opens in a new window. Sign in there and choose what to share; this page goes on by itself.',
  'manage-payments.elsewhere.open': 'Open {bank}',
  'manage-payments.elsewhere.done': 'I’m done there',
  'manage-payments.bank_code.label': 'Code from that window',
  'manage-payments.bank_code.hint': 'Only if this page does not go on by itself.',
  'field.bank_code.required': 'Enter the six digits that the window shows after your bank’s page.',
  'field.bank_code.invalid-code': 'The code has six digits.',
  'field.bank_code.wrong-code': 'That is not the code. Look at the window again, or begin anew.',
  'manage-payments.question.title': '{bank} has a question',
  'manage-payments.answer.label': 'Your answer',
  'manage-payments.question.submit': 'Answer',
  'manage-payments.accounts.title': 'Which account?',
  'manage-payments.accounts.lead':
    '{bank} shares the numbers of the one you choose with us, and nothing else.',
  'manage-payments.account_id.label': 'Account',
  'manage-payments.accounts.submit': 'Connect account',
  'manage-payments.simulated':
    'This is a simulation. {bank} does not exist, and no real account is connected.',
  'manage-payments.failed.title.institution-down': '{bank} cannot be reached',
  'manage-payments.failed.text.institution-down':
    'The trouble is on the bank’s side and usually passes within hours. Try again, or enter your account numbers instead.',
  'manage-payments.failed.title.declined': 'Nothing was connected',
  'manage-payments.failed.text.declined':
    'You did not agree at {bank}, so we learned nothing. You can try again, or enter your account numbers.',
  'manage-payments.failed.title.locked': '{bank} has locked your access',
  'manage-payments.failed.text.locked': 'Ask your bank to unlock it, or enter your account numbers instead.',
  'manage-payments.failed.title.no-accounts': 'No account that can be debited',
  'manage-payments.failed.text.no-accounts':
    '{bank} has no checking or savings account in your name. Choose another bank, or enter account numbers.',
  'manage-payments.failed.retry': 'Try again',
  'field.account_id.required': 'Choose the account to be debited.',
  'field.account_id.owner-mismatch':
    'The bank does not name you as the owner. Choose an account in your name, or type the numbers.',
  'field.account_id.invalid-choice': 'The bank does not offer this account any more. Choose another.',
  'field.answer.required': 'Enter your answer.',
  'field.wrong-answer': 'Your bank says that this answer is wrong. Try again.',
} as const;
