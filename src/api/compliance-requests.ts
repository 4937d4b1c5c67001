/**
 * Requests about a W-9 that is still being checked. They are apart from `requests.ts`, which is in the first
 * download.
 */
import type { StepRequest } from './requests.ts';

export const complianceRequests = {
  /** The payee does not wait for the verdict. */
  goOn: (): StepRequest => ({ method: 'POST', path: '/compliance/continue', body: {} }),
};
