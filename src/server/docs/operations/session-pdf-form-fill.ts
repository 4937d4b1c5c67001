/**
 * The calls of the pdf-form-fill step. The form is sent as JSON and not as a file, because a link cannot
 * carry a bearer token.
 */
import { pdfConfirmInput, pdfValuesInput } from '../../../contract/steps/pdf-answers.ts';
import * as z from '../../../contract/z.ts';
import { change } from './operation.ts';
import type { Operation } from './operation.ts';

/** The filled form as the element reads it. `data` is base64. */
const pdfDocument = z.object({ file_name: z.string(), content_type: z.string(), data: z.string() });

export const pdfFormFillOperations: readonly Operation[] = [
  {
    ...change,
    id: 'submitPdfForm',
    method: 'post',
    path: '/session/pdf-form-fill',
    summary: 'Submit the answers to a PDF form',
    description:
      'By field id, dates as `YYYY-MM-DD`, boxes as `true`. The form is filled in and shown to the payee; nothing is handed over yet, and the answers may be sent again.',
    body: pdfValuesInput,
  },
  {
    id: 'readPdfForm',
    errors: ['no-such-resource'],
    method: 'get',
    path: '/session/pdf-form-fill/document',
    tag: 'Payee session',
    summary: 'Read the filled form before confirming it',
    description:
      'What the payee sees before they sign: the form with all that they have typed. Nothing is confirmed by reading it.',
    security: 'session',
    status: 200,
    answer: pdfDocument,
  },
  {
    ...change,
    id: 'confirmPdfForm',
    method: 'post',
    path: '/session/pdf-form-fill/confirm',
    summary: 'Sign the filled form and hand it over',
    description:
      'Ends the step with outcome `saved`; the app fetches the PDF from `/flows/{id}/documents`. A typed `signature` is required where the form has a place for one.',
    body: pdfConfirmInput,
  },
];
