/** What a payee asks of a W-9 that is still being checked. Apart from `requests.ts`, which is in the first download. */
import type { StepRequest } from './requests.ts';

export const complianceRequests = {
  goOn: (): StepRequest => ({ method: 'POST', path: '/compliance/continue', body: {} }),
};
