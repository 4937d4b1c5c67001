export const authenticationCode = {
  'authentication.code.title': 'Enter the code',
  'authentication.code.lead.sms': 'We sent a text with six digits to {phone}.',
  'authentication.code.lead.voice': 'We are calling {phone} with six digits.',
  'authentication.code.label': 'Six-digit code',
  'authentication.check': 'Confirm',
  'authentication.resend': 'Send a new code',
  'authentication.resend.in': 'New code in {seconds} s',
  'authentication.resent': 'A new code is on its way.',
  'authentication.change': 'Change number',
  'authentication.attempts': { one: 'One try left.', other: '{count} tries left.' },
  'field.code.required': 'Enter the six digits from the message.',
  'field.invalid-code': 'The code has six digits.',
} as const;
