/** The requests of `id-verification`. */
import { Hono } from 'hono';
import type { StepRoutes } from '../session/step.ts';
import { beginHandoff, cancelHandoff, openHandoff, takeHandoff } from './handoff.ts';
import { beginAgain, chooseDocument, submitPictures } from './submit.ts';
import { beginUpload, continueUpload, readUpload, takeAgain } from './uploads.ts';

export const routes: StepRoutes = {
  submissions: {
    'POST /session/id-verification/document': chooseDocument,
    'DELETE /session/id-verification/uploads/:id': takeAgain,
    'POST /session/id-verification/submit': submitPictures,
    'POST /session/id-verification/restart': beginAgain,
    'POST /session/id-verification/handoff/cancel': cancelHandoff,
    'POST /session/id-verification/handoff/take': takeHandoff,
  },
  others: (deps) =>
    new Hono()
      .post('/session/id-verification/uploads', (c) => beginUpload(c, deps))
      .get('/session/id-verification/uploads/:id', (c) => readUpload(c, deps))
      .patch('/session/id-verification/uploads/:id', (c) => continueUpload(c, deps))
      .post('/session/id-verification/handoff', (c) => beginHandoff(c, deps)),
  openings: { 'POST /handoff/sessions': openHandoff },
};
