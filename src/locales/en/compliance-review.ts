/** Words around the finished form; the form itself comes from the server, in English. */
export const complianceReview = {
  'compliance.review.hint': 'This is what is filed. Change anything above and ask for it again.',
  'compliance.review.certification': 'What the form has you certify, word by word',
  'compliance.review.explained': '',
  'compliance.review.download': 'Download as PDF',
} as const;
