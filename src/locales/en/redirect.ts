export const redirect = {
  'step.redirect': 'Finish',
  'redirect.title': 'Taking you back to {host}',
  'redirect.lead': 'Everything here is done. One moment.',
  'redirect.now': 'Continue now',
  'redirect.failed.title': 'Almost there',
  'redirect.failed.lead': 'What you saved is safe. Only the way back to {host} is left.',
  'redirect.unsafe.title': 'You are done here',
  'redirect.unsafe.lead':
    '{app} gave us a wrong web address for the way back. You can close this page. What you saved is kept.',
} as const;
