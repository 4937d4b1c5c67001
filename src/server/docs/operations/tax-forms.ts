/**
 * Filed tax forms. They stand under `/users`, because a form belongs to a payee and not to the flow in which
 * it was filed.
 */
import { taxFormObject, taxNumbers } from '../../../contract/forms/tax-document.ts';
import { pageOf } from '../../../contract/flow.ts';
import type { Operation } from './operation.ts';

const taxFormPage = pageOf(taxFormObject);

export const taxFormOperations: readonly Operation[] = [
  {
    id: 'listTaxForms',
    method: 'get',
    path: '/users/{id}/tax-forms',
    tag: 'Users',
    summary: 'List the tax forms that a user filed, newest first',
    description:
      'Every form that was filed, not only the one that counts, with its status, what it claims, and the rate of each type of income. Tax numbers are masked; `GET /users/{id}/tax-forms/{form_id}/numbers` and the PDF have them whole.',
    security: 'basic',
    status: 200,
    answer: taxFormPage,
  },
  {
    id: 'getTaxNumbers',
    method: 'get',
    path: '/users/{id}/tax-forms/{form_id}/numbers',
    tag: 'Users',
    summary: 'Retrieve the whole tax numbers of a form',
    description:
      'The numbers as they were filed: one of the United States, of another country, or both; none where the payee has none. The key needs the scopes `users` and `tax-numbers`, and the call is written down in the user’s list of accesses before the answer is sent.',
    security: 'basic',
    status: 200,
    answer: taxNumbers,
  },
  {
    id: 'getTaxFormPdf',
    method: 'get',
    path: '/users/{id}/tax-forms/{form_id}/pdf',
    tag: 'Users',
    summary: 'Retrieve a tax form as a PDF',
    description:
      'The form as it was signed, with the whole tax number, so the key needs the scopes `users` and `tax-numbers`: the payer has to hold it (Treas. Reg. §1.1441-1(e)(4)(iii)) and must keep it as safe as that number. Names in scripts that the PDF cannot print stand in the attached `form.json`.',
    security: 'basic',
    status: 200,
    answer: 'pdf',
  },
];
