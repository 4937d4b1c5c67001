import type { Translation } from '../catalogue.ts';
import type { complianceReview as english } from '../en/compliance-review.ts';

export const complianceReview = {
  'compliance.review.hint':
    'So wird das Formular auf Englisch eingereicht. Änderungen nehmen Sie oben vor; danach rufen Sie es erneut auf.',
  'compliance.review.certification': 'Was Sie mit dem Formular versichern, im Wortlaut (Englisch)',
  'compliance.review.explained':
    'Rechtlich gilt der englische Wortlaut der US-Steuerbehörde IRS. Was Sie damit versichern, steht auf dieser Seite auch auf Deutsch zusammengefasst.',
  'compliance.review.download': 'Als PDF herunterladen',
} satisfies Translation<typeof english>;
