/**
 * The address page of a W-9, the last page of a tax form (the answers to check, the finished form, and what
 * is certified), the screen after it, while the number is being checked, and what is said when it was wrong.
 * A chunk that comes while the payee is on the pages before.
 */
import { styles as reviewStyles } from './styles.ts';

export { complianceReview as messages } from '../../../locales/en/compliance-review.ts';
export { renderCheck } from './check.ts';
export { FinishedForm } from './finished-form.ts';
export { renderMismatch } from './mismatch.ts';
export { renderPending } from './pending.ts';
export { renderUsAddress } from './us-address.ts';
export const styles = [reviewStyles];
