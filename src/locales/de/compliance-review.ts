import type { Translation } from '../catalogue.ts';
import type { complianceReview as english } from '../en/compliance-review.ts';

export const complianceReview = {
  'compliance.review.hint':
    'Das wird eingereicht. Ändern Sie oben, was nicht stimmt, und lassen Sie es sich noch einmal zeigen.',
  'compliance.review.certification': 'Was Sie mit dem Formular versichern, Wort für Wort',
  'compliance.review.explained':
    'Das Formular gilt in seinem englischen Wortlaut. Was Sie damit versichern, steht auf Deutsch am Ende dieser Seite.',
  'compliance.review.download': 'Als PDF herunterladen',
} satisfies Translation<typeof english>;
