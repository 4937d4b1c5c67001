/**
 * The calls of the compliance step. The preview files nothing and returns no snapshot, so it takes no
 * Idempotency-Key.
 */
import { taxPreview } from '../../../contract/forms/tax-document.ts';
import { complianceInput } from '../../../contract/steps/compliance-requests.ts';
import { change } from './operation.ts';
import type { Operation } from './operation.ts';

export const complianceOperations: readonly Operation[] = [
  {
    ...change,
    id: 'submitCompliance',
    errors: ['user-info-missing'],
    method: 'post',
    path: '/session/compliance',
    summary: 'Submit a tax form',
    description:
      'Takes the form as the law wants it, or names each field that is not right. Name and number are then compared with the tax authority’s records, and the step waits for that. `user.updated` follows.',
    body: complianceInput,
  },
  {
    id: 'previewCompliance',
    method: 'post',
    path: '/session/compliance/preview',
    tag: 'Payee session',
    summary: 'Read a tax form before signing it',
    description:
      'Checks the form as submitting does, signature aside, and returns it line by line and as a PDF (base64). Files nothing.',
    security: 'session',
    body: complianceInput,
    status: 200,
    answer: taxPreview,
  },
  {
    ...change,
    id: 'continueCompliance',
    method: 'post',
    path: '/session/compliance/continue',
    summary: 'Go on while the tax number is being checked',
    description:
      'For a payee who does not want to wait for the comparison of name and number. The step ends as it is, and what comes out is written down later.',
  },
];
