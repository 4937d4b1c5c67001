export const managePayouts = {
  'step.manage-payouts': 'Getting paid',
  'manage-payouts.title': 'How you get paid',
  'manage-payouts.lead': '{app} pays into your default method. You can change it whenever you like.',
  'manage-payouts.lead.no-default':
    'None of these is your default yet, so no money is sent. Choose the one to be paid into.',
  'manage-payouts.first.title': 'Where should your money go?',
  'manage-payouts.first.lead': 'Choose how {app} pays you. You can change this at any time.',
  'manage-payouts.another.title': 'Add another way to be paid',
  'manage-payouts.none-offered.title': 'Nothing to add yet',
  'manage-payouts.none-offered.lead':
    '{app} has not opened a way to be paid in your country. Ask {app} when that will be.',
  'manage-payouts.methods': 'Your payout methods',
  'manage-payouts.add': 'Add another',
  'manage-payouts.continue': 'Continue',
  'manage-payouts.saved-as-you-go':
    'Every change is saved as you make it. You can close this page at any time.',
  'manage-payouts.later': 'I’ll do this later',

  'manage-payouts.remove.other': 'Nothing is sent there any more. Your default stays {method}.',
  'manage-payouts.remove.heir': 'Nothing is sent there any more. {method} becomes your default.',
  'manage-payouts.remove.default':
    'It is your default. Until you choose another one, your money waits and is sent nowhere.',
  'manage-payouts.remove.last':
    'It is your only way to be paid. Until you add another one, your money waits and is sent nowhere.',

  'manage-payouts.blocker.title': 'Before you can continue',
  'manage-payouts.blocker.default-payout-method-required':
    'Choose your default: press “Make default” beside the method you want to be paid into.',
  'manage-payouts.blocker.auto-payout-required': 'Turn on automatic payouts. {app} pays everybody that way.',

  'error.default-payout-method-required': 'Choose a default method first, then continue.',
  'error.auto-payout-required': 'Turn on automatic payouts first, then continue.',
} as const;
