/**
 * Requests about the payee's payout methods. They are apart from `requests.ts`, which is in the first
 * download.
 */
import type { StepRequest } from './requests.ts';

const method = (id: string, action = '') => `/payout-methods/${encodeURIComponent(id)}${action}`;

export const payoutMethodRequests = {
  /** `values`: a `PayoutMethodInput`. */
  add: (values: unknown): StepRequest => ({ method: 'POST', path: '/payout-methods', body: values }),
  /** Puts `values` in the place of the method `id`. */
  correct: (id: string, values: unknown): StepRequest => ({ method: 'PUT', path: method(id), body: values }),
  remove: (id: string): StepRequest => ({ method: 'DELETE', path: method(id) }),
  makeDefault: (id: string): StepRequest => ({ method: 'PUT', path: method(id, '/default'), body: {} }),
  setAutoPayout: (enabled: boolean): StepRequest => ({
    method: 'PUT',
    path: '/auto-payout',
    body: { enabled },
  }),
};
