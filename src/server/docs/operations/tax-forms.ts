/**
 * Filed tax forms. They stand under `/users`, because a form belongs to a payee and not to the flow in which
 * it was filed.
 */
import { taxFormObject } from '../../../contract/forms/tax-document.ts';
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
      'Every form that was filed, not only the one that counts. Tax numbers are masked; the PDF has them whole.',
    security: 'basic',
    status: 200,
    answer: taxFormPage,
  },
  {
    id: 'getTaxFormPdf',
    method: 'get',
    path: '/users/{id}/tax-forms/{form_id}/pdf',
    tag: 'Users',
    summary: 'Retrieve a tax form as a PDF',
    description:
      'The form as it was signed, with the whole tax number: the payer has to hold it (Treas. Reg. §1.1441-1(e)(4)(iii)) and must keep it as safe as that number. Names in scripts that the PDF cannot print stand in the attached `form.json`.',
    security: 'basic',
    status: 200,
    answer: 'pdf',
  },
];
