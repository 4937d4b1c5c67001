/** What a payee does with a PDF form. */
import { Hono } from 'hono';
import type { Deps } from '../../ports/deps.ts';
import { confirmPdf, readPdf, submitPdfValues } from './submit.ts';

export function pdfFormFillRoutes(deps: Deps): Hono {
  return new Hono()
    .post('/session/pdf-form-fill', (c) => submitPdfValues(c, deps))
    .get('/session/pdf-form-fill/document', (c) => readPdf(c, deps))
    .post('/session/pdf-form-fill/confirm', (c) => confirmPdf(c, deps));
}
