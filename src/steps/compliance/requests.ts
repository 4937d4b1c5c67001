/** What only this step asks of the API. Apart from `api/requests.ts`, which is in the first download. */
import type { StepRequest } from '../../api/requests.ts';

/** Goes on while the tax number is still being checked. */
export const goOn = (): StepRequest => ({ method: 'POST', path: '/compliance/continue', body: {} });
