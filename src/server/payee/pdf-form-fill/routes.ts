/** The requests of `pdf-form-fill`. */
import { Hono } from 'hono';
import type { StepRoutes } from '../session/step.ts';
import { confirmPdf, readPdf, submitPdfValues } from './submit.ts';

export const routes: StepRoutes = {
  submissions: {
    'POST /session/pdf-form-fill': submitPdfValues,
    'POST /session/pdf-form-fill/confirm': confirmPdf,
  },
  others: (deps) => new Hono().get('/session/pdf-form-fill/document', (c) => readPdf(c, deps)),
};
