/** The payee's side of id-verification; `src/contract/id-verification.ts` says what each of these does. */
import { Hono } from 'hono';
import type { Deps } from '../../ports/deps.ts';
import { beginAgain, chooseDocument, submitPictures } from './begin.ts';
import { beginHandoff, cancelHandoff, openHandoff, takeHandoff } from './handoff.ts';
import { beginUpload, continueUpload, readUpload, takeAgain } from './uploads.ts';

export function idVerificationRoutes(deps: Deps): Hono {
  const base = '/session/id-verification';
  return new Hono()
    .post(`${base}/document`, (c) => chooseDocument(c, deps))
    .post(`${base}/uploads`, (c) => beginUpload(c, deps))
    .get(`${base}/uploads/:id`, (c) => readUpload(c, deps))
    .patch(`${base}/uploads/:id`, (c) => continueUpload(c, deps))
    .delete(`${base}/uploads/:id`, (c) => takeAgain(c, deps))
    .post(`${base}/submit`, (c) => submitPictures(c, deps))
    .post(`${base}/restart`, (c) => beginAgain(c, deps))
    .post(`${base}/handoff`, (c) => beginHandoff(c, deps))
    .post(`${base}/handoff/cancel`, (c) => cancelHandoff(c, deps))
    .post(`${base}/handoff/take`, (c) => takeHandoff(c, deps))
    .post('/handoff/sessions', async (c) => {
      c.header('cache-control', 'no-store');
      return c.json(await openHandoff(c, deps), 201);
    });
}
