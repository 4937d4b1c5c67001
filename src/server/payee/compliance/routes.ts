/** The requests of `compliance`. */
import { Hono } from 'hono';
import type { StepRoutes } from '../session/step.ts';
import { continueCompliance, previewCompliance, submitCompliance } from './submit.ts';

export const routes: StepRoutes = {
  submissions: {
    'POST /session/compliance': submitCompliance,
    'POST /session/compliance/continue': continueCompliance,
  },
  others: (deps) => new Hono().post('/session/compliance/preview', (c) => previewCompliance(c, deps)),
};
