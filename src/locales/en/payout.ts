export const payout = {
  'step.payout': 'Withdraw',
  'payout.title': 'Withdraw your money',
  'payout.balance': 'Available',
  'payout.held': '{amount} more waits until your identity is confirmed.',
  'payout.amount.label': 'Amount',
  'payout.amount.hint': 'In US dollars. From {minimum} to {maximum}.',
  'payout.all': 'Withdraw all',
  'payout.method.label': 'To',
  'payout.add': 'Add another way',
  'payout.add-first': 'Choose where it goes',
  'payout.review': 'Review',
  'payout.later': 'Not now',
  'payout.another.title': 'Add a way to be paid',
  'payout.another.lead': 'Your amount waits here. Nothing is sent before you confirm it.',

  'payout.empty.title': 'Nothing to withdraw yet',
  'payout.empty.lead': 'As soon as {app} pays you, the money is here.',
  'payout.held.title': 'Your money is safe, and waits',
  'payout.held.lead': '{amount} is in your wallet. You can withdraw it once your identity is confirmed.',

  'payout.review.title': 'Check and confirm',
  'payout.review.amount': 'Amount',
  'payout.review.fee': 'Fee',
  'payout.review.net': 'You get',
  'payout.review.to': 'To',
  'payout.review.when': 'Arrives',
  'payout.fee.platform': 'None. {app} pays it.',
  'payout.by': '{time}, by {date}',
  'payout.confirm': 'Withdraw {amount}',
  'payout.change': 'Change',

  'payout.notice.insufficient-funds':
    'Your balance has changed, and nothing was sent. You can withdraw up to {balance} now.',
  'payout.notice.method-removed':
    'The way to be paid that you had chosen was removed, and nothing was sent. Choose another.',
  'payout.notice.quote-changed':
    'Something changed while you were looking, and nothing was sent. Please check again.',

  'payout.status.created.title': '{amount} is on its way',
  'payout.status.pending.title': '{amount} is on its way',
  'payout.status.flagged.title': '{amount} is being checked',
  'payout.status.flagged.lead':
    'We have to confirm your identity before the money goes out. You need not wait here.',
  'payout.status.completed.title': '{amount} was paid out',
  'payout.status.failed.title': '{amount} could not be paid out',
  'payout.status.reversed.title': '{amount} came back',
  'payout.status.canceled.title': '{amount} was not paid out',
  'payout.status.lead': 'To {method}. Expected {time}. You can close this page; the money keeps moving.',
  'payout.expected': 'in {time}',
  'payout.expected.within': 'within {time}',
  'payout.expected.now': 'at once',
  'payout.status.completed.lead': 'It went to {method}.',
  'payout.status.failed.lead':
    '{method} could not accept the payment. All of your money is back in your balance. Check the details, or use another way.',
  'payout.timeline': 'Progress of your payout',
  'payout.timeline.created': 'Requested',
  'payout.timeline.pending': 'Processing',
  'payout.timeline.completed': 'Paid out',
  'payout.timeline.failed': 'Failed, money returned',
  'payout.timeline.next': 'Still to come',
  'payout.continue': 'Continue',
  'payout.again': 'Try again',
  'payout.more': 'Withdraw more',
  'payout.failed.continue': 'Continue without withdrawing',

  'field.amount.required': 'Enter how much you want to withdraw.',
  'field.invalid-amount': 'This is not an amount we can read. Write it like 120 or 12.50, without letters.',
  'field.amount.amount-below-minimum':
    'This is less than this way of being paid takes. Enter a larger amount, or choose another way.',
  'field.amount.amount-above-maximum':
    'This is more than this way of being paid takes at once. Enter a smaller amount, or choose another way.',
  'field.amount.transaction-insufficient-funds':
    'You do not have that much. Enter a smaller amount, or press “Withdraw all”.',
  'field.method_id.required': 'Choose where the money goes, or add a way to be paid.',
  'field.method_id.invalid-choice': 'This way to be paid was removed. Choose another.',
  'error.payout-method-unavailable':
    'You cannot be paid this way at the moment. Choose another. Nothing was sent.',
  'error.transaction-insufficient-funds':
    'Your balance has changed, and nothing was sent. Go back and enter a smaller amount.',
} as const;
