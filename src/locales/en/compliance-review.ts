/**
 * Words of the last page of a tax form, and of what follows it. The form itself comes from the server, in
 * English.
 */
export const complianceReview = {
  'compliance.page.who': 'Who is paid',
  'compliance.change': 'Change',
  'compliance.read': 'Show the finished form',
  'compliance.read.failed': 'The finished form could not be made just now. Try again in a moment.',
  'compliance.review.hint': 'This is what is filed.',
  'compliance.review.download': 'Download as PDF',
  'compliance.certify.title': 'What you certify',
  'compliance.certify.issued': 'The words of the form',
  'compliance.certify.w9': '',
  'compliance.certify.w9.struck': '',
  'compliance.certify.w8ben': '',
  'compliance.certify.w8bene': '',
  'compliance.struck': 'Crossed out:',
  'compliance.backup': 'Backup withholding notice?',
  'compliance.backup.label':
    'The IRS told me that I am subject to backup withholding. Cross out item 2 above.',
  'compliance.backup.hint':
    'Such a notice says that part of each payment goes to the IRS. Most people never get one. Leave this empty if a later one ended it.',
  'compliance.signature.label': 'Signature',
  'compliance.signature.hint': 'Type your full name: {name}',
  'compliance.signature.hint.empty': 'Type your full name.',
  'field.signature.required': 'Sign by typing your own full name.',
  'field.signature-mismatch': 'Sign with your own full name. Capitals and accents do not matter.',
  'compliance.mismatch.title': 'The IRS knows this number under another name',
  'compliance.mismatch.name.individual':
    'Is “{name}” exactly what your Social Security card says? If so, type the number again.',
  'compliance.mismatch.name.business':
    'Is “{name}” exactly what the CP 575 letter says, with “LLC” or “Inc.”? If so, type the number again.',
  'compliance.mismatch.change': 'Change the name',
  'compliance.pending.title': 'The IRS is checking your number',
  'compliance.pending.continue': 'Continue while we check',
  'compliance.pending.text': 'We sent your name and number to the IRS.',
  'compliance.pending.number': 'We sent your name and the number {tin} to the IRS.',
  'compliance.pending.time': 'The answer usually takes seconds, sometimes a day.',
  'compliance.pending.no-message': 'We send no message: open this page again to see the answer.',
  'compliance.pending.next': 'What happens next',
  'compliance.pending.match': 'If they match, this page goes on by itself. There is nothing to do.',
  'compliance.pending.mismatch': 'If they do not, we tell you what to check.',
  'compliance.pending.notification': 'If it takes longer than ten minutes, you get a text at {phone}.',
  'compliance.pending.meanwhile': 'You need not wait: go on now. Only payouts wait for the answer.',
} as const;
