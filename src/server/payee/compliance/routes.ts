/** The requests of `compliance`. */
import { Hono } from 'hono';
import type { StepRoutes } from '../session/step.ts';
import { uploadTaxForm } from './upload.ts';
import { continueCompliance, previewCompliance, submitCompliance } from './submit.ts';

export const routes: StepRoutes = {
  submissions: {
    'POST /session/compliance': submitCompliance,
    'POST /session/compliance/continue': continueCompliance,
  },
  others: (deps) =>
    new Hono()
      .post('/session/compliance/preview', (c) => previewCompliance(c, deps))
      .put('/session/compliance/upload', (c) => uploadTaxForm(c, deps)),
};
