/** Words of the last page of a tax form; the form itself comes from the server, in English. */
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
  'compliance.certify.w8ben': '',
  'compliance.certify.w8bene': '',
} as const;
