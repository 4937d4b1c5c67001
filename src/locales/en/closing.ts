/**
 * Words that nobody needs before the first field can be typed in: of the closing screens, and of what only
 * the server can find wrong.
 */
export const closing = {
  'step.id-verification': 'Your ID',
  'step.background-check': 'Background check',
  'step.manage-payments': 'Paying',
  'step.payout': 'Withdraw',
  'step.pdf-form-fill': 'Form',
  'action.working': 'Working on it',
  'label.optional': 'optional',
  'label.choose': 'Choose',
  'action.exit': 'Close',
  'action.hosted': 'Open the full page',
  'action.back': 'Back',
  'summary.title': { one: 'One thing needs your attention', other: '{count} things need your attention' },
  'completed.text': 'Everything is saved. {app} has been told, and there is nothing more to do here.',
  'help.who': '{app} asks for this.',
  'help.support': 'Get help',
  'help.privacy': 'Privacy',
  'help.terms': 'Terms',
  'later.title': 'Finish later',
  'later.text': 'What you have sent is kept. To go on, open this link. You may need a code from your phone.',
  'later.done.title': 'See this again',
  'later.done.text': 'Open this link to see how it stands. You may need a code from your phone.',
  'later.until': 'It works until {date}.',
  'later.copy': 'Copy the link',
  'later.copied': 'Copied',
  'redirecting.title': 'Taking you back',
  'redirecting.text': 'One moment.',
  'redirecting.link': 'Continue now',
  'expired.title': 'This link has expired',
  'expired.text': 'For your safety it works for a limited time only. What you saved is kept.',
  'canceled.title': 'This link was canceled',
  'canceled.text': 'What you saved is kept.',
  'ended.ask': 'Ask {app} for a new link.',
  'ended.ask.sender': 'Ask the company that sent you the link for a new one.',
  'unsupported.title': 'One step is waiting on another page',
  'unsupported.text':
    'This page cannot show the next step. Open the full page to do it. This page then goes on by itself.',
  'outdated.title': 'This page has been updated',
  'action.reload': 'Reload the page',
  'error.offline': 'You are offline. This goes on by itself as soon as you are connected again.',
  'error.not-sent':
    'You are connected again. You have changed something since, so this was not sent: press the button once more.',
  'error.page-outdated':
    'Part of this page is missing, most likely because the page was updated. Reload it to go on. What you have sent is saved. What you did not send may have to be typed again.',
  'error.unexpected-error':
    'A mistake in this page stopped it here. What you have sent is saved. Try again, or open the full page.',
  'error.timeout': 'The server took too long to answer. Try again; nothing is done twice.',
  'error.invalid-answer':
    'The server answered in a way this page does not understand. Try again, or reload the page.',
  'error.resource-busy': 'Your last request is still being worked on. Try again in a moment.',
  'error.too-many-requests': 'That was a bit too often. Please try again in {minutes}.',
  'error.step-not-current':
    'This step has moved on, perhaps in another window. Try again to see where it stands.',
  'error.session-expired': 'You were away for a while, so we closed this safely. Try again to go on.',
  'error.no-such-resource':
    'This link does not exist. Check that it was copied completely, or ask for a new one.',
  'error.handoff-expired':
    'This link has expired or was opened in another browser. Make a new one on the screen where you began.',
  'error.origin-not-allowed':
    'This website is not set up to show this form. Its owner has to allow it first.',
  'error.unknown-client-id':
    'This website is not set up correctly: its client id is wrong. Its owner has to have a look.',
  'error.user-id-not-allowed': 'This website is not set up correctly. Its owner has to have a look.',
  'error.invalid-config': 'This website is not set up correctly. Its owner has to have a look.',
  'error.create-flow-failed': 'This website could not start the form. Try again in a moment.',
  'error.invalid-input': 'Something in there is not right yet. Have a look below.',
  'field.other': 'This is not right yet.',
  'field.too-long': 'This is too long. Please shorten it.',
  'field.invalid-characters': 'There is a character in here that we cannot store. Type it again.',
  'duration.seconds': { one: 'a second', other: '{count} seconds' },
  'duration.minutes': { one: 'a minute', other: '{count} minutes' },
  'session.over':
    'You were away for a while, so we signed you out to keep this safe. What you typed is still here.',
  'session.again': 'Some time has passed since the last code, so we ask for a new one to keep this safe.',
  'session.ending': 'To keep this safe, we will ask for a new code in less than {minutes}.',
  'session.extend': 'Give me more time',
  'offline.title': 'You are offline.',
  'offline.text': 'What you typed stays here. We go on as soon as you are connected again.',
  'error.internal-error': 'The server could not save this. Try again; nothing is done twice.',
  'error.service-unavailable': 'The service is busy at the moment. Try again in a minute; nothing is lost.',
  'sandbox.note': 'Codes, banks and tax checks are simulated here.',
  'completed.title': 'All done',
  'completed.open.title': 'That is all for now',
  'completed.open.text': 'Everything is saved, and {app} has been told.',
  'action.add.payout-method': 'Add a payout method',
  'action.add.deposits': 'Type in the deposits',
  'action.what-was-done': 'See what was done',
  'field.phone_number.required': 'Enter your phone number.',
  'field.phone_number.too-many-requests':
    'Too many codes went to this number. Try again in an hour, or use another one.',
  'field.phone-undeliverable':
    'Your carrier would not deliver to this number. Check it, or use another phone.',
  'field.invalid-phone-number-landline':
    'This is a landline, which cannot get a text. Use a mobile number, or let us call you.',
  'field.invalid-phone-number-voip':
    'Internet phone numbers are not accepted. Use the number of a mobile or landline contract.',
  'field.phone-country-not-offered':
    'We send no codes to numbers of this country. Use a number of another country.',
  'authentication.call': 'Call me instead',
  'authentication.country.title': 'Country of your number',
  'authentication.country.search': 'Search countries',
  'authentication.country.list': 'Countries and their calling codes',
  'authentication.country.found': { one: 'One country', other: '{count} countries' },
  'authentication.country.none': 'No country with that name or code',
  'field.wrong-code': 'That is not the code we sent. Check the newest message.',
  'error.too-many-attempts': 'That was the fifth wrong code. Get a new one and try again.',
  'error.code-expired': 'This code has expired after ten minutes. Get a new one.',
  'error.no-code-sent': 'There is no code to check any more. Get a new one.',
} as const;
