/**
 * The calls of the compliance step. The preview files nothing and returns no snapshot, so it takes no
 * Idempotency-Key.
 */
import { taxPreview } from '../../../contract/forms/tax-document.ts';
import { complianceInput } from '../../../contract/steps/compliance-requests.ts';
import { shownUpload } from '../../../contract/steps/compliance-uploads.ts';
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
    id: 'uploadTaxForm',
    errors: ['user-info-missing', 'step-not-current'],
    method: 'put',
    path: '/session/compliance/upload',
    tag: 'Payee session',
    summary: 'Upload a tax form that was signed elsewhere',
    description:
      'The PDF itself as the body, at most 5 MB, and in `form` which form it is. What is locked, has scripts or is no PDF is refused with `errors[0].code`. It takes the place of what was uploaded before, waits for the partner, and `tax_upload.submitted` follows. The same file again changes nothing.',
    security: 'session',
    query: ['upload'],
    body: 'pdf',
    status: 201,
    answer: shownUpload,
  },
  {
    ...change,
    id: 'continueCompliance',
    method: 'post',
    path: '/session/compliance/continue',
    summary: 'Go on while the tax number or an upload is being checked',
    description:
      'For a payee who does not want to wait for the comparison of name and number, or for the partner to look at an upload. The step ends as it is, and what comes out is written down later.',
  },
];
