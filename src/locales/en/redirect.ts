export const redirect = {
  'step.redirect': 'Finish',
  'redirect.title': 'Taking you back to {host}',
  'redirect.lead': 'Everything here is done. One moment.',
  'redirect.now': 'Continue now',
  'redirect.failed.title': 'Almost there',
  'redirect.failed.lead': 'What you saved is safe. Only the way back to {host} is left.',
  'redirect.unsafe.title': 'You are done here',
  'redirect.unsafe.lead':
    'The way back that {app} gave us is not a web address, so we do not follow it. You can close this page; what you saved is kept.',
} as const;
