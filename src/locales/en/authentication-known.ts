/** What is asked for beside the code, which few are asked. */
export const authenticationKnown = {
  'authentication.asked.title': 'One more question',
  'authentication.asked.lead':
    'It is a while since you were here, or you are in a new browser. So we ask one more thing that only you know.',
  'authentication.asked.help': 'If you cannot answer, ask {app} for help.',
  'authentication.date_of_birth.label': 'Your date of birth',
  'authentication.date.year': 'Year',
  'authentication.date.month': 'Month',
  'authentication.date.day': 'Day',
  'authentication.account_last4.label': 'Last four of your bank account',
  'authentication.account_last4.hint': 'The account to which we pay you: its number or IBAN.',
  'field.date_of_birth.required': 'Enter your date of birth.',
  'field.invalid-date': 'There is no such day. Check day, month and year.',
  'field.incomplete-date': 'Fill in all three: day, month and year.',
  'field.invalid-month': 'The month goes from 1 to 12. Are day and month swapped?',
  'field.short-year': 'Write the year with four digits, like 1990.',
  'field.account_last4.required': 'Enter the last four letters or digits of the number.',
  'field.date_of_birth.wrong-answer': 'This does not match. Check it and try again.',
  'field.account_last4.wrong-answer': 'This does not match. Check it and try again.',
  'field.too-many-requests': 'Those were three tries. You can try again in 24 hours.',
} as const;
