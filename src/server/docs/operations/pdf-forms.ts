/** PDF templates, and what payees filled in. The step `pdf-form-fill` names a template by its id. */
import { flowDocument, pdfTemplate, updatePdfTemplateInput } from '../../../contract/steps/pdf-form-fill.ts';
import { pageOf } from '../../../contract/flow.ts';
import * as z from '../../../contract/z.ts';
import type { Operation } from './operation.ts';

const templatePage = pageOf(pdfTemplate);
/** All documents of a flow at once. A flow has as many as it has steps that make one. */
const documentList = z.object({ data: z.array(flowDocument) });

export const pdfFormOperations: readonly Operation[] = [
  {
    id: 'createPdfTemplate',
    method: 'post',
    path: '/pdf-templates',
    tag: 'PDF forms',
    summary: 'Upload a PDF form',
    description:
      'The file as the body (`application/pdf`, its name in `?name=`), or as the part `file` of `multipart/form-data` beside `name`, `date_format` and `fields` (JSON, as in the update). At most 5 MB and 50 pages, with an AcroForm. XFA forms, encrypted files and files with scripts or actions are refused with `errors[0].code`. Use the id as `template_id` of the step `pdf-form-fill`.',
    security: 'basic',
    query: ['name'],
    body: 'pdf',
    status: 201,
    answer: pdfTemplate,
  },
  {
    id: 'listPdfTemplates',
    method: 'get',
    path: '/pdf-templates',
    tag: 'PDF forms',
    summary: 'List PDF forms, newest first',
    description:
      'The forms that the step `pdf-form-fill` of a flow can name in its `template_id`. Those that you have deleted are left out.',
    security: 'basic',
    query: ['page'],
    status: 200,
    answer: templatePage,
  },
  {
    id: 'getPdfTemplate',
    method: 'get',
    path: '/pdf-templates/{id}',
    tag: 'PDF forms',
    summary: 'Retrieve a PDF form',
    description:
      'Says which fields were found in the PDF, which the payee will be asked for. Give its id as `template_id` to the step `pdf-form-fill` of a flow.',
    security: 'basic',
    status: 200,
    answer: pdfTemplate,
  },
  {
    id: 'getPdfTemplateFile',
    method: 'get',
    path: '/pdf-templates/{id}/file',
    tag: 'PDF forms',
    summary: 'Download a PDF form as uploaded',
    description:
      'The bytes that you have uploaded, with nothing filled in. What payees have confirmed is in `GET /flows/{id}/documents`.',
    security: 'basic',
    status: 200,
    answer: 'pdf',
  },
  {
    id: 'updatePdfTemplate',
    method: 'put',
    path: '/pdf-templates/{id}',
    tag: 'PDF forms',
    summary: 'Set labels, hints, prefills and what is required',
    description:
      'By the full name of the field in the PDF; what is absent stays. A prefill may name `{{first_name}}`, `{{last_name}}`, `{{full_name}}`, `{{email}}`, `{{country}}`, `{{phone_number}}` and `{{today}}`. Flows that are under way see the change.',
    security: 'basic',
    body: updatePdfTemplateInput,
    status: 200,
    answer: pdfTemplate,
  },
  {
    id: 'deletePdfTemplate',
    method: 'delete',
    path: '/pdf-templates/{id}',
    tag: 'PDF forms',
    summary: 'Delete a PDF form',
    description: 'Flows that have it go on; new ones cannot ask for it.',
    security: 'basic',
    status: 204,
  },
  {
    id: 'listFlowDocuments',
    method: 'get',
    path: '/flows/{id}/documents',
    tag: 'PDF forms',
    summary: 'List what the payee has confirmed in a flow',
    description:
      'Call it once `flow.updated` has named the step `pdf-form-fill`, or after `flow.completed`. Drafts are the payee’s own and are not listed. The flow of a payout link takes the scope `money` as well.',
    security: 'basic',
    status: 200,
    answer: documentList,
  },
  {
    id: 'getFlowDocument',
    method: 'get',
    path: '/flows/{id}/documents/{document_id}',
    tag: 'PDF forms',
    summary: 'Download a document, filled in and flat',
    description:
      'The file that the payee has confirmed: nothing in it can be filled in any more. Its `sha256` in `GET /flows/{id}/documents` shows that a copy is unchanged.',
    security: 'basic',
    status: 200,
    answer: 'pdf',
  },
];
