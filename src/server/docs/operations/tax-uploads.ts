/** Tax forms that payees upload, because Forms W-9, W-8BEN and W-8BEN-E do not fit them. */
import { pageOf } from '../../../contract/flow.ts';
import { approveUploadInput, refuseUploadInput, taxUpload } from '../../../contract/partner/tax-uploads.ts';
import type { Operation } from './operation.ts';

const uploadPage = pageOf(taxUpload);

/** What both decisions have in common. */
const decide = {
  method: 'post',
  tag: 'Users',
  security: 'basic',
  idempotent: true,
  status: 200,
  answer: taxUpload,
} as const;

export const taxUploadOperations: readonly Operation[] = [
  {
    id: 'listTaxUploads',
    method: 'get',
    path: '/users/{id}/tax-uploads',
    tag: 'Users',
    summary: 'List the tax forms that a user uploaded, newest first',
    description:
      'Forms 8233, W-8ECI, W-8IMY, W-8EXP and whole W-8BEN-Es, which the payee signs elsewhere. One that is `submitted` waits for you, and the webhook `tax_upload.submitted` has told you of it: until you approve it, payouts that need a form are refused.',
    security: 'basic',
    status: 200,
    answer: uploadPage,
  },
  {
    id: 'getTaxUploadFile',
    method: 'get',
    path: '/users/{id}/tax-uploads/{upload_id}/file',
    tag: 'Users',
    summary: 'Download a tax form as it was uploaded',
    description:
      'The PDF byte for byte. It may have whole tax numbers, so the key needs the scopes `users` and `tax-numbers`. It was checked to be neither locked nor to have scripts or actions; what it says is yours to read.',
    security: 'basic',
    status: 200,
    answer: 'pdf',
  },
  {
    ...decide,
    id: 'approveTaxUpload',
    errors: ['conflicting-state'],
    path: '/users/{id}/tax-uploads/{upload_id}/approve',
    summary: 'Say that an uploaded tax form counts, and for how much',
    description:
      'You are the withholding agent: check name, signature, date, the US tax number, and that nothing you know speaks against it (Treas. Reg. §1.1441-7(b)). Withholding follows `rate` from `counts_from` to `holds_until`. Of Form 8233 send a copy to the IRS within five days of accepting it and give that day in `mailed_on`. It holds to the end of the year in which it was signed: next year the payee sends a new one, or has 30 % withheld again, and no webhook announces it, so note `holds_until`. Say whom it is about (`name`, `country`, `address`, the numbers, the status codes), so that a Form 1042-S of a payee who has filed nothing else is complete; the name is held against sanctions lists as that on a form is. The step of the payee ends. What was approved before for some of the same income is replaced; for other income it stands beside this one. Approving again changes the terms; refusing takes it back. The key needs the scopes `users` and `money`.',
    body: approveUploadInput,
  },
  {
    ...decide,
    id: 'refuseTaxUpload',
    errors: ['conflicting-state'],
    path: '/users/{id}/tax-uploads/{upload_id}/refuse',
    summary: 'Say what is wrong with an uploaded tax form',
    description:
      'The payee reads `reason` in the step and uploads another file. What was approved may be refused later: from then on it lowers no rate, and payouts wait for another form. The key needs the scopes `users` and `money`.',
    body: refuseUploadInput,
  },
];
